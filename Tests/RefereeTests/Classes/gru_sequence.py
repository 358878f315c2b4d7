import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(19)

class CausalConv(layers.Layer):
    def __init__(self, filters, k, dilation=1, **kw):
        super().__init__(**kw)
        self.pad = (k - 1) * dilation
        self.conv = layers.Conv1D(filters, k, dilation_rate=dilation)
    def call(self, x):
        x = ops.pad(x, [[0, 0], [self.pad, 0], [0, 0]])
        return self.conv(x)

class GatedBlock(layers.Layer):
    def __init__(self, filters, k, d, **kw):
        super().__init__(**kw)
        self.f = CausalConv(filters, k, d)
        self.g = CausalConv(filters, k, d)
        self.res = layers.Conv1D(filters, 1)
        self.skip = layers.Conv1D(filters, 1)
    def call(self, x):
        z = ops.tanh(self.f(x)) * ops.sigmoid(self.g(x))
        return x + self.res(z), self.skip(z)

class WaveNet(keras.Model):
    def __init__(self, filters, depth):
        super().__init__()
        self.inp = CausalConv(filters, 2)
        self.blocks = [GatedBlock(filters, 2, 2 ** i, name="g%d" % i) for i in range(depth)]
        self.out = layers.Conv1D(1, 1)
    def call(self, x):
        x = self.inp(x)
        total = 0
        for b in self.blocks:
            x, s = b(x)
            total = total + s
        return self.out(ops.relu(total))

net = WaveNet(3, 3)
x = np.sin(np.arange(12)).reshape(1, 12, 1).astype("float32")
y = net(x)
print(y.shape, net.count_params())
print(np.round(np.array(y)[0, :, 0], 4).tolist())
x2 = x.copy()
x2[0, 8] = 5
d = np.abs(np.array(net(x2)) - np.array(y))[0, :, 0] > 1e-6
print(d.tolist())
print([l.name for l in net.layers], [w.path for w in net.blocks[2].weights])
try:
    print(net.compute_output_shape((None, 12, 1)))
except Exception as e:
    print(type(e).__name__)
