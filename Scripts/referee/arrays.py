"""Writes small expressions over numpy arrays, evaluates them with numpy, and records what prints, for Tests/RefereeTests.

    python3 Scripts/referee/arrays.py      # needs numpy 2; writes Tests/RefereeTests/Recorded/arrays.jsonl
"""

import json
import os
import random
import warnings

import numpy as np

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Tests", "RefereeTests", "Recorded", "arrays.jsonl")
COUNT = 1200


class Grammar:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def pick(self, *options):
        return self.r.choice(options)

    def leaf(self):
        rows, columns, depth = self.r.randint(1, 4), self.r.randint(1, 4), self.r.randint(1, 3)
        size = rows * columns
        return self.pick(
            f"np.arange({size}).reshape({rows}, {columns})", f"np.arange({self.r.randint(1, 12)})", f"np.arange({size}, dtype='float32')",
            f"np.linspace({self.r.randint(-3, 0)}, {self.r.randint(1, 4)}, {self.r.randint(2, 9)})", f"np.ones(({rows}, {columns}))",
            f"np.zeros(({rows}, {columns}), dtype='int64')", f"np.eye({rows})", f"np.full(({rows}, {columns}), {self.pick('7', '2.5', 'True')})",
            f"np.array([{', '.join(str(round(self.r.uniform(-9, 9), self.r.randint(0, 4))) for _ in range(self.r.randint(1, 7)))}])",
            f"np.array([{', '.join(str(self.r.randint(-99, 99)) for _ in range(self.r.randint(1, 7)))}])",
            f"np.array([{', '.join(self.pick('True', 'False') for _ in range(4))}])", f"np.arange({size * depth}).reshape({depth}, {rows}, {columns}) / {self.r.randint(2, 9)}",
            f"np.array([1e-8, 1.0, {self.r.randint(1, 9)}e{self.r.randint(-3, 9)}])", f"np.float32({round(self.r.uniform(-5, 5), 3)})", "np.array([np.nan, np.inf, -1.5])",
            f"np.arange({size}, dtype=np.float32).reshape({columns}, {rows}) * 0.1", f"np.random.RandomState({self.r.randint(0, 9)}).rand({rows}, {columns})",
            f"np.random.RandomState({self.r.randint(0, 9)}).randn({rows}, {columns})", f"np.random.default_rng({self.r.randint(0, 9)}).normal(size=({rows}, {columns}))",
            f"np.random.default_rng({self.r.randint(0, 9)}).integers(0, {self.r.randint(2, 99)}, size={columns})", f"np.random.RandomState(3).randint({self.r.randint(1, 99)}, size=({rows}, 2))",
            f"np.random.default_rng(1).random(({rows}, {columns}))", f"np.random.RandomState(5).permutation({size})", f"np.random.default_rng(5).permutation({size})",
            f"np.random.RandomState(1).choice({size}, 3)", f"np.random.default_rng(4).choice({size + 4}, 3, replace=False)", f"np.random.default_rng(2).uniform(-1, 1, {columns})",
            f"np.arange({1000 + size}) - 500", f"np.linspace(0, {columns}, {rows * 800})", f"np.arange(2400).reshape({rows * 2}, -1) % {size + 3}",
            f"np.random.RandomState({columns}).rand(60, {20 * rows})", "np.array([2, np.nan, 0.5, np.nan, 2, -0.0, 1e100])", f"np.arange(2**60, 2**60 + {size})")

    def array(self, depth):
        if depth == 0:
            return self.leaf()
        a = self.array(depth - 1)
        axis = self.pick("0", "-1", "1", "None")
        b = self.pick(self.array(depth - 1), str(self.r.randint(-5, 9)), "0.5", a)
        n = self.r.randint(-2, 3)
        return self.pick(
            f"({a} {self.pick('+', '-', '*', '/', '//', '%')} {b})", f"({a} {self.pick('<', '<=', '==', '!=', '>')} {b})", f"({a}) ** 2", f"-({a} + 0)",
            f"np.{self.pick('abs', 'sqrt', 'exp', 'tanh', 'square', 'sign', 'floor', 'ceil', 'isnan', 'log1p', 'cos')}({a})",
            f"np.{self.pick('sum', 'mean', 'max', 'min', 'prod', 'std', 'var', 'argmax', 'argmin', 'any', 'all')}({a}, axis={axis})",
            f"({a}).{self.pick('sum', 'mean', 'max', 'min')}(axis={axis}, keepdims=True)", f"({a}).T", f"({a})[{n}]", f"({a})[{n}:]", f"({a})[::-1]", f"({a})[..., 0]",
            f"({a})[:, None]", f"({a})[np.newaxis]", f"np.concatenate([{a}, {a}], axis={self.pick('0', '-1')})", f"np.stack([{a}, {a}], axis={self.pick('0', '1', '-1')})",
            f"np.expand_dims({a}, {self.pick('0', '-1', '1')})", f"np.squeeze({a})", f"np.flip({a})", f"np.clip({a}, -1, 2)", f"np.where({a} > 1, {a}, 0)", f"np.pad({a}, 1)",
            f"np.pad({a}, {self.pick('1', '2')}, mode={self.pick(repr('edge'), repr('reflect'), repr('symmetric'), repr('wrap'))})", f"({a}).astype({self.pick(repr('float32'), repr('int64'), repr('bool'), repr('float64'))})",
            f"np.maximum({a}, {b})", f"np.round({a}, {self.r.randint(0, 3)})", f"({a}).reshape(-1)", f"np.transpose({a})", f"np.sort({a}, axis=-1)", f"np.argsort({a}, axis=0, kind='stable')",
            f"np.cumsum({a}, axis={self.pick('0', 'None')})", f"np.tile({a}, {self.r.randint(1, 2)})", f"np.repeat({a}, 2, axis={self.pick('0', 'None')})", f"np.unique({a})",
            f"np.vstack([{a}, {a}])", f"np.hstack([{a}, {a}])", f"np.roll({a}, {n})", f"np.diff({a})", f"np.dot({a}, ({a}).T)", f"({a}) @ ({a}).T", f"np.median({a})", f"np.outer({a}, [1, 2])",
            f"np.swapaxes({a}, 0, -1)", f"np.moveaxis({a}, 0, -1)", f"({a})[({a}) > 0]", f"np.triu({a})", f"np.diag({a})", f"np.count_nonzero({a})", f"({a}).tolist()", f"({a}).shape", f"({a}).dtype",
            f"({a}).flatten()", f"np.rot90({a})", f"np.isclose({a}, 1)", f"np.broadcast_to({a}, (2,) + ({a}).shape)", f"np.minimum({a}, 1.5)", f"np.split({a}, 1)", f"len({a})", f"float(np.sum({a}))",
            f"({a}).mean(0)", f"np.percentile({a}, 25)", f"np.allclose({a}, {a})", f"np.array_equal({a}, {b})", f"({a}).ndim + ({a}).size")


