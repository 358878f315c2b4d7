import keras, numpy as np
from keras import layers
keras.utils.set_random_seed(301)

class ASPP(layers.Layer):
    def __init__(self, filters=4, rates=(1, 2, 3), **kwargs):
        super().__init__(**kwargs)
        self.filters, self.rates = filters, rates
        self.branches = [self._conv(3 if r > 1 else 1, r) for r in rates]
        self.pool = layers.GlobalAveragePooling2D(keepdims=True)
        self.pool_conv = self._conv(1, 1)
        self.project = self._conv(1, 1)
    def _conv(self, k, r):
        return keras.Sequential([layers.Conv2D(self.filters, k, padding="same", dilation_rate=r, use_bias=False), layers.BatchNormalization(), layers.ReLU()])
    def build(self, s):
        self.up = layers.UpSampling2D(size=(s[1], s[2]), interpolation="bilinear")
        super().build(s)
    def call(self, x, training=None):
        outs = [b(x, training=training) for b in self.branches]
        outs.append(self.up(self.pool_conv(self.pool(x), training=training)))
        return self.project(layers.concatenate(outs), training=training)
    def get_config(self):
        return super().get_config() | {"filters": self.filters, "rates": list(self.rates)}

a = ASPP(name="aspp")
x = (np.arange(72) % 7).reshape(1, 6, 6, 2).astype("float32") / 7
y = a(x)
print(y.shape, a.count_params(), len(a.weights), len(a.trainable_weights))
print(np.round(np.array(y)[0, 2, 2], 4).tolist())
print([w.path for w in a.weights][:5], a.branches[2].layers[0].dilation_rate)
print(a.get_config()["rates"], a.branches[0].name, a.up.size)
i = keras.Input((6, 6, 2))
m = keras.Model(i, layers.Conv2D(1, 1)(ASPP(2, rates=[1, 2])(i)))
print([(l.name, l.output.shape, l.count_params()) for l in m.layers])
print(np.round(np.array(m(x))[0, 0, :3, 0], 4).tolist())
