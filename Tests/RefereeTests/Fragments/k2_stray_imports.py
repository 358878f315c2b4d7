from numpy.core.fromnumeric import prod
from numpy.testing import assert_allclose
from keras.models import Sequential
from keras.layers import Conv2D, MaxPooling2D, Flatten, Dense, Dropout
from keras.utils import normalize, to_categorical

PICTURE = (20, 24, 3)

net = Sequential()
net.add(Conv2D(12, 3, activation="relu", kernel_initializer="he_uniform", padding="same", input_shape=PICTURE))
net.add(MaxPooling2D())
net.add(Conv2D(24, 3, activation="relu", kernel_initializer="he_uniform"))
net.add(MaxPooling2D())
net.add(Flatten())
net.add(Dense(int(prod([2, 3, 4])), activation="relu"))
net.add(Dropout(0.3))
net.add(Dense(5, activation="softmax"))
net.compile(optimizer="rmsprop", loss="categorical_crossentropy", metrics=["accuracy"])
