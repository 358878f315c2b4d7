def f(a: int, *b: str, c: "float" = 1, **k: list[int]) -> dict[str, int]: pass
print(f.__annotations__)
class A:
    x: int
    y: "str" = "a"
    z: int | None = None
print(A.__annotations__)
print(int | None, int | str | float, list[int] | None, None | int)
print(isinstance(3, int | str), isinstance(2.5, int | str), isinstance(None, int | None), issubclass(bool, int | str))
print((int | str) == (str | int), type(int | str))
print(list[int], dict[str, list[int]], tuple[int, ...], list[int].__origin__, dict[str, int].__args__)
print(A.__doc__, f.__doc__, A().__doc__)
class D(dict):
    def __missing__(self, key):
        return key + "!"
    def __setitem__(self, k, v):
        super().__setitem__(k.upper(), v)
    def extra(self): return len(self)
d = D(a=1)
d["b"] = 2
print(d, d["zz"], d.get("q"), d.extra(), isinstance(d, dict), type(d).__name__, list(d.items()), "B" in d)
d.color = "red"
print(d.color, d == {"a": 1, "B": 2}, {**d}, dict(d), len(d))
del d["a"]
print(d, sorted(d), d | {"x": 1}, bool(d), bool(D()))
d.update(z=3)
print(d, d.pop("z"), d.setdefault("w", 5), d)
class Attr(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)
    def __setattr__(self, name, v):
        self[name] = v
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
c = Attr({"lr": 1}, bs=3)
c.q = 5
print(c, c.lr, c.q, hasattr(c, "nope"))
class L(list):
    def __getitem__(self, i):
        if isinstance(i, str): return "s" + i
        return super().__getitem__(i)
    def append(self, x):
        print("append", x)
        super().append(x)
l = L([1,2]); l.append(3); l += [4]
print(l, l[0], l["k"], l[-1], len(l), [x for x in l], l + [5], type(l + [5]).__name__, l == [1,2,3,4], l.index(3), sum(l), sorted(l, reverse=True), l * 2)
l[0] = 9; l.sort(); print(l, max(l), list(reversed(l)), isinstance(l, list))
class S(str):
    def shout(self): return self.upper() + "!"
    def __new__(cls, v, n=1):
        o = super().__new__(cls, v * n)
        o.n = n
        return o
s = S("ab", 2)
print(s, repr(s), s.shout(), s.n, s + "c", s == "abab", len(s), {s: 1}["abab"], f"{s:>8}|", "x".join([s, s]), s.split("b"), isinstance(s, str), s in "xababx")
class I(int):
    def __add__(self, o): return I(int(self) + int(o) + 100)
    @property
    def double(self): return self * 2
i = I(5)
print(i, i + 1, i.double, i - 1, type(i + 1).__name__, type(i - 1).__name__, f"{i:03d}", hash(i), i == 5, {5: "five"}[i], range(i), [1,2,3,4,5,6][i], i < 6, 10 - i, float(i), isinstance(i, int))
class F(float): pass
print(F("2.5") * 2, F(1), repr(F(3.25)))
class T(tuple):
    def __new__(cls, *xs): return super().__new__(cls, xs)
    @property
    def first(self): return self[0]
t = T(1,2,3); print(t, t.first, t + (4,), t == (1,2,3), hash(t) == hash((1,2,3)), len(t))
class St(set):
    def add(self, x): super().add(x * 2)
st = St([1]); st.add(4); print(st, 8 in st, st | {9}, len(st))
class Single:
    _i = None
    def __new__(cls, *args):
        if cls._i is None:
            cls._i = super().__new__(cls)
            print("made")
        return cls._i
    def __init__(self, v): self.v = v
a, b = Single(1), Single(2)
print(a is b, a.v)
class P:
    def __new__(cls, x): return x * 2
print(P(4))
from collections import OrderedDict, defaultdict, Counter
class LRU(OrderedDict):
    def __init__(self, n): super().__init__(); self.n = n
    def __setitem__(self, k, v):
        super().__setitem__(k, v)
        if len(self) > self.n: self.popitem(last=False)
r = LRU(2)
for k in "abc": r[k] = k
print(list(r), r, r.n)
r.move_to_end("b"); print(list(r))
class DD(defaultdict):
    pass
q = DD(list); q["a"].append(1); print(q, q["zz"])
class C2(Counter):
    def top(self): return self.most_common(1)[0]
print(C2("hello").top(), C2("aab"))
