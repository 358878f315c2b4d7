import functools


def t(name, f):
    try: print(name, f())
    except Exception as e: print(name, type(e).__name__, e)

def deco(fn):
    @functools.wraps(fn)
    def inner(*a, **k):
        "inner doc"
        return fn(*a, **k)
    return inner
@deco
def hello(x):
    "says hello"
    return x
t("wraps", lambda: (hello.__name__, hello.__doc__, hello(3)))

calls = []
@functools.lru_cache(maxsize=None)
def fib(n):
    calls.append(n)
    return n if n < 2 else fib(n - 1) + fib(n - 2)
t("lru", lambda: (fib(20), len(calls)))
t("info", lambda: fib.cache_info())
@functools.cache
def sq(n): return n * n
t("cache", lambda: (sq(3), sq(3)))

class J:
    x = 1
    def m(self): pass
t("class dict", lambda: sorted(k for k in J.__dict__ if not k.startswith("__")))
t("vars class", lambda: "m" in vars(J))
t("partial", lambda: functools.partial(int, base=2)("101"))
t("cached_property", lambda: None)

class K:
    n = 0
    @functools.cached_property
    def p(self): K.n += 1; return K.n
k = K()
t("cp", lambda: (k.p, k.p, K.n))
t("total", lambda: None)

@functools.total_ordering
class L:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
t("order", lambda: (L(1) <= L(2), L(3) > L(2), L(1) >= L(2)))
t("reduce", lambda: functools.reduce(lambda x, y: x * y, [1, 2, 3], 2))

@functools.singledispatch
def sd2(x): return "any"
@sd2.register(int)
def _(x): return "int"
t("single", lambda: (sd2(1), sd2("a")))
t("setattr", lambda: (setattr(a, "w", 9), a.w))
t("delattr", lambda: (delattr(a, "w"), hasattr(a, "w")))
t("getattr", lambda: getattr(a, "nope", 7))

@functools.lru_cache(maxsize=2)
def g(x, y=1): return x + y
g(1); g(2); g(1); g(3); g(2, y=1)
print(g.cache_info(), g.__wrapped__(1), g.__name__)
g.cache_clear(); print(g.cache_info())

class M:
    def __init__(self): self.n = 0
    @functools.lru_cache
    def m(self, k): self.n += 1; return k
m = M(); m.m(1); m.m(1); print(m.n)

print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))

def deco(f):
    @functools.wraps(f)
    def inner(self, *args): return f(self, *args) + 1
    return inner
class W:
    @deco
    def w(self, x):
        """doc of w"""
        return x
print(W().w(1), W.w.__name__, W().w.__doc__)
