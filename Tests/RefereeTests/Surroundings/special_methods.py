class H:
    def __init__(s, v): s.v = v
    def __hash__(s): return hash(s.v)
    def __eq__(s, o): return s.v == o.v
print(hash(H(5)), hash(H((1,2))) == hash((1,2)))
class E:
    def __eq__(s, o): return True
class E2(H):
    def __eq__(s, o): return True
for k in (E, E2):
    try: print(hash(k() if k is E else k(1)))
    except TypeError as e: print(e)
o = object()
print(hash(o) == hash(o), hash("a") == hash("a"))
class R:
    def __round__(self, n=None): return ("r", n)
    def __reversed__(self): return iter([3,2,1])
    def __isub__(self, o): return ("isub", o)
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(round(R()), round(R(), 2), list(reversed(R())), R[int])
r = R(); r -= 4; print(r)
class Seq:
    def __len__(s): return 3
    def __getitem__(s, i):
        if i > 2: raise IndexError
        return i * 10
print(list(reversed(Seq())))
try:
    try: 1/0
    except ZeroDivisionError: raise ValueError("x") from None
except ValueError as e: print(e.__suppress_context__, e.__cause__, type(e.__context__).__name__)
class V:
    def __init__(s, x): object.__setattr__(s, "x", x)
    def __setattr__(s, n, v): raise AttributeError("frozen " + n)
    def get(s, n): return object.__getattribute__(s, n)
v = V(4); print(v.x, v.get("x"))
try: v.y = 1
except AttributeError as e: print(e)
class M:
    def __new__(cls, *a, **k):
        self = object.__new__(cls)
        self.a = a
        return self
print(M(1, 2).a)
try: object.__new__(M, 1)
except TypeError as e: print(e)
class NoInit: pass
try: NoInit(1)
except TypeError as e: print(e)
import functools, copy
from functools import singledispatch, singledispatchmethod
from typing import Union
@singledispatch
def f(x): return "any"
@f.register
def _(x: int): return "int"
@f.register(str)
def _(x): return "str"
@f.register
def _(x: list | tuple) -> str: return "seq"
@f.register
def _(x: Union[dict, set]): return "coll"
print(f(1), f("a"), f([1]), f((1,)), f({}), f({1}), f(2.5), f(True))
try:
    @f.register
    def g(x): pass
except TypeError as e: print(str(e)[:40])
class A:
    @singledispatchmethod
    def show(self, x): return ("any", x)
    @show.register
    def _(self, x: int): return ("int", x)
print(A().show(3), A().show("q"))
class C:
    def __init__(self, v): self.v = v; self.l = [v]
    def __copy__(self): return C("copied")
    def __deepcopy__(self, memo):
        new = C("deep"); memo[id(self)] = new; new.l = copy.deepcopy(self.l, memo)
        return new
c = C(1)
print(copy.copy(c).v, copy.deepcopy(c).v)
x = copy.deepcopy([c, c]); print(x[0] is x[1])
class Node:
    def __init__(self): self.next = None; self.items = []
n = Node(); n.next = n; n.items.append(n)
m = copy.deepcopy(n); print(m.next is m, m.items[0] is m, m is not n)
s = [1, [2]]; t = copy.copy(s); print(t[1] is s[1], copy.deepcopy(s)[1] is s[1])
class D(dict): pass
d = D(a=[1]); d.z = [2]; e = copy.deepcopy(d); f2 = copy.copy(d); print(e, e.z, type(e).__name__, e["a"] is d["a"], f2["a"] is d["a"], f2.z is d.z, f2 == d, f2 is d)
from collections import namedtuple
P = namedtuple("P", "x y"); p = P([1], 2); q = copy.deepcopy(p); print(q, q.x is p.x, type(q) is P)
tt = (1, [2]); uu = copy.deepcopy(tt); print(uu, uu[1] is tt[1])
def deco(f):
    @functools.wraps(f)
    def w(*a, **k): return f(*a, **k)
    return w
@deco
def h(a: int) -> str: "doc"
print(h.__annotations__, h.__doc__, h.__name__, h.__wrapped__.__name__)
from types import SimpleNamespace, MappingProxyType
ns = SimpleNamespace(a=1, b="x"); ns.c = 3; print(ns, ns == SimpleNamespace(a=1, b="x", c=3), vars(ns))
mp = MappingProxyType({"a": 1}); print(mp, mp["a"], len(mp), "a" in mp, dict(mp))
try: mp["b"] = 2
except TypeError as e: print(e)
T = type("T", (A,), {"y": 3, "hi": lambda self: self.y}); print(T, T().hi(), T.__name__, T.__bases__, issubclass(T, A))
class Meta0: pass
class Acc:
    def __init__(s): s.v = 0
    def __iadd__(s, o): return s.v + o
    def __ior__(s, o): s.v = o; return s
    def __imul__(s, o): return NotImplemented
    def __mul__(s, o): return "mul"
a = Acc(); a += 5; print(a); a = Acc(); a |= 3; print(a.v); a *= 2; print(a)
