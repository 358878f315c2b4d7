from __future__ import print_function, division
from keras.models import Model
from keras.layers import Input, Convolution2D, merge
from keras.layers.advanced_activations import LeakyReLU, PReLU
from keras.layers import Deconvolution2D
import keras.backend as K


def srcnn(f1=9, f2=1, f3=5, n1=64, n2=32, channels=3):
    init = Input(shape=(32, 32, channels))
    x = Convolution2D(n1, f1, f1, activation='relu', border_mode='same', name='level1')(init)
    x = Convolution2D(n2, f2, f2, activation='relu', border_mode='same', name='level2')(x)
    out = Convolution2D(channels, f3, f3, border_mode='same', name='output')(x)
    return Model(init, out)


def expanded(kernels=(1, 3, 5)):
    init = Input(shape=(32, 32, 3))
    x = Convolution2D(64, 9, 9, activation='relu', border_mode='same')(init)
    parts = [Convolution2D(32, k, k, activation='relu', border_mode='same')(x) for k in kernels]
    x = merge(parts, mode='ave')
    x = PReLU(init='zero')(x)
    x = LeakyReLU(alpha=0.3)(x)
    return Model(init, Convolution2D(3, 5, 5, activation='relu', border_mode='same')(x))


plain = srcnn()
model = expanded()
