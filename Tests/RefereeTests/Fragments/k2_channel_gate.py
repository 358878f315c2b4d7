from keras import backend as K
from keras.models import Model
from keras.layers import Multiply, add, Input, Conv2D, Permute, multiply, Dense, Reshape, GlobalAveragePooling2D

first = K.image_data_format() == 'channels_first'


def by_channel(tensor, less):
    depth = tensor._keras_shape[1 if first else -1]
    share = Reshape((1, 1, depth))(GlobalAveragePooling2D()(tensor))
    for units, act in ((depth // less, 'elu'), (depth, 'sigmoid')):
        share = Dense(units, use_bias=False, kernel_initializer='he_normal', activation=act)(share)
    return multiply([tensor, Permute((3, 1, 2))(share) if first else share])


def by_place(tensor, window=3):
    share = Conv2D(1, (window, window), padding='same', kernel_initializer='he_normal', use_bias=False,
                   activation='sigmoid')(tensor)
    return Multiply()([share, tensor])


picture = Input((22, 18, 2))
flow = picture
for depth, less in [(12, 4), (20, 5)]:
    flow = Conv2D(depth, 5, padding='same')(flow)
    flow = add([by_place(flow), by_channel(flow, less)])
weighed = Model(picture, flow)
