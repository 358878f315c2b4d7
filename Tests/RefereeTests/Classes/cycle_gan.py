import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(109)

class ReflectionPadding2D(layers.Layer):
    def __init__(self, padding=(1, 1), **kwargs):
        self.padding = tuple(padding)
        super().__init__(**kwargs)
    def call(self, t, mask=None):
        pw, ph = self.padding
        return ops.pad(t, [[0, 0], [ph, ph], [pw, pw], [0, 0]], mode="reflect")

def residual(x, act, filters):
    h = ReflectionPadding2D()(x)
    h = layers.Conv2D(filters, (3, 3), padding="valid", use_bias=False)(h)
    h = layers.GroupNormalization(groups=-1)(h)
    return layers.add([x, act(h)])

def gen(name):
    i = layers.Input((8, 8, 3), name=name + "_img")
    x = ReflectionPadding2D(padding=(3, 3))(i)
    x = layers.Conv2D(4, 7, use_bias=False)(x)
    x = layers.Activation("relu")(x)
    for _ in range(2):
        x = residual(x, layers.Activation("relu"), 4)
    x = layers.Conv2D(3, 3, padding="same", activation="tanh")(x)
    return keras.models.Model(i, x, name=name)

class CycleGan(keras.Model):
    def __init__(self, g, f, lambda_cycle=10.0):
        super().__init__()
        self.gen_G = g
        self.gen_F = f
        self.lambda_cycle = lambda_cycle
    def call(self, inputs):
        return self.gen_F(self.gen_G(inputs))
    def cycle_loss(self, x):
        return ops.mean(ops.abs(x - self(x))) * self.lambda_cycle

G, F = gen("gen_G"), gen("gen_F")
c = CycleGan(G, F)
x = np.linspace(-1, 1, 192).reshape(1, 8, 8, 3).astype("float32")
y = c(x)
print(y.shape, np.round(np.array(y)[0, 0, 0], 4).tolist())
print(round(float(c.cycle_loss(x)), 3))
print([l.name for l in c.layers], c.count_params())
print([l.name for l in F.layers][:8], [l.output.shape for l in F.layers][:3])
print(np.array(ReflectionPadding2D((1, 0))(np.arange(3.0).reshape(1, 1, 3, 1)))[0, :, :, 0].tolist())
