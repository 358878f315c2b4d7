from __future__ import division, print_function
import keras.backend as K
from keras.layers import Deconvolution2D
from keras.layers.advanced_activations import PReLU, LeakyReLU
from keras.layers import merge, Convolution2D, Input
from keras.models import Model

SIZE = (26, 18, 2)


def conv(depth, window, **more):
    return Convolution2D(depth, window, window, border_mode='same', **more)


def straight(plan=((12, 7), (9, 3)), colours=2):
    seen = flow = Input(shape=SIZE)
    for place, (depth, window) in enumerate(plan):
        flow = conv(depth, window, activation='relu', name='part%d' % place)(flow)
    return Model(seen, conv(colours, 5, name='drawn')(flow))


def averaged(windows=(7, 3, 1, 5)):
    seen = Input(shape=SIZE)
    wide = conv(16, 7, activation='relu')(seen)
    flow = merge([conv(8, window, activation='relu')(wide) for window in windows], mode='ave')
    for act in (LeakyReLU(alpha=0.15), PReLU(init='zero')):
        flow = act(flow)
    return Model(seen, conv(2, 3, activation='relu')(flow))


simple = straight()
mean = averaged()
