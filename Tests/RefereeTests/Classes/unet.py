import keras
from keras import layers
import numpy as np

class DoubleConv(layers.Layer):
    def __init__(self, f, **kw):
        super().__init__(**kw)
        self.a = layers.Conv2D(f, 3, padding="same", activation="relu")
        self.b = layers.Conv2D(f, 3, padding="same", activation="relu")
    def call(self, x):
        return self.b(self.a(x))

class Down(layers.Layer):
    def __init__(self, f, **kw):
        super().__init__(**kw)
        self.conv = DoubleConv(f)
        self.pool = layers.MaxPooling2D()
    def call(self, x):
        skip = self.conv(x)
        return self.pool(skip), skip

class Up(layers.Layer):
    def __init__(self, f, **kw):
        super().__init__(**kw)
        self.up = layers.Conv2DTranspose(f, 2, strides=2)
        self.conv = DoubleConv(f)
    def call(self, x, skip):
        x = self.up(x)
        return self.conv(layers.concatenate([skip, x]))

class UNet(keras.Model):
    def __init__(self, filters=(2, 4), classes=1, **kw):
        super().__init__(**kw)
        self.downs = [Down(f) for f in filters]
        self.mid = DoubleConv(filters[-1] * 2)
        self.ups = [Up(f) for f in reversed(filters)]
        self.head = layers.Conv2D(classes, 1, activation="sigmoid")

    def call(self, x):
        skips = []
        for d in self.downs:
            x, s = d(x)
            skips.append(s)
        x = self.mid(x)
        for u, s in zip(self.ups, skips[::-1]):
            x = u(x, s)
        return self.head(x)

keras.utils.set_random_seed(12)
net = UNet(name="unet")
x = np.arange(64).reshape(1, 8, 8, 1).astype("float32") / 64
y = net(x)
print(y.shape, net.count_params())
print([l.name for l in net.layers])
print(np.round(np.array(y)[0, 0, :, 0], 4).tolist())
for w in net.ups[0].weights:
    print(w.path, w.shape)
print(len(net.weights), len(net.downs))
