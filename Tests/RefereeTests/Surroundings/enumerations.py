from enum import *
import enum
def err(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
class P(Flag):
    R = 4
    W = 2
    X = 1
    RW = R | W
print(P.R, repr(P.R), P.R | P.X, repr(P.R | P.X), P.R | P.W, repr(P.RW), repr(P(0)), str(P(0)), list(P), len(P), P.__members__, P)
print(P.R in P.RW, P.X in P.RW, list(P.RW), ~P.R, repr(~P.RW), P.R & P.RW, P.RW ^ P.R, bool(P(0)), bool(P.R), len(P.RW), (P.R | P.X).name, P(0).name, (P.R|P.X).value, (P.R | P.X) is (P.X | P.R), P(6), P["RW"])
err(P, 8); err(P, -1); err(lambda: P.R | 1); err(lambda: 1 in P.R); err(P, "x"); err(lambda: P["Q"]); err(lambda: P.Q); err(P, 16)
class A(Flag):
    NONE = 0
    A = auto()
    B = auto()
    C = auto()
    AB = A | B
    ALL = A | B | C
print(list(A), A.ALL, repr(A.AB), A.NONE, ~A.A, list(A.ALL), A.A | A.B is A.AB, {A.A: 1}[A.A], A.A == A.A, A.A != A.B)
f = A.NONE
f |= A.B
print(f, f & A.B == A.B); f &= ~A.B; print(f)
class I(IntFlag):
    R = 4
    W = 2
    X = 1
print(I.R, repr(I.R), repr(I.R | I.X), I.R | I.X, repr(I.R | 8), repr(I(8)), repr(~I.R), I.R + 1, I.R == 4, isinstance(I.R, int), f"{I.R} {I.R!r}", I.R & 4, repr(I.R & 4), repr(4 | I.W), 5 & I.R, repr(I(0)), list(I(7)), repr(~I(0)))
class S(StrEnum):
    A = auto()
    B = "bee"
print(S.A, repr(S.A), S.B + "x", S.B == "bee", f"{S.B:>5}", S("a"), S.A.upper(), isinstance(S.A, str))
def dup():
    @unique
    class D(Enum):
        A = 1
        B = 1
err(dup)
class C(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
print(C.CRIMSON, C["CRIMSON"], list(C), C.__members__, C(1), C.RED.name, C.RED.value, len(C), C.RED in C, C.RED is C.CRIMSON, hash(C.RED) == hash(C.RED), [c.name for c in C], list(reversed(C)))
err(C, 3); err(lambda: C["X"]); err(lambda: C.X); err(lambda: C.RED < C.GREEN); err(setattr, C, "RED", 3); err(setattr, C.RED, "value", 3); err(setattr, C.RED, "name", "r")
def ext():
    class E(C): X = 3
err(ext)
F = Enum("F", "A B C"); print(list(F), F.A)
F = Enum("F", ["A", "B"], start=5); print(list(F))
F = Enum("F", {"A": 3, "B": 4}); print(list(F))
F = Enum("F", [("A", 3), ("B", "x")]); print(list(F))
F = IntEnum("F", "A B"); print(list(F), F.A + 1)
F = Flag("F", "A B C"); print(list(F))
F = Enum("F", "A B", type=int); print(list(F), F.A + 1)
class M(Enum):
    A = "a"
    @classmethod
    def _missing_(cls, v):
        if isinstance(v, str): return cls(v.lower()) if v.lower() != v else None
        return 3
print(M("A")); err(M, "q"); err(M, 5)
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius):
        self.mass = mass; self.radius = radius
    @property
    def g(self): return round(self.mass / self.radius, 3)
print(Planet.EARTH.g, Planet.MARS, Planet((0.64, 3.39)), Planet.EARTH.value)
class Cd(Enum):
    OK = 200, "fine"
    NO = 404, "bad"
    def __new__(cls, code, text):
        o = object.__new__(cls)
        o._value_ = code
        o.text = text
        return o
print(Cd(404), Cd.OK.text, Cd.OK.value, repr(Cd.OK))
class IC(int, Enum):
    A = 1
    B = 2
print(IC.A, repr(IC.A), IC.A + 1, IC.A < IC.B, f"{IC.A}", IC.A == 1, sorted([IC.B, IC.A]))
class N(IntEnum):
    A = 1
    B = 2
    def describe(self): return self.name.lower()
    @classmethod
    def default(cls): return cls.B
    @staticmethod
    def s(): return 3
print(N.A, N.B.describe(), N.default(), N.s(), [1, 2, 3][N.A], N(1) is N.A, max(N), N.A | N.B, repr(N.A))
class G(Enum):
    def _generate_next_value_(name, start, count, last_values): return name.lower() + str(count)
    X = auto()
    Y = auto()
print([g.value for g in G])
class W(Enum):
    A = auto(); B = auto(); C = 10; D = auto()
print([w.value for w in W])
import copy, json
print(copy.deepcopy(C.RED) is C.RED, {C.RED: 1}, json.dumps({"a": N.A}))
print(isinstance(C, type), C.RED == 1, C.RED != C.GREEN, C.RED.__doc__, C.__doc__)
class NM(Enum):
    A = 1
    z = nonmember(4)
    _ignore_ = []
print(list(NM), NM.z)
