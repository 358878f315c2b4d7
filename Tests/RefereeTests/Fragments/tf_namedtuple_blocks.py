import collections
import math
import tensorflow as tf
from tensorflow.keras import Input, Model, layers
from tensorflow.keras.regularizers import l2

Stage = collections.namedtuple('Stage', ['times', 'window', 'step', 'wider', 'depth', 'gate', 'skip'])
Stage.__new__.__defaults__ = (None,) * len(Stage._fields)

STAGES = [
    Stage(times=2, window=3, step=[1, 1], wider=1, depth=10, gate=0.5, skip=True),
    Stage(times=1, window=5, step=[2, 2], wider=3, depth=18, gate=None),
    Stage(times=3, window=3, step=[2, 2], wider=4, depth=22, gate=0.2, skip=True),
]
INIT = {
    'class_name': 'VarianceScaling',
    'config': {'distribution': 'truncated_normal', 'mode': 'fan_out', 'scale': 1.5}
}


def multiple(depth, scale, of=4):
    # The next multiple upwards, and at least one.
    return max(1, math.ceil(depth * scale / of)) * of


def normed(tensor, layer, name, act=None):
    tensor = layers.BatchNormalization(axis=3, name='{}/norm'.format(name).replace('/', '-'))(layer(tensor))
    return layers.Activation(act, name=name + '-act')(tensor) if act else tensor


def gated(tensor, hidden, name):
    depth = tensor.shape[-1]
    g = layers.GlobalAveragePooling2D(name=name + '-mean')(tensor)
    g = layers.Reshape((1, 1, depth), name=name + '-axes')(g)
    for units, act in ((hidden, 'relu'), (depth, 'sigmoid')):
        g = layers.Conv2D(units, 1, padding='same', use_bias=True, activation=act, name=f'{name}-{act}')(g)
    return layers.multiply([tensor, g], name=name + '-scaled')


def unit(tensor, stage, name, drop=None):
    before, entry = tensor, tensor.shape[-1]
    inner = entry * stage.wider
    if inner != entry:
        widen = layers.Conv2D(inner, 1, use_bias=False, padding='same', kernel_initializer=INIT, name=name + '-widen')
        tensor = normed(tensor, widen, name + '-w', 'swish')
    spatial = layers.DepthwiseConv2D(stage.window, padding='same', strides=stage.step, use_bias=False,
                                     depthwise_initializer=INIT, name=name + '-spatial')
    tensor = normed(tensor, spatial, name + '-s', 'swish')
    if (stage.gate is not None) and (0 < stage.gate <= 1):
        tensor = gated(tensor, max(2, int(entry * stage.gate)), name + '-gate')
    narrow = layers.Conv2D(stage.depth, 1, use_bias=False, kernel_regularizer=l2(1e-5), name=name + '-narrow')
    tensor = normed(tensor, narrow, name + '-n')
    if stage.skip and entry == stage.depth and all(one == 1 for one in stage.step):
        if drop:
            tensor = layers.Dropout(drop, noise_shape=(None, 1, 1, 1), name=name + '-drop')(tensor)
        tensor = layers.add([before, tensor], name=name + '-sum')
    return tensor


picture = Input(shape=(40, 40, 3))
flow = layers.Conv2D(multiple(9, 1.1), 3, strides=2, padding='same', name='first')(picture)
for number, stage in enumerate(STAGES):
    stage = stage._replace(depth=multiple(stage.depth, 0.8))
    for turn in range(stage.times):
        flow = unit(flow, stage, 's{}{}'.format(number, 'xyz'[turn]), drop=0.05 * turn)
        stage = stage._replace(step=[1, 1])
backbone = Model(picture, flow, name='gated_stages')
