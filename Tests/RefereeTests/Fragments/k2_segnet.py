from keras.models import Sequential
from keras.layers import Conv2D, MaxPooling2D, UpSampling2D, BatchNormalization, Activation, ZeroPadding2D
from keras.layers import Reshape, Permute

kernel = 3
filter_size = 32
pad = 1
pool_size = 2


def create_encoding_layers():
    return [
        ZeroPadding2D(padding=(pad, pad)),
        Conv2D(filter_size, (kernel, kernel), padding='valid'),
        BatchNormalization(),
        Activation('relu'),
        MaxPooling2D(pool_size=(pool_size, pool_size)),

        ZeroPadding2D(padding=(pad, pad)),
        Conv2D(64, (kernel, kernel), padding='valid'),
        BatchNormalization(),
        Activation('relu'),
        MaxPooling2D(pool_size=(pool_size, pool_size)),
    ]


def create_decoding_layers():
    return [
        ZeroPadding2D(padding=(pad, pad)),
        Conv2D(64, (kernel, kernel), padding='valid'),
        BatchNormalization(),
        UpSampling2D(size=(pool_size, pool_size)),
        ZeroPadding2D(padding=(pad, pad)),
        Conv2D(filter_size, (kernel, kernel), padding='valid'),
        BatchNormalization(),
        UpSampling2D(size=(pool_size, pool_size)),
    ]


data_shape = 48 * 64
model = Sequential()
model.add(Activation('linear', input_shape=(48, 64, 3)))
model.encoding_layers = create_encoding_layers()
for l in model.encoding_layers:
    model.add(l)
model.decoding_layers = create_decoding_layers()
for l in model.decoding_layers:
    model.add(l)
model.add(Conv2D(12, (1, 1), padding='valid',))
model.add(Reshape((12, data_shape), input_shape=(12, 48, 64)))
model.add(Permute((2, 1)))
model.add(Activation('softmax'))
