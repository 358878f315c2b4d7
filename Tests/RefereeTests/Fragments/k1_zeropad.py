# Borders added by layers of their own, before convolutions that add none.
import numpy as np, cv2
from keras.optimizers import SGD
from keras.models import Sequential
from keras.layers.convolutional import ZeroPadding2D, MaxPooling2D, Convolution2D
from keras.layers.core import Dropout, Dense, Flatten

PLAN = 'a8 a8 p b14 p a20 b20 p'


def bordered(plan, kinds=12, stored=None):
    net = Sequential()
    shape = dict(input_shape=(32,56,1))
    for word in plan.split():
        if word == 'p':
            net.add(MaxPooling2D((2,2), strides=(2,2)))
            continue
        edge, depth = {'a': 1, 'b': 2}[word[0]], int(word[1:])
        net.add(ZeroPadding2D((edge,edge), **shape))
        net.add(Convolution2D(depth, 2*edge + 1, 2*edge + 1, activation='relu'))
        shape = {}
    net.add(Flatten())
    net.add(Dense(30, activation='relu'))
    net.add(Dropout(0.25))
    net.add(Dense(kinds, activation='softmax'))
    if stored:
        net.load_weights(stored)
    return net


if __name__ == "__main__":
    plain = bordered(PLAN)
    plain.compile(loss='categorical_crossentropy', optimizer=SGD(nesterov=True, momentum=0.8, decay=1e-5, lr=0.03))
