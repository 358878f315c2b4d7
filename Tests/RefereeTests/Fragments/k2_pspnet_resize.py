from math import ceil
from keras import layers
from keras.layers import Conv2D, BatchNormalization, Activation, Input, Dropout, Lambda, AveragePooling2D, Concatenate
from keras.models import Model
import keras.backend as K
import tensorflow as tf

learning_rate = 1e-3


def Interp(x, shape):
    new_height, new_width = shape
    resized = tf.image.resize_images(x, [int(new_height), int(new_width)])
    return resized


def interp_block(prev_layer, level, feature_map_shape, input_shape):
    kernel_strides_map = {1: 12, 2: 6, 3: 4, 6: 2}
    kernel = (kernel_strides_map[level], kernel_strides_map[level])
    x = AveragePooling2D(kernel, strides=kernel)(prev_layer)
    x = Conv2D(8, (1, 1), strides=(1, 1), name="conv5_3_pool" + str(level) + "_conv", use_bias=False)(x)
    x = BatchNormalization(momentum=0.95, epsilon=1e-5)(x)
    x = Activation('relu')(x)
    return Lambda(Interp, arguments={'shape': feature_map_shape})(x)


inp = Input((96, 96, 3))
x = Conv2D(16, (3, 3), strides=(8, 8), padding="same")(inp)
feature_map_size = tuple(int(ceil(input_dim / 8.0)) for input_dim in (96, 96))
pools = [interp_block(x, level, feature_map_size, (96, 96)) for level in (1, 2, 3, 6)]
x = Concatenate()([x] + pools)
x = Conv2D(12, (3, 3), padding="same", use_bias=False)(x)
x = Dropout(0.1)(x)
x = Lambda(lambda t: K.resize_images(t, 8, 8, data_format='channels_last'))(x)
model = Model(inputs=inp, outputs=Activation('softmax')(x))
