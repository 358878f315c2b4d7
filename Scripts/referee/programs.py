"""Records what real Keras answers to small programs, for Tests/RefereeTests: values, refusals, what models tell of themselves.

    ~/keras/bin/python Scripts/referee/programs.py            # writes Tests/RefereeTests/Recorded/programs.jsonl

A program is the body of a function; behind cases/prologue.py it runs in Keras and in convsh alike. See layers.py for the environment.
"""

import json
import os
import random
import re
import subprocess
import sys

from cases import changed, drawn, told, wrong

HERE = os.path.dirname(os.path.abspath(__file__))
RECORDED = os.path.join(HERE, "..", "..", "Tests", "RefereeTests", "Recorded")
SEED = int(os.environ.get("SEED", 41))
COUNT = int(os.environ.get("COUNT", 700))  # programs drawn with channels last; a third as many with channels first
CLASSES = {"ValueError", "TypeError", "AttributeError", "IndexError", "NotImplementedError"}

# Refusals that are accidents of Keras's code, and what it takes by accident: nothing to agree with.
ACCIDENTS = [
    r"DTranspose\(.*\), \((2|None), 3, 3, ",  # a tuple's index goes astray for inputs with too many axes
    r"axis=\((0, 9)\)|axis=None|axis={}",  # conversions by int() and indices, different in every layer
    r"GlobalAveragePooling|GlobalMaxPooling.*set_weights",
]


def programs(backend):
    rng = random.Random(SEED + (backend == "torch"))
    first = backend == "torch"
    yield from drawn.programs(rng, first, COUNT // 3 if first else COUNT)
    if not first:
        yield from wrong.programs()
        yield from told.programs()
        yield from changed.programs()


def answer(program, names):
    """The line that is recorded for a program; None where there is nothing to agree with."""
    import numpy as np

    space = {}
    body = "\n".join("    " + line for line in program.split("\n"))
    try:
        exec("def case():\n" + body, names, space)
        text = names["show"](space["case"]())
    except Exception as error:
        if type(error).__name__ not in CLASSES or any(re.search(accident, program) for accident in ACCIDENTS):
            return None
        named = sorted(set(re.findall(r"`([a-z_0-9]+)(?:`|=| >|\s)", str(error))) & set(re.findall(r"(\w+)=", program)))
        return {"c": program, "e": type(error).__name__, **({"n": named} if named else {})}
    return None if "nan" in text or "inf" in text else {"c": program, "v": text}


def work(backend, start):
    """Answers the programs from `start` on, one line each, so that a crash of the backend loses one only."""
    import keras
    import numpy as np

    def num(value):
        if isinstance(value, (keras.KerasTensor, np.ndarray, np.generic, float, int)):
            return value
        return np.asarray(keras.ops.convert_to_numpy(value))

    names = {"num": num}
    exec(open(os.path.join(HERE, "cases", "prologue.py")).read(), names)
    for index, program in enumerate(programs(backend)):
        if index >= start:
            keras.utils.clear_session(free_memory=False)
            print(json.dumps([index, answer(program, names)]), flush=True)


def record(backend):
    environment = {**os.environ, "KERAS_BACKEND": backend, "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}
    total, answers, start = sum(1 for _ in programs(backend)), {}, 0
    while start < total:
        python = os.environ.get("TORCH_PYTHON", sys.executable) if backend == "torch" else sys.executable
        worker = subprocess.run([python, __file__, backend, str(start)], env=environment, capture_output=True, text=True)
        done = [json.loads(line) for line in worker.stdout.splitlines() if line.startswith("[")]
        answers.update(done)
        start = (done[-1][0] if done else start - 1) + (1 if worker.returncode == 0 else 2)
    return [case for _, case in sorted(answers.items()) if case]


if __name__ == "__main__":
    if len(sys.argv) > 1:
        work(sys.argv[1], int(sys.argv[2]))
    else:
        unique = {case["c"]: case for case in record("tensorflow") + record("torch")}
        # Programs that should be refused but are not say nothing new.
        refused = set(wrong.programs())
        cases = [case for case in unique.values() if "e" in case or case["c"] not in refused]
        with open(os.environ.get("OUT", os.path.join(RECORDED, "programs.jsonl")), "w") as file:
            file.writelines(json.dumps(case, separators=(",", ":")) + "\n" for case in cases)
        print(f"{len(cases)} programs, {sum('e' in case for case in cases)} of them refused")
