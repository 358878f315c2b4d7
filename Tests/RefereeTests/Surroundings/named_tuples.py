from collections import namedtuple, OrderedDict
def err(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
err(namedtuple, "P", "x class"); err(namedtuple, "P", "x x"); err(namedtuple, "P", "x _y"); err(namedtuple, "P", ["x", "1a"]); err(namedtuple, "class", "x"); err(namedtuple, "P", "x y", defaults=[1,2,3]); err(namedtuple, "P!", "x")
P = namedtuple("P", "x class x _y ok", rename=True); print(P._fields)
Q = namedtuple("Q", "a, b, c", defaults=[1, 2]); print(Q(5), Q._field_defaults, Q, Q.__doc__, Q.__module__)
err(Q); err(Q, 1, 2, 3, 4); err(Q, d=3); err(Q._make, [1, 2, 3, 4]) ; print(Q(1)._replace(b=9), Q(1)._asdict()); err(Q(1)._replace, z=3)
class V(namedtuple("V", "x y")):
    __slots__ = ()
    def __new__(cls, x, y=10): return super().__new__(cls, x, y)
    def __add__(self, o): return V(self.x + o.x, self.y + o.y)
    @property
    def n(self): return self.x * self.y
print(V(1), V(1) + V(2), V(3).n, isinstance(V(1), tuple), V(1) == (1, 10), V._make([1, 2]) if False else "")
a, b = V(1, 2); print(a, b, V(1,2)[0], len(V(1)), hash(V(1,2)) == hash((1,2)))
err(setattr, V(1), "x", 3) if False else None
