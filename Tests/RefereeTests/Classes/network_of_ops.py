import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(114)

class GhostModule(layers.Layer):
    def __init__(self, out, ratio=2, dw=3, **kw):
        super().__init__(**kw)
        self.out = out
        init = -(-out // ratio)
        self.primary = keras.Sequential([layers.Conv2D(init, 1, use_bias=False), layers.ReLU()], name="primary")
        self.cheap = layers.DepthwiseConv2D(dw, padding="same", depth_multiplier=ratio - 1, use_bias=False, name="cheap")
    def call(self, x):
        p = self.primary(x)
        c = self.cheap(p)
        return ops.concatenate([p, c], axis=-1)[..., : self.out]

class ShuffleUnit(layers.Layer):
    def __init__(self, groups, **kw):
        super().__init__(**kw)
        self.groups = groups
    def call(self, x):
        n, h, w, c = x.shape
        x = ops.reshape(x, (-1, h, w, self.groups, c // self.groups))
        x = ops.transpose(x, (0, 1, 2, 4, 3))
        return ops.reshape(x, (-1, h, w, c))

class ECA(layers.Layer):
    def __init__(self, k=3, **kw):
        super().__init__(**kw)
        self.conv = layers.Conv1D(1, k, padding="same", use_bias=False)
    def call(self, x):
        y = ops.mean(x, axis=(1, 2))[..., None]
        y = ops.sigmoid(self.conv(y))
        return x * ops.reshape(y, (-1, 1, 1, x.shape[-1]))

class SplitAtt(layers.Layer):
    def call(self, x):
        a, b = ops.split(x, 2, axis=-1)
        w = ops.softmax(ops.stack([ops.mean(a, axis=(1, 2, 3)), ops.mean(b, axis=(1, 2, 3))], axis=-1))
        return a * w[:, 0][:, None, None, None] + b * w[:, 1][:, None, None, None]

x = np.arange(2 * 3 * 3 * 4).reshape(2, 3, 3, 4).astype("float32") / 36
for l in (GhostModule(5, name="ghost"), ShuffleUnit(2), ECA(), SplitAtt()):
    y = l(x)
    print(l.name, y.shape, l.count_params(), np.round(np.array(y)[1, 2, 2], 4).tolist())
inp = keras.Input((3, 3, 4))
m = keras.Model(inp, SplitAtt()(ECA()(ShuffleUnit(3)(GhostModule(6)(inp)))))
print([(l.name, l.output.shape) for l in m.layers], m.count_params())
print([w.path for w in m.weights])
print(np.round(np.array(m(x))[0, 0, 0], 4).tolist())
