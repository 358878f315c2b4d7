import keras, numpy as np
from keras import layers
keras.utils.set_random_seed(115)

class RepBlock(layers.Layer):
    def __init__(self, filters, **kw):
        super().__init__(**kw)
        self.filters = filters
        self.c3 = layers.Conv2D(filters, 3, padding="same", use_bias=False, name="c3")
        self.b3 = layers.BatchNormalization(name="b3", gamma_initializer=keras.initializers.Constant(1.5))
        self.c1 = layers.Conv2D(filters, 1, use_bias=False, name="c1")
        self.b1 = layers.BatchNormalization(name="b1", beta_initializer="ones")
        self.fused = None

    def call(self, x, training=False):
        if self.fused is not None:
            return self.fused(x)
        return self.b3(self.c3(x), training=training) + self.b1(self.c1(x), training=training)

    def _fuse(self, conv, bn):
        std = np.sqrt(np.array(bn.moving_variance) + bn.epsilon)
        g = np.array(bn.gamma) / std
        return np.array(conv.kernel) * g, np.array(bn.beta) - np.array(bn.moving_mean) * g

    def kernel_and_bias(self):
        k3, b3 = self._fuse(self.c3, self.b3)
        k1, b1 = self._fuse(self.c1, self.b1)
        k1 = np.pad(k1, ((1, 1), (1, 1), (0, 0), (0, 0)))
        return k3 + k1, b3 + b1

b = RepBlock(3, name="rep")
x = np.arange(50).reshape(1, 5, 5, 2).astype("float32") / 50
y = np.array(b(x))
k, bias = b.kernel_and_bias()
print(k.shape, np.round(bias, 4).tolist())
plain = layers.Conv2D(3, 3, padding="same")
plain.build((None, 5, 5, 2))
plain.set_weights([k, bias])
print(np.allclose(y, np.array(plain(x)), atol=1e-5))
print(np.round(y[0, 2, 2], 4).tolist())
print(b.count_params(), plain.count_params(), [w.path for w in b.weights])
try:
    b.fused = plain
    print("set", np.allclose(np.array(b(x)), y, atol=1e-5), b.count_params())
except Exception as e:
    print(type(e).__name__, str(e).split("\n")[0])
