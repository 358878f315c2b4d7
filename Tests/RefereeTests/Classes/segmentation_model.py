import tensorflow as tf
from tensorflow.keras import layers, models
import numpy as np
tf.keras.utils.set_random_seed(408)

class UNetPP(models.Model):
    def __init__(self, nb_filter=(2, 3, 4), num_classes=1, deep=True, **kwargs):
        super().__init__(**kwargs)
        self.deep = deep
        self.pool = layers.MaxPooling2D(2, 2)
        self.up = layers.UpSampling2D(size=2, interpolation="bilinear")
        self.conv = {}
        depth = len(nb_filter)
        for j in range(depth):
            for i in range(depth - j):
                self.conv["%d_%d" % (i, j)] = tf.keras.Sequential([
                    layers.Conv2D(nb_filter[i], 3, padding="same"),
                    layers.BatchNormalization(),
                    layers.ReLU()], name="x%d%d" % (i, j))
        if deep:
            self.finals = [layers.Conv2D(num_classes, 1, name=f"final{k}") for k in range(1, depth)]
        else:
            self.finals = [layers.Conv2D(num_classes, 1, name="final")]
        self.depth = depth

    def call(self, inputs, training=None):
        X = {}
        cur = inputs
        for i in range(self.depth):
            X[i, 0] = self.conv[f"{i}_0"](cur if i == 0 else self.pool(X[i - 1, 0]), training=training)
        for j in range(1, self.depth):
            for i in range(self.depth - j):
                cat = tf.concat([X[i, k] for k in range(j)] + [self.up(X[i + 1, j - 1])], axis=-1)
                X[i, j] = self.conv[f"{i}_{j}"](cat, training=training)
        outs = [f(X[0, k + 1]) for k, f in enumerate(self.finals)]
        return outs if self.deep else self.finals[0](X[0, self.depth - 1])

net = UNetPP(name="upp")
x = np.arange(64).reshape(1, 8, 8, 1).astype("float32") / 64
o = net(x)
print(len(o), [t.shape for t in o] == [(1, 8, 8, 1)] * 2)
print(np.round(o[1].numpy()[0, 0, :4, 0], 4).tolist(), np.round(o[0].numpy().mean(), 4))
print([l.name for l in net.layers], net.count_params())
print([w.path for w in net.conv["0_1"].weights])
flat = UNetPP((2, 2), deep=False)
y = flat(x)
print(y.shape, flat.count_params(), flat.name, np.round(float(tf.reduce_mean(y)), 4))
print(sorted(net.conv)[:3], len(net.conv))
