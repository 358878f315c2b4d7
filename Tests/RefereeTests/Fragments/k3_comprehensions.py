import keras
from keras import layers as L

CFG = [("c", 16, 3), ("p",), ("c", 32, 3), ("c", 32, 1), ("p",), ("d", 10)]


def make(kind, *args, **kw):
    return {
        "c": lambda f, k: L.Conv2D(f, k, padding="same", activation="relu", **kw),
        "p": lambda: L.MaxPool2D(**kw),
        "d": lambda n: L.Dense(n, **kw),
    }[kind](*args)


stack = [make(*spec) for spec in CFG[:-1]] + [L.GlobalMaxPool2D(), make(*CFG[-1])]
model = keras.Sequential([L.InputLayer(shape=(24, 24, 1)), *stack], name="from_a_list")
widths = {layer.name: layer.count_params() for layer in model.layers if layer.weights}
assert sum(widths.values()) == model.count_params(), widths
total, *rest = sorted(widths.values(), reverse=True)
print(f"{total:,} of {model.count_params():,}")
