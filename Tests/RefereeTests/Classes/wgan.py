import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers
import numpy as np
keras.utils.set_random_seed(210)

class MinibatchStdev(layers.Layer):
    def __init__(self, **kwargs):
        super(MinibatchStdev, self).__init__(**kwargs)
    def call(self, inputs):
        mean = tf.reduce_mean(inputs, axis=0, keepdims=True)
        mean_sq = tf.reduce_mean(tf.square(inputs - mean), axis=0, keepdims=True)
        std = tf.sqrt(mean_sq + 1e-8)
        m = tf.reduce_mean(std, keepdims=True)
        shape = tf.shape(inputs)
        out = tf.tile(m, [shape[0], shape[1], shape[2], 1])
        return tf.concat([inputs, out], axis=-1)

class PixelNorm(layers.Layer):
    def __init__(self, **kwargs):
        super(PixelNorm, self).__init__(**kwargs)
    def call(self, inputs):
        return inputs / tf.sqrt(tf.reduce_mean(inputs ** 2.0, axis=-1, keepdims=True) + 1.0e-8)

class EqualConv(layers.Layer):
    def __init__(self, out_channels, kernel=3, gain=2, **kwargs):
        super().__init__(**kwargs)
        self.kernel, self.out_channels, self.gain = kernel, out_channels, gain
    def build(self, input_shape):
        self.in_channels = input_shape[-1]
        self.w = self.add_weight(shape=[self.kernel, self.kernel, self.in_channels, self.out_channels],
                                 initializer=keras.initializers.RandomNormal(mean=0.0, stddev=1.0), trainable=True, name="kernel")
        self.b = self.add_weight(shape=(self.out_channels,), initializer="zeros", trainable=True, name="bias")
        fan_in = self.kernel * self.kernel * self.in_channels
        self.scale = tf.sqrt(self.gain / fan_in)
    def call(self, x):
        pad = self.kernel // 2
        x = tf.pad(x, [[0, 0], [pad, pad], [pad, pad], [0, 0]], mode="REFLECT")
        return tf.nn.conv2d(x, self.scale * self.w, strides=1, padding="VALID") + self.b

class WeightedSum(layers.Add):
    def __init__(self, alpha=0.0, **kw):
        super().__init__(**kw)
        self.alpha = alpha
    def _merge_function(self, inputs):
        return (1.0 - self.alpha) * inputs[0] + self.alpha * inputs[1]

x = np.arange(64).reshape(2, 4, 4, 2).astype("float32") / 64
print(np.round(MinibatchStdev()(x).numpy()[0, 0, 0], 4).tolist())
print(np.round(PixelNorm()(x).numpy()[1, 0, 0], 4).tolist())
print(np.round(WeightedSum(0.25)([x, x * 2]).numpy()[0, 3, 3], 4).tolist())
e = EqualConv(3)
y = e(x)
print(y.shape, np.round(y.numpy()[0, 0, 0], 4).tolist(), e.count_params())
i = layers.Input((4, 4, 2))
m = keras.Model(i, MinibatchStdev()(PixelNorm()(EqualConv(4, 1)(i))))
print([(l.name, l.output.shape) for l in m.layers])
