import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(704)

class Slicer(layers.Layer):
    def __init__(self, begin, size, **kw):
        super().__init__(**kw)
        self.begin, self.size = begin, size
    def call(self, x):
        return ops.slice(x, self.begin, [x.shape[0] or -1] + self.size) if False else x[:, self.begin:self.begin + self.size]

class TwoPath(keras.Model):
    def __init__(self, n):
        super().__init__()
        self.left = layers.Lambda(lambda t: t[:, :n], name="left")
        self.right = layers.Lambda(lambda t: ops.sum(t[:, n:], axis=-1, keepdims=True), name="right")
        self.mul = layers.Multiply()
        self.dot = layers.Dot(axes=1)
        self.sub = layers.Subtract()
        self.perm = layers.Permute((2, 1))
        self.rep = layers.RepeatVector(3)
        self.norm = layers.UnitNormalization()
    def call(self, x):
        l, r = self.left(x), self.right(x)
        a = self.mul([l, ops.tile(r, (1, l.shape[-1]))])
        d = self.dot([l, a])
        s = self.sub([a, l])
        return self.perm(self.rep(s)), d, self.norm(s)

x = np.arange(10).reshape(2, 5).astype("float32") / 10
m = TwoPath(3)
p, d, n = m(x)
print(p.shape, np.round(np.array(d), 4).tolist(), np.round(np.array(n), 4).tolist())
print([l.name for l in m.layers], m.count_params(), m.built)
i = keras.Input((5,))
f = keras.Model(i, m(i))
print([o.shape for o in f.outputs], [l.name for l in f.layers])
print(Slicer(1, 2)(x).shape, Slicer(1, 2)(i).shape)
class Glu(layers.Layer):
    def __init__(self, axis=-1, bias=True, dim=2, **kw):
        super().__init__(**kw)
        self.axis, self.dim = axis, dim
        self.dense = layers.Dense(2, use_bias=bias)
    def call(self, x):
        out, gate = ops.split(x, 2, axis=self.axis)
        gate = ops.sigmoid(gate)
        return self.dense(out * gate)
print(np.round(np.array(Glu()(x[:, :4])), 4).tolist())
class PosScale(layers.Layer):
    def build(self, s):
        self.g = self.add_weight(shape=(s[-2], 1), initializer=keras.initializers.RandomUniform(0.5, 1.5, seed=3), name="g")
    def call(self, x):
        return ops.einsum("bld,lk->bld", x, self.g) if False else x * self.g
print(np.round(np.array(PosScale()(np.ones((1, 3, 2), "float32")))[0, :, 0], 4).tolist())
class Noop(layers.Layer):
    def call(self, inputs, **kwargs):
        return inputs
print(Noop()(x) is x, Noop()([x, x])[1].shape, type(Noop()({"a": x})).__name__)
print(keras.Sequential([i, Noop(), Slicer(0, 2), Glu(name="glu") if False else layers.Dense(1)]).output_shape)
