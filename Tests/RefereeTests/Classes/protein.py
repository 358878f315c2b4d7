import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(307)

class NonLocal(layers.Layer):
    def __init__(self, inter, **kw):
        super().__init__(**kw)
        self.inter = inter
    def build(self, s):
        self.c = s[-1]
        for n in ("theta", "phi", "g"):
            conv = layers.Conv2D(self.inter, 1, use_bias=False, name=n)
            conv.build(s)
            setattr(self, n, conv)
        self.o = layers.Conv2D(self.c, 1, use_bias=False, name="o")
        self.o.build((*s[:-1], self.inter))
        self.gamma = self.add_weight(name="gamma", shape=(), initializer=keras.initializers.Constant(0.5))
    def call(self, x):
        _, h, w, _ = x.shape
        f = lambda t: ops.reshape(t, (-1, h * w, self.inter))
        q, k, v = f(self.theta(x)), f(self.phi(x)), f(self.g(x))
        a = ops.softmax(ops.einsum("bic,bjc->bij", q, k), axis=-1)
        y = ops.reshape(a @ v, (-1, h, w, self.inter))
        return x + self.gamma * self.o(y)

class AxialPool(layers.Layer):
    def __init__(self, axis, **kw):
        super().__init__(**kw)
        if axis not in (1, 2):
            raise ValueError(f"axis must be 1 or 2, not {axis}")
        self.axis = axis
    def call(self, x):
        return ops.concatenate([ops.max(x, axis=self.axis), ops.mean(x, axis=self.axis), ops.std(x, axis=self.axis)], axis=-1)

class CoordAtt(layers.Layer):
    def __init__(self, red=2, **kw):
        super().__init__(**kw)
        self.red = red
    def build(self, s):
        m = max(2, s[-1] // self.red)
        self.c1 = layers.Conv2D(m, 1, activation="hard_swish" if hasattr(keras.activations, "hard_swish") else "relu")
        self.ch = layers.Conv2D(s[-1], 1, activation="sigmoid")
        self.cw = layers.Conv2D(s[-1], 1, activation="sigmoid")
        super().build(s)
    def call(self, x):
        h = x.shape[1]
        ph = ops.mean(x, axis=2, keepdims=True)
        pw = ops.transpose(ops.mean(x, axis=1, keepdims=True), (0, 2, 1, 3))
        y = self.c1(ops.concatenate([ph, pw], axis=1))
        yh, yw = y[:, :h], ops.transpose(y[:, h:], (0, 2, 1, 3))
        return x * self.ch(yh) * self.cw(yw)

x = np.arange(48).reshape(1, 4, 3, 4).astype("float32") / 48
for l in (NonLocal(2, name="nl"), AxialPool(1), AxialPool(axis=2), CoordAtt()):
    y = l(x)
    print(l.name, y.shape, l.count_params(), np.round(np.array(y).reshape(-1)[:4], 4).tolist(), [w.name for w in l.weights][:4])
try:
    AxialPool(3)
except ValueError as e:
    print("ValueError", e)
i = keras.Input((4, 3, 4))
m = keras.Model(i, AxialPool(1)(CoordAtt()(NonLocal(2)(i))))
print([(l.name, l.output.shape, l.count_params()) for l in m.layers])
print(np.round(np.array(m(x))[0, 0], 4).tolist())
print([w.path for w in m.weights])
