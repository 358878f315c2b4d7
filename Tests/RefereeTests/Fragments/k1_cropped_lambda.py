from keras.regularizers import activity_l2, l2
from keras.layers.convolutional import Convolution2D
from keras.layers import Cropping2D
from keras.layers.core import Lambda, Dropout, Flatten, Activation, Dense
from keras.models import Sequential

net = Sequential()
net.add(Cropping2D(cropping=((11, 5), (2, 0)), input_shape=(60, 82, 3)))
net.add(Lambda(lambda dots: (dots - 99.0) / 64.0))
for depth, window in [(8, 5), (13, 4)]:
    net.add(Convolution2D(depth, window, window, subsample=(2, 2), activation="relu"))
net.add(Convolution2D(17, 3, 3, W_regularizer=l2(0.004), activation="tanh"))
net.add(Flatten())
for units in (22, 9):
    net.add(Dense(units, W_regularizer=l2(0.004), init='normal'))
    net.add(Activation('tanh'))
    net.add(Dropout(0.1))
net.add(Dense(2))
