import os
from glob import glob
import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

SIDE = 48
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "2"
tf.random.set_seed(5)


def unit(tensor, depth=14, window=3, apart=1, bias=False):
    conv = layers.Conv2D(depth, kernel_size=window, dilation_rate=apart, use_bias=bias, padding="same",
                         kernel_initializer=keras.initializers.HeNormal())
    return tf.nn.relu(layers.BatchNormalization()(conv(tensor)))


def stretched(tensor, rows, columns):
    factor = (rows // tensor.shape[1], columns // tensor.shape[2])
    return layers.UpSampling2D(size=factor, interpolation="bilinear")(tensor)


def pyramid(tensor, distances):
    rows, columns = tensor.shape[-3], tensor.shape[-2]
    views = [unit(tensor, window=1 if apart == 1 else 3, apart=apart) for apart in distances]
    mean = layers.AveragePooling2D(pool_size=(rows, columns))(tensor)
    views.append(stretched(unit(mean, window=1, bias=True), rows, columns))
    return unit(layers.Concatenate(axis=-1)(views), depth=20, window=1)


photo = keras.Input(shape=(SIDE, SIDE, 4))
fine = layers.Conv2D(10, 5, strides=2, padding="same", activation="relu")(photo)
coarse = layers.Conv2D(16, 3, strides=3, padding="same", activation="relu")(fine)
wide = stretched(pyramid(coarse, (1, 2, 4)), SIDE // 2, SIDE // 2)
both = unit(layers.Concatenate(axis=-1)([unit(fine, 6, window=1), wide]))
classes = layers.Conv2D(5, kernel_size=(1, 1), padding="same")(stretched(both, SIDE, SIDE))
parser = keras.Model(inputs=photo, outputs=classes)
