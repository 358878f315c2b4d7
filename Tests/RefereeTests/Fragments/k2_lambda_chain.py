import datetime
import argparse
import numpy as np
import tensorflow as tf
from keras.models import Model
from keras.layers import Activation, Lambda, Input, Conv2D, Add

MIDDLE = np.array([0.5, 0.3, 0.2]) * 200


def spread_out(times, **named):
    return Lambda(lambda dots: tf.depth_to_space(dots, times), **named)


def around_zero(middle=MIDDLE, width=90.5, back=False, **named):
    if back:
        return Lambda(lambda dots: dots * width + middle, **named)
    return Lambda(lambda dots: (dots - middle) / width, **named)


def same(depth, window=3, **named):
    return Conv2D(depth, window, padding='same', **named)


def larger(factors, depth=9, links=3, weaker=None):
    def link(tensor):
        change = same(depth)(same(2 * depth, activation='relu')(tensor))
        if weaker:
            change = Lambda(lambda t: weaker * t)(change)
        return Add()([change, tensor])

    small = Input(shape=(None, None, 3))
    flow = begin = same(depth, 5)(around_zero()(small))
    for _ in range(links):
        flow = link(flow)
    flow = Add()([same(depth)(flow), begin])
    for place, factor in enumerate(factors):
        flow = same(depth * (factor ** 2), name='room_{}_for_{}'.format(place, factor))(flow)
        flow = spread_out(factor, name='spread_%d' % place)(flow)
    return Model(small, around_zero(back=True)(same(3, 1)(flow)), name="larger")


sharp = larger([2, 3], weaker=0.3)
