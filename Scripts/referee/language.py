"""Writes small programs from grammars, runs them in Python, and records what they print, for Tests/InterpreterTests.

    python3 Scripts/referee/language.py      # Python 3.11; writes Tests/InterpreterTests/Recorded/programs.jsonl
    python3 Scripts/referee/language.py FROM COUNT FILE    # other programs of the wider grammars, for a search
    python3 Scripts/referee/language.py classes COUNT FILE # other programs with classes; `generators`: with generators
    CONVSH_PROGRAMS=FILE Scripts/test --filter PythonRefereeTests    # compares those of a search

The grammar below knows the types of its expressions, so that most of its programs run to their end. Those of the folder `grammars` bring
values of any type to any operator, method and builtin, and compare Python's own words where it refuses.
"""

import contextlib
import io
import json
import os
import random
import re
import sys
import warnings

from cases.classes import PROGRAMS
from grammars.classes import Classes
from grammars.expressions import Expressions
from grammars.generators import Generators
from grammars.statements import Statements

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Tests", "InterpreterTests", "Recorded")
COUNT = 2400
EXPRESSIONS = 660
STATEMENTS = 360
CLASSES = 500
GENERATORS = 400
WORDS = ["conv", "Pool", "relu", "a b c", "x", "", "same, valid", "  pad ", "Keras3", "é", "tab\tnew\n", "it's", 'say "hi"', "9", "-4.5"]


