from keras import backend as K
from keras.layers import Conv2DTranspose, BatchNormalization
from keras.layers import MaxPooling2D, concatenate, Lambda, multiply, add, Activation, UpSampling2D, Conv2D, Input
from keras.models import Model


def sizes(tensor):
    return K.int_shape(tensor)[1:]


def ratio(large, small):
    return tuple(a // b for a, b in zip(sizes(large)[:2], sizes(small)[:2]))


def copied(tensor, times, label):
    return Lambda(lambda t, count: K.repeat_elements(t, count, axis=3), arguments={'count': times},
                  name='copies' + label)(tensor)


def gate(skip, deep, inner, label):
    depth = sizes(skip)[2]
    one = Conv2D(inner, (3, 3), strides=(2, 2), padding='same', name='skip' + label)(skip)
    other = Conv2D(inner, (1, 1), padding='same')(deep)
    other = Conv2DTranspose(inner, (2, 2), strides=ratio(one, other), padding='same', name='deep' + label)(other)
    share = Activation('relu')(add([one, other]))
    share = Activation('sigmoid')(Conv2D(1, (1, 1), padding='same', name='share' + label)(share))
    share = UpSampling2D(size=ratio(skip, share))(share)
    kept = multiply([copied(share, depth, label), skip], name='kept' + label)
    kept = Conv2D(depth, (1, 1), padding='same', name='mixed' + label)(kept)
    return BatchNormalization(name='normed' + label)(kept)


scan = Input(shape=(24, 40, 2))
levels = [scan]
for depth in (5, 9, 14):
    below = levels[-1] if depth == 5 else MaxPooling2D()(levels[-1])
    levels.append(Conv2D(depth, 3, activation='relu', padding='same')(below))
flow = levels.pop()
for number, depth in ((2, 9), (1, 5)):
    beside = gate(levels.pop(), flow, 4 * number, '-%d' % number)
    flow = Conv2DTranspose(depth, (3, 3), strides=(2, 2), activation='relu', padding='same')(flow)
    flow = concatenate([beside, flow], name='both-%d' % number)
gated = Model(scan, Conv2D(2, 1, activation='sigmoid')(flow))
