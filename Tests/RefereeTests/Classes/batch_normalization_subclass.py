import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(107)

class FrozenBN(layers.BatchNormalization):
    def call(self, x, training=None):
        return super().call(x, training=False)

class NoisyDropout(layers.Dropout):
    def call(self, x, training=None):
        return super().call(x, training=True)

class LoggingReLU(layers.ReLU):
    calls = 0
    def call(self, x):
        LoggingReLU.calls += 1
        return super().call(x)

class PReLUPlus(layers.PReLU):
    def __init__(self, **kw):
        super().__init__(alpha_initializer=keras.initializers.Constant(0.25), shared_axes=[1, 2], **kw)

class Up(layers.UpSampling2D):
    pass
class Emb(layers.Embedding):
    def call(self, i):
        return super().call(i) * (self.output_dim ** 0.5)
class LN(layers.LayerNormalization):
    def call(self, x):
        return super().call(x) + 1.0
class DW(layers.DepthwiseConv2D):
    def __init__(self, **kw):
        super().__init__(3, padding="same", use_bias=False, **kw)
class TC(layers.Conv2DTranspose):
    def call(self, x):
        return ops.relu(super().call(x))

x = np.arange(32).reshape(1, 4, 4, 2).astype("float32") / 16 - 1
bn = FrozenBN()
print(np.round(np.array(bn(x, training=True))[0, 0], 4).tolist(), np.array(bn.moving_mean).tolist(), bn.name)
nd = NoisyDropout(0.5, seed=2)
print(np.array(nd(np.ones((1, 6), "float32"))).tolist())
lr = LoggingReLU()
print(np.array(lr(x))[0, 0, 0].tolist(), lr.name)
pp = PReLUPlus(name="pp")
print(np.round(np.array(pp(x))[0, 0], 4).tolist(), pp.alpha.shape, [w.path for w in pp.weights])
print(Up(3)(x).shape, Up().name, Up((2, 1)).size)
e = Emb(5, 4, embeddings_initializer="ones")
print(np.array(e(np.array([[0, 1]]))).tolist(), e.count_params())
ln = LN()
print(np.round(np.array(ln(x))[0, 0, 0], 4).tolist())
d = DW()
print(d(x).shape, d.count_params(), d.kernel.path)
t = TC(3, 2, strides=2)
print(t(x).shape, np.round(np.array(t(x))[0, 0, 0], 4).tolist(), t.name)
m = keras.Sequential([keras.Input((4, 4, 2)), DW(), FrozenBN(), LoggingReLU(), Up(), TC(1, 3)])
print([(l.name, l.output.shape) for l in m.layers])
