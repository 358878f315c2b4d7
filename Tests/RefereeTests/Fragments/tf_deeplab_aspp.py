import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers
import os
from glob import glob
import numpy as np

IMAGE_SIZE = 64
tf.random.set_seed(1)
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "2"


def convolution_block(block_input, num_filters=32, kernel_size=3, dilation_rate=1, use_bias=False):
    x = layers.Conv2D(
        num_filters,
        kernel_size=kernel_size,
        dilation_rate=dilation_rate,
        padding="same",
        use_bias=use_bias,
        kernel_initializer=keras.initializers.HeNormal(),
    )(block_input)
    x = layers.BatchNormalization()(x)
    return tf.nn.relu(x)


def DilatedSpatialPyramidPooling(dspp_input):
    dims = dspp_input.shape
    x = layers.AveragePooling2D(pool_size=(dims[-3], dims[-2]))(dspp_input)
    x = convolution_block(x, kernel_size=1, use_bias=True)
    out_pool = layers.UpSampling2D(
        size=(dims[-3] // x.shape[1], dims[-2] // x.shape[2]), interpolation="bilinear",
    )(x)
    out_1 = convolution_block(dspp_input, kernel_size=1, dilation_rate=1)
    out_6 = convolution_block(dspp_input, kernel_size=3, dilation_rate=6)
    out_12 = convolution_block(dspp_input, kernel_size=3, dilation_rate=12)
    x = layers.Concatenate(axis=-1)([out_pool, out_1, out_6, out_12])
    return convolution_block(x, kernel_size=1)


model_input = keras.Input(shape=(IMAGE_SIZE, IMAGE_SIZE, 3))
low = layers.Conv2D(24, 3, strides=4, padding="same", activation="relu")(model_input)
high = layers.Conv2D(48, 3, strides=2, padding="same", activation="relu")(low)
x = DilatedSpatialPyramidPooling(high)
input_a = layers.UpSampling2D(size=(IMAGE_SIZE // 4 // x.shape[1], IMAGE_SIZE // 4 // x.shape[2]),
                              interpolation="bilinear")(x)
input_b = convolution_block(low, num_filters=12, kernel_size=1)
x = layers.Concatenate(axis=-1)([input_a, input_b])
x = convolution_block(x)
x = layers.UpSampling2D(size=(IMAGE_SIZE // x.shape[1], IMAGE_SIZE // x.shape[2]), interpolation="bilinear")(x)
model_output = layers.Conv2D(20, kernel_size=(1, 1), padding="same")(x)
model = keras.Model(inputs=model_input, outputs=model_output)
