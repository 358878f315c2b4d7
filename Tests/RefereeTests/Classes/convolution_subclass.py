import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(108)

class MaskedConv2D(layers.Layer):
    def __init__(self, mask_type, **kwargs):
        super().__init__()
        self.mask_type = mask_type
        self.conv = layers.Conv2D(**kwargs)
    def build(self, input_shape):
        self.conv.build(input_shape)
        kernel_shape = ops.shape(self.conv.kernel)
        self.mask = np.zeros(shape=kernel_shape)
        self.mask[: kernel_shape[0] // 2, ...] = 1.0
        self.mask[kernel_shape[0] // 2, : kernel_shape[1] // 2, ...] = 1.0
        if self.mask_type == "B":
            self.mask[kernel_shape[0] // 2, kernel_shape[1] // 2, ...] = 1.0
    def call(self, inputs):
        self.conv.kernel.assign(self.conv.kernel * self.mask)
        return self.conv(inputs)

class ResidualMasked(layers.Layer):
    def __init__(self, filters, **kwargs):
        super().__init__(**kwargs)
        self.c1 = layers.Conv2D(filters=filters, kernel_size=1, activation="relu")
        self.mid = MaskedConv2D("B", filters=filters // 2, kernel_size=3, activation="relu", padding="same")
        self.c2 = layers.Conv2D(filters=filters, kernel_size=1, activation="relu")
    def call(self, inputs):
        return layers.add([inputs, self.c2(self.mid(self.c1(inputs)))])

x = np.arange(25).reshape(1, 5, 5, 1).astype("float32") / 25
a = MaskedConv2D("A", filters=2, kernel_size=3, padding="same")
y = a(x)
print(y.shape, a.name, a.count_params())
print(np.round(np.array(a.conv.kernel)[:, :, 0, 0], 4).tolist())
print(np.round(np.array(y)[0, 2, :, 1], 4).tolist())
print([w.path for w in a.weights], a.mask.shape, a.mask.sum())
i = keras.Input((5, 5, 1))
h = MaskedConv2D("A", filters=4, kernel_size=5, activation="relu", padding="same")(i)
for _ in range(2):
    h = ResidualMasked(4)(h)
out = layers.Conv2D(1, 1, activation="sigmoid")(h)
m = keras.Model(i, out)
print([(l.name, l.count_params()) for l in m.layers])
print(np.round(np.array(m(x))[0, 2, :, 0], 4).tolist())
p = m.predict(x, verbose=0)
x2 = x.copy(); x2[0, 4, 4, 0] = 9
print(np.abs(m.predict(x2, verbose=0) - p).max() < 1e-6)
