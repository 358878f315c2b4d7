import hashlib as hashlib


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for make in [hashlib.md5, hashlib.sha1, hashlib.sha256]:
    for data in [b"", b"abc", b"a" * 55, b"a" * 56, b"a" * 63, b"a" * 64, b"a" * 65, b"b" * 119, b"b" * 120, bytes(range(256)) * 3,
                 "héllo".encode("utf-8")]:
        print(make(data).hexdigest())
    h = make()
    print(h.name, h.digest_size, h.block_size, h.digest())
    h.update(b"hello ")
    other = h.copy()
    h.update(b"w" * 100)
    h.update(b"")
    other.update(b"there")
    print(h.hexdigest(), h.hexdigest() == make(b"hello " + b"w" * 100).hexdigest(), other.hexdigest())
    attempt(lambda: make("text"))
    attempt(lambda: make(3))
    attempt(lambda: h.update("x"))
    attempt(lambda: h.update(None))
    print(make(b"x", usedforsecurity=False).hexdigest())
print(hashlib.new("sha256", b"abc").hexdigest(), hashlib.new("MD5").name)
attempt(lambda: hashlib.new("nope"))
