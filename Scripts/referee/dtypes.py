"""Writes expressions and small programs over numpy's types of numbers, runs them with numpy, and records what prints, for
Tests/RefereeTests.

    python3 Scripts/referee/dtypes.py      # needs numpy 2.4; writes Tests/RefereeTests/Recorded/dtypes.jsonl
"""

import contextlib
import io
import json
import os
import random
import warnings

import numpy as np

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Tests", "RefereeTests", "Recorded", "dtypes.jsonl")
COUNT = 1500
INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
FLOATS = ["float16", "float32", "float64"]
TYPES = ["bool", *INTEGERS, *FLOATS]


class Grammar:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def pick(self, *options):
        return self.r.choice(options)

    def type(self):
        return self.r.choice(TYPES)

    def value(self, type):
        """A number that fits in the type; the ends of its range among them."""
        if type == "bool":
            return self.pick("True", "False")
        if type in INTEGERS:
            low, high = np.iinfo(type).min, np.iinfo(type).max
            return str(self.r.choice([low, high, 0, 1, 2, 3, self.r.randint(max(low, -9), 9), self.r.randint(low, high)]))
        return self.r.choice(["0.5", "-1.5", "3.0", "0.1", "100.25", "-7.75", "2.0", "1000.0", "0.0", "1.25", "nan", "inf"]).replace("nan", "np.nan").replace("inf", "np.inf")

    def leaf(self, type=None):
        type = type or self.type()
        count = self.r.randint(1, 4)
        values = ", ".join(self.value(type) for _ in range(count))
        return self.pick(
            f"np.array([{values}], '{type}')", f"np.array([{values}], dtype=np.{type})", f"np.array([{values}]).astype('{type}')",
            f"np.arange({self.r.randint(1, 6)}, dtype='{type if type != 'bool' else 'uint8'}')", f"np.ones({count}, '{type}')", f"np.zeros((2, {count}), np.{type})",
            f"np.full({count}, {self.value(type)}, '{type}')", f"np.{type}({self.value(type)})", f"np.array([[{self.value(type)}], [{self.value(type)}]], '{type}')")

    def scalar(self):
        return self.pick("1", "2", "-1", "3", "300", "1.5", "True", "70000", "0", "-0.5", "2**40", f"np.{self.type()}(1)")

    def expression(self):
        a, b, t = self.leaf(), self.leaf(), self.type()
        n = self.scalar()
        op = self.pick("+", "-", "*", "/", "//", "%", "&", "|", "^", "<<", ">>", "**")
        n = "2" if op in ("**", "<<", ">>") else n
        b = "np.array([2], 'uint8')" if op in ("**", "<<", ">>") else b
        return self.pick(
            f"{a} {op} {b}", f"{a} {op} {n}", f"{n} {op} {a}", f"{a} {op} {n}", f"{a} {self.pick('<', '<=', '==', '!=', '>', '>=')} {b}", f"{a} {self.pick('<', '==', '>')} {n}",
            f"-{a}", f"~{a}", f"abs({a})", f"({a}).astype('{t}')", f"({a}).astype(np.{t})", f"np.array({a}, '{t}')", f"np.asarray([{n}, {self.scalar()}], dtype='{t}')",
            f"np.{self.pick('floor', 'ceil', 'square', 'sign', 'negative', 'isnan', 'isfinite', 'logical_not', 'abs', 'trunc', 'rint', 'sqrt')}({a})",
            f"np.{self.pick('sum', 'mean', 'max', 'min', 'prod', 'argmax', 'argmin', 'any', 'all', 'var', 'std')}({a})", f"({a}).{self.pick('sum', 'max', 'min', 'mean', 'any')}(axis={self.pick('0', 'None', '-1')})",
            f"np.{self.pick('sum', 'mean', 'prod')}({a}, dtype='{t}')", f"np.cumsum({a})", f"np.sort({a})", f"np.argsort({a}, kind='stable')", f"np.unique({a})", f"np.diff({a})", f"np.median({a})",
            f"np.concatenate([{self.leaf(t)}, {b}], axis=None)", f"np.stack([{a}, {a}])", f"np.where({a} > 0, {a}, {n})", f"np.where({a} > 0, {a}, {a})", f"np.clip({a}, 0, 100)", f"np.maximum({a}, {b})",
            f"np.minimum({a}, {n})", f"np.{self.pick('add', 'multiply', 'subtract', 'floor_divide', 'true_divide', 'equal', 'greater', 'logical_and', 'logical_or', 'bitwise_and')}({a}, {b})",
            f"({a}).dtype", f"({a}).dtype == '{t}'", f"({a}).itemsize", f"({a}).nbytes", f"({a}).tolist()", f"({a}).T", f"np.result_type('{self.type()}', '{t}')", f"({a} + {b}).dtype", f"({a} / {n}).dtype",
            f"np.promote_types('{self.type()}', '{t}')", f"np.dtype('{t}').{self.pick('name', 'kind', 'itemsize', 'str')}", f"np.{t}", f"np.{t}({n})", f"np.array([{self.leaf(t)}, {self.leaf(t)}][:1])", f"np.zeros_like({a})",
            f"np.ones_like({a}, dtype='{t}')", f"np.full_like({a}, 1)", f"np.eye(2, dtype='{t}')", f"np.linspace(0, 4, 3, dtype='{t}')", f"np.array([1, 2, 3, 4])[np.array([0, 2], '{self.r.choice(INTEGERS)}')]",
            f"np.round({a})", f"({a}) @ ({a})", f"np.dot({a}, {a})", f"np.tile({a}, 2)", f"np.repeat({a}, 2)", f"({a}).reshape(-1)", f"np.pad({self.leaf(t)}, 1)", f"np.count_nonzero({a})", f"repr({a})", f"str({a})",
            f"np.issubdtype(np.{t}, np.{self.pick('integer', 'floating', 'signedinteger', 'number', t)})", f"np.iinfo('{self.r.choice(INTEGERS)}').max", f"float(np.sum({a}))", f"np.array_equal({a}, {b})",
            f"len(np.atleast_1d({a}))", f"[v.dtype for v in np.atleast_1d({a}).ravel()][:1]", f"np.exp(np.array([0, 1], '{t}')).dtype", f"isinstance(np.{t}(1), np.{self.pick('integer', 'floating', 'number', 'generic')})")

    def program(self):
        type = self.type()
        name = self.pick("+=", "-=", "*=", "/=", "//=", "%=", "**=", "&=", "|=", "<<=")
        value = self.pick(self.scalar(), self.leaf(), "2", "1") if name not in ("**=", "<<=") else "2"
        count = self.r.randint(2, 4)
        lines = ["import numpy as np", f"a = np.array([{', '.join(self.value(type) for _ in range(count))}], '{type}')"]
        for _ in range(self.r.randint(1, 2)):
            lines.append(self.pick(
                f"a {name} {value}", f"a[0] = {self.scalar()}", f"a[:2] = [{self.scalar()}, 1]", f"a[a > 0] = {self.scalar()}", f"a[1:] {name} {value}", f"a.fill({self.pick('1', '0', '2.5')})",
                f"b = a[::-1].astype('{self.type()}')\nb += 1\nprint(repr(b))", f"a[:] = np.array([{self.scalar()}] * {count})", "for v in a: print(repr(v))", f"a[0] += {self.scalar()}"))
        return "\n".join(lines + ["print(repr(a), a.dtype)"])


