"""Runs whole programs under the real packages and records what each prints.

    ~/keras/bin/python Scripts/referee/whole_programs.py Classes [NAME…]         # see layers.py for the environment
    ~/keras/bin/python Scripts/referee/whole_programs.py Surroundings [NAME…]    # it also needs scikit-learn and OpenCV

The programs in Tests/RefereeTests/Classes define classes that derive from Keras's; those in Surroundings call what surrounds a model:
generators of images, data sets, splits, measures. With names, only these are run, and what the others printed stays as it was recorded.
"""

import glob
import json
import os
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
TESTS = os.path.join(ROOT, "Tests", "RefereeTests")
ENVIRONMENT = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}


def printed(path):
    done = subprocess.run([sys.executable, path], capture_output=True, text=True, env=ENVIRONMENT)
    if done.returncode != 0:
        sys.exit(f"{path}: {done.stderr[-800:]}")
    return done.stdout


def main():
    folder, wanted = sys.argv[1], sys.argv[2:]
    file = os.path.join(TESTS, "Recorded", folder.lower() + ".json")
    recorded = json.load(open(file)) if wanted and os.path.exists(file) else {}
    for path in sorted(glob.glob(os.path.join(TESTS, folder, "*.py"))):
        name = os.path.basename(path)
        if not wanted or name in wanted or name[: -len(".py")] in wanted:
            recorded[name] = printed(path)
            print(name)
    with open(file, "w") as output:
        json.dump(recorded, output, indent=1, sort_keys=True, ensure_ascii=False)
        output.write("\n")


main()
