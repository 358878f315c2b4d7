import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(603)

class ModuleList(layers.Layer):
    def __init__(self, mods, **kw):
        super().__init__(**kw)
        self.mods = list(mods)
    def call(self, x):
        for m in self.mods:
            x = m(x)
        return x
    def __getitem__(self, i):
        return self.mods[i]
    def __len__(self):
        return len(self.mods)

class HRLike(keras.Model):
    def __init__(self, widths=(2, 3)):
        super().__init__()
        self.stem = ModuleList([layers.Conv2D(w, 3, 2 if i else 1, "same", activation="relu") for i, w in enumerate(widths)], name="stem")
        self.branches = [[layers.Conv2D(w, 3, padding="same") for _ in range(2)] for w in widths]
        self.fuse = [[None if i == j else layers.Conv2D(wi, 1) for j, wj in enumerate(widths)] for i, wi in enumerate(widths)]
        self.up, self.down = layers.UpSampling2D(2), layers.MaxPooling2D(2)
        self.tails = {"a": [layers.Dense(2)], "b": {"inner": layers.Dense(1, name="deep")}}
    def call(self, x):
        a = self.stem[0](x)
        b = self.stem[1](a)
        xs = [a, b]
        for i, br in enumerate(self.branches):
            for c in br:
                xs[i] = ops.relu(c(xs[i]))
        ys = []
        for i in range(2):
            acc = xs[i]
            for j in range(2):
                f = self.fuse[i][j]
                if f is not None:
                    z = f(xs[j])
                    acc = acc + (self.up(z) if j > i else self.down(z))
            ys.append(acc)
        t = ops.concatenate([ops.mean(y, axis=(1, 2)) for y in ys], -1)
        return self.tails["a"][0](t), self.tails["b"]["inner"](t)

m = HRLike()
x = np.arange(64).reshape(1, 8, 8, 1).astype("float32") / 64
p, q = m(x)
print(np.round(np.array(p), 4).tolist(), np.round(np.array(q), 4).tolist())
print(m.count_params(), len(m.weights), [l.name for l in m.layers])
print([w.path for w in m.weights])
print(len(m.stem), m.stem[-1].filters, [l.name for l in m.stem.mods])
class Tup(keras.Model):
    def __init__(self):
        super().__init__()
        self.t = (layers.Dense(2), layers.Dense(3))
        self.n = [1, 2, "x", layers.Dense(4)]
        self.gen = [l for l in (layers.Dense(5),)]
    def call(self, x):
        return self.gen[0](self.n[3](self.t[1](self.t[0](x))))
t = Tup()
print(t(np.ones((1, 2))).shape, [l.name for l in t.layers], t.count_params(), t.n[:3])
