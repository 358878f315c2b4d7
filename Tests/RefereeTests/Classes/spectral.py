import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(203)

class SN(layers.Layer):
    """power iteration around another layer"""
    def __init__(self, layer, iterations=1, **kw):
        super().__init__(**kw)
        self.layer = layer
        self.iterations = iterations

    def build(self, input_shape):
        if not self.layer.built:
            self.layer.build(input_shape)
        k = self.layer.kernel
        self.u = self.add_weight(shape=(1, k.shape[-1]), initializer="ones", trainable=False, name="u")
        self.built = True

    def call(self, x, training=None):
        w = ops.reshape(self.layer.kernel, (-1, self.layer.kernel.shape[-1]))
        u = self.u
        for _ in range(self.iterations):
            v = ops.matmul(u, ops.transpose(w))
            v = v / ops.sqrt(ops.sum(ops.square(v)))
            u = ops.matmul(v, w)
            u = u / ops.sqrt(ops.sum(ops.square(u)))
        sigma = ops.matmul(ops.matmul(v, w), ops.transpose(u))
        if training:
            self.u.assign(u)
        return self.layer(x) / sigma[0, 0]

class MyWrapper(layers.Layer):
    def __init__(self, inner, n, **kw):
        super().__init__(**kw)
        self.inner = inner
        self.n = n
    def call(self, x):
        for _ in range(self.n):
            x = self.inner(x)
        return x
    @property
    def total(self):
        return self.n * self.inner.count_params()

x = np.arange(32).reshape(1, 4, 4, 2).astype("float32") / 32
s = SN(layers.Conv2D(3, 3, name="c"), 2, name="sn")
print(np.round(np.array(s(x))[0, 0, 0], 4).tolist(), [w.path for w in s.weights])
print(np.round(np.array(s.u), 4).tolist())
s(x, training=True)
print(np.round(np.array(s.u), 4).tolist(), len(s.trainable_weights), len(s.non_trainable_weights))
w = MyWrapper(layers.Conv2D(2, 3, padding="same"), 3)
print(w(x).shape, w.total, w.name, np.round(np.array(w(x))[0, 1, 1], 4).tolist())
m = keras.Sequential([keras.Input((4, 4, 2)), SN(layers.Conv2D(2, 1)), MyWrapper(layers.Dense(2, activation="tanh"), 2), layers.Flatten(), SN(layers.Dense(1))])
print([(l.name, l.count_params()) for l in m.layers])
print(np.round(np.array(m(x)), 4).tolist())
