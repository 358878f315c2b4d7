"""Programs with random classes: hierarchies with several bases, methods that call super, class attributes, properties, operators."""

import random

OPERATORS = [("+", "add"), ("-", "sub"), ("*", "mul"), ("//", "floordiv"), ("%", "mod"), ("@", "matmul"), ("&", "and"), ("<<", "lshift")]
COMPARISONS = [("==", "eq"), ("!=", "ne"), ("<", "lt"), ("<=", "le"), (">", "gt"), (">=", "ge")]


class Classes:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def pick(self, *options):
        return self.r.choice(options)

    def program(self):
        return self.pick(self.hierarchy, self.values, self.containers, self.attributes, self.errors)()

    def hierarchy(self):
        """Several bases, whose methods call the next one."""
        lines, names = [], []
        for index in range(self.r.randint(3, 6)):
            name = "ABCDEF"[index]
            bases = self.r.sample(names, min(len(names), self.r.randint(0, 2)))
            lines.append(f"class {name}({', '.join(bases)}):" if bases else f"class {name}:")
            body = []
            if self.r.random() < 0.4:
                body.append(f"    kind = '{name.lower()}'")
            if self.r.random() < 0.7:
                body += ["    def who(self, *args, **kwargs):", f"        rest = super().who(*args, **kwargs) if hasattr(super(), 'who') else []",
                         f"        return ['{name}'] + rest"]
            if self.r.random() < 0.5:
                body += ["    def __init__(self, *args):", "        super().__init__(*args)" if bases else "        super().__init__()",
                         f"        self.{name.lower()} = len(args)"]
            if self.r.random() < 0.3:
                body += ["    @classmethod", "    def make(cls, *args):", "        return cls(*args), cls.__name__"]
            if self.r.random() < 0.3:
                body += ["    @staticmethod", "    def twice(n):", f"        return n * {self.r.randint(2, 5)}"]
            lines += body or ["    pass"]
            names.append(name)
        for name in names:
            lines.append(f"try:\n    print([c.__name__ for c in {name}.__mro__])\n    x = {name}({self.pick('', '1', '1, 2')})\n    print(sorted(vars(x).items()))\n"
                         f"    print(x.who())\n    print(x.kind)\n    print({name}.twice(3))\n    print({name}.make()[1])\nexcept Exception as e:\n    print(type(e).__name__, e)")
        lines.append(f"print(isinstance({names[-1]}(), {self.pick(*names)}), issubclass({self.pick(*names)}, {self.pick(*names)}))")
        return "\n".join(lines) + "\n"

    def values(self):
        """Objects with operators, comparisons and texts."""
        lines = ["class V:", "    def __init__(self, v):", "        self.v = v"]
        for symbol, name in self.r.sample(OPERATORS, 4):
            lines += [f"    def __{name}__(self, other):",
                      f"        if not isinstance(other, (V, int)): return NotImplemented",
                      f"        return V(f'({{self.v}}{symbol}{{getattr(other, \"v\", other)}})')"]
            if self.r.random() < 0.5:
                lines += [f"    def __r{name}__(self, other):", f"        return V(f'[{{other}}{symbol}{{self.v}}]')"]
        for symbol, name in self.r.sample(COMPARISONS, 3):
            lines += [f"    def __{name}__(self, other):", f"        return str(self.v) {symbol} str(getattr(other, 'v', other))"]
        if self.r.random() < 0.5:
            lines += ["    def __repr__(self):", "        return f'V<{self.v}>'"]
        if self.r.random() < 0.5:
            lines += ["    def __str__(self):", "        return f'v{self.v}'"]
        if self.r.random() < 0.4:
            lines += ["    def __bool__(self):", "        return self.v != 2"]
        if self.r.random() < 0.4:
            lines += ["    def __neg__(self):", "        return V(f'-{self.v}')"]
        if self.r.random() < 0.3:
            lines += ["    def __hash__(self):", "        return 7"]
        if self.r.random() < 0.3:
            lines += ["    def __format__(self, spec):", "        return f'<{spec}|{self.v}>'"]
        lines += ["a, b = V(1), V(2)"]
        operands = ["a", "b", "3", "'s'", "a"]
        for _ in range(8):
            symbol = self.pick(*(s for s, _ in OPERATORS + COMPARISONS))
            lines.append(f"try:\n    r = {self.pick(*operands)} {symbol} {self.pick('a', 'b')}\n    print(getattr(r, 'v', r))\nexcept TypeError as e:\n    print(e)")
        lines.append("try:\n    print(a, [b], f'{a}', f'{b:>4}', '%s' % a, repr((a,)))\nexcept TypeError as e:\n    print(e)")
        lines.append("try:\n    print(bool(b), -a if a else 0, a in [b, a], {a: 1}[a], len({a, b}))\nexcept Exception as e:\n    print(type(e).__name__, e)")
        return "\n".join(lines) + "\n"

    def containers(self):
        """Objects with items."""
        size = self.r.randint(0, 5)
        lines = ["class Box:", f"    def __init__(self, items):", "        self.items = list(items)"]
        methods = {
            "__len__": "return len(self.items)", "__getitem__": "return self.items[i]", "__setitem__": "self.items[i] = value",
            "__delitem__": "del self.items[i]", "__contains__": "print('asked'); return i in self.items", "__iter__": "return iter(self.items[::-1])",
            "__call__": "return [self.items, i]",
        }
        for name in self.r.sample(list(methods), self.r.randint(3, 6)):
            parameters = {"__len__": "self", "__iter__": "self", "__setitem__": "self, i, value"}.get(name, "self, i")
            lines += [f"    def {name}({parameters}):", f"        {methods[name]}"]
        lines.append(f"b = Box({list(range(size))})")
        for code in self.r.sample(["print(len(b))", "print(b[0], b[-1])", "b[0] = 9; print(b.items)", "del b[0]; print(b.items)", "print(2 in b)", "print(list(b))",
                                   "print(b(4))", "print([x for x in b])", "print(bool(b))", "print(b[1:3])", "print(sum(b), max(b))", "print(sorted(b), tuple(b))",
                                   "first, *rest = b; print(first, rest)", "print(callable(b), dict(enumerate(b)))", "print(list(zip(b, b)))"], 7):
            lines.append(f"try:\n    {code}\nexcept Exception as e:\n    print(type(e).__name__, e)")
        return "\n".join(lines) + "\n"

    def attributes(self):
        """Properties, class attributes and attributes that are looked for."""
        lines = ["class P:", f"    count = {self.r.randint(0, 9)}", "    def __init__(self, x):", "        self._x = x", "        P.count += 1",
                 "    @property", "    def x(self):", "        'the x'", "        return self._x"]
        if self.r.random() < 0.6:
            lines += ["    @x.setter", "    def x(self, value):", "        self._x = value * 2"]
        if self.r.random() < 0.4:
            lines += ["    @x.deleter", "    def x(self):", "        print('gone'); del self._x"]
        if self.r.random() < 0.5:
            lines += ["    def __getattr__(self, name):", f"        if name.startswith('{self.pick('a', 'm', 'z')}'): return name.upper()", "        raise AttributeError(name)"]
        if self.r.random() < 0.3:
            lines += ["    def __setattr__(self, name, value):", "        super().__setattr__(name, value)", "        if name == 'y': print('set', name, value)"]
        lines += ["class Q(P):", f"    count = {self.pick(1, 2)}", "p, q = P(3), Q(4)"]
        for code in self.r.sample(["print(p.x, q.x)", "p.x = 5; print(p.x)", "del p.x; print(vars(p))", "print(p.count, q.count, P.count, Q.count)", "p.y = 1; print(p.y)",
                                   "print(p.anything)", "print(p.missing)", "q.count += 1; print(q.count, Q.count, 'count' in vars(q))", "P.z = lambda self: self._x; print(q.z())",
                                   "print(hasattr(p, 'x'), hasattr(p, 'nothing'), getattr(p, 'nothing', 0))", "setattr(q, 'w', 8); print(q.w); del q.w; print(hasattr(q, 'w'))",
                                   "print(sorted(vars(q)))", "print(type(q).__name__, q.__class__ is Q, Q.__bases__[0].__name__)", "print(type(Q.x).__name__)",
                                   "f = q.__init__; f(9); print(q._x)", "P.count = 100; print(q.count, p.count)"], 8):
            lines.append(f"try:\n    {code}\nexcept Exception as e:\n    print(type(e).__name__, e)")
        return "\n".join(lines) + "\n"

    def errors(self):
        """Exceptions of a script's own, and context managers."""
        base = self.pick("Exception", "ValueError", "KeyError", "RuntimeError")
        lines = [f"class Fault({base}):"]
        lines += self.pick(["    pass"], ["    def __init__(self, code, *rest):", "        super().__init__(*rest)", "        self.code = code"],
                           ["    def __str__(self):", "        return 'fault ' + '/'.join(map(str, self.args))"])
        lines += ["class Sub(Fault):", "    level = 2", "class Guard:", "    def __init__(self, name, takes):", "        self.name, self.takes = name, takes",
                  "    def __enter__(self):", "        print('in', self.name)", "        return self.name * 2",
                  "    def __exit__(self, kind, value, trace):", "        print('out', self.name, kind and kind.__name__, value and str(value))", "        return self.takes"]
        raised = self.pick("Sub(1, 'a')", "Fault(2)", "Fault('x', 'y')", "Sub()", f"{base}('plain')", "IndexError('other')")
        lines += [f"try:\n    with Guard('g', {self.pick('False', 'True', 'None')}) as g, Guard('h', {self.pick('False', 'False', '0')}):\n        print(g)\n        raise {raised}",
                  f"except Sub as e:\n    print('sub', e, e.args, e.level)", f"except Fault as e:\n    print('fault', e, e.args)",
                  f"except {base} as e:\n    print('base', e)", "except Exception as e:\n    print(type(e).__name__, e)", "else:\n    print('fine')"]
        lines += [f"try:\n    print(issubclass(Sub, {base}), isinstance({raised}, Fault), Sub.__mro__[1].__name__)\nexcept Exception as e:\n    print(type(e).__name__, e)"]
        return "\n".join(lines) + "\n"
