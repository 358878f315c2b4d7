import tensorflow as tf, numpy as np
from tensorflow import keras
from tensorflow.keras import layers as kl
keras.utils.set_random_seed(605)

class TCNBlock(kl.Layer):
    def __init__(self, n_filters, kernel_size, dilation, p_drop=0.0, **kw):
        super(TCNBlock, self).__init__(**kw)
        self.c1 = kl.Conv1D(n_filters, kernel_size, dilation_rate=dilation, padding='causal', activation='relu')
        self.c2 = kl.Conv1D(n_filters, kernel_size, dilation_rate=dilation, padding='causal', activation='relu')
        self.d = kl.SpatialDropout1D(p_drop)
        self.n_filters = n_filters
    def build(self, shape):
        self.match = None if shape[-1] == self.n_filters else kl.Conv1D(self.n_filters, 1, padding='same', name='match')
        super(TCNBlock, self).build(shape)
    def call(self, x, training=None):
        y = self.d(self.c1(x), training=training)
        y = self.d(self.c2(y), training=training)
        r = x if self.match is None else self.match(x)
        return tf.nn.relu(r + y)

class TCN(keras.Model):
    def __init__(self, channels, kernel_size=2):
        super(TCN, self).__init__()
        self.net = keras.Sequential([TCNBlock(c, kernel_size, 2 ** i, name='tcn_%d' % i) for i, c in enumerate(channels)], name='net')
        self.lin = kl.Dense(1)
    def call(self, x, training=None):
        y = self.net(x, training=training)
        return self.lin(y[:, -1])

class SincBank(kl.Layer):
    def __init__(self, n, k, **kw):
        super().__init__(**kw)
        self.n, self.k = n, k
    def build(self, s):
        self.f = self.add_weight(name='f', shape=(self.n,), initializer=lambda shape, dtype=None: tf.linspace(0.1, 0.4, shape[0]))
        self.t = tf.range(-(self.k // 2), self.k // 2 + 1, dtype=tf.float32)
    def call(self, x):
        a = 2 * np.pi * self.f[None, :] * self.t[:, None]
        filt = tf.where(tf.abs(a) < 1e-6, tf.ones_like(a), tf.sin(a) / tf.where(tf.abs(a) < 1e-6, tf.ones_like(a), a))
        return keras.ops.conv(x, filt[:, None, :], padding='same')

x = tf.reshape(tf.sin(tf.range(20, dtype=tf.float32)), (2, 10, 1))
m = TCN([3, 3, 2])
print(np.round(m(x).numpy(), 4).tolist(), m.count_params())
print([(l.name, l.count_params()) for l in m.net.layers], [l.name for l in m.layers])
print([w.path for w in m.net.layers[0].weights])
s = SincBank(3, 5)
y = s(x)
print(y.shape, np.round(y.numpy()[0, 4], 4).tolist(), s.name, np.round(s.f.numpy(), 4).tolist())
i = keras.Input((10, 1))
f = keras.Model(i, TCNBlock(2, 3, 1)(SincBank(2, 3)(i)))
print([(l.name, l.output.shape) for l in f.layers], f.count_params())
print(np.round(f(x).numpy()[1, -1], 4).tolist())
