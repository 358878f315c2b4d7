import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(207)

class PrimaryCaps(layers.Layer):
    def __init__(self, n_caps, dim, kernel, stride, **kw):
        super().__init__(**kw)
        self.n_caps, self.dim = n_caps, dim
        self.conv = layers.Conv2D(n_caps * dim, kernel, stride, activation="relu")
    def call(self, x):
        y = self.conv(x)
        return squash(ops.reshape(y, (-1, y.shape[1] * y.shape[2] * self.n_caps, self.dim)))

def squash(v, axis=-1):
    n2 = ops.sum(ops.square(v), axis=axis, keepdims=True)
    return n2 / (1.0 + n2) * v / ops.sqrt(n2 + keras.config.epsilon())

class DigitCaps(layers.Layer):
    def __init__(self, n, dim, routings=3, **kwargs):
        super().__init__(**kwargs)
        self.n, self.dim, self.routings = n, dim, routings
    def build(self, s):
        self.in_n, self.in_dim = s[1], s[2]
        self.W = self.add_weight(shape=[self.n, self.in_n, self.dim, self.in_dim], initializer="glorot_uniform", name="W")
    def call(self, u):
        hat = ops.einsum("nidk,bik->bnid", self.W, u)
        b = ops.zeros_like(hat[..., 0])
        for r in range(self.routings):
            c = ops.softmax(b, axis=1)
            v = squash(ops.einsum("bni,bnid->bnd", c, hat))
            if r < self.routings - 1:
                b = b + ops.einsum("bnd,bnid->bni", v, hat)
        return v
    def compute_output_shape(self, s):
        return (None, self.n, self.dim)

class Length(layers.Layer):
    def call(self, x, **kwargs):
        return ops.sqrt(ops.sum(ops.square(x), -1) + 1e-7)

i = keras.Input((8, 8, 1))
p = PrimaryCaps(2, 4, 3, 2, name="primary")(i)
d = DigitCaps(3, 4, name="digit")(p)
m = keras.Model(i, Length(name="len")(d))
print([(l.name, l.output.shape, l.count_params()) for l in m.layers])
x = np.arange(128).reshape(2, 8, 8, 1).astype("float32") / 128
print(np.round(np.array(m(x)), 4).tolist())
print([w.path for w in m.weights], [w.shape for w in m.weights])
