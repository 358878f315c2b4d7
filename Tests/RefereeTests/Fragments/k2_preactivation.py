"""Sums along a chain, with the convolution before or after its norm."""
from __future__ import print_function
import os
import numpy as np
import keras
from keras import backend as K
from keras.models import Model
from keras.regularizers import l2
from keras.preprocessing.image import ImageDataGenerator
from keras.optimizers import Adam
from keras.layers import Input, Flatten, AveragePooling2D
from keras.layers import Activation, BatchNormalization, Conv2D, Dense

order = 'norm first'
units = 3 if order == 'norm first' else 2
label = 'chain-%d-%s' % (units * 2, order.split()[0])


def rate_at(turn):
    rate = 4e-3
    for limit, factor in ((60, 0.25e-2), (20, 2e-1)):
        if turn > limit:
            rate *= factor
            break
    print('rate', rate)
    return rate


def link(tensor, depth, window=3, step=1, act='relu', norm=True, after=True):
    conv = Conv2D(depth, kernel_size=window, strides=step, padding='same',
                  kernel_regularizer=l2(3e-4), kernel_initializer='he_normal')
    if not after:
        return conv(tail(tensor, norm, act))
    return tail(conv(tensor), norm, act)


def tail(tensor, norm, act):
    if norm:
        tensor = BatchNormalization()(tensor)
    return tensor if act is None else Activation(act)(tensor)


def chain(shape, total, kinds=6, width=8):
    if total % 2 != 0:
        raise ValueError('total should be even, not {}'.format(total))
    picture = Input(shape=shape)
    x = link(picture, width)
    for stage in range(2):
        wide = width * (3 if stage == 0 else 2)
        for turn in range(int(total / 2)):
            opening = turn == 0
            step = 2 if opening and stage > 0 else 1
            bare = opening and stage == 0
            y = link(x, width, window=1, step=step, act=None if bare else 'relu', norm=not bare, after=False)
            for depth, window in ((width, 3), (wide, 1)):
                y = link(y, depth, window, after=False)
            if opening:
                x = link(tensor=x, depth=wide, window=1, step=step, act=None, norm=False)
            x = keras.layers.add([y, x])
        width = wide
    x = AveragePooling2D(pool_size=5)(tail(x, True, 'relu'))
    kind = Dense(kinds, kernel_initializer='he_normal', activation='softmax')(Flatten()(x))
    return Model(inputs=picture, outputs=kind)


net = chain(shape=(20, 20, 2), total=units + units % 2)
net.compile(metrics=['accuracy'], optimizer=Adam(lr=rate_at(30)), loss='categorical_crossentropy')
print(label)
folder = os.path.join(os.getcwd(), 'chains')
