from keras.models import Model
from keras.layers import (
    Input,
    Activation,
    merge,
    Dense,
    Flatten
)
from keras.layers.convolutional import (
    Convolution2D,
    MaxPooling2D,
    AveragePooling2D
)
from keras.layers.normalization import BatchNormalization
from keras import backend as K


# A block of batch norm, relu and convolution, in this order.
def _bn_relu_conv(nb_filter, nb_row, nb_col, subsample=(1, 1)):
    def f(input):
        norm = BatchNormalization(mode=0, axis=3)(input)
        activation = Activation("relu")(norm)
        return Convolution2D(nb_filter=nb_filter, nb_row=nb_row, nb_col=nb_col, subsample=subsample,
                             init="he_normal", border_mode="same")(activation)
    return f


def _shortcut(input, residual):
    stride = input._keras_shape[1] // residual._keras_shape[1]
    equal_channels = residual._keras_shape[3] == input._keras_shape[3]
    shortcut = input
    if stride > 1 or not equal_channels:
        shortcut = Convolution2D(nb_filter=residual._keras_shape[3], nb_row=1, nb_col=1,
                                 subsample=(stride, stride), init="he_normal", border_mode="valid")(input)
    return merge([shortcut, residual], mode="sum")


def block(nb_filters, repetitions, first=False):
    def f(input):
        for i in range(repetitions):
            init_subsample = (1, 1)
            if i == 0 and not first:
                init_subsample = (2, 2)
            conv = _bn_relu_conv(nb_filters, 3, 3, subsample=init_subsample)(input)
            residual = _bn_relu_conv(nb_filters, 3, 3)(conv)
            input = _shortcut(input, residual)
        return input
    return f


input = Input(shape=(64, 64, 3))
conv1 = Convolution2D(16, 7, 7, subsample=(2, 2), init="he_normal", border_mode="same")(input)
pool1 = MaxPooling2D(pool_size=(3, 3), strides=(2, 2), border_mode="same")(conv1)
b = block(16, 2, first=True)(pool1)
b = block(32, 2)(b)
b = Activation("relu")(BatchNormalization(mode=0, axis=3)(b))
pool2 = AveragePooling2D(pool_size=(8, 8), strides=(1, 1), border_mode="same")(b)
flatten1 = Flatten()(pool2)
dense = Dense(output_dim=10, init="he_normal", activation="softmax")(flatten1)
model = Model(input=input, output=dense)