class Grammar:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def pick(self, *options):
        return self.r.choice(options)

    def many(self, make, low, high):
        return [make() for _ in range(self.r.randint(low, high))]

    # Expressions by the type of their value.

    def whole(self, depth=2):
        if depth == 0 or self.r.random() < 0.3:
            return self.pick(*[str(self.r.randint(-20, 20)) for _ in range(4)], "(10**20)", "0x1f", "1_000", "(2**63)", "(-(2**63))")
        a, b = self.whole(depth - 1), self.whole(depth - 1)
        return self.pick(f"({a} + {b})", f"({a} - {b})", f"({a} * {b})", f"({a} // {b})", f"({a} % {b})", f"(-{a})", f"abs({a})",
                         f"({a} ** {self.r.randint(0, 5)})", f"({a} if {self.truth(depth - 1)} else {b})", f"len({self.items(depth - 1)})",
                         f"sum({self.numbers(depth - 1)})", f"max({a}, {b})", f"min({a}, {b})", f"int({self.real(depth - 1)})",
                         f"round({self.real(depth - 1)})", f"divmod({a}, {b})[0]", f"({self.r.randint(-99, 99)} >> 2)", f"~{self.r.randint(-9, 9)}",
                         f"({self.r.randint(0, 99)} & {self.r.randint(0, 99)})", f"({self.r.randint(0, 99)} ^ {self.r.randint(0, 99)})",
                         f"int('{self.r.randint(-99, 99)}')")

    def real(self, depth=2):
        if depth == 0 or self.r.random() < 0.3:
            return self.pick("0.5", "-1.25", "3.0", "1e-7", "2.5e16", "0.1", "1e300", "123456.789", ".5", "7.", "1e22", "-0.0", "float('inf')",
                             repr(round(self.r.uniform(-50, 50), 3)))
        a, b = self.real(depth - 1), self.pick(self.real, self.whole)(depth - 1)
        return self.pick(f"({a} + {b})", f"({a} - {b})", f"({a} * {b})", f"({a} / {b})", f"({a} // {b})", f"({a} % {b})", f"(-{a})",
                         f"abs({a})", f"round({a}, {self.r.randint(0, 4)})", f"float({b})", f"({self.whole(depth - 1)} / {b})",
                         f"max({a}, {b})", f"({a} ** {self.pick('2', '-1', '0.5', '0')})")

    def truth(self, depth=2):
        if depth == 0:
            return self.pick("True", "False")
        a, b = self.whole(depth - 1), self.whole(depth - 1)
        return self.pick(f"({a} < {b})", f"({a} <= {b} < {self.whole(depth - 1)})", f"({a} == {b})", f"(not {self.truth(depth - 1)})",
                         f"({self.truth(depth - 1)} and {self.truth(depth - 1)})", f"({self.truth(depth - 1)} or {self.truth(depth - 1)})",
                         f"({self.text(depth - 1)} in {self.text(depth - 1)})", f"({a} in {self.items(depth - 1)})", f"bool({self.items(depth - 1)})",
                         f"({self.text(depth - 1)} < {self.text(depth - 1)})", f"isinstance({a}, (int, str))", f"({self.items(depth - 1)} == {self.items(depth - 1)})",
                         f"any(v > 2 for v in {self.numbers(depth - 1)})", f"all({self.items(depth - 1)})", f"({a} is None)", f"({self.text(depth - 1)}.isdigit())")

    def text(self, depth=2):
        if depth == 0 or self.r.random() < 0.25:
            return repr(self.pick(*WORDS))
        a, b = self.text(depth - 1), self.text(depth - 1)
        n = self.r.randint(-3, 5)
        return self.pick(f"({a} + {b})", f"({a} * {n})", f"{a}.upper()", f"{a}.lower()", f"{a}.strip()", f"{a}.title()", f"{a}.capitalize()",
                         f"{a}.replace({b}, '_')", f"{a}[{n}:]", f"{a}[::-1]", f"{a}[:{n}]", f"'-'.join({a})", f"{a}.center({abs(n) + 8}, '*')",
                         f"{a}.ljust({abs(n) + 4})", f"{a}.rjust({abs(n) + 4}, '.')", f"{a}.zfill(7)", f"str({self.whole(depth - 1)})", f"str({self.real(depth - 1)})",
                         f"repr({self.pick(self.text, self.items)(depth - 1)})", f"{self.formatted(depth - 1)}", f"', '.join(str(v) for v in {self.items(depth - 1)})",
                         f"'%d|%5.2f|%s' % ({self.r.randint(-99, 99)}, {self.r.uniform(-9, 9):.3f}, {a})", f"'{{}}-{{:>6}}-{{x!r}}'.format({a}, {self.r.randint(-99, 99)}, x={b})",
                         f"{a}.swapcase()", f"chr({self.r.randint(65, 120)})", f"({a} or {b})", f"({a} and {b})")

    def formatted(self, depth):
        spec = self.pick("", ":>10", ":<8", ":^9", ":*^12", "!r", "!s:>12")
        number = self.pick(":d", ":5d", ":05d", ":+d", ":,", ":x", ":b", ":o", ":_", ":e", ":.1f")
        real = self.pick(":.2f", ":8.3f", ":.3e", ":g", ":.0f", ":+.1f", ":010.2f", ":.4g", ":%", ":,.2f", "")
        return self.pick(f"f'{{{self.simple_text()}{spec}}}'", f"f'{{{self.r.randint(-9999, 99999)}{number}}}'",
                         f"f'{{{self.r.uniform(-2000, 2000):.4f}{real}}}'", f"f'<{{{self.r.randint(1, 9)} + 1}}|{{[1, 2]}}>'", "f'{1 + 1=}'", "f'{{}} {3!r}'")

    def simple_text(self):
        return self.pick('"conv"', '"a b"', '"x" * 3', '"Pool".lower()')

    def numbers(self, depth=2):
        return self.pick(f"[{', '.join(self.many(lambda: self.whole(0), 1, 5))}]", f"range({self.r.randint(0, 6)})",
                         f"range({self.r.randint(-5, 5)}, {self.r.randint(-5, 15)}, {self.pick(1, 2, 3, -1)})",
                         f"[v * {self.r.randint(-3, 3)} for v in range({self.r.randint(1, 6)})]", f"tuple(v for v in range(6) if v % {self.r.randint(1, 3)})")

    def items(self, depth=1):
        inner = lambda: self.pick(self.whole, self.text, self.truth, self.real)(0)
        base = f"[{', '.join(self.many(inner, 0, 4))}]"
        n = self.r.randint(-3, 4)
        return self.pick(base, f"list({self.text(0)})", f"sorted({self.numbers(0)})", f"list(reversed({self.numbers(0)}))", f"{base}[{n}:]",
                         f"({base} + {base})", f"({base} * {self.r.randint(0, 2)})", f"list(zip({self.numbers(0)}, {self.text(0)}))",
                         f"[(i, v) for i, v in enumerate({self.numbers(0)})]", f"list({{'a': 1, 'b': {self.whole(0)}}}.items())",
                         f"sorted({self.text(0)}.split(), key=len, reverse={self.pick('True', 'False')})", f"list(map(lambda v: v * 2, {self.numbers(0)}))",
                         f"[*{self.numbers(0)}, 7]", f"{base}[::{self.pick(-1, 2)}]", f"list(filter(None, {base}))", f"{self.text(0)}.split({self.pick('', repr(','), repr('a'))})",
                         f"dict(a={self.whole(0)}, **{{'b': {self.text(0)}}})", f"{{k: v for k, v in zip({self.text(0)}, range(9))}}", f"({self.whole(0)},)", "()")

    # Statements.

    def body(self, depth, names):
        lines = []
        for _ in range(self.r.randint(1, 3)):
            lines += self.statement(depth, names)
        return lines

    def indent(self, lines):
        return ["    " + line for line in lines]

    def statement(self, depth, names):
        name = self.pick("a", "b", "c", "n")
        kind = self.r.random()
        if depth == 0 or kind < 0.35:
            options = [f"{name} = {self.value()}", f"print({self.value()})", f"print({self.value()}, {self.value()}, sep={self.pick(repr('|'), repr(', '))})",
                       f"{name} = {self.whole(1)}; {name} {self.pick('+', '-', '*')}= {self.whole(0)}; print({name})",
                       f"a, *b = {self.numbers()}; print(a, b)", f"(a, b), c = ({self.whole(0)}, {self.text(0)}), {self.real(0)}; print(a, b, c)",
                       f"n = {self.items()}; print(n, type(n).__name__)", f"d = {{}}; d[{self.text(0)}] = {self.whole(0)}; d.setdefault('k', []).append(1); print(d)",
                       f"l = [3, 1, 2]; l.{self.pick('append(9)', 'sort()', 'reverse()', 'insert(1, 7)', 'pop()', 'extend([4, 5])', 'remove(1)', 'pop(7)', 'index(9)')}; print(l)",
                       f"l = list(range(8)); l[{self.r.randint(-4, 4)}:{self.r.randint(-4, 8)}:{self.pick('', 2)}] = [0, 0]; print(l)", f"l = list(range(5)); del l[{self.r.randint(-6, 5)}]; print(l)",
                       f"s = {{1, 2, 3}}; print(sorted(s {self.pick('|', '&', '-', '^')} {{2, 5}}), {self.whole(0)} in s)"]
            return [self.r.choice(options)]
        if kind < 0.5:
            return [f"if {self.truth(1)}:"] + self.indent(self.body(depth - 1, names)) + (["elif " + self.truth(1) + ":"] + self.indent(self.body(depth - 1, names)) if self.r.random() < 0.3 else []) + ["else:"] + self.indent(self.body(depth - 1, names))
        if kind < 0.65:
            return [f"for i in {self.numbers()}:"] + self.indent([f"if i == {self.r.randint(0, 5)}: {self.pick('break', 'continue', 'pass')}"] + self.body(depth - 1, names) + ["print(i)"]) + (["else:", "    print('end')"] if self.r.random() < 0.3 else [])
        if kind < 0.72:
            k = f"k{depth}"
            return [f"{k} = 0", f"while {k} < {self.r.randint(1, 4)}:"] + self.indent([f"{k} += 1"] + self.body(depth - 1, names)) + [f"print({k})"]
        if kind < 0.86:
            return ["try:"] + self.indent(self.body(depth - 1, names) + [self.failing()]) + [f"except {self.pick('Exception', '(ValueError, KeyError)', 'ArithmeticError', 'LookupError', 'TypeError')} as e:", "    print(type(e).__name__, e)"] + (["finally:", "    print('f')"] if self.r.random() < 0.3 else [])
        return self.function(depth)

    def failing(self):
        return self.pick("1 / 0", "[1][3]", "{}['k']", "int('x')", "'a' + 1", "None.x", "undefined_name", "[].pop()", "len(5)", "raise ValueError('no', 2)",
                         "raise KeyError('k')", "assert False, 'why'", "a, b = [1]", "(1, 2)[5]", "'abc'.index('z')", "float('y')", "5 % 0", "1.0 // 0", "[1, 2].remove(3)",
                         "range(3)[9]", "print('fine')", "sorted([1, 'a'])", "max([])", "'a' * 'b'", "{}.pop('q')", "next(iter([]))", "1 < 'a'", "[] + ()", "{[]: 1}", "for_ = {1}.add([])")

    def function(self, depth):
        parameters, call = self.pick(("x, y=2", "5"), ("x, y=2", "5, y=7"), ("*args", "1, 2, 3"), ("x, *rest, **named", "1, 2, k=3"), ("x, *, y", "1, y=2"),
                                     ("x, *, y", "1, 2"), ("x", ""), ("x, y", "1, 2, 3"), ("**named", "b=1, a=2"), ("x, /, y", "1, y=2"), ("x=[]", ""))
        shown = {"x, y=2": "x, y", "*args": "args", "x, *rest, **named": "x, rest, named", "x, *, y": "x, y", "x": "x", "x, y": "x, y", "**named": "named", "x, /, y": "x, y", "x=[]": "x"}[parameters]
        kind = self.r.random()
        if kind < 0.5:
            return [f"def f({parameters}):"] + self.indent(self.body(0, []) + [f"return ({shown})"]) + ["try:", f"    print(f({call}))", "except TypeError as e:", "    print(e)"]
        if kind < 0.7:
            return ["def counter():", "    n = 0", "    def step(by=1):", "        nonlocal n", "        n += by", "        return n", "    return step", "s = counter()",
                    f"print(s(), s({self.r.randint(-5, 5)}), s())"]
        if kind < 0.85:
            return [f"def fact(n):", "    return 1 if n < 2 else n * fact(n - 1)", f"print(fact({self.r.randint(0, 25)}))"]
        return [f"fs = [lambda v, i=i: v {self.pick('+', '*', '-')} i for i in range({self.r.randint(1, 4)})]", f"print([g({self.r.randint(-5, 5)}) for g in fs])"]

    def value(self):
        return self.pick(self.whole, self.real, self.text, self.truth, self.items)()

    def program(self):
        lines = []
        for _ in range(self.r.randint(1, 3)):
            lines += self.statement(2, [])
        return "\n".join(["try:"] + self.indent(lines) + ["except Exception as e:", "    print(type(e).__name__, e)"]) + "\n" if self.r.random() < 0.7 else "\n".join(lines) + "\n"


