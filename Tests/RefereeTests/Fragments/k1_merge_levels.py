from keras import backend as K
from keras.callbacks import LearningRateScheduler, ModelCheckpoint
from keras.optimizers import Adam
from keras.layers import Convolution2D, Input, MaxPooling2D, UpSampling2D, merge
from keras.models import Model

K.set_image_dim_ordering('tf')

size = dict(tall=28, wide=44)
spare = 0.5


def shared_area(wanted, got):
    both = K.sum(K.flatten(wanted) * K.flatten(got))
    each = K.sum(K.flatten(wanted)) + K.sum(K.flatten(got))
    return (spare + 2. * both) / (spare + each)


def missed_area(wanted, got):
    return 1. - shared_area(wanted, got)


def conv(tensor, depth, times=1):
    for _ in range(times):
        tensor = Convolution2D(depth, 3, 3, border_mode='same', activation='relu')(tensor)
    return tensor


def outliner(depths):
    scan = Input((size['tall'], size['wide'], 2))
    levels = [conv(scan, depths[0], 2)]
    for depth in depths[1:]:
        levels.append(conv(MaxPooling2D(pool_size=(2, 2))(levels[-1]), depth, 2))
    flow = levels[-1]
    for depth, beside in zip(depths[-2::-1], levels[-2::-1]):
        flow = merge([beside, UpSampling2D(size=(2, 2))(flow)], concat_axis=3, mode='concat')
        flow = conv(flow, depth)
    net = Model(input=scan, output=Convolution2D(2, 1, 1, activation='sigmoid')(flow))
    net.compile(metrics=[shared_area], loss=missed_area, optimizer=Adam(lr=4e-4))
    return net


net = outliner([7, 12, 18])
