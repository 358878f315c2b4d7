"""Runs the sources of keras.applications, as Keras publishes them, in convsh, and compares the networks with those of Keras.

    python3 Scripts/referee/published_applications.py FOLDER          # keras/src/applications of an installed Keras 3.15
    python3 Scripts/referee/published_applications.py FOLDER VGG      # only the calls that contain a word

The sources are read from that folder and not kept. Their imports of Keras's inside are replaced by Keras's public names; nothing else
is changed. What they have to build is in Tests/RefereeTests/Recorded/applications.jsonl, which applications.py records.
"""

import os
import re
import subprocess
import sys
import tempfile

from applications import ROOT, TABLE, fingerprint, recorded_entries

CONVSH = os.environ.get("CONVSH", os.path.join(ROOT, ".build", "debug", "convsh"))
# What stands for an import of Keras's inside. The modules of the folder import each other as files.
PUBLIC = [
    (r"from keras\.src\.api_export import keras_export", "def keras_export(names): return lambda made: made"),
    (r"from keras\.src\.applications import (\w+)( as \w+)?", r"import \1\2"),
    (r"from keras\.src\.models import Functional", "from keras import Model as Functional"),
    (r"from keras\.src\.models import Sequential", "from keras import Sequential"),
    (r"from keras\.src\.ops import operation_utils", "from keras import utils as operation_utils"),
    (r"from keras\.src\.utils import file_utils", "from keras import utils as file_utils"),
    (r"from keras\.src\.layers\.layer import Layer", "from keras.layers import Layer"),
    (r"from keras\.src\.layers import (\w+)", r"from keras.layers import \1"),
    (r"from keras\.src import (\w+)", r"from keras import \1"),
]
# Calls of what is in no module of the folder: the alias of a module, and models of `preprocess_input` alone.
LEFT_OUT = ["keras.applications."]


def published(source):
    for pattern, replacement in PUBLIC:
        source = re.sub(rf"^{pattern}$", replacement, source, flags=re.MULTILINE)
    left = re.findall(r"^.*keras\.src.*import.*$", source, flags=re.MULTILINE)
    if left:
        sys.exit(f"an import of Keras's inside is left: {left[0]}")
    return source


def copy_modules(folder, target):
    """Writes the modules with public imports; returns which module defines which network."""
    homes = {}
    for file in sorted(os.listdir(folder)):
        if not file.endswith(".py") or file.endswith("_test.py") or file == "__init__.py":
            continue
        with open(os.path.join(folder, file)) as stream:
            source = published(stream.read())
        with open(os.path.join(target, file), "w") as stream:
            stream.write(source)
        for name in re.findall(r"^def ([A-Z]\w+)\(", source, flags=re.MULTILINE):
            homes.setdefault(name, file[:-3])
    return homes


def table(call, module, target):
    program = TABLE.replace("from keras.applications import *", f"from {module} import *")
    path = os.path.join(target, "run.py")
    with open(path, "w") as file:
        file.write(program + f"print('\\n'.join(table({call})))\n")
    ran = subprocess.run([CONVSH, "--quiet", path], capture_output=True, text=True)
    return ran.stdout.splitlines() if ran.returncode == 0 else [ran.stderr.strip().replace("\n", " ")[:300]]


def main():
    folder, word = (sys.argv[1:] + ["", ""])[:2]
    if not os.path.isdir(folder):
        sys.exit(__doc__)
    compared = wrong = 0
    with tempfile.TemporaryDirectory() as target:
        homes = copy_modules(folder, target)
        for call, entry in recorded_entries().items():
            name = re.search(r"\b([A-Z]\w+)\(", call).group(1)
            if word not in call or name not in homes or any(part in call for part in LEFT_OUT):
                continue
            compared += 1
            rows = table(call, homes[name], target)
            if fingerprint(rows) != entry["hash"]:
                wrong += 1
                print("differs:", call, rows[0][:300] if len(rows) < 3 else f"{len(rows)} rows", flush=True)
    print(f"{compared} networks of published sources, {wrong} differ")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
