import numpy as np
import sys
import matplotlib.pyplot as plt
from keras.optimizers import Adam
from keras.layers.convolutional import Conv2D, UpSampling2D
from keras.layers.advanced_activations import LeakyReLU
from keras.layers import ZeroPadding2D, Activation, BatchNormalization
from keras.layers import Dropout, Flatten, Reshape, Dense, Input
from keras.models import Model, Sequential

noise_size = 30
shape = (20, 12, 2)


def painter(depths=(24, 16)):
    inside = Sequential()
    rows, columns = shape[0] // 4, shape[1] // 4
    inside.add(Dense(rows * columns * depths[0], input_dim=noise_size, activation="relu"))
    inside.add(Reshape((rows, columns, depths[0])))
    for depth in depths:
        inside.add(UpSampling2D())
        inside.add(Conv2D(depth, padding="same", kernel_size=5))
        inside.add(BatchNormalization(momentum=0.7))
        inside.add(Activation("relu"))
    inside.add(Conv2D(shape[2], padding="same", kernel_size=3))
    inside.add(Activation("tanh"))
    inside.summary()
    noise = Input(shape=(noise_size,))
    return Model(noise, inside(noise))


def critic(depths=(10, 14, 18)):
    inside = Sequential()
    for place, depth in enumerate(depths):
        more = {} if place else {'input_shape': shape}
        inside.add(Conv2D(depth, strides=2, kernel_size=5, padding="same", **more))
        if place == 1:
            inside.add(ZeroPadding2D(padding=((1,0),(1,0))))
        if place:
            inside.add(BatchNormalization(momentum=0.7))
        inside.add(LeakyReLU(alpha=0.1))
        inside.add(Dropout(0.15))
    inside.add(Flatten())
    inside.add(Dense(1, activation='sigmoid'))
    picture = Input(shape=shape)
    return Model(picture, inside(picture))


slow = Adam(0.001, 0.6)
judge, artist = critic(), painter()
judge.compile(optimizer=slow, metrics=['accuracy'], loss='binary_crossentropy')
judge.trainable = False
start = Input(shape=(noise_size,))
contest = Model(start, judge(artist(start)))
contest.compile(optimizer=slow, loss='binary_crossentropy')
