import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(21)

class ChannelAttention(layers.Layer):
    def __init__(self, ratio=2):
        super().__init__()
        self.ratio = ratio

    def build(self, shape):
        c = shape[-1]
        self.mlp1 = layers.Dense(c // self.ratio, activation="relu", use_bias=False)
        self.mlp2 = layers.Dense(c, use_bias=False)
        super().build(shape)

    def call(self, x):
        avg = tf.reduce_mean(x, axis=[1, 2], keepdims=True)
        mx = tf.reduce_max(x, axis=[1, 2], keepdims=True)
        gate = tf.sigmoid(self.mlp2(self.mlp1(avg)) + self.mlp2(self.mlp1(mx)))
        return x * gate

class SpatialAttention(layers.Layer):
    def __init__(self, kernel_size=3):
        super().__init__()
        self.conv = layers.Conv2D(1, kernel_size, padding="same", activation="sigmoid", use_bias=False)

    def call(self, x):
        avg = tf.reduce_mean(x, axis=-1, keepdims=True)
        mx = tf.reduce_max(x, axis=-1, keepdims=True)
        return x * self.conv(tf.concat([avg, mx], axis=-1))

class CBAM(layers.Layer):
    def __init__(self, ratio=2, kernel_size=3, **kwargs):
        super().__init__(**kwargs)
        self.channel = ChannelAttention(ratio)
        self.spatial = SpatialAttention(kernel_size)

    def call(self, x):
        return self.spatial(self.channel(x))

cbam = CBAM()
x = tf.constant(np.arange(4 * 4 * 4).reshape(1, 4, 4, 4) / 10.0, dtype=tf.float32)
y = cbam(x)
print(cbam.name, cbam.channel.name, cbam.spatial.name)
print(y.shape)
for w in cbam.weights:
    print(w.path, w.shape)
print(np.round(y.numpy()[0, 1, 1], 4).tolist())
print(cbam.count_params())
inputs = keras.Input((4, 4, 4))
net = keras.Model(inputs, CBAM(name="att")(layers.Conv2D(8, 3, padding="same")(inputs)))
print(net.count_params(), net.output_shape)
print([v.name for v in net.trainable_variables])
