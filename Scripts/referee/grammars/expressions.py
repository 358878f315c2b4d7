"""Expressions over all that the language has; values of any type meet any operator, method and builtin."""

from .failures import FAILURES
from .methods import Methods


class Expressions(Methods):
    def expression(self, d=2):
        if d <= 0:
            return self.anything()
        return self.random.choice(
            [
                self.arithmetic,
                self.arithmetic,
                self.comparison,
                self.text_method,
                self.text_method,
                self.text_method,
                self.list_method,
                self.dict_method,
                self.set_method,
                self.number_method,
                self.formatted,
                self.formatted,
                self.formatted_text,
                self.formatted_text,
                self.percent,
                self.braces,
                self.slicing,
                self.slicing,
                self.builtin,
                self.builtin,
                self.builtin,
                self.comprehension,
                self.condition,
                self.conversion,
                self.attribute,
                self.function,
                self.ranges,
                self.failure,
                self.argument_count,
            ]
        )(d - 1)

    def arithmetic(self, d):
        op = self.pick("+", "-", "*", "/", "//", "%", "**", "&", "|", "^", "<<", ">>", "+", "-", "*", "//", "%")
        k = self.random.random()
        if k < 0.4:
            a, b = self.whole(), self.whole()
        elif k < 0.6:
            a, b = self.pick(self.whole(), self.real()), self.pick(self.real(), self.whole())
        elif k < 0.8:
            a, b = self.anything(), self.anything()
        else:
            a, b = f"({self.expression(d)})", f"({self.expression(d)})"
        if op in ("**", "<<"):
            b = self.pick(self.small(), self.small(), "2", "-1", "2.0", "'a'", "70", "True")
        if op == "*" and k >= 0.6:
            b = self.pick(self.small(), "2", "0", "-1", "True", "1.0", "'a'", "None", self.items())
        if op == ">>":
            b = self.pick(self.small(), "3", "70", "1.0")
        return (
            self.pick(f"({a}) {op} ({b})", f"({a}) {op} ({b})", f"-({a})", f"~({a})", f"+({a})", f"not ({a})")
            if self.random.random() < 0.3
            else f"({a}) {op} ({b})"
        )

    def comparison(self, d):
        a, b, c = self.anything(), self.anything(), self.anything()
        return self.pick(
            f"({a}) {self.pick('<','<=','>','>=','==','!=')} ({b})",
            f"({self.whole()}) {self.pick('<','<=','>','>=','==','!=')} ({self.real()})",
            f"({self.small()}) < ({self.small()}) <= ({self.small()})",
            f"({a}) in ({b})",
            f"({a}) not in ({b})",
            f"({a}) is None",
            f"({a}) is not None",
            f"({a}) and ({b})",
            f"({a}) or ({b})",
            f"({a}) and ({b}) or ({c})",
            f"not ({a}) == ({b})",
            f"({self.text()}) < ({self.text()})",
            f"({self.items()}) < ({self.items()})",
            f"({self.group()}) >= ({self.group()})",
            f"({self.members()}) {self.pick('<','<=','==','>')} ({self.members()})",
            f"({self.mapping()}) == ({self.mapping()})",
            f"({self.text()}) in ({self.text()})",
            f"({self.small()}) in ({self.span()})",
            f"1 < 2 < 3 != 4",
            f"({self.span()}) == ({self.span()})",
        )

    def builtin(self, d):
        a, b = self.anything(), self.anything()
        l = self.pick(self.items(), self.span(), self.group(), self.text(), self.members())
        return self.pick(
            f"len({a})",
            f"list({a})",
            f"tuple({l})",
            f"sorted({l})",
            f"sorted({l}, key=str)",
            f"sorted({l}, key=lambda v: str(v)[::-1], reverse=True)",
            f"sorted({l}, reverse=True)",
            f"list(reversed({a}))",
            f"sum({l})",
            f"sum({self.span()}, {self.pick('5','0.5','[]',chr(39)*2)})",
            f"sum([[1], [2]], [])",
            f"min({l})",
            f"max({l})",
            f"min({l}, key=str)",
            f"max({l}, default='none')",
            f"min([], default=None)",
            f"max({self.small()}, {self.small()}, {self.small()})",
            f"max('ab', 'b', key=len)",
            f"max()",
            f"max(1)",
            f"min({a}, {b})",
            f"any({l})",
            f"all({l})",
            f"list(enumerate({l}))",
            f"list(enumerate({l}, 5))",
            f"list(enumerate({l}, start=-1))",
            f"list(zip({l}, {self.items()}))",
            f"list(zip({l}))",
            f"list(zip())",
            f"list(zip({self.items()}, {self.items()}, strict=True))",
            f"dict(zip('abc', {l}))",
            f"list(zip(*[[1, 2], [3, 4]]))",
            f"list(map(str, {l}))",
            f"list(map(lambda a, b: (a, b), {l}, {self.items()}))",
            f"list(map(int, {self.pick('[1.5, 2.5]',self.text(),'[True, 2]')}))",
            f"list(filter(None, {l}))",
            f"list(filter(lambda v: v != 1, {l}))",
            f"isinstance({a}, {self.pick('int','str','(int, float)','list','bool','type(None)','dict','object','int | str','tuple','set','float','type','Exception','5',chr(39)+'int'+chr(39))})",
            f"type({a}).__name__",
            f"type({a}) == type({b})",
            f"callable({a})",
            f"repr({a})",
            f"str({a})",
            f"ascii({a})",
            f"ord({self.text()})",
            f"chr({self.pick(65,233,8364,128578,0,-1,1114112,'1.5')})",
            f"iter({a}).__next__()" if self.random.random() < 0.05 else f"next(iter({a}))",
            f"next(iter([]), 'end')",
            f"next({a})",
            f"hasattr({a}, {self.pick(repr('upper'),repr('append'),repr('nope'),repr('real'),repr('__len__'),repr('__iter__'))})",
            f"getattr({a}, 'nope', 'dflt')",
            f"getattr({a}, 'nope')",
            f"abs({a})",
            f"bool({a})",
            f"range({self.small()}, {self.small()}, {self.pick(1,2,-1,0)})",
            f"range({a})",
            f"list(range({self.small()}, {self.small()}, {self.pick(1,2,-1,-2)}))",
            f"len({self.span()})",
            f"({self.span()}).count(3)",
            f"({self.span()}).index({self.small()})",
            f"issubclass({self.pick('bool','int','KeyError','ValueError')}, {self.pick('int','LookupError','Exception','object')})",
            f"print({a}, {b}, sep={self.pick(repr('-'),repr(''),'None','1')}, end={self.pick(repr('!'),repr(chr(10)),'None')})",
            f"print({a}, {b})",
            f"print()",
            f"print(*{l})",
            f"print({a}, sep='')",
            f"sorted([3, 'a'])",
            f"sorted({{'b': 1, 'a': 2}})",
            f"sorted([(2, 'b'), (1, 'z'), (2, 'a')])",
            f"sorted(['b', 'A', 'c'], key=str.lower)",
            f"list(map(str.upper, ['a', 'b']))",
            f"list(map(len, {l}))",
            f"divmod({self.small()}, {self.small()})",
            f"hash({a}) == hash({a})" if "object" not in a and "lambda" not in a and "iter" not in a and " for " not in a else "1",
            f"list(iter(lambda c=[0]: c.append(0) or len(c), 4))",
            f"str(b=1)",
            f"list(1)",
            f"tuple({a})",
            f"set({self.pick(self.items(),self.span(),self.group())})",
            f"int()",
            f"str(), float(), list(), tuple(), dict(), set(), bool()",
        )

    def comprehension(self, d):
        return self.pick(
            f"[x * {self.small()} for x in {self.span()}]",
            f"[x for x in {self.pick(self.items(),self.text(),self.mapping())} if x]",
            f"[(x, y) for x in {self.span()} for y in 'ab' if x % 2]",
            f"{{x: x ** 2 for x in {self.span()}}}",
            f"{{str(k): v for k, v in {self.mapping()}.items()}}",
            f"[[i * j for j in range(3)] for i in range({self.number(1,3)})]",
            f"sum(x for x in {self.span()} if x > {self.small()})",
            f"list(x + y for x, y in zip([1, 2], [3, 4]))",
            f"[y for x in {self.pick('[[1, 2], [3]]',self.items())} for y in x]",
            f"[x if x % 2 else -x for x in {self.span()}]",
            f"any(x > {self.small()} for x in {self.span()})",
            f"[z for x in range(4) if (z := x * 2) > 2]",
            f"(lambda n: [n + i for i in range(3)])({self.small()})",
            f"[a for a, *b in [(1, 2, 3), 'xyz']]",
            f"{{len(w) for w in 'a bb cc'.split()}}",
            f"', '.join(f'{{k}}={{v}}' for k, v in {self.mapping()}.items())",
            f"[f() for f in [lambda: i for i in range(3)]]",
            f"[f() for f in [lambda i=i: i for i in range(3)]]",
            f"[x for x in range(20) if x % 2 == 0 if x % 3 == 0]",
            f"dict((c, i) for i, c in enumerate('abc'))",
            f"tuple(i for i in {self.span()})",
            f"[*{self.span()}, *{self.items()}]",
            f"(*{self.group()}, 9)",
            f"max((len(w), w) for w in ['a', 'bbb', 'cc'])",
            f"[x for x in {self.anything()}]",
            f"[1/x for x in {self.span()}]",
            f"next((x for x in {self.span()} if x > 3), None)",
            f"[i for i, c in enumerate('hello') if c == 'l']",
            f"sorted({{w: len(w) for w in ['aa', 'b']}}.items(), key=lambda kv: kv[1])",
            f"[(i, j, k) for i in range(2) for j in range(i, 2) for k in range(j, 2)]",
        )

    def condition(self, d):
        return self.pick(
            f"({self.expression(d)}) if {self.truth()} else ({self.anything()})",
            f"(lambda v: 'pos' if v > 0 else 'neg' if v < 0 else 'zero')({self.pick(self.whole(),self.real())})",
            f"({self.anything()}) or ({self.expression(d)})",
            f"({self.anything()}) and ({self.expression(d)})",
        )

    def conversion(self, d):
        return self.pick(
            *[
                f"{t}({self.expression(d)})"
                for t in (
                    "str",
                    "repr",
                    "bool",
                    "list",
                    "tuple",
                    "int",
                    "float",
                    "len",
                    "sorted",
                    "sum",
                    "max",
                    "min",
                    "type",
                    "set",
                    "abs",
                )
            ]
        )

    def attribute(self, d):
        return self.pick(
            (
                f"({self.anything()}).{self.pick('nope','__class__','real','append','upper','keys','x')}"
                if self.random.random() < 0.4
                else f"({self.anything()}).{self.pick('nope','missing')}"
            ),
            f"({self.anything()}).__class__.__name__",
            f"len.__name__, print.__name__, (lambda: 0).__name__, int.__name__",
            f"({self.anything()}).__doc__ is None" if False else "str.upper('a')",
            f"list.append([], 1)",
            f"int.bit_length(5)",
            f"dict.get({{1: 2}}, 1)",
            f"str.join('-', 'abc')",
            f"float.is_integer(2.0)",
            f"slice(1, 2).start, range(5).stop, range(1, 9, 2).step",
            f"ValueError('a').args, KeyError('b').args",
            f"str.nope",
            f"list.index([1, 2], 2)",
            "set.union({1}, {2})",
            "''.join.__name__",
            "[].append.__name__",
        )

    def function(self, d):
        return self.pick(
            f"(lambda x, y=2, *a, k=3, **kw: (x, y, a, k, sorted(kw.items())))({self.pick('1','1, 5','1, 2, 3, 4','1, k=9','1, z=5, w=6','','1, x=2','*[1, 2, 3]','**{chr(120): 1}','*(1,), **{chr(107): 2}')})",
            f"(lambda *, a: a)({self.pick('1','a=1','','b=1')})",
            f"(lambda a, /, b: (a, b))({self.pick('1, 2','1, b=2','a=1, b=2','1')})",
            f"(lambda: {self.expression(d)})()",
            f"(lambda f, *a: f(*a))(max, 1, {self.small()})",
            f"(lambda x: x)({self.pick('','1, 2','y=1')})",
            f"(lambda x, y: x)({self.pick('','1','1, 2, 3','y=1')})",
            f"(lambda a, b=1: a)({self.pick('','1, 2, 3','b=3','1, b=2','a=1')})",
            "(lambda *a: a)(*5)",
            "(lambda **k: k)(**5)",
            "(lambda **k: k)(**{1: 2})",
            "(lambda **k: k)(a=1, **{'a': 2})",
            "(lambda a, b, c: 1)()",
            "(lambda a, *, b, c: 1)(1)",
            "(lambda: 1)(1)",
            "(lambda: 1)(a=1)",
        )

    def ranges(self, d):
        return self.pick(
            f"{self.span()}",
            f"repr({self.span()})",
            f"({self.span()})[::-1]",
            f"{self.small()} in {self.span()}",
            f"2.0 in {self.span()}",
            f"list({self.span()})",
            f"bool({self.span()})",
            f"range(3) == range(0, 3, 1)",
            f"range(1.5)",
            f"range('a')",
            f"range()",
            f"range(1, 2, 3, 4)",
            f"range(1, 5, 0)",
            f"{self.span()} + {self.span()}",
            f"hash(range(3)) == hash(range(0, 3))",
            f"list(range(10**18, 10**18 + 3))",
            f"len(range(-10**18, 10**18, 7))",
        )

    def failure(self, d):
        return self.pick(*FAILURES)

    def argument_count(self, d):
        f = self.pick(
            "len",
            "abs",
            "sorted",
            "sum",
            "min",
            "max",
            "int",
            "float",
            "str",
            "list",
            "tuple",
            "dict",
            "set",
            "range",
            "enumerate",
            "zip",
            "map",
            "filter",
            "reversed",
            "any",
            "all",
            "round",
            "divmod",
            "pow",
            "ord",
            "chr",
            "bin",
            "hex",
            "repr",
            "isinstance",
            "type",
            "getattr",
            "hasattr",
            "callable",
            "iter",
            "next",
            "hash",
            "format",
            "bool",
            "frozenset",
            "slice",
            "print",
            "[1, 2].append",
            "[1, 2].pop",
            "[1, 2].index",
            "[1, 2].insert",
            "[1, 2].sort",
            "[1, 2].count",
            "[1, 2].extend",
            "[1, 2].remove",
            "[1, 2].reverse",
            "[1, 2].copy",
            "[1, 2].clear",
            "{1: 2}.get",
            "{1: 2}.pop",
            "{1: 2}.keys",
            "{1: 2}.items",
            "{1: 2}.update",
            "{1: 2}.setdefault",
            "{1: 2}.popitem",
            "'ab'.upper",
            "'ab'.split",
            "'ab'.join",
            "'ab'.replace",
            "'ab'.find",
            "'ab'.strip",
            "'ab'.startswith",
            "'ab'.center",
            "'ab'.zfill",
            "'ab'.partition",
            "'ab'.count",
            "'ab'.format",
            "'ab'.splitlines",
            "'ab'.index",
            "'ab'.title",
            "{1, 2}.add",
            "{1, 2}.union",
            "{1, 2}.remove",
            "{1, 2}.issubset",
            "{1, 2}.pop",
            "{1, 2}.copy",
            "(1, 2).index",
            "(1, 2).count",
            "(5).bit_length",
            "(1.5).is_integer",
        )
        n = self.pick(0, 0, 1, 1, 2, 2, 3, 4)
        a = [self.pick("1", "2", "'a'", "[1]", "None", "'ab'", "0", "(1, 2)", "1.5") for _ in range(n)]
        if self.random.random() < 0.15:
            a.append(self.pick("foo=1", "key=None", "reverse=True", "default=1", "start=2", "sep=','"))
        return f"{f}({', '.join(a)})"
