import uuid as uuid


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


T = "12345678-1234-5678-1234-567812345678"
u = uuid.UUID(T)
print(u, [u], u.hex, u.int, u.bytes, u.urn, u.version, int(u), u == uuid.UUID(hex=T), u == T, u != uuid.UUID(int=3))
for text in [T.replace("-", ""), "{" + T + "}", "urn:uuid:" + T, T.upper(), "ABCDEFabcdef00001111222233334444"]:
    print(uuid.UUID(text))
print(uuid.UUID(bytes=bytes(range(16))), uuid.UUID(int=0), uuid.UUID(T, version=4), uuid.UUID(T, version=4).version)
print(uuid.UUID(int=1) < uuid.UUID(int=2), uuid.UUID(int=1) >= uuid.UUID(int=2), len({u, uuid.UUID(T)}))
a = uuid.uuid4()
b = uuid.uuid4()
print(a != b, a.version, len(str(a)), str(a)[14], str(a)[19] in "89ab", uuid.UUID(str(a)) == a, len(a.hex), str(a).count("-"))
print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "http://a"), uuid.uuid5(u, "x").version)
attempt(lambda: uuid.UUID("abc"))
attempt(lambda: uuid.UUID("x" * 32))
attempt(lambda: uuid.UUID())
attempt(lambda: uuid.UUID(T, int=3))
attempt(lambda: uuid.UUID(bytes=b"abc"))
attempt(lambda: uuid.UUID(int=-1))
attempt(lambda: uuid.UUID(int=1 << 128))
attempt(lambda: uuid.UUID(T, version=9))
attempt(lambda: u < 3)
