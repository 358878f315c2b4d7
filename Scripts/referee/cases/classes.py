"""Programs with classes, one for each thing that classes do; Scripts/referee/language.py records what Python prints for them."""

PROGRAMS = [
    "class A:\n    pass\na = A()\na.x = 3\nprint(a.x, A.__name__, isinstance(a, A), isinstance(a, object))\n",
    "class A:\n    'What A is.'\n    n = 2\n    m = n * 3\n    def f(self): return self.m + A.n\nprint(A().f(), A.__doc__, A.m)\n",
    "n = 10\nclass A:\n    n = 1\n    def f(self): return n\n    g = [n for _ in range(2)]\nprint(A().f(), A.g)\n",
    "x = 1\nclass A:\n    y = x\n    x = 2\n    z = x\nprint(A.y, A.x, A.z, x)\n",
    "def make(k):\n    class A:\n        def f(self): return k\n        w = k + 1\n    return A\nprint(make(5)().f(), make(5).w, make(1).__qualname__)\n",
    "class A:\n    def __init__(self, a, b=2, *c, d, **e): self.all = (a, b, c, d, e)\nprint(A(1, d=4).all, A(1, 2, 3, 4, d=5, f=6).all)\ntry:\n    A(1)\nexcept TypeError as e:\n    print(e)\ntry:\n    A()\nexcept TypeError as e:\n    print(e)\n",
    "class A:\n    def f(self, x): return x\ntry:\n    A().f()\nexcept TypeError as e:\n    print(e)\ntry:\n    A().f(1, 2)\nexcept TypeError as e:\n    print(e)\ntry:\n    A.f(1)\nexcept TypeError as e:\n    print(e)\nprint(A.f(A(), 5))\n",
    "class A: pass\ntry:\n    A(1)\nexcept TypeError as e:\n    print(e)\ntry:\n    A().missing\nexcept AttributeError as e:\n    print(e)\ntry:\n    A.missing\nexcept AttributeError as e:\n    print(e)\ntry:\n    A()()\nexcept TypeError as e:\n    print(e)\n",
    "class A:\n    def __init__(self): return 3\ntry:\n    A()\nexcept TypeError as e:\n    print(e)\n",
    "class A:\n    def f(self): return 'A'\nclass B(A):\n    def f(self): return 'B' + super().f()\nclass C(A):\n    def f(self): return 'C' + super().f()\nclass D(B, C):\n    def f(self): return 'D' + super().f()\nprint(D().f(), [c.__name__ for c in D.mro()])\n",
    "class A: pass\nclass B(A): pass\ntry:\n    class C(A, B): pass\nexcept TypeError as e:\n    print(str(e).replace(chr(10), ' '))\n",
    "class A:\n    def __init__(self, x): self.x = x\nclass B(A):\n    def __init__(self, x, y):\n        super(B, self).__init__(x)\n        self.y = y\nb = B(1, 2)\nprint(b.x, b.y, vars(b))\n",
    "class A:\n    @staticmethod\n    def s(x): return x * 2\n    @classmethod\n    def c(cls, x): return cls.__name__, x\nclass B(A): pass\nprint(A.s(2), A().s(3), A.c(1), B.c(2), B().c(3))\n",
    "class T:\n    def __init__(self): self._c = 0\n    @property\n    def f(self): return self._c * 9 / 5 + 32\n    @f.setter\n    def f(self, v): self._c = (v - 32) * 5 / 9\nt = T()\nt.f = 212\nprint(t._c, t.f)\n",
    "class T:\n    @property\n    def x(self): return 1\ntry:\n    T().x = 2\nexcept AttributeError as e:\n    print(e)\ntry:\n    del T().x\nexcept AttributeError as e:\n    print(e)\n",
    "class V:\n    def __init__(self, x, y): self.x, self.y = x, y\n    def __add__(self, o): return V(self.x + o.x, self.y + o.y)\n    def __mul__(self, k): return V(self.x * k, self.y * k)\n    __rmul__ = __mul__\n    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y)\n    def __repr__(self): return f'V({self.x}, {self.y})'\nprint(V(1, 2) + V(3, 4), 2 * V(1, 1) * 3, V(1, 2) == V(1, 2), V(1, 2) != V(1, 3), [V(0, 0)])\n",
    "class A:\n    def __eq__(self, o): return True\ntry:\n    {A(): 1}\nexcept TypeError as e:\n    print(e)\nclass B(A):\n    def __hash__(self): return 1\nprint(len({B(), B()}))\n",
    "class C:\n    def __init__(self, n): self.n = n\n    def __iter__(self):\n        self.i = 0\n        return self\n    def __next__(self):\n        self.i += 1\n        if self.i > self.n: raise StopIteration\n        return self.i\nprint(list(C(4)), sum(C(3)), [x * 2 for x in C(2)])\nc = iter(C(2))\nprint(next(c), next(c), next(c, 'end'))\n",
    "class S:\n    def __getitem__(self, i):\n        if i >= 3: raise IndexError(i)\n        return i * i\nprint(list(S()), 4 in S(), [*S()])\n",
    "class G:\n    def __enter__(self):\n        print('in')\n        return self\n    def __exit__(self, t, v, b):\n        print('out', t.__name__ if t else None, v)\n        return True\nwith G() as g:\n    print(type(g).__name__)\nwith G():\n    raise ValueError('taken')\nprint('after')\n",
    "class N: pass\ntry:\n    with N(): pass\nexcept TypeError as e:\n    print(str(e)[:60])\n",
    "class MyError(Exception): pass\nclass Worse(MyError):\n    def __init__(self, code):\n        super().__init__(f'code {code}')\n        self.code = code\ntry:\n    raise Worse(7)\nexcept MyError as e:\n    print(type(e).__name__, e, e.code, e.args)\ntry:\n    raise MyError\nexcept MyError as e:\n    print(repr(e))\n",
    "class A:\n    def __getattr__(self, n): return n + '!'\n    real = 1\na = A()\na.own = 2\nprint(a.real, a.own, a.other, hasattr(a, 'zzz'))\n",
    "class A:\n    def __setattr__(self, n, v): object.__setattr__(self, n, v * 2) if False else self.__dict__.__len__() or super().__setattr__(n, v * 2)\na = A()\na.x = 4\nprint(a.x)\n",
    "class A:\n    def __call__(self, *a, **k): return a, k\nprint(A()(1, b=2), callable(A()), callable(A))\n",
    "class A:\n    def __len__(self): return 0\nprint(bool(A()), len(A()))\nclass B:\n    def __bool__(self): return False\nprint(not B(), 'no' if not B() else 'yes')\n",
    "class A:\n    def __str__(self): return 'text'\nprint(A(), str(A()), f'{A()}', '%s' % A(), '{}'.format(A()))\n",
    "class A:\n    def __format__(self, s): return s + '?'\nprint(f'{A():abc}', format(A(), 'x'))\n",
    "class A:\n    def __lt__(self, o): return self.k < o.k\n    def __init__(self, k): self.k = k\nprint([a.k for a in sorted([A(3), A(1), A(2)])], max([A(1), A(5)], key=lambda a: a.k).k, A(1) < A(2), A(1) > A(2))\ntry:\n    A(1) <= A(2)\nexcept TypeError as e:\n    print(e)\n",
    "class A:\n    def __iadd__(self, o):\n        self.n = getattr(self, 'n', 0) + o\n        return self\na = A()\na += 3\na += 4\nprint(a.n)\n",
    "class A:\n    def __contains__(self, x): return x == 3\nprint(3 in A(), 4 in A(), 4 not in A())\n",
    "class A:\n    items = []\n    def add(self, x): self.items.append(x)\na, b = A(), A()\na.add(1)\nprint(b.items, A.items is a.items)\nA.items = [9]\nprint(b.items)\n",
    "class A:\n    def f(self): return 1\na = A()\ng = a.f\na.f = lambda: 2\nprint(g(), a.f(), A.f(a))\ndel a.f\nprint(a.f())\n",
    "class A:\n    class B:\n        z = 4\n        def f(self): return self.z\n    def g(self): return A.B().f()\nprint(A().g(), A.B.z, A.B.__qualname__)\n",
    "class Shape:\n    def area(self): raise NotImplementedError\n    def show(self): return f'{type(self).__name__} {self.area()}'\nclass Square(Shape):\n    def __init__(self, s): self.s = s\n    def area(self): return self.s ** 2\nprint(Square(3).show())\ntry:\n    Shape().show()\nexcept NotImplementedError as e:\n    print('not implemented', e)\n",
    "class Counter:\n    total = 0\n    def __init__(self):\n        Counter.total += 1\n        type(self).total += 1\n        self.total += 10\nc = Counter()\nprint(c.total, Counter.total)\n",
    "def deco(c):\n    c.extra = 5\n    return c\n@deco\nclass A: pass\nprint(A.extra, A().extra)\n",
    "class A:\n    x = 1\n    if x > 0:\n        y = 'pos'\n    for i in range(3):\n        pass\n    del x\nprint(A.y, A.i, hasattr(A, 'x'))\n",
    "class A:\n    def a(self): return self.b()\n    def b(self): return self.c\n    c = 7\nclass B(A):\n    c = 8\nprint(A().a(), B().a())\n",
    "class Node:\n    def __init__(self, v, n=None): self.v, self.n = v, n\n    def __iter__(self):\n        out, cur = [], self\n        while cur:\n            out.append(cur.v)\n            cur = cur.n\n        return iter(out)\nprint(list(Node(1, Node(2, Node(3)))))\n",
    "class Stack:\n    def __init__(self): self._s = []\n    def push(self, x):\n        self._s.append(x)\n        return self\n    def pop(self): return self._s.pop()\n    def __len__(self): return len(self._s)\n    def __repr__(self): return 'Stack' + repr(self._s)\ns = Stack().push(1).push('b')\nprint(s, len(s), s.pop(), s)\ntry:\n    s.pop(); s.pop()\nexcept IndexError as e:\n    print(e)\n",
    "class Mixin:\n    def hello(self): return 'hello ' + self.name\nclass Base:\n    name = 'base'\nclass Both(Mixin, Base): pass\nprint(Both().hello(), issubclass(Both, Mixin), [b.__name__ for b in Both.__bases__])\n",
    "class A:\n    def __init__(self): self.__x = 1\n    def get(self): return self.__x\nprint(A().get())\n",
    "class A:\n    def __int__(self): return 5\n    def __float__(self): return 2.5\n    def __index__(self): return 1\nprint(int(A()), float(A()), [10, 20][A()])\n",
    "class A:\n    def __neg__(self): return 'neg'\n    def __invert__(self): return 'inv'\n    def __pos__(self): return 'pos'\nprint(-A(), ~A(), +A())\ntry:\n    -object()\nexcept TypeError as e:\n    print(e)\n",
    "class A:\n    def __radd__(self, o): return ('radd', o)\n    def __rsub__(self, o): return NotImplemented\nprint(1 + A(), 'x' + A() if False else 0)\ntry:\n    1 - A()\nexcept TypeError as e:\n    print(e)\nprint(sum([A()], 5))\n",
    "class Meta: pass\nprint(type(Meta).__name__, type(Meta()).__name__, Meta.__module__)\n",
    "class A:\n    def f(x): return x\nprint(A.f(3))\ntry:\n    A().f(3)\nexcept TypeError as e:\n    print(e)\n",
    "try:\n    class A(3): pass\nexcept TypeError as e:\n    print('TypeError')\n",
    "class Agent:\n    def __init__(self, size, rate=0.1):\n        self.size = size\n        self.rate = rate\n        self.memory = []\n        self.model = self._build()\n    def _build(self): return {'units': self.size * 2}\n    def remember(self, *step): self.memory.append(step)\n    def replay(self, n): return [s[0] for s in self.memory[-n:]]\na = Agent(4)\nfor i in range(5): a.remember(i, i + 1)\nprint(a.model, a.replay(3), a.rate)\n",
    "class A:\n    def __init__(self):\n        for name in ['a', 'b']: setattr(self, name, name * 2)\nprint(A().a, getattr(A(), 'b'), sorted(A().__dict__))\n",
    "class Switch:\n    def __init__(self): self.on = False\n    def toggle(self): self.on = not self.on; return self.on\ns = Switch()\nprint([s.toggle() for _ in range(3)], list(map(lambda s: s.on, [s])))\n",
    "def outer():\n    class A:\n        def f(self):\n            def g(): return self.v\n            return g()\n        def __init__(self, v): self.v = v\n    return A(6).f()\nprint(outer())\n",
    "class A:\n    def __delitem__(self, k): print('del', k)\n    def __delattr__(self, k): print('delattr', k)\na = A()\ndel a['x']\ndel a.y\n",
    "class Base:\n    registry = {}\n    def register(self): self.registry[type(self).__name__] = self\nclass X(Base): pass\nclass Y(Base): pass\nX().register(); Y().register()\nprint(sorted(Base.registry))\n",
    "class A(object):\n    def __init__(self, **kwargs):\n        for k, v in kwargs.items(): self.__dict__[k] = v\nprint(isinstance(A(), object))\n",
    'def t(name, f):\n    try: print(name, f())\n    except Exception as e: print(name, type(e).__name__, e)\nclass A:\n    def __init__(self, **kw):\n        self.__dict__.update(kw)\na = A(x=1, y=2)\nt("update", lambda: (a.x, a.y))\nt("vars", lambda: vars(a))\ndef f(): a.__dict__["z"] = 3; return a.z\nt("set", f)\nt("dict", lambda: sorted(a.__dict__))\nt("pop", lambda: (a.__dict__.pop("x"), hasattr(a, "x")))\n',
    'def t(name, f):\n    try: print(name, f())\n    except Exception as e: print(name, type(e).__name__, e)\nclass B:\n    def __init__(self): self.__secret = 5\n    def get(self): return self.__secret\nt("mangled", lambda: B()._B__secret)\nt("unmangled", lambda: B().__secret)\nt("get", lambda: B().get())\n',
    'def t(name, f):\n    try: print(name, f())\n    except Exception as e: print(name, type(e).__name__, e)\nclass C:\n    __slots__ = ("a",)\n    def __init__(self): self.a = 1\ndef slots():\n    c = C(); c.b = 2\nt("slots", slots)\n',
    'def t(name, f):\n    try: print(name, f())\n    except Exception as e: print(name, type(e).__name__, e)\nclass G:\n    def __divmod__(self, o): return "dm", o\nt("divmod", lambda: divmod(G(), 3))\n',
    'def t(name, f):\n    try: print(name, f())\n    except Exception as e: print(name, type(e).__name__, e)\nclass I:\n    def __repr__(self): raise ValueError("no")\nt("repr", lambda: repr(I()))\nt("str", lambda: str(I()))\nt("fmt", lambda: f"{I()}")\n',
    'class Typed:\n    def __init__(self, kind): self.kind = kind\n    def __set_name__(self, owner, name): self.name = name\n    def __get__(self, obj, owner):\n        if obj is None: return self\n        return obj.__dict__.get(self.name, "unset")\n    def __set__(self, obj, value):\n        if not isinstance(value, self.kind): raise TypeError(f"{self.name} must be {self.kind.__name__}")\n        obj.__dict__[self.name] = value\n    def __delete__(self, obj): del obj.__dict__[self.name]\nclass P:\n    x = Typed(int); y = Typed(str)\n    __slots2__ = 1\n    def __init__(self, x, y): self.x, self.y = x, y\np = P(1, "a")\nprint(p.x, p.y, P.x.name, vars(p))\ntry: p.x = "no"\nexcept TypeError as e: print(e)\ndel p.x\nprint(p.x)\n',
    'class Base:\n    def __init__(self): self.__v = 1; self.__m()\n    def __m(self): self.called = "base"\n    @property\n    def v(self): return self.__v\n    def __eq__(self, other): return self.__v == other.__v\nclass Child(Base):\n    def __init__(self): super().__init__(); self.__v = 2\n    def __m(self): self.called = "child"\nc = Child()\nprint(c.v, c.called, c._Child__v, sorted(vars(c)), c == Base())\nc.__v = 5\nprint(sorted(c.__dict__))\ndel c.__v\n',
    'class Q:\n    __slots__ = ["a", "b"]\n    def __init__(self): self.a = 1\nclass R(Q): pass\nr = R(); r.z = 1; print(r.z)\nq = Q(); q.b = 2\ntry: q.c = 1\nexcept AttributeError as e: print(e)\n',
    'class Self:\n    def __init__(self, **kwargs):\n        self.__dict__.update(kwargs)\n        self.__dict__["extra"] = 1\n    def __repr__(self): return "Self(%s)" % ", ".join(f"{k}={v!r}" for k, v in self.__dict__.items())\ns = Self(a=1, b=[2])\nd = s.__dict__\ns.c = 3\nprint(s, d is s.__dict__, d)\nd["d"] = 4\ns.d += 1\nprint(s.d, d["d"], len(d))\ndel d["a"]\nprint(hasattr(s, "a"))\ns.__dict__ = {"only": 1}\nprint(s, vars(s))\n',
    'class Bad:\n    def __str__(self): raise KeyError("bad")\nfor f in (lambda: print(Bad()), lambda: "%s" % Bad(), lambda: "{}".format(Bad()), lambda: [str(Bad())], lambda: f"{Bad()!s}", lambda: "a" + str(Bad())):\n    try: f()\n    except KeyError as e: print("KeyError", e)\n',
    'class N:\n    def __repr__(self): return 3\ntry: repr(N())\nexcept TypeError as e: print(e)\n',
    "class Borg:\n    shared = {}\n    def __init__(self): self.__dict__ = self.shared\na, b = Borg(), Borg()\na.x = 1\nprint(b.x, a.__dict__ is b.__dict__, Borg.shared)\nb.y = 2\nBorg.shared['z'] = 3\nprint(a.y, a.z, b.z, sorted(vars(Borg())))\ndel a.x\nprint(hasattr(b, 'x'), len(Borg.shared))\n",
    # Objects of several classes meet at the same lines, while their attributes and classes change.
    """\
state = 1
def draw(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return state // 65536 % n
class A:
    k = 1
    def f(self): return ("A.f", self.v)
    def __init__(self): self.v = 0
class B(A):
    def f(self): return ("B.f", self.v, super().f())
class C(A):
    def __init__(self):
        self.w = 5
        self.v = 1
    @property
    def p(self): return self.v * 2
class D:
    def __init__(self): self.v = 9
    def __getattr__(self, n): return "missing " + n
    def f(self): return "D.f"
class E(C):
    def __setattr__(self, n, x): self.__dict__[n] = x
classes = [A, B, C, D, E]
objs = [c() for c in classes for _ in range(3)]
log = 0
def h(x):
    global log
    log = (log * 31 + hash_(x)) % 1000000007
def hash_(x):
    if isinstance(x, tuple): return sum((i + 1) * hash_(e) for i, e in enumerate(x)) % 1000003
    if isinstance(x, str): return sum(map(ord, x))
    return int(x) if isinstance(x, (int, bool)) else 7
def read(o):
    try: return o.v
    except AttributeError: return "no"
def readp(o):
    try: return o.p
    except AttributeError: return "nop"
def write(o, x):
    try: o.v = x
    except AttributeError: return "now"
def aug(o):
    try: o.v += 1
    except (AttributeError, TypeError): return "noa"
def call(o):
    try: return o.f()
    except (AttributeError, TypeError) as e: return type(e).__name__
for i in range(20000):
    o = objs[draw(len(objs))]
    r = draw(1000) / 1000
    if r < .25: h(read(o))
    elif r < .4: h(str(write(o, draw(100))))
    elif r < .6: h(str(aug(o)))
    elif r < .8: h(call(o))
    elif r < .85: h(readp(o))
    elif r < .88:
        if "v" in o.__dict__: del o.v
    elif r < .9: o.f = lambda: "own"
    elif r < .92:
        if "f" in o.__dict__: del o.f
    elif r < .94: o.x, o.v = 3, 4
    elif r < .95:
        n = draw(5); A.f = (lambda self, n=n: ("patched", n))
    elif r < .96:
        if "f" in B.__dict__: del B.f
        else: B.f = lambda self: ("newB", self.v)
    elif r < .97: C.v = 77
    elif r < .98:
        if "v" in C.__dict__: del C.v
    elif r < .985: C.p = 5
    elif r < .99: C.p = property(lambda self: self.v * 3 if isinstance(self.v, int) else 0)
    else: h(readp(o))
    if i % 2000 == 0: print(i, log)
print(log)
""",
]
