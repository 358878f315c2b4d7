import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

class ConvBN(keras.Model):
    def __init__(self, f, k, s=1, p="same"):
        super(ConvBN, self).__init__()
        self.conv = layers.Conv2D(f, kernel_size=k, strides=s, padding=p)
        self.bn = layers.BatchNormalization()

    def call(self, x, training=None):
        return keras.activations.relu(self.bn(self.conv(x), training=training))

class Inception(keras.Model):
    def __init__(self, c1, c2, c3, c4):
        super(Inception, self).__init__()
        self.p1 = ConvBN(c1, 1)
        self.p2a, self.p2b = ConvBN(c2[0], 1), ConvBN(c2[1], 3)
        self.p3a, self.p3b = ConvBN(c3[0], 1), ConvBN(c3[1], 5)
        self.p4a = layers.MaxPool2D(3, 1, padding="same")
        self.p4b = ConvBN(c4, 1)
        self.cat = layers.Concatenate(axis=-1)

    def call(self, x, training=None):
        a = self.p1(x, training=training)
        b = self.p2b(self.p2a(x, training=training), training=training)
        c = self.p3b(self.p3a(x, training=training), training=training)
        d = self.p4b(self.p4a(x), training=training)
        return self.cat([a, b, c, d])

keras.utils.set_random_seed(1)
net = Inception(2, (2, 3), (1, 2), 1)
net.build((None, 8, 8, 3))
print(net.built, net.name, net.count_params())
for l in net.layers:
    print(l.name, type(l).__name__, len(l.weights))
x = np.linspace(-1, 1, 8 * 8 * 3).reshape(1, 8, 8, 3).astype("float32")
y = net(x)
print(y.shape)
print(np.round(y.numpy()[0, 3, 3], 4).tolist())
y2 = net(x, training=True)
print(np.round(y2.numpy()[0, 3, 3], 4).tolist())
print(np.round(net.p1.bn.moving_mean.numpy(), 4).tolist())
print([w.path for w in net.p2b.weights])
