from dataclasses import *
from dataclasses import MISSING, KW_ONLY, InitVar, FrozenInstanceError
import dataclasses, typing
from typing import ClassVar, List, Dict, Optional
def err(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
@dataclass
class A:
    a: int = 1
    b: str = "x"
    c: ClassVar[int] = 5
    d: "ClassVar[int]" = 6
    e: "typing.ClassVar[str]" = "q"
@dataclass
class B(A):
    z: float = 0.5
    a: int = 9
print(A(), B(), B(3), [f.name for f in fields(B)], A(1, "x") == A(), A() == B(), A() != A(2))
@dataclass
class K:
    x: int
    _: KW_ONLY
    y: int
    z: int = 3
print(K(1, y=2)); err(K, 1, 2); err(K); err(K, 1)
@dataclass(order=True, frozen=True)
class P:
    x: int
    y: int = field(default=0, compare=False)
print(P(1) < P(2), sorted([P(3), P(1)]), hash(P(1)) == hash(P(1, 5)), P(1) == P(1, 7), {P(1): 2}[P(1)])
p = P(1)
def seta(o, n, v): setattr(o, n, v)
err(seta, p, "x", 3); err(seta, p, "q", 3); err(delattr, p, "x")
err(lambda: P(1) < 3)
print(isinstance(FrozenInstanceError("a"), AttributeError))
@dataclass
class N:
    p: P
    l: List[P] = field(default_factory=list)
    t: tuple = ()
    d: Dict[str, P] = field(default_factory=dict)
n = N(P(1), [P(2)], (P(3), 4), {"k": P(5)})
print(asdict(n)); print(astuple(n)); print(asdict(n, dict_factory=lambda x: sorted(x, key=lambda q: q[0])))
print(astuple(n, tuple_factory=list))
@dataclass
class I:
    a: int
    scale: InitVar[int] = 2
    total: int = field(init=False)
    def __post_init__(self, scale):
        self.total = self.a * scale
print(I(3), I(3, 5), I(3, scale=4).total, I.__match_args__)
print(replace(p, x=7), replace(n, t=())); err(replace, I(1), total=3)
def bad1():
    @dataclass
    class X:
        a: list = []
err(bad1)
def bad2():
    @dataclass
    class X:
        a: int = 1
        b: int
err(bad2)
def bad3():
    @dataclass(order=True)
    class X:
        a: int = 1
        def __lt__(self, o): pass
err(bad3)
def bad4():
    @dataclass
    class X(P):
        q: int = 1
err(bad4)
def bad5():
    @dataclass(eq=False, order=True)
    class X:
        q: int = 1
err(bad5)
def bad6():
    field(default=1, default_factory=list)
err(bad6)
def bad7():
    @dataclass
    class X:
        a: dict = {}
err(bad7)
def bad8():
    @dataclass
    class X:
        a = field(default=1)
err(bad8)
@dataclass
class U: a: int = 1
err(hash, U())
@dataclass(unsafe_hash=True)
class UH: a: int = 1
print(hash(UH()) == hash((1,)))
@dataclass(eq=False)
class NE: a: int = 1
print(NE() == NE(), hash(NE()) is not None)
@dataclass(repr=False)
class NR: a: int = 1
print("NR object" in repr(NR()))
@dataclass(init=False)
class NI:
    a: int = 1
    def __init__(self): self.a = 10
print(NI())
@dataclass(kw_only=True)
class KO:
    a: int
    b: int = 2
print(KO(a=1)); err(KO, 1)
@dataclass(slots=True)
class SL:
    a: int = 1
s = SL(4); print(s, SL.__slots__); err(seta, s, "zz", 1)
C = make_dataclass("C", ["x", ("y", int), ("z", int, field(default=5))], namespace={"add": lambda self: self.y + self.z})
print(C(1, 2), C(1, 2).add(), is_dataclass(C), is_dataclass(C(1,2)), is_dataclass(3), is_dataclass(int))
err(fields, 3); err(asdict, A); err(replace, A, x=1); err(A, 1, "b", 3, 4); err(A, q=1)
@dataclass
class Rec:
    me: object = None
r = Rec(); r.me = r; print(r)
class Base:
    def __init__(self): print("base")
@dataclass
class Child(Base):
    v: int = 0
    hidden: int = field(default=3, repr=False, compare=False)
    meta: int = field(default=1, metadata={"unit": "cm"})
    def __post_init__(self): super().__init__()
print(Child(), fields(Child)[2].metadata["unit"], Child(1, 2) == Child(1, 3))
@dataclass
class G:
    x: Optional[int] = None
    y: "int | None" = None
    z: int | None = None
print([f.type for f in fields(G)])
print(A.__doc__ if False else "", A.a, hasattr(N, "l"))
@dataclass
class Outer:
    @dataclass
    class Inner:
        a: int = 1
    i: Inner = field(default_factory=Inner)
print(Outer())
match_ok = A.__match_args__
print(match_ok)
@dataclass
class D1:
    a: int
    def __eq__(self, o): return True
print(D1(1) == 5)
class Desc:
    pass
print(vars(A(3)), A(3).__dict__)
import copy
print(copy.deepcopy(n) == n, copy.copy(p) == p, copy.deepcopy(n).l is n.l)
