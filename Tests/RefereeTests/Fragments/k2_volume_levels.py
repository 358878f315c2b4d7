from keras.optimizers import Adam
from keras.layers import ZeroPadding3D, Cropping3D, SpatialDropout3D, add, PReLU, concatenate
from keras.layers import Activation, UpSampling3D, BatchNormalization, Conv3DTranspose, MaxPooling3D, Conv3D, Input
from keras.models import Model
from keras import backend as K

DEPTHS = [5, 8, 12]


def unit(tensor, depth, norm=False, act=None, window=(3, 3, 3), step=(1, 1, 1), edges='same'):
    tensor = Conv3D(depth, window, strides=step, padding=edges)(tensor)
    if norm:
        tensor = BatchNormalization(axis=-1)(tensor)
    return Activation('relu')(tensor) if act is None else act()(tensor)


def larger(times, learned=False, depth=None):
    if not learned:
        return UpSampling3D(size=times)
    return Conv3DTranspose(strides=times, kernel_size=times, filters=depth)


scan = Input((8, 16, 12, 1))
kept = list()
flow = scan
for depth in DEPTHS:
    if kept:
        flow = MaxPooling3D(pool_size=(2, 2, 2))(flow)
    first = unit(tensor=flow, depth=depth, norm=True)
    flow = unit(first, depth + depth//2, window=(1, 3, 3))
    kept.append([first, flow])
kept.pop()
for level in range(len(kept)-1, -1, -1):
    beside = kept[level][-1]
    up = larger((2, 2, 2), learned=level == 0, depth=flow._keras_shape[-1])(flow)
    flow = concatenate([beside, up], axis=-1)
    flow = unit(act=PReLU, tensor=flow, depth=beside._keras_shape[-1])
    flow = SpatialDropout3D(rate=0.1)(flow)
parts = Activation('sigmoid')(Conv3D(2, (1, 1, 1))(flow))
mapper = Model(inputs=scan, outputs=parts)
