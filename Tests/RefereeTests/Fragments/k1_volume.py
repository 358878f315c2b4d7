from keras.models import Sequential
from keras.layers.core import Dense, Dropout, Flatten
from keras.layers.convolutional import Convolution3D, MaxPooling3D, ZeroPadding3D


def get_model(summary=False):
    """The network for short films."""
    model = Sequential()
    model.add(Convolution3D(16, 3, 3, 3, activation='relu', border_mode='same', name='conv1',
                            subsample=(1, 1, 1), input_shape=(16, 56, 56, 3)))
    model.add(MaxPooling3D(pool_size=(1, 2, 2), strides=(1, 2, 2), border_mode='valid', name='pool1'))
    model.add(Convolution3D(32, 3, 3, 3, activation='relu', border_mode='same', name='conv2', subsample=(1, 1, 1)))
    model.add(MaxPooling3D(pool_size=(2, 2, 2), strides=(2, 2, 2), border_mode='valid', name='pool2'))
    model.add(Convolution3D(nb_filter=64, kernel_dim1=3, kernel_dim2=3, kernel_dim3=3, activation='relu',
                            border_mode='same', name='conv3a'))
    model.add(ZeroPadding3D(padding=(0, 1, 1)))
    model.add(MaxPooling3D(pool_size=(2, 2, 2), strides=(2, 2, 2), border_mode='valid', name='pool3'))
    model.add(Flatten())
    model.add(Dense(128, activation='relu', name='fc6'))
    model.add(Dropout(.5))
    model.add(Dense(11, activation='softmax', name='fc8'))
    if summary:
        print(model.summary())
    return model


model = get_model()
