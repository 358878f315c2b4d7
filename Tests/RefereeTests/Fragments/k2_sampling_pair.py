'''Two models and a third made of them, with noise drawn in between.'''
from __future__ import division
from __future__ import absolute_import
import argparse
from keras import backend as K
from keras.utils import plot_model
from keras.losses import binary_crossentropy, mse
from keras.models import Model
from keras.layers import Conv2DTranspose, Reshape
from keras.layers import Lambda, Flatten, Conv2D
from keras.layers import Input, Dense

rows, columns = 20, 12
codes = 3
depths = [6, 10]


def drawn(pair):
    middle, spread = pair
    noise = K.random_normal(shape=(K.shape(middle)[0], K.int_shape(middle)[1]))
    return noise * K.exp(spread / 2) + middle


picture = Input(shape=(rows, columns, 2), name='seen')
flow = picture
for depth in depths:
    flow = Conv2D(kernel_size=5, filters=depth, strides=2, padding='same', activation='elu')(flow)
inner = K.int_shape(flow)[1:]  # the way back starts here
flow = Dense(12, activation='tanh')(Flatten()(flow))
middle, spread = [Dense(codes, name=part)(flow) for part in ('middle', 'spread')]
code = Lambda(drawn, output_shape=(codes,), name='code')([middle, spread])
reader = Model(picture, [code, middle, spread], name='reader')

given = Input(shape=(codes,), name='given')
flow = Dense(inner[0] * inner[1] * inner[2], activation='relu')(given)
flow = Reshape((inner[0], inner[1], inner[2]))(flow)
while depths:
    flow = Conv2DTranspose(filters=depths.pop(), kernel_size=3, strides=2, activation='elu', padding='same')(flow)
drawing = Conv2DTranspose(kernel_size=1, filters=2, padding='same', activation='sigmoid', name='drawing')(flow)
drawer = Model(given, drawing, name='drawer')
both = Model(picture, drawer(reader(picture)[0]), name='both')
