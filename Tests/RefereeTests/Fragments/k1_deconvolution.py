from keras.models import Model
from keras.layers import Input, merge
from keras.layers.convolutional import Convolution2D, MaxPooling2D, Deconvolution2D, Cropping2D
from keras.layers.core import Dropout, Activation

KINDS = 21


def enlarged(x, size, factor, name, bias=True):
    """Deconvolution with a kernel of twice its stride."""
    return Deconvolution2D(KINDS, 2 * factor, 2 * factor, output_shape=(None, size, size, KINDS),
                           subsample=(factor, factor), border_mode='same', bias=bias, name=name)(x)


def coarse_to_fine(size=96):
    picture = Input(shape=(size, size, 3))
    x, halves = picture, []
    for repeats, depth in ((2, 16), (2, 32), (3, 64)):
        for _ in range(repeats):
            x = Convolution2D(depth, 3, 3, activation='relu', border_mode='same')(x)
        x = MaxPooling2D((2, 2), strides=(2, 2))(x)
        halves.append(x)
    x = Convolution2D(128, 7, 7, activation='relu', border_mode='same', name='wide')(x)
    x = Convolution2D(KINDS, 1, 1, name='coarse')(Dropout(0.5)(x))
    x = enlarged(x, size // 4, 2, 'doubled')
    side = Convolution2D(KINDS, 1, 1, name='side')(halves[1])
    x = enlarged(merge([x, side], mode='sum'), size, 4, 'full', bias=False)
    return Model(picture, Activation('softmax')(x), name='coarse_to_fine')


model = coarse_to_fine()
