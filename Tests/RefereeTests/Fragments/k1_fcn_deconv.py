from keras.models import Model
from keras.layers import Input, merge
from keras.layers.convolutional import Convolution2D, MaxPooling2D, Deconvolution2D, Cropping2D
from keras.layers.core import Dropout, Activation

FCN_CLASSES = 21


def FCN(size=96):
    inp = Input(shape=(size, size, 3))
    x = inp
    pools = []
    for i, (n, d) in enumerate(zip([2, 2, 3], [16, 32, 64])):
        for _ in range(n):
            x = Convolution2D(d, 3, 3, activation='relu', border_mode='same')(x)
        x = MaxPooling2D((2, 2), strides=(2, 2))(x)
        pools.append(x)
    fc6 = Convolution2D(128, 7, 7, activation='relu', border_mode='same', name='fc6')(x)
    fc6 = Dropout(0.5)(fc6)
    score = Convolution2D(FCN_CLASSES, 1, 1, name='score_fr')(fc6)
    score2 = Deconvolution2D(FCN_CLASSES, 4, 4, output_shape=(None, size // 4, size // 4, FCN_CLASSES),
                             subsample=(2, 2), border_mode='same', name='score2')(score)
    skip = Convolution2D(FCN_CLASSES, 1, 1, name='score_pool2')(pools[1])
    fused = merge([score2, skip], mode='sum')
    up = Deconvolution2D(FCN_CLASSES, 8, 8, output_shape=(None, size, size, FCN_CLASSES), subsample=(4, 4),
                         border_mode='same', bias=False, name='upsample')(fused)
    return Model(inp, Activation('softmax')(up), name='fcn')


model = FCN()
