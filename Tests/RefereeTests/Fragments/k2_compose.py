from functools import wraps, reduce
import tensorflow as tf
from keras.regularizers import l2
from keras.models import Model
from keras.layers.normalization import BatchNormalization
from keras.layers.advanced_activations import LeakyReLU
from keras.layers import Input, MaxPooling2D, Concatenate, UpSampling2D, ZeroPadding2D, Add, Conv2D
from keras import backend as K


def then(first, second):
    return lambda *given, **named: second(first(*given, **named))


def line(*steps):
    if not steps:
        raise ValueError('a line has at least one step')
    return reduce(then, steps)


@wraps(Conv2D)
def Conv(*given, **named):
    options = dict(kernel_regularizer=l2(1e-3))
    options['padding'] = 'same' if named.get('strides')!=(2,2) else 'valid'
    options.update(named)
    return Conv2D(*given, **options)


def Unit(*given, **named):
    options = {'use_bias': False}
    options.update(named)
    return line(Conv(*given, **options), BatchNormalization(), LeakyReLU(alpha=0.2))


def sums(depth, times):
    def run(tensor):
        tensor = line(ZeroPadding2D(((0,1),(0,1))), Unit(depth, (3,3), strides=(2,2)))(tensor)
        for turn in range(times):
            inner = line(Unit(depth//3, (1,1)), Unit(depth, (3,3)))
            tensor = Add()([inner(tensor), tensor])
        return tensor
    return run


def two_scales(picture, per_cell, numbers):
    fine = line(Unit(6, (5,5)), sums(12, 1), MaxPooling2D(padding='same', pool_size=(2,2), strides=(2,2)))(picture)
    coarse = line(sums(18, 3), Unit(10, (1,1)))(fine)
    wanted = per_cell*(numbers+4)
    finer = line(UpSampling2D(2), lambda up: Concatenate()([fine,up]), Unit(14, (3,3)), Conv(wanted, (1,1)))(coarse)
    return Model(picture, [finer, line(Unit(20, (3,3)), Conv(wanted, (1,1)))(coarse)])


finder = two_scales(Input(shape=(None, None, 1)), 2, numbers=7)
