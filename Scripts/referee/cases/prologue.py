# What every recorded program begins with, in Keras and in convsh alike. `num` makes an array of what a layer gives.
import numpy as np
import keras
from keras import layers, models, activations, initializers, regularizers, constraints
from keras.layers import *
from keras.models import Model, Sequential


def fill(shape, salt=1):
    n = 1
    for size in shape:
        n *= size
    return (((np.arange(n) * 7919 + salt * 104729) % 1009 - 504) / 360.0).astype('float32').reshape(shape)


def set_weights(layer):
    values = []
    for k, weight in enumerate(layer.weights):
        value = fill(tuple(weight.shape), 101 + k) * 0.5
        values.append(np.abs(value) + 0.5 if 'variance' in weight.name else value)
    layer.set_weights(values)


def ev(layer, *shapes):
    inputs = [fill(shape, k + 1) for k, shape in enumerate(shapes)]
    x = inputs[0] if len(inputs) == 1 else inputs
    layer(x)
    set_weights(layer)
    return [num(layer(x)), layer.count_params()]


def sy(layer, *shapes):
    inputs = [keras.Input(batch_shape=shape) for shape in shapes]
    y = layer(inputs[0] if len(inputs) == 1 else inputs)
    told = layer.compute_output_shape(shapes[0] if len(shapes) == 1 else list(shapes))
    return [y, tuple(told), layer.count_params()]


def show(value):
    if type(value).__name__ == 'KerasTensor':
        return 'T' + str(tuple(value.shape))
    if isinstance(value, (list, tuple)):
        inside = ', '.join([show(item) for item in value])
        return '[' + inside + ']' if isinstance(value, list) else '(' + inside + ')'
    if isinstance(value, dict):
        items = sorted(value.items(), key=lambda item: str(item[0]))
        return '{' + ', '.join([show(k) + ': ' + show(v) for k, v in items]) + '}'
    if value is None or isinstance(value, (bool, int, float, str)):
        return repr(value)
    array = np.asarray(num(value)).astype('float64')
    flat = array.reshape(-1)
    step = max(1, flat.size // 7)
    samples = [float('%.6g' % x) for x in list(flat[::step][:8]) + [flat.sum(), np.abs(flat).sum()]]
    return 'A' + str(tuple(array.shape)) + str(samples)
