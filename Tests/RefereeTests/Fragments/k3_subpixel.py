import math
import keras
from keras import layers, ops


def woven(tensor, times):
    rows, columns, depth = tensor.shape[1:]
    left = depth // (times * times)
    tensor = ops.transpose(ops.reshape(tensor, (-1, rows, columns, times, times, left)), (0, 1, 3, 2, 4, 5))
    return ops.reshape(tensor, (-1, times * rows, times * columns, left))


def finer(times, colours=1, plan=((12, 7), (18, 3))):
    same = dict(padding="same", kernel_initializer="orthogonal", activation="relu")
    coarse = flow = keras.Input(shape=(14, 22, colours))
    for depth, window in (*plan, (colours * times**2, 5)):
        flow = layers.Conv2D(depth, window, **same)(flow)
    return keras.Model(coarse, woven(flow, times))


network = finer(times=2, colours=3)
