import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(80)

class AdaIN(layers.Layer):
    def __init__(self, epsilon=1e-5, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon

    def build(self, input_shapes):
        x_shape, w_shape = input_shapes
        self.w_channels = w_shape[-1]
        self.x_channels = x_shape[-1]
        self.scale_fc = layers.Dense(self.x_channels, name="scale")
        self.bias_fc = layers.Dense(self.x_channels, name="shift")
        print("build", x_shape, w_shape)

    def call(self, inputs):
        x, w = inputs
        mean, var = ops.moments(x, axes=(1, 2), keepdims=True)
        n = (x - mean) / ops.sqrt(var + self.epsilon)
        s = ops.reshape(self.scale_fc(w), (-1, 1, 1, self.x_channels))
        b = ops.reshape(self.bias_fc(w), (-1, 1, 1, self.x_channels))
        return s * n + b

class InstanceNorm(layers.Layer):
    def build(self, shape):
        self.gamma = self.add_weight(name="gamma", shape=shape[-1:], initializer="ones")
        self.beta = self.add_weight(name="beta", shape=shape[-1:], initializer="zeros")
    def call(self, x):
        m = ops.mean(x, axis=[1, 2], keepdims=True)
        v = ops.var(x, axis=[1, 2], keepdims=True)
        return self.gamma * (x - m) * ops.rsqrt(v + 1e-3) + self.beta

x = np.arange(32).reshape(1, 4, 4, 2).astype("float32")
w = np.ones((1, 3), "float32")
a = AdaIN()
y = a([x, w])
print(y.shape, np.round(np.array(y)[0, 0], 4).tolist())
print(a.name, len(a.weights), [v.path for v in a.weights])
n = InstanceNorm()
print(np.round(np.array(n(x))[0, :, 0, 0], 4).tolist(), n.name, n.count_params())
xi, wi = keras.Input((4, 4, 2)), keras.Input((3,))
m = keras.Model([xi, wi], InstanceNorm(name="inorm")(AdaIN(name="ada")([xi, wi])))
print([l.name for l in m.layers], m.count_params())
print(np.round(np.array(m([x, w]))[0, 3, 3], 4).tolist())
