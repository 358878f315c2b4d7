# Runs before every program of randomness.py, in Keras and in convsh.
import random

import keras
import numpy as np
from keras import initializers, layers

kept = []


def keep(kind, array):
    numbers = np.array(array)
    flat = numbers.reshape(-1)
    step = max(1, len(flat) // 16)
    kept.append([kind, str(tuple(numbers.shape)), [float(v) for v in flat[::step][:17]]])


def exact(*arrays):
    for array in arrays:
        keep("exact", array)


def close(*arrays):
    for array in arrays:
        keep("close", array)


def near(*arrays):
    for array in arrays:
        keep("near", array)


def filled(shape):
    return ((np.arange(np.prod(shape)).reshape(shape) * 37 % 101 - 50) / 20).astype("float32")
