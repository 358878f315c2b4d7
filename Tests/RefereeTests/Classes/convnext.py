import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(102)

class LayerScale(layers.Layer):
    def __init__(self, init_values, dim, **kwargs):
        super().__init__(**kwargs)
        self.init_values = init_values
        self.dim = dim
    def build(self, _):
        self.gamma = self.add_weight(shape=(self.dim,), initializer=keras.initializers.Constant(self.init_values), name="gamma")
    def call(self, x):
        return x * self.gamma
    def get_config(self):
        c = super().get_config()
        c.update({"init_values": self.init_values, "dim": self.dim})
        return c

class DropPath(layers.Layer):
    def __init__(self, rate, seed=None, **kw):
        super().__init__(**kw)
        self.rate = rate
        self.seed_gen = keras.random.SeedGenerator(seed)
    def call(self, x, training=None):
        if training and self.rate > 0:
            keep = 1 - self.rate
            shape = (ops.shape(x)[0],) + (1,) * (len(x.shape) - 1)
            r = keep + keras.random.uniform(shape, 0, 1, seed=self.seed_gen)
            return (x / keep) * ops.floor(r)
        return x

class Block(keras.Model):
    def __init__(self, dim, drop=0.0, **kw):
        super().__init__(**kw)
        self.dw = layers.Conv2D(dim, 7, padding="same", groups=dim, name="dwconv")
        self.norm = layers.LayerNormalization(epsilon=1e-6, name="norm")
        self.pw1 = layers.Dense(4 * dim, name="pw1")
        self.act = layers.Activation("gelu")
        self.pw2 = layers.Dense(dim, name="pw2")
        self.ls = LayerScale(1e-1, dim, name="ls")
        self.dp = DropPath(drop, seed=4) if drop > 0 else layers.Activation("linear")
    def call(self, x, training=None):
        y = self.pw2(self.act(self.pw1(self.norm(self.dw(x)))))
        return x + self.dp(self.ls(y), training=training)

b = Block(4, 0.3, name="cnx")
x = np.arange(2 * 5 * 5 * 4).reshape(2, 5, 5, 4).astype("float32") / 100
print(np.round(np.array(b(x))[1, 2, 2], 4).tolist())
print(np.round(np.array(b(x, training=True))[:, 2, 2], 4).tolist())
print([w.path for w in b.weights])
print(b.count_params(), [l.name for l in b.layers], b.ls.get_config()["init_values"])
c = Block(4)
print(np.round(np.array(c(x, training=True))[0, 0, 0], 4).tolist(), c.name)
