"""Runs Tests/RefereeTests/Surroundings under the real packages and records what each program prints.

    python Scripts/referee/surroundings.py NAME…     # a Python that has what the programs import: Keras, scikit-learn, OpenCV

The programs call what surrounds a model: generators of images, data sets, splits, measures. With names, only these are run,
and what the others printed stays as it was recorded.
"""

import glob
import json
import os
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
PROGRAMS = os.path.join(ROOT, "Tests", "RefereeTests", "Surroundings")
RECORDED = os.path.join(ROOT, "Tests", "RefereeTests", "Recorded", "surroundings.json")
ENVIRONMENT = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}


def printed(path):
    done = subprocess.run([sys.executable, path], capture_output=True, text=True, env=ENVIRONMENT)
    if done.returncode != 0:
        sys.exit(f"{path}: {done.stderr[-800:]}")
    return done.stdout


def main():
    wanted = sys.argv[1:]
    recorded = json.load(open(RECORDED)) if wanted and os.path.exists(RECORDED) else {}
    for path in sorted(glob.glob(os.path.join(PROGRAMS, "*.py"))):
        name = os.path.basename(path)
        if not wanted or name in wanted or name[: -len(".py")] in wanted:
            recorded[name] = printed(path)
            print(name)
    with open(RECORDED, "w") as file:
        json.dump(recorded, file, indent=1, sort_keys=True, ensure_ascii=False)
        file.write("\n")


main()