def run(program):
    """What Python prints; None where it raises, or prints too much or what depends on the machine."""
    output = io.StringIO()
    try:
        with contextlib.redirect_stdout(output):
            exec(compile(program, "program", "exec"), {})
    except BaseException:
        return None
    text = output.getvalue()
    beyond = (" at 0x", "byte", "complex", "j)", "Exceeds the limit", "int too large")
    return None if len(text) > 1500 or len(program) > 900 or any(word in text for word in beyond) else text


# What this language leaves out, or what differs from one run of Python to the next.
BEYOND = (" at 0x", "j)", "complex", "bytes", "b'", "<function", "<built-in", "codec", "surrogate", "<generator", "<method", "object>", "<map", "<slot",
          "hash", 'Did you mean "print', "type.__new__")


def outcome(program, may_raise):
    """What Python prints, and the error that ends it; None where the two depend on the run, or are beyond this language."""
    output, error = io.StringIO(), ""
    try:
        code = compile(program, "program", "exec")
    except (SyntaxError, ValueError):
        return None
    try:
        with contextlib.redirect_stdout(output):
            exec(code, {"__name__": "__main__"})
    except (RecursionError, MemoryError, SystemExit):
        return None
    except BaseException as raised:
        if not may_raise:
            return None
        error = f"{type(raised).__name__}: {raised}"
    text = output.getvalue() + error
    if len(text) > 1500 or any(word in text for word in BEYOND) or any("\ud800" <= letter <= "\udfff" for letter in text):
        return None
    # Ranges go up to 64 bits.
    if re.search(r"range\([^)]*\d{19}", text):
        return None
    # The members of a set of strings stand in another order in each run.
    if any("'" in members and "," in members for members in re.findall(r"\{([^{}:]*)\}", text)):
        return None
    return text


