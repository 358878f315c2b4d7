import keras, numpy as np
from keras import ops, layers
keras.utils.set_random_seed(10)

class SelfAttention(layers.Layer):
    def __init__(self, dim, heads=2, **kwargs):
        super().__init__(**kwargs)
        assert dim % heads == 0, "dim must divide"
        self.dim, self.heads = dim, heads
        self.head_dim = dim // heads
        self.q = layers.Dense(dim, name="q")
        self.k = layers.Dense(dim, name="k")
        self.v = layers.Dense(dim, name="v")
        self.o = layers.Dense(dim, name="o")

    def split(self, t, b):
        t = ops.reshape(t, (b, -1, self.heads, self.head_dim))
        return ops.transpose(t, (0, 2, 1, 3))

    def call(self, x, mask=None, return_scores=False):
        b = ops.shape(x)[0]
        q, k, v = self.split(self.q(x), b), self.split(self.k(x), b), self.split(self.v(x), b)
        s = ops.matmul(q, ops.transpose(k, (0, 1, 3, 2))) / (self.head_dim ** 0.5)
        if mask is not None:
            s = s + (1.0 - ops.cast(mask, s.dtype)) * -1e9
        p = ops.softmax(s, axis=-1)
        out = ops.reshape(ops.transpose(ops.matmul(p, v), (0, 2, 1, 3)), (b, -1, self.dim))
        out = self.o(out)
        return (out, p) if return_scores else out

att = SelfAttention(4, name="att")
x = np.arange(24).reshape(2, 3, 4).astype("float32") / 10
y, p = att(x, return_scores=True)
print(y.shape, p.shape, att.count_params())
print(np.round(np.array(y)[0], 4).tolist())
print(np.round(np.array(p)[1, 0], 4).tolist())
mask = np.tril(np.ones((3, 3), "float32"))[None, None]
ym, pm = att(x, mask=mask, return_scores=True)
print(np.round(np.array(pm)[0, 1], 4).tolist())
print([w.path for w in att.weights])
try:
    SelfAttention(5)
except AssertionError as e:
    print("AssertionError", e)
i = keras.Input((3, 4))
m = keras.Model(i, layers.LayerNormalization()(i + att(i)))
print([l.name for l in m.layers], m.output_shape)
print(np.round(np.array(m(x))[0, 0], 4).tolist())
