import keras.backend as K
from keras.regularizers import l2
from keras.layers.normalization import BatchNormalization
from keras.layers import Concatenate, Input
from keras.layers.pooling import GlobalAveragePooling2D
from keras.layers.pooling import AveragePooling2D
from keras.layers.convolutional import Convolution2D
from keras.layers.core import Activation, Dropout, Dense
from keras.models import Model

DECAY = 5E-5
axis = {"channels_first": 1, "channels_last": -1}[K.image_data_format()]


def norm(tensor, **more):
    return Activation('relu')(BatchNormalization(axis=axis, gamma_regularizer=l2(DECAY), **more)(tensor))


def conv(tensor, depth, window, drop=None):
    tensor = Convolution2D(depth, (window, window), padding="same", use_bias=False,
                           kernel_regularizer=l2(DECAY), kernel_initializer="he_uniform")(tensor)
    return Dropout(drop)(tensor) if drop else tensor


def grown(tensor, depth, turns, by, drop):
    everything = [tensor]
    while len(everything) <= turns:
        everything.append(conv(norm(tensor, beta_regularizer=l2(DECAY)), by, 3, drop))
        tensor = Concatenate(axis=axis)(everything)
    return tensor, depth + turns * by


def collector(kinds, shape, layers, blocks, by, depth, drop=None):
    assert (layers - 1) % blocks == 0, "The layers but one are shared out among the blocks"
    turns = int((layers - 1) / blocks)
    picture = Input(shape=shape)
    x = Convolution2D(depth, (5, 5), name="begin", use_bias=False, kernel_initializer="he_uniform",
                      padding="same")(picture)
    for block in range(blocks):
        x, depth = grown(x, depth, turns, by, drop)
        if block + 1 < blocks:
            x = conv(norm(x), depth // 2, 1, drop)
            depth //= 2
            x = AveragePooling2D((2, 2), strides=(2, 2))(x)
    x = GlobalAveragePooling2D(data_format=K.image_data_format())(norm(x))
    kind = Dense(kinds, bias_regularizer=l2(2e-4), kernel_regularizer=l2(2e-4), activation='softmax')(x)
    return Model(inputs=[picture], outputs=[kind], name="Collector")


net = collector(7, (28, 20, 1), layers=9, blocks=2, by=5, depth=10, drop=0.1)