def of_expressions(seed):
    """A program that prints a few expressions, whatever they raise."""
    grammar, program = Expressions(seed), ""
    for _ in range(6):
        line = f"try:\n    print(repr({grammar.expression()}))\nexcept Exception as e:\n    print(type(e).__name__, e)\n"
        if outcome(line, False) is not None:
            program += line
    return program, outcome(program, False)


def of_statements(seed):
    """A program of statements, which an error may end."""
    program = Statements(seed).program()
    return program, outcome(program, True) if len(program) < 1200 else None


def of_classes(seed):
    """A program with classes, which an error may end."""
    program = Classes(seed).program()
    return program, outcome(program, True)


def of_generators(seed):
    """A program with generators; those that run without end or ask for a name that changes are left out."""
    program = Generators(seed).program()
    return program, outcome(program, True)


def collect(make, count, seed, cases):
    """Adds programs that have an outcome."""
    wanted = len(cases) + count
    while len(cases) < wanted:
        seed += 1
        program, output = make(seed)
        if output:
            cases.append({"p": program, "o": output})


def store(cases, path):
    with open(path, "w") as file:
        for case in cases:
            file.write(json.dumps(case, ensure_ascii=False, separators=(",", ":")) + "\n")


def main():
    warnings.simplefilter("ignore")
    sys.set_int_max_str_digits(4300)
    searches = {"classes": of_classes, "generators": of_generators}
    if len(sys.argv) == 4 and sys.argv[1] in searches:
        cases = []
        collect(searches[sys.argv[1]], int(sys.argv[2]), 1_000_000, cases)
        return store(cases, sys.argv[3])
    if len(sys.argv) == 4:
        cases, (first, count) = [], map(int, sys.argv[1:3])
        collect(of_expressions, count // 2, first, cases)
        collect(of_statements, count - count // 2, first, cases)
        return store(cases, sys.argv[3])
    cases, seed = [], 0
    while len(cases) < COUNT:
        seed += 1
        program = Grammar(seed).program()
        output = run(program)
        if output:
            cases.append({"p": program, "o": output})
    collect(of_expressions, EXPRESSIONS, 0, cases)
    collect(of_statements, STATEMENTS, 0, cases)
    os.makedirs(FOLDER, exist_ok=True)
    store(cases, os.path.join(FOLDER, "programs.jsonl"))
    classes = [{"p": program, "o": outcome(program, True)} for program in PROGRAMS]
    collect(of_classes, CLASSES, 0, classes)
    store([case for case in classes if case["o"]], os.path.join(FOLDER, "classes.jsonl"))
    generators = []
    collect(of_generators, GENERATORS, 0, generators)
    store(generators, os.path.join(FOLDER, "generators.jsonl"))
    print(len(cases), "programs,", seed, "tried")


if __name__ == "__main__":
    main()
