import keras, numpy as np
from keras import layers
keras.utils.set_random_seed(501)

class CrossLayer(layers.Layer):
    def __init__(self, n=2, **kw):
        super().__init__(**kw)
        self.n = n
    def build(self, s):
        d = s[-1]
        self.ws, self.bs = [], []
        for i in range(self.n):
            self.ws.append(self.add_weight(shape=(d, 1), initializer="glorot_uniform", name=f"w{i}"))
            self.bs.append(self.add_weight(shape=(d,), initializer="zeros", name=f"b{i}"))
    def call(self, x0):
        x = x0
        for w, b in zip(self.ws, self.bs):
            x = x0 * (x @ w) + b + x
        return x

class FM(layers.Layer):
    def __init__(self, k=3, reg=0.0, **kw):
        super().__init__(**kw)
        self.k = k
        self.reg = keras.regularizers.L2(reg)
    def build(self, s):
        self.w0 = self.add_weight(name="w0", shape=(1,), initializer="zeros")
        self.w = self.add_weight(name="w", shape=(s[-1], 1), regularizer=self.reg)
        self.v = self.add_weight(name="v", shape=(self.k, s[-1]), regularizer=self.reg, initializer="random_normal")
    def call(self, x):
        lin = self.w0 + keras.ops.matmul(x, self.w)
        vt = keras.ops.transpose(self.v)
        inter = 0.5 * keras.ops.sum(keras.ops.square(x @ vt) - keras.ops.square(x) @ keras.ops.square(vt), axis=1, keepdims=True)
        return keras.ops.sigmoid(lin + inter)

class DeepFM(keras.Model):
    def __init__(self, cards, dim=2, hidden=(4, 3)):
        super().__init__()
        self.embed_layers = {f"embed_{i}": layers.Embedding(c, dim, embeddings_regularizer=keras.regularizers.l2(1e-3)) for i, c in enumerate(cards)}
        self.fm = FM(reg=1e-2)
        self.cross = CrossLayer()
        self.dnn = [layers.Dense(h, activation="relu") for h in hidden]
        self.out = layers.Dense(1)
    def call(self, inputs):
        dense, sparse = inputs
        e = keras.ops.concatenate([self.embed_layers[f"embed_{i}"](sparse[:, i]) for i in range(sparse.shape[1])], axis=-1)
        x = keras.ops.concatenate([dense, e], -1)
        h = self.cross(x)
        for d in self.dnn:
            h = d(h)
        return 0.5 * (self.fm(x) + keras.ops.sigmoid(self.out(h)))

m = DeepFM([5, 4])
a, b = np.arange(6).reshape(2, 3).astype("float32") / 6, np.array([[1, 2], [4, 0]])
print(np.round(np.array(m([a, b])), 4).tolist())
print(m.count_params(), [l.name for l in m.layers])
print([w.path for w in m.weights])
print(len(m.losses), round(float(sum(float(l) for l in m.losses)), 5))
c = CrossLayer(3, name="cross")
print(np.round(np.array(c(a))[1], 4).tolist(), [w.name for w in c.weights], len(c.ws))
