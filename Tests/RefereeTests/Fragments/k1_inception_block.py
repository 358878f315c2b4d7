from keras.layers import Input, merge, Dense, Dropout, Flatten, Activation
from keras.layers import Convolution2D, MaxPooling2D, AveragePooling2D
from keras.layers.normalization import BatchNormalization
from keras.models import Model
from keras.regularizers import l2

WEIGHT_DECAY = 0.0005


def inception_module(x, params, dim_ordering, concat_axis, subsample=(1, 1), activation='relu',
                     border_mode='same', weight_decay=None):
    (branch1, branch2, branch3, branch4) = params

    if weight_decay:
        W_regularizer = l2(weight_decay)
        b_regularizer = l2(weight_decay)
    else:
        W_regularizer = None
        b_regularizer = None

    pathway1 = Convolution2D(branch1[0], 1, 1, subsample=subsample, activation=activation,
                             border_mode=border_mode, W_regularizer=W_regularizer,
                             b_regularizer=b_regularizer, bias=False, dim_ordering=dim_ordering)(x)

    pathway2 = Convolution2D(branch2[0], 1, 1, subsample=subsample, activation=activation,
                             border_mode=border_mode, W_regularizer=W_regularizer,
                             b_regularizer=b_regularizer, bias=False, dim_ordering=dim_ordering)(x)
    pathway2 = Convolution2D(branch2[1], 3, 3, subsample=subsample, activation=activation,
                             border_mode=border_mode, W_regularizer=W_regularizer,
                             bias=False, dim_ordering=dim_ordering)(pathway2)

    pathway3 = Convolution2D(branch3[0], 1, 1, activation=activation, border_mode=border_mode)(x)
    pathway3 = Convolution2D(branch3[1], 5, 5, activation=activation, border_mode=border_mode)(pathway3)

    pathway4 = MaxPooling2D(pool_size=(1, 1), dim_ordering=dim_ordering)(x)
    pathway4 = Convolution2D(branch4[0], 1, 1, activation=activation, border_mode=border_mode)(pathway4)

    return merge([pathway1, pathway2, pathway3, pathway4], mode='concat', concat_axis=concat_axis)


img_input = Input(shape=(56, 56, 3))
x = Convolution2D(32, 7, 7, subsample=(2, 2), activation='relu', border_mode='same', init='he_normal')(img_input)
x = BatchNormalization(axis=-1, mode=0, epsilon=1e-4)(x)
x = MaxPooling2D((3, 3), strides=(2, 2), border_mode='same')(x)
for spec in [[(16,), (24, 32), (4, 8), (8,)], [(32,), (32, 48), (8, 24), (16,)]]:
    x = inception_module(x, params=spec, dim_ordering='tf', concat_axis=3, weight_decay=WEIGHT_DECAY)
x = AveragePooling2D((7, 7), strides=(1, 1), border_mode='valid')(x)
x = Flatten()(x)
x = Dropout(0.4)(x)
preds = Dense(output_dim=20, activation='softmax', init='glorot_normal')(x)
model = Model(input=img_input, output=[preds])
