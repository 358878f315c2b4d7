"""An edge detector whose first kernels are known: they are made by functions."""
import numpy as np
from keras.models import Sequential
from keras.layers import Conv2D, GlobalAveragePooling2D, Dense

SOBEL = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype="float32")


def edges(shape, dtype=None):
    kernel = np.zeros(shape)
    for filter in range(shape[-1]):
        kernel[:, :, 0, filter] = SOBEL if filter % 2 else SOBEL.T
    return kernel


def small(shape, dtype=None):
    return np.random.normal(0.0, 0.01, shape)


detector = Sequential([
    Conv2D(4, 3, kernel_initializer=edges, use_bias=False, input_shape=(20, 24, 1)),
    Conv2D(6, 3, strides=2, activation="relu", kernel_initializer=small, bias_initializer=lambda shape, dtype=None: np.ones(shape)),
    GlobalAveragePooling2D(),
    Dense(2, activation="softmax", kernel_initializer=small),
])
