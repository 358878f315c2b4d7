import warnings
from keras import backend as K
from keras.models import Model
from keras.layers import ZeroPadding2D, ReLU, Reshape, Input, GlobalAveragePooling2D
from keras.layers import Dropout, Dense, DepthwiseConv2D, Conv2D, BatchNormalization, Activation

AXIS = 1 if K.image_data_format() == 'channels_first' else -1


def capped(x):
    return K.relu(x, max_value=4)


def finished(tensor, name):
    tensor = BatchNormalization(axis=AXIS, name=name + '_norm')(tensor)
    return ReLU(4., name=name + '_capped')(tensor)


def pair(tensor, number, depth, step=(1, 1), each=1):
    edges = 'same'
    if step != (1, 1):
        edges = 'valid'
        tensor = ZeroPadding2D(((1, 0), (1, 0)), name='edge_%d' % number)(tensor)
    tensor = DepthwiseConv2D((3, 3), strides=step, padding=edges, depth_multiplier=each, use_bias=False,
                             name='own_%d' % number)(tensor)
    tensor = finished(tensor, 'own_%d' % number)
    tensor = Conv2D(depth, (1, 1), strides=(1, 1), use_bias=False, padding='same', name='across_%d' % number)(tensor)
    return finished(tensor, 'across_%d' % number)


def slim(shape=None, width=1.0, each=1, top='votes', kinds=50, start=20):
    if top not in {'votes', None}:
        raise ValueError('`top` is `None` or `votes`')
    picture = Input(shape=shape)
    x = ZeroPadding2D(padding=((1, 0), (1, 0)), name='edge')(picture)
    x = Conv2D(int(start * width), (5, 5), strides=(2, 2), padding='valid', use_bias=False, name='start')(x)
    x = finished(x, 'start')
    for number, (depth, step) in enumerate([(28, 2), (28, 1), (44, 2), (60, 1)], 1):
        depth = int(depth * width)
        x = pair(x, number, depth, (step, step), each)
    if top:
        x = Reshape((1, 1, depth), name='axes')(GlobalAveragePooling2D()(x))
        x = Conv2D(kinds, (1, 1), padding='same', name='votes')(Dropout(5e-2, name='forget')(x))
        x = Activation('softmax', name='shares')(Reshape((kinds,), name='flat')(x))
    return Model(picture, x, name='slim_%0.1f_%s' % (width, start))


net = slim((60, 44, 3), width=0.75, kinds=9, each=2)
