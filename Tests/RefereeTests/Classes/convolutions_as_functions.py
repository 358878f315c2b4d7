import keras
import numpy as np
from keras import ops

rng = np.random.RandomState(1)


def show(name, function):
    value = ops.convert_to_numpy(function())
    print(name, value.shape, [f"{x:.2f}" for x in np.ravel(value)[:6]], f"{float(value.sum()):.1f}")


for rank in (1, 2, 3):
    x = rng.randn(*([2] + [7] * rank + [3])).astype("float32")
    for size in (2, 3):
        for strides in (1, 2):
            for padding in ("valid", "same"):
                w = rng.randn(*([size] * rank + [4, 3])).astype("float32")
                show(
                    f"transposed {rank} {size} {strides} {padding}",
                    lambda: ops.conv_transpose(x, w, strides=strides, padding=padding))
    w = rng.randn(*([3] * rank + [4, 3])).astype("float32")
    show("output padding", lambda: ops.conv_transpose(x, w, strides=2, padding="same", output_padding=1))
    if rank == 3:
        continue
    depth = rng.randn(*([3] * rank + [3, 2])).astype("float32")
    point = rng.randn(*([1] * rank + [6, 5])).astype("float32")
    for strides in (1, 2):
        for padding in ("valid", "same"):
            show(
                f"separable {rank} {strides} {padding}",
                lambda: ops.separable_conv(x, depth, point, strides=strides, padding=padding))
y = keras.Input((7, 7, 3))
print(ops.conv_transpose(y, np.ones((3, 3, 4, 3)), strides=2).shape)
print(ops.separable_conv(y, np.ones((3, 3, 3, 2)), np.ones((1, 1, 6, 5))).shape)
places = np.array([[0, 2], [1, 5]])
for settings in ({}, {"axis": 0}, {"axis": 1, "dtype": "int32"}, {"axis": -1}):
    hot = ops.convert_to_numpy(ops.one_hot(places, 3, **settings))
    print(hot.shape, hot.dtype.name, np.ravel(hot).tolist())
print(ops.einsum("...ij->...ji", y).shape, ops.einsum("bijc,bjkd,bkle->bilcde", y, y, y).shape)
