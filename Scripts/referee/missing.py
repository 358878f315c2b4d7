#!/usr/bin/env python3
"""List the public names of Keras's modules that convsh neither has nor knows to be missing.

usage: missing.py CONVSH        needs keras and tensorflow

What is listed for keras.layers, keras.ops and keras.ops.image belongs in Sources/Library/Keras/KerasMissing.swift.
"""
import os, subprocess, sys, tempfile

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras

MODULES = [
    "layers", "ops", "ops.image", "ops.linalg", "ops.nn", "ops.numpy", "activations", "initializers", "losses", "metrics",
    "optimizers", "optimizers.schedules", "callbacks", "utils", "random", "backend", "models", "regularizers", "constraints",
    "config", "saving", "applications",
]


def names():
    for path in MODULES:
        module = keras
        for part in path.split("."): module = getattr(module, part)
        yield from (f"keras.{path}.{name}" for name in dir(module) if not name.startswith("_"))


def main():
    tests = [f"try:\n    {name}\nexcept AttributeError:\n    print('{name}')\n" for name in names()]
    with tempfile.NamedTemporaryFile("w", suffix=".py") as script:
        script.write("import keras\n" + "\n".join(tests))
        script.flush()
        run = subprocess.run([sys.argv[1], "--quiet", script.name], capture_output=True, text=True)
    print(run.stdout + run.stderr, end="")


main()
