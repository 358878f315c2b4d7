import tensorflow as tf, numpy as np
from tensorflow import keras
from tensorflow.keras import layers
keras.utils.set_random_seed(411)

class FourierFeatures(layers.Layer):
    def __init__(self, n, include_input=True, **kwargs):
        super().__init__(**kwargs)
        self.n = n
        self.include_input = include_input
    def build(self, s):
        self.freqs = 2.0 ** tf.range(self.n, dtype=tf.float32)
    def call(self, x):
        parts = [x] if self.include_input else []
        for i in range(self.n):
            for fn in (tf.sin, tf.cos):
                parts.append(fn(2.0 ** i * x))
        return tf.concat(parts, axis=-1)

class SineLayer(layers.Layer):
    def __init__(self, units, w0=30.0, first=False, **kw):
        super().__init__(**kw)
        self.units, self.w0, self.first = units, w0, first
    def build(self, s):
        n = s[-1]
        lim = 1.0 / n if self.first else np.sqrt(6.0 / n) / self.w0
        self.w = self.add_weight(shape=(n, self.units), initializer=keras.initializers.RandomUniform(float(-lim), float(lim)), name="w")
        self.b = self.add_weight(shape=(self.units,), initializer="zeros", name="b")
        super().build(s)
    def call(self, x):
        return tf.sin(self.w0 * (tf.matmul(x, self.w) + self.b))

class NeRF(keras.Model):
    def __init__(self, depth=4, width=6, skip=2):
        super().__init__()
        self.enc = FourierFeatures(2)
        self.body = [layers.Dense(width, activation="relu", name=f"d{i}") for i in range(depth)]
        self.skip = skip
        self.rgb = layers.Dense(3, activation="sigmoid", name="rgb")
        self.sigma = layers.Dense(1, activation="softplus", name="sigma")
    def call(self, p):
        e = self.enc(p)
        h = e
        for i, d in enumerate(self.body):
            if i == self.skip:
                h = tf.concat([h, e], -1)
            h = d(h)
        return tf.concat([self.rgb(h), self.sigma(h)], axis=-1)

p = np.linspace(-1, 1, 6).reshape(2, 3).astype("float32")
n = NeRF()
y = n(p)
print(y.shape, np.round(y.numpy(), 4).tolist())
print(n.count_params(), [l.name for l in n.layers], [w.shape for w in n.body[2].get_weights()])
print(np.round(FourierFeatures(1)(p).numpy()[0], 4).tolist())
s = keras.Sequential([layers.Input((2,)), SineLayer(4, first=True), SineLayer(4), layers.Dense(1)])
print(np.round(s(np.array([[0.1, -0.2]], "float32")).numpy(), 4).tolist(), [w.path for w in s.weights])
print([l.name for l in s.layers], s.count_params())
