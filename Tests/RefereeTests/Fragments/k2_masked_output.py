from collections import deque
import random
import numpy as np
from keras import backend as K
from keras.optimizers import RMSprop
from keras.models import Model, Sequential
from keras.layers.convolutional import Conv2D
from keras.layers import Multiply, Input, Lambda, Flatten, Dense

screen = (52, 44, 3)
moves = 5
seen = deque(maxlen=900)
convolutions = [(7, (6, 6), 3), (11, (4, 4), 2), (13, (3, 3), 1)]


def plain():
    net = Sequential()
    for place, (depth, window, step) in enumerate(convolutions):
        shape = {'input_shape': screen} if place == 0 else {}
        net.add(Conv2D(depth, window, strides=(step, step), activation='relu', **shape))
    net.add(Flatten())
    for units in (40, moves):
        net.add(Dense(units, activation='relu' if units > moves else None))
    return net


def masked(choices):
    screens = Input(screen, name='screens')
    allowed = Input((choices,), name='allowed')
    flow = Lambda(lambda dots: dots / 63.0)(screens)
    for depth, window, step in convolutions[:2]:
        flow = Conv2D(depth, window[0], strides=step, activation='relu')(flow)
    worth = Dense(choices)(Dense(24, activation='relu')(Flatten()(flow)))
    net = Model(inputs=[screens, allowed], outputs=Multiply()([allowed, worth]))
    net.compile(RMSprop(lr=0.002, epsilon=0.1, rho=0.8), loss='mse')
    return net


slow = plain()
fast = masked(moves - 2)
