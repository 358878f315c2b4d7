"""Programs of statements, of any depth: functions, closures, exceptions, loops and scopes."""

from .expressions import Expressions


class Statements(Expressions):
    """Programs of statements: functions, closures, exceptions, loops, scopes."""

    def indented(self, ls, n=1):
        return ["    " * n + l for l in ls]

    def test(self):
        return self.pick(
            self.truth(),
            f"{self.small()} > {self.small()}",
            f"len({self.text()}) > {self.number(0,5)}",
            f"{self.small()} in {self.items()}",
            f"not {self.anything()}",
            f"{self.anything()}",
            f"isinstance({self.anything()}, {self.pick('int','str','list','(int, float)')})",
        )

    def classes(self):
        return self.pick(
            "Exception",
            "ValueError",
            "(ValueError, TypeError)",
            "ZeroDivisionError",
            "LookupError",
            "ArithmeticError",
            "KeyError",
            "(IndexError, KeyError)",
            "TypeError",
            "AttributeError",
            "NameError",
            "RuntimeError",
            "BaseException",
        )

    def raising(self):
        return self.pick(
            "raise ValueError('bad')",
            "raise ValueError",
            "raise KeyError('k')",
            "raise TypeError('t', 2)",
            "raise RuntimeError('r') from ValueError('v')",
            "raise RuntimeError('x') from None",
            "raise IndexError(5)",
            "1 / 0",
            "[][1]",
            "{}['q']",
            "int('z')",
            "undefined_name_x",
            "None.attr",
            "'a' + 1",
            "assert False",
            "assert 0, 'msg'",
            "assert 1 == 2, f'{1}!=2'",
            "raise NotImplementedError",
            "raise 5",
            "raise Exception('a', 'b')",
            "raise StopIteration",
            "raise AssertionError('q')",
            "raise KeyError",
            "raise OverflowError('big')",
            "raise OSError(2, 'nope')",
            "x = [1, 2]; x[5] = 1",
            "a, b = 1, 2, 3",
            "a, b, c = [1]",
            "a, *b, c = [1]",
            "a, b = 5",
            "for q in 5: pass",
            "del undefined_y",
            "del [1][3]",
            "del {}['a']",
            "(1, 2)[0] = 3",
            "'abc'[0] = 'x'",
            "5()",
            "len()",
            "max([])",
            "{[]: 1}",
            "{}.update(5)",
            "raise SystemError('s')",
            f"{self.expression(1)}",
        )

    def simple(self):
        v = self.pick("a", "b", "c")
        w = self.pick("a", "b", "c")
        return self.pick(
            f"{v} = {self.expression(1)}",
            f"print({self.expression(1)})",
            f"print({v})",
            f"print({v}, {w}, sep='|')",
            f"{v} = {w}",
            f"{v} {self.pick('+=','-=','*=','//=','%=','**=','&=','|=','^=','<<=','>>=','/=')} {self.pick(self.small(),self.anything())}",
            f"{v}, {w} = {w}, {v}",
            f"{v} = {w} = {self.anything()}",
            f"{v}, *{w} = {self.pick(self.items(),self.span(),self.text(),self.group())}",
            f"*{v}, {w} = {self.items()}",
            f"({v}, {w}), z = {self.pick('(1, 2), 3','[5, 6], 7',chr(39)+'ab'+chr(39)+', 1',self.items())}; print(z)",
            f"[{v}, {w}] = {self.items()}",
            f"del {v}",
            f"{v} = [{v}, {w}]",
            f"{v}: int = {self.small()}",
            f"{v}: 'list[int]'",
            f"if ({v} := {self.anything()}): print('w', {v})",
            f"print(f'{{{v}!r:>10}}|{{{w}}}')",
            f"print(({v} := {self.small()}) + 1, {v})",
            f"pass",
            f"{v} = lambda x={self.small()}: x * 2; print({v}(), {v}(3))",
            f"print(*[{v}, {w}], sep=', ', end=';\\n')",
            f"print('%s and %r' % ({v}, {w}))",
            f"{v} = {self.items()}; {w} = {v}; {w} += [9]; print({v}, {w}, {v} is {w})",
            f"{v} = {self.items()}; {w} = {v}[:]; {w} = {w} + [9]; print({v}, {w}, {v} is {w})",
            f"{v} = {self.mapping()}; {v}['new'] = {self.anything()}; print({v})",
            f"{v} = {{}}; {v}[{self.anything()}] = 1; print({v})",
            f"{v} = list(range(10)); {v}[{self.number(-12,12)}:{self.number(-12,12)}{self.pick('',':2',':-1',':3')}] = {self.pick('[]','[0]','[0, 0]','[1, 2, 3]',chr(39)+'xy'+chr(39),'range(3)','5')}; print({v})",
            f"{v} = list(range(10)); del {v}[{self.number(-12,12)}:{self.number(-12,12)}{self.pick('',':2',':-1',':3')}]; print({v})",
            f"{v} = list(range(6)); {v}[{self.small()}] {self.pick('+=','-=','*=','//=')} {self.pick(self.small(),self.real())}; print({v})",
            f"{v} = [[0] * 2] * 2; {v}[0][1] = 5; print({v})",
            f"{v} = {self.mapping()}; del {v}[{self.pick(repr('a'),'1',repr('zz'))}]; print({v})",
            f"{v} = {self.mapping()}; {v} |= {self.pick(self.mapping(),'[(1, 2)]','5')}; print({v})",
            f"{v} = {self.members()}; {v} {self.pick('|=','&=','-=','^=')} {self.pick(self.members(),self.items())}; print({v})",
            f"{v} = {self.text()}; {v} += {self.pick(self.text(), '1')}; print({v})",
            f"{v} = {self.group()}; {v} += {self.pick(self.group(), '[1]')}; print({v})",
            f"print({v} if {self.test()} else {w})",
            f"print(not {v}, {v} and {w}, {v} or {w})",
            f"x, y = divmod({self.whole()}, {self.number(1,9)}); print(x, y)",
            f"global_name = {self.small()}; print(global_name)",
            f"print(type({v}).__name__)",
        )

    def body(self, d, loop=False, fn=False):
        out = []
        for _ in range(self.number(1, 3)):
            out += self.statement(d - 1, loop, fn)
        return out

    def statement(self, d=2, loop=False, fn=False):
        if d <= 0 or self.random.random() < 0.45:
            if loop and self.random.random() < 0.25:
                return [self.pick("break", "continue", f"if {self.test()}: break", f"if {self.test()}: continue")]
            if fn and self.random.random() < 0.25:
                return [self.pick("return", f"return {self.expression(1)}", f"return a, b", f"if {self.test()}: return {self.anything()}")]
            return [self.simple()]
        k = self.number(0, 15)
        if k == 0:
            o = [f"if {self.test()}:"] + self.indented(self.body(d, loop, fn))
            if self.random.random() < 0.4:
                o += [f"elif {self.test()}:"] + self.indented(self.body(d, loop, fn))
            if self.random.random() < 0.6:
                o += ["else:"] + self.indented(self.body(d, loop, fn))
            return o
        if k in (1, 2):
            o = [
                f"for {self.pick('i','i, j','a','i','(i, j)','i, *j','_')} in {self.pick(self.span(),self.items(),self.text(),'enumerate('+self.items()+')','zip('+self.items()+', '+self.text()+')',self.mapping()+'.items()',self.mapping(),'reversed('+self.items()+')',self.members(),'sorted('+self.items()+')','[(1, 2), (3, 4)]','map(str, '+self.items()+')','(x*2 for x in range(3))',self.anything())}:"
            ] + self.indented(self.body(d, True, fn) + ["print('it')"])
            if self.random.random() < 0.3:
                o += ["else:"] + self.indented(self.body(d, loop, fn))
            return o
        if k == 3:
            v = f"k{d}"
            o = [f"{v} = 0", f"while {v} < {self.number(0,4)}:"] + self.indented([f"{v} += 1"] + self.body(d, True, fn))
            if self.random.random() < 0.3:
                o += ["else:", "    print('else', " + v + ")"]
            return o
        if k in (4, 5, 6):
            b = self.body(d, loop, fn) + [self.raising()]
            o = ["try:"] + self.indented(b)
            if self.random.random() < 0.85:
                o += [f"except {self.classes()} as e:"] + self.indented(
                    [
                        self.pick(
                            "print(type(e).__name__, e)",
                            "print(repr(e))",
                            "print(e.args)",
                            "print('caught', str(e))",
                            "raise",
                            "raise ValueError('second') from e",
                            "print(e.__class__.__name__, e.__cause__, repr(e.__context__))",
                        )
                    ]
                    + (self.body(d, loop, fn) if self.random.random() < 0.3 else [])
                )
                if self.random.random() < 0.3:
                    o += ["except:" if self.random.random() < 0.5 else f"except {self.classes()}:", "    print('other')"]
                if self.random.random() < 0.3:
                    o += ["else:", "    print('no error')"]
                if self.random.random() < 0.4:
                    o += ["finally:"] + self.indented(self.body(d, False, False))
                if self.random.random() < 0.2:
                    o += ["print(e)"]
            else:
                o += ["finally:", "    print('fin')"]
            return o
        if k in (7, 8, 9):
            f = self.pick("f", "g")
            params = self.pick(
                "",
                "x",
                "x, y=2",
                "*args",
                "**kw",
                "x, *rest, k=1, **kw",
                "x, /, y, *, z=3",
                "x=[]",
                "a, b",
                "x, y=None, *a",
                "*, k",
                "x: int, y: str = 'q'",
            )
            call = self.pick(
                "",
                "1",
                "1, 2",
                "1, 2, 3",
                "x=1",
                "1, y=5",
                "1, k=2",
                "k=3",
                "1, 2, z=9",
                "*[1, 2]",
                "**{'x': 1}",
                "1, 2, 3, 4, k=5, m=6",
                "a=1, b=2",
                "b=1",
                "1, z=2",
                "1, x=2",
            )
            names = [q.split("=")[0].split(":")[0].strip().lstrip("*") for q in params.split(",") if q.strip() not in ("/", "*", "")]
            shown = ", ".join(n for n in names if n) or "0"
            dec = [f"@{self.pick('deco','deco2(3)')}"] if self.random.random() < 0.15 else []
            return (
                dec
                + [f"def {f}({params}){self.pick('',' -> int','')}:"]
                + self.indented(
                    (['"""Doc."""'] if self.random.random() < 0.2 else [])
                    + ([f"print({shown})"])
                    + ([self.pick("global a", "nonlocal_ = 1", "a = 1; b = 2", "b = 0")] if self.random.random() < 0.4 else [])
                    + self.body(d, False, True)
                    + (["x.append(1)"] if params == "x=[]" else [])
                )
                + [f"print({f}({call}))"]
                + ([f"print({f}({call}))"] if self.random.random() < 0.3 else [])
                + ([f"print({f}.__name__, {f}.__doc__)"] if self.random.random() < 0.2 else [])
            )
        if k == 10:
            return [
                "def outer(n):",
                "    total = n",
                "    def inner(m=1):",
                f"        {self.pick('nonlocal total','global a','pass')}",
                f"        {self.pick('total += m','total = m','a = m','print(total)')}",
                f"        return {self.pick('total','m','total + n','lambda: total')}",
                "    " + self.pick("inner()", "print(inner(2))", "inner(); inner(5)"),
                f"    return {self.pick('total','inner','inner()','[inner(i) for i in range(3)]')}",
                (
                    f"print(outer({self.small()}))"
                    if self.random.random() < 0.5
                    else f"r = outer({self.small()}); print(r() if callable(r) else r)"
                ),
            ]
        if k == 11:
            return [
                self.pick(
                    "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\nprint([fib(i) for i in range(12)])",
                    "def fact(n):\n    if n <= 1: return 1\n    return n * fact(n - 1)\nprint(fact(30))",
                    "def depth(n):\n    return depth(n + 1)\ntry:\n    depth(0)\nexcept RecursionError as e:\n    print(type(e).__name__)",
                    "def gcd(a, b):\n    while b:\n        a, b = b, a % b\n    return a\nprint(gcd(462, 1071))",
                    "def flat(l):\n    out = []\n    for v in l:\n        if isinstance(v, list): out.extend(flat(v))\n        else: out.append(v)\n    return out\nprint(flat([1, [2, [3, [4]]]]))",
                    "def compose(*fs):\n    def run(x):\n        for f in fs: x = f(x)\n        return x\n    return run\nprint(compose(str, len, lambda n: n * 2)(12345))",
                    "acc = []\ndef add(v, to=acc):\n    to.append(v)\n    return to\nadd(1); print(add(2), acc)",
                    "fs = []\nfor i in range(3):\n    def h(): return i\n    fs.append(h)\nprint([f() for f in fs])",
                    "fs = [lambda i=i: i * 10 for i in range(3)]\nprint([f() for f in fs])",
                    "it = iter([1, 2, 3])\nprint(next(it), list(it), list(it), next(it, None))",
                    "g = (x for x in range(3))\nprint(sum(g), sum(g))",
                    "d = {}\nfor w in 'the cat the dog the end'.split():\n    d[w] = d.get(w, 0) + 1\nprint(d, sorted(d.items(), key=lambda kv: (-kv[1], kv[0])))",
                    "d = {'a': 1}\ntry:\n    for k in d: d[k + 'x'] = 1\nexcept RuntimeError as e: print(e)",
                    "s = {1, 2}\ntry:\n    for k in s: s.add(k + 10)\nexcept RuntimeError as e: print(e)",
                    "l = [1, 2, 3, 4]\nfor v in l:\n    if v % 2: l.remove(v)\nprint(l)",
                    "def f():\n    print(zz)\n    zz = 1\ntry: f()\nexcept UnboundLocalError as e: print(e)",
                    "def f():\n    del q\n    q = 1\ntry: f()\nexcept UnboundLocalError as e: print(e)",
                    "def f():\n    def g(): return late\n    try: return g()\n    except NameError as e: print(e)\n    late = 1\nf()",
                    "x = 10\ndef f():\n    x = 20\n    def g():\n        global x\n        x += 1\n        return x\n    return g(), x\nprint(f(), x)",
                    "def f(a, b=2, *c, d=4, **e): return a, b, c, d, e\nprint(f(1), f(1, 2, 3, 4, d=5, z=6), f(*[1, 2], **{'d': 9}))",
                    "def deco(fn):\n    def wrap(*a, **k):\n        print('call', fn.__name__, a, k)\n        return fn(*a, **k)\n    return wrap\n@deco\ndef add(a, b=1): return a + b\nprint(add(1), add(1, b=5), add.__name__)",
                    "def f():\n    try: return 1\n    finally: print('f')\nprint(f())",
                    "def f():\n    for i in range(3):\n        try:\n            if i == 1: continue\n            if i == 2: break\n        finally: print('fin', i)\n    return i\nprint(f())",
                    "def f():\n    try: 1/0\n    except ZeroDivisionError: return 'e'\n    finally: return 'f'\nprint(f())",
                    "try:\n    try: 1/0\n    except ZeroDivisionError as e: raise ValueError('v') from e\nexcept ValueError as e: print(repr(e), repr(e.__cause__), e.__context__ is e.__cause__)",
                    "try:\n    try: int('x')\n    finally: print('cleanup')\nexcept ValueError as e: print(e)",
                    "if __name__ == '__main__':\n    print('main')",
                    "print(*(i for i in range(3)), sep='-')",
                    "print(f\"{'a' if 1 else 'b'} {1+1:>{2*3}} {[i for i in range(3)]}\")",
                    "m = [[1, 2], [3, 4]]\nprint([list(r) for r in zip(*m)], sum(m, []))",
                    "print(sorted(['b', 'A', 'c'], key=str.lower), sorted([3, 1, 2], reverse=True), max(['a', 'bbb'], key=len))",
                    "a = b = []\na.append(1)\nprint(b, a is b)",
                    "t = (1, [2])\ntry: t[1] += [3]\nexcept TypeError as e: print(e)\nprint(t)",
                    "len = lambda x: 'shadow'\nprint(len([1]))\ndel len\nprint(len([1]))",
                    "for i in range(3): pass\nprint(i)",
                    "x = 5\nprint([x for x in range(3)], x)",
                    "print((lambda *a, **k: (a, k))(1, 2, z=3))",
                    "n = 0\nwhile True:\n    n += 1\n    if n > 5: break\nelse: print('never')\nprint(n)",
                    "a, (b, *c), d = 1, (2, 3, 4), 5\nprint(a, b, c, d)",
                    "print('a' 'b' \"c\", r'\\n', '\\x41\\u00e9\\N{DEGREE SIGN}', '''x\ny''', 'line \\\ncont')",
                    "x = (1 +\n     2)\ny = 1 + \\\n    2\nprint(x, y)",
                    "print(0x1F, 0b101, 0o17, 1_000, 1e3, .5, 5., 1E-3, 0xFFFFFFFFFFFFFFFFFF, 00)",
                    "def f(x: int, *, y: 'str' = 'a') -> None: ...\nprint(f(1))",
                    "z = 1 if 0 else 2 if 0 else 3\nprint(z)",
                    "print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 'a' < 'b' < 'c')",
                    "def f(n):\n    if n == 0: raise ValueError(n)\n    f(n - 1)\ntry: f(3)\nexcept ValueError as e: print(e.args)",
                )
            ]
        if k == 12:
            return [f"with_result = [{self.expression(1)} for q in {self.span()}]", f"print(with_result)"]
        if k == 13:
            return [
                f"d = {self.mapping()}",
                f"for k, v in {self.pick('d.items()','sorted(d.items(), key=str)')}:",
                "    print(k, v)",
                f"print(len(d), list(d), {self.pick('d.get(1)','d.pop(1, None)','d.setdefault(9, [])',repr('a')+' in d')}, d)",
            ]
        if k == 14:
            return [
                f"l = {self.items()}",
                f"for i, v in enumerate(l{self.pick('',', 1')}):",
                f"    print(i, v)",
                f"l.{self.pick('append(1)','extend([1])','insert(0, 9)','reverse()','sort(key=str)','pop()','clear()')}",
                "print(l)",
            ]
        return [f"r = [f({self.small()}) for f in (lambda x: x + 1, lambda x: x * 2, abs, str)]", "print(r)"]

    def program(self):
        out = ["a, b, c = 1, 'two', [3]"]
        if self.random.random() < 0.3:
            out += [
                "def deco(fn):",
                "    return lambda *a, **k: ('deco', fn(*a, **k))",
                "def deco2(n):",
                "    def d(fn): return fn",
                "    return d",
            ]
        for _ in range(self.number(2, 5)):
            out += self.statement(3)
        return "\n".join(out) + "\n"
