"""Values of every type, as code writes them."""

import random


class Values:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, *o):
        return self.random.choice(o)

    def number(self, a=-6, b=6):
        return self.random.randint(a, b)

    # atoms

    def whole(self):
        return self.pick(
            str(self.number(-20, 20)),
            str(self.number(-9, 9)),
            str(self.number(0, 9)),
            str(self.number(-1000, 100000)),
            "0",
            "1",
            "-1",
            "True",
            "2**64",
            "10**20",
            "-(3**50)",
            "2**63-1",
            "-2**63",
            "0xff",
            "0b1011",
            "0o17",
            "1_000_000",
            "7",
            "-7",
            "12",
            "255",
            "10**30+7",
        )

    def small(self):
        return str(self.number(-5, 7))

    def real(self):
        return self.pick(
            "0.5",
            "-2.75",
            "3.0",
            "1e-7",
            "1e16",
            "1e22",
            "123456.789",
            "-0.0",
            "0.1",
            "2.5",
            "3.5",
            "1e300",
            "float('inf')",
            "float('-inf')",
            "float('nan')",
            "1e-5",
            "0.0001",
            "100.0",
            "1/3",
            "2/3",
            "1e15",
            "123456789012345.6",
            "1.5e-10",
            "99.995",
            "0.000123456",
            f"{self.random.uniform(-100,100):.4f}",
            f"{self.random.uniform(-1,1):.6f}",
            "1234567.0",
            "5e-324",
            "1.7976931348623157e308",
        )

    def text(self):
        return self.pick(
            "'conv'",
            "'Pool 2D'",
            "''",
            "'a,b,,c'",
            "'  pad\\t'",
            "'hello world'",
            "'AbC'",
            "'x'",
            '"it\'s"',
            "'say \"hi\"'",
            "'both \\' and \"'",
            "'12'",
            "'-3.5'",
            "'é'",
            "'straße'",
            "'tab\\tnl\\n'",
            "'line1\\nline2\\r\\nline3\\n'",
            "'aaa'",
            "'abcabc'",
            "'a b  c '",
            "r'raw\\n'",
            "'\\x41\\u00e9'",
            "'日本'",
            "'🙂ok'",
            "'0'",
            "'007'",
            "'True'",
            "'none'",
            "'same-valid_mode'",
            "'a.b.c'",
            "'\\\\'",
            "'\\0'",
            "'ß'",
            "'İ'",
            "'ǅ'",
            "'e\\u0301'",
            "'²'",
            "'½'",
            "'abc123'",
            "'_x1'",
            "'class'",
            "'\\x7f'",
            "'\\xa0'",
            "'''tri\nple'''",
            "'con' 'cat'",
        )

    def items(self):
        return self.pick(
            "[]",
            "[1, 2, 3]",
            "[3, 1, 2]",
            "[1, 'a', None]",
            "list(range(6))",
            "[[1, 2], [3]]",
            "['b', 'a', 'c']",
            "[0.5, 1, True]",
            "[1, [2, [3]]]",
            "list('abc')",
            "[5, 3, 5, 1]",
            "[(1, 'b'), (0, 'a')]",
            "[None]",
            "[x*x for x in range(4)]",
            "[1.0, 2, 2**70]",
            f"[{self.whole()}, {self.real()}, {self.text()}]",
            f"[{self.small()}, {self.small()}, {self.small()}, {self.small()}]",
        )

    def group(self):
        return self.pick(
            "()",
            "(1,)",
            "(1, 2)",
            "(3, 'a', None)",
            "tuple('xy')",
            "((1, 2), 3)",
            "(1, [2])",
            "(0.5, -1)",
            f"({self.whole()}, {self.text()})",
        )

    def mapping(self):
        return self.pick(
            "{}",
            "{'a': 1, 'b': 2}",
            "{1: 'x', 2: 'y', 3: 'z'}",
            "{'k': [1, 2], 'n': None}",
            "dict(a=1, c=3)",
            "{(1, 2): 'p'}",
            "{1: 'i', 1.0: 'f', True: 't'}",
            "{i: i*i for i in range(4)}",
            "dict(zip('abc', range(3)))",
            "{'x': {'y': 1}}",
            "dict([(1, 2), (3, 4)])",
        )

    def members(self):
        return self.pick(
            "set()",
            "{1, 2, 3}",
            "{3, 1, 2}",
            "{5, 1, 9, 33, 2}",
            "{0, 8, 16, 1}",
            f"{{{self.small()}, {self.small()}, {self.small()}, {self.number(0,100)}}}",
            "set(range(0, 40, 7))",
            "frozenset([1, 2])",
            "frozenset()",
            "{-1, -2, 5}",
            "{1.5, 2, 0.5}",
            "{(1, 2), (0, 1)}",
            "{x % 5 for x in range(20)}",
            "{True, 0, 2}",
            "set([2**70, 1])",
            "frozenset({100, 3, 50})",
        )

    def span(self):
        return self.pick("range(5)", "range(2, 10, 3)", "range(10, 0, -2)", "range(0)", "range(5, 2)", "range(-3, 3)", "range(1, 20, 5)")

    def other(self):
        return self.pick(
            "None",
            "Ellipsis",
            "int",
            "len",
            "print",
            "(lambda: 1)",
            "ValueError",
            "ValueError('x', 1)",
            "KeyError('k')",
            "slice(1, 5, 2)",
            "iter([1])",
            "type",
            "(x for x in [1])",
            "object",
        )

    def anything(self):
        return self.random.choice(
            [
                self.whole,
                self.whole,
                self.real,
                self.text,
                self.text,
                self.items,
                self.items,
                self.group,
                self.mapping,
                self.members,
                self.span,
                self.other,
            ]
        )()

    def truth(self):
        return self.pick(
            "True", "False", f"{self.anything()} == {self.anything()}", f"{self.whole()} < {self.real()}", f"bool({self.anything()})"
        )

    # expressions
