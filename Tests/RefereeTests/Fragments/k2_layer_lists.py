from keras.layers import Permute, Reshape
from keras.layers import Activation, BatchNormalization, Conv2D, MaxPooling2D, UpSampling2D, ZeroPadding2D
from keras.models import Sequential

rows, columns, labels = 24, 40, 5
window, edge, half = 5, 2, 2
depths = (9, 16, 22)


def bordered(depth):
    return [
        ZeroPadding2D(padding=(edge, edge)),
        Conv2D(depth, (window, window), padding='valid'),
        BatchNormalization(),
    ]


def going_down():
    layers = []
    for depth in depths:
        layers += bordered(depth) + [Activation('relu'), MaxPooling2D(pool_size=(half, half))]
    return layers


def going_up():
    layers = []
    for depth in depths[::-1]:
        layers += [UpSampling2D(size=(half, half))] + bordered(depth)
    return layers


net = Sequential()
net.add(Activation('linear', input_shape=(rows, columns, 2)))
net.way_down, net.way_up = going_down(), going_up()
for part in (net.way_down, net.way_up):
    for layer in part:
        net.add(layer)
net.add(Conv2D(labels, (1, 1), padding='valid',))
net.add(Reshape((labels, rows * columns), input_shape=(labels, rows, columns)))
net.add(Permute((2, 1)))
net.add(Activation('softmax'))
