"""Writes small programs that change numpy arrays through views, slices, masks and arrays of indices, runs them with numpy,
and records what they print, for Tests/RefereeTests.

    python3 Scripts/referee/views.py      # needs numpy 2; writes Tests/RefereeTests/Recorded/views.jsonl
"""

import json
import math
import os
import random

from dtypes import run

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Tests", "RefereeTests", "Recorded", "views.jsonl")
COUNT = 500


class Writer:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def index(self, shape, is_basic=False):
        r, parts, has_ellipsis = self.r, [], False
        kinds = ["int", "slice", "full", "reversed", "step", "ellipsis", "new"] + ([] if is_basic else ["list", "mask", "array"])
        for size in shape[: r.randint(1, len(shape))]:
            kind = r.choice(kinds)
            start = r.randint(0, size)
            numbers = ", ".join(str(r.randint(-size, size - 1)) for _ in range(2))
            if kind == "ellipsis" and has_ellipsis:
                kind = "full"
            has_ellipsis = has_ellipsis or kind == "ellipsis"
            parts += {
                "int": [str(r.randint(-size, size - 1))], "slice": [f"{start}:{r.randint(start, size)}"], "full": [":"],
                "reversed": ["::-1"], "step": ["::2"], "ellipsis": ["..."], "new": ["None", str(r.randint(0, size - 1))],
                "list": [f"[{numbers}]"], "array": [f"np.array([[{numbers}]])"],
                "mask": ["[" + ", ".join(r.choice(["True", "False"]) for _ in range(size)) + "]"],
            }[kind]
        return ", ".join(parts)

    def program(self):
        r = self.r
        shape = tuple(r.randint(1, 4) for _ in range(r.randint(1, 3)))
        made = r.choice(["", " * 1.5", ".astype('float32')", ".astype('uint8')", ".astype('float16')", ".astype('int32')"])
        lines = ["import numpy as np", f"a = np.arange({math.prod(shape)}).reshape({', '.join(map(str, shape))}){made}"]
        names = ["a"]
        for number in range(r.randint(2, 5)):
            name, new = r.choice(names), f"v{number}"
            kind = r.choice(["view", "view", "arranged", "set", "set", "mask", "augmented", "part", "shown", "loop"])
            if kind == "view":
                lines.append(f"{new} = {name}[{self.index(shape, is_basic=True)}]")
            elif kind == "arranged":
                form = r.choice([
                    "{}.T", "{}.reshape(-1)", "{}.ravel()", "{}.flatten()", "{}.copy()", "{}.transpose()", "np.reshape({}, -1)",
                    "np.transpose({})", "np.expand_dims({}, 0)", "np.ravel({})", "np.flip({})"])
                lines.append(f"{new} = {form.format(name)}")
            elif kind == "set":
                lines.append(f"{name}[{self.index(shape)}] = {r.choice(['7', '-1.5', '[3]', '[1, 2]'])}")
            elif kind == "mask":
                lines.append(f"{name}[{name} > 2] = {r.choice(['0', '9'])}")
            elif kind == "augmented":
                lines.append(f"{name} {r.choice(['+=', '*=', '-=', '/=', '//='])} {r.choice(['2', '1', '0.5', 'a'])}")
            elif kind == "part":
                lines.append(f"{name}[{self.index(shape)}] += {r.choice(['10', '1'])}")
            elif kind == "shown":
                lines.append(f"print({name}[{self.index(shape)}])")
            else:
                lines.append(f"for row in {name}: row[...] = 5")
            if kind in ("view", "arranged"):
                names.append(new)
        return "\n".join(lines + [f"print({', '.join(names)})"])


def main():
    cases, seed, failures = [], 0, 0
    while len(cases) < COUNT:
        seed += 1
        code = Writer(seed).program()
        shown = run(code)
        if "Error" in shown.rsplit("\n", 1)[-1]:
            failures += 1
            # Where an empty part meets values that do not fit it, numpy's own checks come in another order.
            if failures > COUNT / 5 or "= [" in code:
                continue
        cases.append({"p": code, "o": shown})
    with open(FILE, "w") as file:
        for case in cases:
            file.write(json.dumps(case, separators=(",", ":")) + "\n")
    print(len(cases), "programs,", seed, "tried")


if __name__ == "__main__":
    main()
