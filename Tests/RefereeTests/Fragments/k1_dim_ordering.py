'''Letters on tiles; the axes as the backend orders them.'''
from __future__ import print_function
import numpy as np
np.random.seed(7)

from keras import backend as K
from keras.datasets import mnist
from keras.utils import np_utils
from keras.models import Sequential
from keras.layers import Convolution2D, MaxPooling2D
from keras.layers import Activation, Dense, Dropout, Flatten

letters = 26
tile = dict(height=20, width=32)
window = (3, 5)
halve = (2, 2)

tile_shape = [tile['height'], tile['width']]
if K.image_dim_ordering() == 'th':
    tile_shape.insert(0, 1)
else:
    tile_shape.append(1)

reader = Sequential()
reader.add(Convolution2D(10, window[0], window[1], border_mode='valid', input_shape=tuple(tile_shape)))
reader.add(Activation('tanh'))
reader.add(MaxPooling2D(pool_size=halve))
reader.add(Convolution2D(18, window[1], window[0], border_mode='same'))
reader.add(Activation('relu'))
reader.add(Flatten())
for units, last in ((40, False), (letters, True)):
    reader.add(Dropout(0.3))
    reader.add(Dense(units))
    reader.add(Activation('softmax' if last else 'relu'))
reader.compile(optimizer='adadelta', metrics=['accuracy'], loss='categorical_crossentropy')