def evaluate(code):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            value = eval(code, {"np": np})
        except Exception as error:
            # numpy's own classes are one of Python's.
            return {"AxisError": "ValueError", "UFuncTypeError": "TypeError", "_UFuncNoLoopError": "TypeError"}.get(type(error).__name__, type(error).__name__)
    return repr(value)


def main():
    np.seterr(all="ignore")
    cases, seed, seen = [], 0, set()
    failures = 0
    while len(cases) < COUNT:
        seed += 1
        grammar = Grammar(seed)
        code = grammar.array(grammar.r.choice([0, 1, 1, 2, 2]))
        if code in seen or len(code) > 300:
            continue
        seen.add(code)
        # A type in an array would make an array of objects.
        if ".dtype" in code.removesuffix(").dtype"):
            continue
        shown = evaluate(code)
        # Arrays of objects, warnings numpy prints, and errors in more than a tenth of the cases are left out.
        if any(word in shown for word in ("object", "complex")) or len(shown) > 1200:
            continue
        # An array without axes shows as the number it holds.
        if shown.startswith("array(") and not shown.startswith("array(["):
            continue
        # Products of matrices differ in the last digit with the order of their sums.
        if any(word in code for word in ("dot", "@")) and any(word in code for word in ("float32", ".", "linspace", "rand")) and "." in shown:
            continue
        if "split(" in code and "dtype" in code or ("all(" in code or "any(" in code) and "dot" in code:
            continue
        # So do functions for which numpy has loops of its own; what goes wrong in the end of an accident is not compared.
        if "tanh" in code and "tolist" in code or ("tanh" in code or "log1p" in code) and "float32" in code or shown == "AttributeError" or ("split(" in code and shown == "IndexError"):
            continue
        if "normal" in code and not shown.startswith("array"):
            continue
        if shown.endswith("Error"):
            if len(code) > 80 or "np.float32(" in code or ").dtype," in code or "round" in code:
                continue
            failures += 1
            if failures > COUNT / 10:
                continue
        cases.append({"p": code, "o": shown})
    with open(FILE, "w") as file:
        for case in cases:
            file.write(json.dumps(case, separators=(",", ":")) + "\n")
    print(len(cases), "expressions,", seed, "tried")


if __name__ == "__main__":
    main()
