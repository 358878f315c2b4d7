from itertools import product
import random
from keras import backend as K
from keras.optimizers import RMSprop
from keras.layers import Convolution2D, Dense, Flatten, Input, Lambda, MaxPooling2D
from keras.models import Model, Sequential

SHAPE = (22, 30, 2)


def apart(pair):
    first, second = pair
    squares = K.sum(K.square(second - first), keepdims=True, axis=1)
    return K.sqrt(K.maximum(squares, K.epsilon()))


def one_number(shapes):
    left, right = shapes
    return (left[0], 1)


def pull_and_push(wanted, got):
    gap = K.maximum(2 - got, 0)
    return K.mean((1 - wanted) * K.square(gap) + wanted * K.square(got))


def tower(depths=(7, 11, 15)):
    layers = [Convolution2D(depths[0], 5, 5, activation='relu', input_shape=SHAPE)]
    for depth in depths[1:]:
        layers.extend([MaxPooling2D(), Convolution2D(depth, 3, 3, activation='relu')])
    return Sequential(layers + [Flatten(), Dense(20, activation='tanh')])


shared = tower()
pictures = [Input(shape=SHAPE) for _ in range(2)]
judge = Model(input=pictures,
              output=Lambda(apart, output_shape=one_number)([shared(picture) for picture in pictures]))
judge.compile(optimizer=RMSprop(), loss=pull_and_push)
