import random
from collections import deque
import numpy as np
from keras.layers import Dense, Flatten, Lambda, Input, Multiply
from keras.layers.convolutional import Conv2D
from keras.models import Sequential, Model
from keras.optimizers import RMSprop
from keras import backend as K

EPISODES = 50000
state_size = (84, 84, 4)
action_size = 6
memory = deque(maxlen=400000)


def build_model():
    model = Sequential()
    model.add(Conv2D(32, (8, 8), strides=(4, 4), activation='relu', input_shape=state_size))
    model.add(Conv2D(64, (4, 4), strides=(2, 2), activation='relu'))
    model.add(Conv2D(64, (3, 3), strides=(1, 1), activation='relu'))
    model.add(Flatten())
    model.add(Dense(512, activation='relu'))
    model.add(Dense(action_size))
    return model


def atari_model(n_actions):
    frames_input = Input(state_size, name='frames')
    actions_input = Input((n_actions,), name='mask')
    normalized = Lambda(lambda x: x / 255.0)(frames_input)
    conv_1 = Conv2D(16, 8, strides=4, activation='relu')(normalized)
    conv_2 = Conv2D(32, 4, strides=2, activation='relu')(conv_1)
    conv_flattened = Flatten()(conv_2)
    hidden = Dense(256, activation='relu')(conv_flattened)
    output = Dense(n_actions)(hidden)
    filtered_output = Multiply()([output, actions_input])
    model = Model(inputs=[frames_input, actions_input], outputs=filtered_output)
    optimizer = RMSprop(lr=0.00025, rho=0.95, epsilon=0.01)
    model.compile(optimizer, loss='mse')
    return model


target = build_model()
model = atari_model(4)
