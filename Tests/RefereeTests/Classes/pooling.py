import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(506)

class SPPLayer(layers.Layer):
    def __init__(self, bins=(1, 2), **kw):
        super().__init__(**kw)
        self.bins = tuple(bins)
    def build(self, input_shape):
        self.nb_channels = input_shape[3]
        self.num_outputs = sum(b * b for b in self.bins)
    def compute_output_shape(self, s):
        return (s[0], s[3] * sum(b * b for b in self.bins))
    def call(self, x):
        h, w = x.shape[1], x.shape[2]
        outs = []
        for b in self.bins:
            for i in range(b):
                for j in range(b):
                    y1, y2 = int(round(i * h / b)), int(round((i + 1) * h / b))
                    x1, x2 = int(round(j * w / b)), int(round((j + 1) * w / b))
                    outs.append(ops.max(x[:, y1:y2, x1:x2, :], axis=(1, 2)))
        return ops.concatenate(outs, axis=-1)
    def get_config(self):
        return dict(list(super().get_config().items()) + [("bins", self.bins)])

class MinPool(layers.MaxPooling2D):
    def call(self, x):
        return -super().call(-x)

class MaxAvg(layers.Layer):
    def __init__(self, size=2, alpha=0.5):
        super().__init__()
        self.mx, self.av = layers.MaxPooling2D(size), layers.AveragePooling2D(size)
        self.alpha = self.add_weight(shape=(1,), initializer=keras.initializers.Constant(alpha), name="alpha", constraint=keras.constraints.NonNeg())
    def call(self, x):
        return self.alpha * self.mx(x) + (1 - self.alpha) * self.av(x)

class WithArgmax(layers.Layer):
    def call(self, x):
        p = ops.max(x, axis=(1, 2))
        return p, ops.argmax(ops.reshape(x, (-1, x.shape[1] * x.shape[2], x.shape[3])), axis=1)

x = np.arange(32).reshape(1, 4, 4, 2).astype("float32") % 7
s = SPPLayer((1, 2), name="spp")
print(np.array(s(x)).tolist(), s.compute_output_shape((None, 9, 9, 3)), s.get_config()["bins"])
print(np.array(MinPool(2)(x))[0, :, :, 0].tolist(), MinPool(3, 1).name)
m = MaxAvg()
print(np.array(m(x))[0, :, :, 1].tolist(), [w.path for w in m.weights], m.alpha.constraint.__class__.__name__)
p, a = WithArgmax()(x)
print(np.array(p).tolist(), np.array(a).tolist())
i = keras.Input((6, 6, 2))
f = keras.Model(i, layers.Dense(1)(SPPLayer((1, 3))(MinPool(2, 1)(i))))
print([(l.name, l.output.shape, l.count_params()) for l in f.layers])
g = keras.Sequential([i, MaxAvg(), layers.Flatten()])
print(g.output_shape, [l.name for l in g.layers], np.round(np.array(g(np.ones((1, 6, 6, 2))))[0, :3], 4).tolist())
