from keras import backend as K
from keras.models import Model
from keras.layers import Input, Conv2D, MaxPooling2D, GlobalAveragePooling2D, Dense, Activation, Lambda, Add, Concatenate
from keras.layers import DepthwiseConv2D, BatchNormalization, AveragePooling2D


def channel_shuffle(x, groups):
    height, width, in_channels = x.shape.as_list()[1:] if hasattr(x.shape, 'as_list') else tuple(x.shape)[1:]
    channels_per_group = in_channels // groups
    x = K.reshape(x, [-1, height, width, groups, channels_per_group])
    x = K.permute_dimensions(x, (0, 1, 2, 4, 3))
    x = K.reshape(x, [-1, height, width, in_channels])
    return x


def group_conv(x, in_channels, out_channels, groups, kernel=1, stride=1, name=''):
    if groups == 1:
        return Conv2D(out_channels, kernel, padding='same', use_bias=False, strides=stride)(x)
    ig = in_channels // groups
    group_list = []
    for i in range(groups):
        offset = i * ig
        group = Lambda(lambda z, o=offset: z[:, :, :, o:o + ig])(x)
        group_list.append(Conv2D(int(0.5 + out_channels / groups), kernel_size=kernel, strides=stride,
                                 use_bias=False, padding='same')(group))
    return Concatenate()(group_list)


inp = Input((56, 56, 3))
x = Conv2D(24, (3, 3), strides=(2, 2), padding='same', use_bias=False, activation='relu')(inp)
start = x
x = group_conv(x, 24, 24, 2)
x = BatchNormalization(axis=-1)(x)
x = Activation('relu')(x)
x = Lambda(channel_shuffle, arguments={'groups': 2})(x)
x = DepthwiseConv2D((3, 3), padding='same', use_bias=False, strides=(1, 1))(x)
x = BatchNormalization(axis=-1)(x)
x = group_conv(x, 24, 24, groups=2)
x = Add()([x, start])
x = GlobalAveragePooling2D()(x)
model = Model(inputs=inp, outputs=Dense(5, activation='softmax')(x))
