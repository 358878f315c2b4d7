from keras import backend as K
from keras.layers.normalization import BatchNormalization
from keras.layers.convolutional import (
    AveragePooling2D,
    Convolution2D,
    MaxPooling2D
)
from keras.layers import (
    Activation,
    Dense,
    Flatten,
    Input,
    merge
)
from keras.models import Model


def ready(tensor):
    return Activation("relu")(BatchNormalization(axis=3, mode=0)(tensor))


# Functions that give functions, to be called on a tensor like layers.
def conv_after(depth, side, step=1):
    def run(tensor):
        return Convolution2D(nb_col=side, nb_row=side, nb_filter=depth, border_mode="same", init="he_normal",
                             subsample=(step, step))(ready(tensor))
    return run


def summed(before, after):
    step = before._keras_shape[2] // after._keras_shape[2]
    depth = after._keras_shape[3]
    if step == 1 and before._keras_shape[3] == depth:
        return merge([after, before], mode="sum")
    fitted = Convolution2D(nb_filter=depth, nb_row=1, nb_col=1, border_mode="valid", init="he_normal",
                           subsample=(step, step))(before)
    return merge([after, fitted], mode="sum")


def stage(depth, steps):
    def run(tensor):
        for step in steps:
            tensor = summed(tensor, conv_after(depth, 3)(conv_after(depth, 5, step)(tensor)))
        return tensor
    return run


picture = Input(shape=(48, 48, 2))
flow = Convolution2D(9, 5, 5, border_mode="same", init="he_normal", subsample=(2, 2))(picture)
flow = MaxPooling2D(border_mode="same", pool_size=(3, 3), strides=(2, 2))(flow)
for depth, steps in [(9, [1]), (14, [2, 1]), (14, [1])]:
    flow = stage(depth, steps)(flow)
flow = AveragePooling2D(border_mode="same", pool_size=(6, 6), strides=(1, 1))(ready(flow))
kinds = Dense(activation="softmax", init="he_normal", output_dim=8)(Flatten()(flow))
sums = Model(input=picture, output=kinds)