def run(code):
    """What a program prints, and the class and the message of its error."""
    output, error = io.StringIO(), ""
    with contextlib.redirect_stdout(output), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exec(code, {"np": np})
        except Exception as raised:
            error = type(raised).__name__
            if error == "UFuncTypeError" and "did not contain" in str(raised) or error == "_UFuncNoLoopError":
                error = "TypeError"
            if error == "AxisError":
                error = "ValueError"
            if error == "OverflowError" or "same_kind" in str(raised):
                error += f": {raised}"
    return output.getvalue() + error


def is_odd(code, shown):
    """What convsh does not do: arrays of objects, arrays without axes, texts of strings, complex numbers, shapes of errors."""
    return any(word in shown for word in ("object", "complex", "<U", "dtype='<")) or "array(" in shown.replace("array([", "") or "**=" in code and "bool" in code or "+= np.float" in code or "+= -0.5" in code or len(shown) > 600


def main():
    np.seterr(all="ignore")
    cases, seed, seen = [], 0, set()
    while len(cases) < COUNT:
        seed += 1
        grammar = Grammar(seed)
        code = grammar.program() if seed % 4 == 0 else f"print(repr({grammar.expression()}))"
        if code in seen:
            continue
        seen.add(code)
        shown = run(code)
        if is_odd(code, shown):
            continue
        cases.append({"p": code, "o": shown})
    with open(FILE, "w") as file:
        for case in cases:
            file.write(json.dumps(case, separators=(",", ":")) + "\n")
    print(len(cases), "programs,", seed, "tried,", sum("Error" in case["o"] for case in cases), "errors")


if __name__ == "__main__":
    main()
