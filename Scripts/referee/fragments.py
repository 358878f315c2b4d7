"""Runs Tests/RefereeTests/Fragments under real Keras and records name, class, output shape and parameters of every layer.

    ~/keras/bin/python Scripts/referee/fragments.py [NAME…]     # see layers.py for the environment

A fragment is model code in the manner of published code, in our own words, for Keras 1 (k1_), Keras 2 (k2_), tf.keras (tf_) or Keras 3 (k3_). What
Keras 3 no longer reads runs in its upgraded form, which `convsh upgrade` writes. Where that cannot be (functions of
`keras.backend`, say), NAME.keras3 is the same network written by hand. With names, nothing is recorded.
"""

import contextlib
import glob
import io
import json
import os
import subprocess
import sys
import types

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
FRAGMENTS = os.path.join(ROOT, "Tests", "RefereeTests", "Fragments")
CONVSH = os.environ.get("CONVSH", os.path.join(ROOT, "Scripts", "run"))
# What fragments import and the models do not need.
ABSENT = ["cv2", "pandas", "matplotlib", "matplotlib.pyplot", "tqdm", "skimage", "skimage.io", "skimage.transform",
          "sklearn", "sklearn.model_selection"]


class Absent(types.ModuleType):
    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent(name)

    def __call__(self, *arguments, **keywords):
        return self


def source(path):
    by_hand = path[: -len(".py")] + ".keras3"
    if os.path.exists(by_hand):
        return open(by_hand).read()
    if os.path.basename(path).startswith("k3_"):
        return open(path).read()
    upgraded = subprocess.run([CONVSH, "upgrade", path], capture_output=True, text=True, check=True)
    return upgraded.stdout


def rows(model):
    import keras

    result = []
    operations = model.layers if isinstance(model, keras.Sequential) else model._operations
    for layer in operations:
        if isinstance(layer, keras.layers.InputLayer):
            shape = layer.batch_shape
        else:
            output = layer._inbound_nodes[0].outputs
            shape = output[0].shape if len(output) == 1 else [list(one.shape) for one in output]
        count = layer.count_params() if isinstance(layer, keras.layers.Layer) else 0
        result.append([layer.name, type(layer).__name__, list(shape), count])
    return result


def main():
    import random

    import keras
    import numpy

    seeds = random.seed, numpy.random.seed

    for name in ABSENT:
        try:
            __import__(name)
        except ImportError:
            sys.modules[name] = Absent(name)
    wanted = sys.argv[1:]
    record = {}
    for path in sorted(glob.glob(os.path.join(FRAGMENTS, "*.py"))):
        name = os.path.basename(path)
        if wanted and name[:-3] not in wanted:
            continue
        # There are scripts that assign to `random.seed`.
        random.seed, numpy.random.seed = seeds
        keras.backend.clear_session()
        keras.config.set_image_data_format("channels_last")
        names = {"__name__": "__main__"}
        sys.argv = [name]
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(source(path), path, "exec"), names)
        except Exception as error:
            print(name, "FAILS", type(error).__name__, str(error)[:300])
            if wanted:
                raise
            continue
        models = {key: value for key, value in names.items() if isinstance(value, keras.Model)}
        record[name] = {key: {"layers": rows(value), "total": value.count_params()} for key, value in models.items()}
        print(name, {key: value.count_params() for key, value in models.items()})
    if wanted:
        return
    with open(os.path.join(ROOT, "Tests", "RefereeTests", "Recorded", "fragments.json"), "w") as file:
        # One fragment a line.
        file.write("{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v, separators=(',', ':'))}" for k, v in record.items()) + "\n}\n")


if __name__ == "__main__":
    main()
