import tensorflow as tf
import numpy as np
from tensorflow.keras import layers, Model, Input
tf.keras.utils.set_random_seed(305)

class Focus(layers.Layer):
    def __init__(self, ch, **kw):
        super().__init__(**kw)
        self.conv = layers.Conv2D(ch, 3, padding="same")
    def call(self, x):
        parts = [x[:, ::2, ::2, :], x[:, 1::2, ::2, :], x[:, ::2, 1::2, :], x[:, 1::2, 1::2, :]]
        return self.conv(tf.concat(parts, axis=-1))

class CSP(layers.Layer):
    def __init__(self, ch, n=1, shortcut=True, **kw):
        super().__init__(**kw)
        h = ch // 2
        self.cv1, self.cv2, self.cv3 = (layers.Conv2D(c, 1, activation=tf.nn.silu) for c in (h, h, ch))
        self.m = [(layers.Conv2D(h, 1, activation="swish"), layers.Conv2D(h, 3, padding="same", activation="swish")) for _ in range(n)]
        self.shortcut = shortcut
    def call(self, x):
        y = self.cv1(x)
        for a, b in self.m:
            z = b(a(y))
            y = y + z if self.shortcut else z
        return self.cv3(tf.concat([y, self.cv2(x)], axis=3))

class SPP(layers.Layer):
    def __init__(self, ks=(3, 5), **kw):
        super().__init__(**kw)
        self.pools = [layers.MaxPool2D(k, strides=1, padding="same") for k in ks]
    def call(self, x):
        return tf.concat([x] + [p(x) for p in self.pools], -1)

class Detect(Model):
    def __init__(self, nc):
        super().__init__()
        self.nc = nc
        self.layers_list = [Focus(4), CSP(4, 2), SPP(), CSP(6, 1, False)]
        self.out = layers.Conv2D(nc + 5, 1)
    def call(self, x):
        for l in self.layers_list:
            x = l(x)
        b, h, w, c = x.shape
        y = self.out(x)
        xy, wh, rest = tf.split(y, [2, 2, self.nc + 1], axis=-1)
        return tf.reshape(tf.concat([tf.sigmoid(xy), tf.exp(wh), tf.sigmoid(rest)], -1), [-1, h * w, self.nc + 5])

d = Detect(2)
x = np.arange(192).reshape(1, 8, 8, 3).astype("float32") / 192
y = d(x)
print(y.shape, np.round(y.numpy()[0, 5], 4).tolist())
print(d.count_params(), [l.name for l in d.layers])
print([w.path for w in d.layers_list[1].weights])
i = Input((8, 8, 3))
m = Model(i, SPP((3,))(Focus(2)(i)))
print([(l.name, l.output.shape) for l in m.layers])
print(np.round(m.predict(x, verbose=0)[0, 1, 1], 4).tolist())
