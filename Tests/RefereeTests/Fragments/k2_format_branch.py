from __future__ import print_function
import keras
from keras.datasets import fashion_mnist
from keras.models import Sequential
from keras.layers import Conv2D, MaxPooling2D
from keras.layers import Flatten, Dropout, Dense
from keras import backend as K

side, planes = 24, 2
garments = 7

# Where the planes go is the backend's choice.
first = K.image_data_format() == 'channels_first'
picture = (planes, side, side) if first else (side, side, planes)

net = Sequential()
net.add(Conv2D(12, kernel_size=(5, 5), activation='relu', input_shape=picture))
net.add(MaxPooling2D(pool_size=(2, 2)))
for width, rate in [(20, 0.1), (28, 0.2)]:
    net.add(Conv2D(width, (3, 3), activation='relu'))
    net.add(Dropout(rate))
net.add(Flatten())
net.add(Dense(garments, activation='softmax'))

net.compile(metrics=['accuracy'],
            loss=keras.losses.categorical_crossentropy,
            optimizer=keras.optimizers.Adadelta())
print('layers:', len(net.layers), file=None)
