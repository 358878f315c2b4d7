"""Runs Scripts/models under real Keras and records name, class, output shape and parameters of every layer.

    ~/keras/bin/python Scripts/referee/models.py            # see layers.py for the environment

Keras no longer reads Keras 1, so of such a model its upgraded form is run, which `convsh upgrade` writes.
"""

import contextlib
import glob
import io
import json
import os
import subprocess

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


def source(path):
    if not path.endswith("_keras1.conv"):
        return open(path).read()
    upgraded = subprocess.run([os.environ.get("CONVSH", os.path.join(ROOT, "Scripts", "run")), "upgrade", path], capture_output=True, text=True, check=True)
    return upgraded.stdout


def main():
    import keras

    record = {}
    for path in sorted(glob.glob(os.path.join(ROOT, "Scripts", "models", "*.conv"))):
        keras.backend.clear_session()
        names = {}
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(source(path), path, "exec"), names)
        model = names["model"]
        layers = []
        for layer in model.layers:
            shape = layer.batch_shape if isinstance(layer, keras.layers.InputLayer) else layer.output.shape
            layers.append([layer.name, type(layer).__name__, list(shape), layer.count_params()])
        name = os.path.basename(path)
        record[name] = {"layers": layers, "total": model.count_params()}
        print(name, len(layers), model.count_params())
    with open(os.path.join(ROOT, "Tests", "RefereeTests", "Recorded", "models.json"), "w") as file:
        json.dump(record, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    main()
