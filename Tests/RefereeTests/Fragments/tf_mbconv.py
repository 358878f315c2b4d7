import math
import collections
import tensorflow as tf
from tensorflow.keras import layers, Model, Input
from tensorflow.keras.regularizers import l2

BlockArgs = collections.namedtuple('BlockArgs', ['kernel_size', 'num_repeat', 'input_filters', 'output_filters',
                                                 'expand_ratio', 'id_skip', 'strides', 'se_ratio'])
BlockArgs.__new__.__defaults__ = (None,) * len(BlockArgs._fields)

DEFAULT_BLOCKS_ARGS = [
    BlockArgs(kernel_size=3, num_repeat=1, input_filters=32, output_filters=16, expand_ratio=1, id_skip=True,
              strides=[1, 1], se_ratio=0.25),
    BlockArgs(kernel_size=5, num_repeat=2, input_filters=16, output_filters=24, expand_ratio=6, id_skip=True,
              strides=[2, 2], se_ratio=0.25),
]
CONV_KERNEL_INITIALIZER = {
    'class_name': 'VarianceScaling',
    'config': {'scale': 2.0, 'mode': 'fan_out', 'distribution': 'truncated_normal'}
}


def round_filters(filters, width_coefficient, depth_divisor):
    """Round number of filters based on width multiplier."""
    filters *= width_coefficient
    new_filters = int(filters + depth_divisor / 2) // depth_divisor * depth_divisor
    new_filters = max(depth_divisor, new_filters)
    if new_filters < 0.9 * filters:
        new_filters += depth_divisor
    return int(new_filters)


def mb_conv_block(inputs, block_args, activation, drop_rate=None, prefix=''):
    has_se = (block_args.se_ratio is not None) and (0 < block_args.se_ratio <= 1)
    bn_axis = 3
    filters = block_args.input_filters * block_args.expand_ratio
    if block_args.expand_ratio != 1:
        x = layers.Conv2D(filters, 1, padding='same', use_bias=False, kernel_initializer=CONV_KERNEL_INITIALIZER,
                          name=prefix + 'expand_conv')(inputs)
        x = layers.BatchNormalization(axis=bn_axis, name=prefix + 'expand_bn')(x)
        x = layers.Activation(activation, name=prefix + 'expand_activation')(x)
    else:
        x = inputs
    x = layers.DepthwiseConv2D(block_args.kernel_size, strides=block_args.strides, padding='same', use_bias=False,
                               depthwise_initializer=CONV_KERNEL_INITIALIZER, name=prefix + 'dwconv')(x)
    x = layers.BatchNormalization(axis=bn_axis, name=prefix + 'bn')(x)
    x = layers.Activation(activation, name=prefix + 'activation')(x)
    if has_se:
        num_reduced_filters = max(1, int(block_args.input_filters * block_args.se_ratio))
        se_tensor = layers.GlobalAveragePooling2D(name=prefix + 'se_squeeze')(x)
        target_shape = (1, 1, filters)
        se_tensor = layers.Reshape(target_shape, name=prefix + 'se_reshape')(se_tensor)
        se_tensor = layers.Conv2D(num_reduced_filters, 1, activation=activation, padding='same', use_bias=True,
                                  name=prefix + 'se_reduce')(se_tensor)
        se_tensor = layers.Conv2D(filters, 1, activation='sigmoid', padding='same', name=prefix + 'se_expand')(se_tensor)
        x = layers.multiply([x, se_tensor], name=prefix + 'se_excite')
    x = layers.Conv2D(block_args.output_filters, 1, padding='same', use_bias=False, name=prefix + 'project_conv')(x)
    x = layers.BatchNormalization(axis=bn_axis, name=prefix + 'project_bn')(x)
    if block_args.id_skip and all(s == 1 for s in block_args.strides) \
            and block_args.input_filters == block_args.output_filters:
        if drop_rate and (drop_rate > 0):
            x = layers.Dropout(drop_rate, noise_shape=(None, 1, 1, 1), name=prefix + 'drop')(x)
        x = layers.add([x, inputs], name=prefix + 'add')
    return x


img_input = Input(shape=(64, 64, 3))
x = layers.Conv2D(round_filters(32, 1.0, 8), 3, strides=(2, 2), padding='same', use_bias=False, name='stem_conv')(img_input)
for idx, block_args in enumerate(DEFAULT_BLOCKS_ARGS):
    block_args = block_args._replace(input_filters=round_filters(block_args.input_filters, 1.0, 8),
                                     output_filters=round_filters(block_args.output_filters, 1.0, 8))
    x = mb_conv_block(x, block_args, activation=tf.nn.swish, drop_rate=0.1, prefix='block{}a_'.format(idx + 1))
    if block_args.num_repeat > 1:
        block_args = block_args._replace(input_filters=block_args.output_filters, strides=[1, 1])
        for bidx in range(block_args.num_repeat - 1):
            x = mb_conv_block(x, block_args, activation='swish', drop_rate=0.1 * (bidx + 1),
                              prefix='block{}{}_'.format(idx + 1, 'bcd'[bidx]))
model = Model(img_input, x, name='small_efficient')
