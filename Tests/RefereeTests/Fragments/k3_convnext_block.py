import keras
from keras import layers, ops, activations


def block(x, dim, drop=0.0, name="block"):
    inputs = x
    x = layers.Conv2D(dim, kernel_size=7, padding="same", groups=dim, name=name + "_depthwise_conv")(inputs)
    x = layers.LayerNormalization(epsilon=1e-6, name=name + "_layernorm")(x)
    x = layers.Dense(4 * dim, name=name + "_pointwise_conv_1")(x)
    x = layers.Activation("gelu", name=name + "_gelu")(x)
    x = layers.Dense(dim, name=name + "_pointwise_conv_2")(x)
    layer = layers.Activation("linear", name=name + "_identity") if not drop else layers.Dropout(drop)
    return inputs + layer(x)


x = inp = keras.Input((64, 64, 3))
stem = keras.Sequential([layers.Conv2D(24, kernel_size=4, strides=4), layers.LayerNormalization(epsilon=1e-6)],
                        name="stem")
x = stem(x)
for i in range(2):
    x = block(x, 24, drop=0.1 * i, name=f"stage_0_block_{i}")
x = activations.relu(x)
x = layers.GlobalAveragePooling2D()(x)
x = activations.tanh(x)
model = keras.Model(inp, layers.Dense(7)(x), name="small_next")
