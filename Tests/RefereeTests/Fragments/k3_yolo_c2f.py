import keras
from keras import layers, ops


def conv_bn(inputs, output_channels, kernel_size=1, strides=1, activation="swish", name="conv_bn"):
    if kernel_size > 1:
        inputs = layers.ZeroPadding2D(padding=kernel_size // 2, name=f"{name}_pad")(inputs)
    x = layers.Conv2D(filters=output_channels, kernel_size=kernel_size, strides=strides, padding="valid",
                      use_bias=False, name=f"{name}_conv")(inputs)
    x = layers.BatchNormalization(momentum=0.97, epsilon=1e-3, name=f"{name}_bn")(x)
    return layers.Activation(activation, name=name)(x)


def csp_block(inputs, channels=-1, depth=2, shortcut=True, expansion=0.5, name="csp"):
    channel_axis = -1
    channels = channels if channels > 0 else inputs.shape[channel_axis]
    hidden_channels = int(channels * expansion)
    pre = conv_bn(inputs, hidden_channels * 2, name=f"{name}_pre")
    short, deep = ops.split(pre, 2, axis=channel_axis)
    out = [short, deep]
    for id in range(depth):
        deep = conv_bn(out[-1], hidden_channels, kernel_size=3, name=f"{name}_pre_{id}_1")
        deep = conv_bn(deep, hidden_channels, kernel_size=3, name=f"{name}_pre_{id}_2")
        deep = (out[-1] + deep) if shortcut else deep
        out.append(deep)
    out = ops.concatenate(out, axis=channel_axis)
    return conv_bn(out, channels, name=f"{name}_output")


def spp(inputs, pool_size=5, name="spp_fast"):
    hidden = inputs.shape[-1] // 2
    x = conv_bn(inputs, hidden, name=f"{name}_pre")
    pool_1 = layers.MaxPooling2D(pool_size=pool_size, strides=1, padding="same", name=f"{name}_pool1")(x)
    pool_2 = layers.MaxPooling2D(pool_size=pool_size, strides=1, padding="same", name=f"{name}_pool2")(pool_1)
    out = ops.concatenate([x, pool_1, pool_2], axis=-1)
    return conv_bn(out, inputs.shape[-1], name=f"{name}_output")


inputs = keras.Input((None, None, 3))
x = conv_bn(inputs, 16, 3, 2, name="stem")
x = csp_block(x, 16, depth=1)
x = spp(x)
model = keras.Model(inputs, x)
