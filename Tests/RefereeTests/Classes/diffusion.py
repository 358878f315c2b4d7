import math, keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(412)

class SinTime(layers.Layer):
    def __init__(self, dim, **kw):
        super().__init__(**kw)
        self.half = dim // 2
        self.emb = ops.exp(ops.arange(self.half, dtype="float32") * -(math.log(10000) / (self.half - 1)))
    def call(self, t):
        e = ops.cast(t, "float32")[:, None] * self.emb[None, :]
        return ops.concatenate([ops.sin(e), ops.cos(e)], axis=-1)

class ResTime(layers.Layer):
    def __init__(self, width, **kw):
        super().__init__(**kw)
        self.width = width
        self.norm = layers.GroupNormalization(groups=2)
        self.c1 = layers.Conv2D(width, 3, padding="same")
        self.t = layers.Dense(width, activation="swish")
        self.c2 = layers.Conv2D(width, 3, padding="same", kernel_initializer=keras.initializers.VarianceScaling(1e-2, "fan_avg", "uniform"))
    def build(self, shapes):
        if shapes[0][-1] == self.width:
            self.res = layers.Identity()
        else:
            self.res = layers.Conv2D(self.width, 1, name="res")
    def call(self, inputs):
        x, t = inputs
        h = self.c1(ops.silu(self.norm(x)))
        h = h + self.t(t)[:, None, None, :]
        return self.c2(ops.silu(h)) + self.res(x)

class GaussianDiffusion:
    def __init__(self, steps=10, lo=1e-4, hi=0.02):
        self.betas = np.linspace(lo, hi, steps, dtype=np.float64)
        a = 1.0 - self.betas
        self.acp = np.cumprod(a, axis=0)
        self.sqrt_acp = np.sqrt(self.acp).astype("float32")
        self.sqrt_1m = np.sqrt(1 - self.acp).astype("float32")
    def _extract(self, a, t, shape):
        return ops.reshape(ops.take(ops.convert_to_tensor(a), t, axis=0), [shape[0], 1, 1, 1])
    def q_sample(self, x, t, noise):
        return self._extract(self.sqrt_acp, t, x.shape) * x + self._extract(self.sqrt_1m, t, x.shape) * noise

x = np.arange(64).reshape(2, 4, 4, 2).astype("float32") / 64
t = np.array([1, 7])
te = SinTime(4)(t)
print(np.round(np.array(te), 4).tolist())
r = ResTime(4, name="rt")
y = r([x, te])
print(y.shape, r.count_params(), np.round(np.array(y)[1, 2, 2], 4).tolist())
print([w.path for w in r.weights])
g = GaussianDiffusion()
q = g.q_sample(x, t, np.ones_like(x))
print(np.round(np.array(q)[:, 0, 0], 4).tolist(), round(float(g.acp[-1]), 6))
xi, ti = keras.Input((4, 4, 2), name="x"), keras.Input((), dtype="int64", name="t")
h = ResTime(2)([xi, SinTime(4)(ti)])
m = keras.Model([xi, ti], h, name="net")
print([(l.name, l.output.shape, l.count_params()) for l in m.layers])
print(np.round(np.array(m([x, t]))[0, 0, 0], 4).tolist())
