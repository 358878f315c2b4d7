import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(508)

class MLPMixerLayer(layers.Layer):
    def __init__(self, num_patches, hidden_units, dropout_rate, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.mlp1 = keras.Sequential([layers.Dense(units=num_patches, activation="gelu"), layers.Dense(units=num_patches), layers.Dropout(rate=dropout_rate)])
        self.mlp2 = keras.Sequential([layers.Dense(units=num_patches, activation="gelu"), layers.Dense(units=hidden_units), layers.Dropout(rate=dropout_rate)])
        self.normalize = layers.LayerNormalization(epsilon=1e-6)
    def build(self, input_shape):
        return super().build(input_shape)
    def call(self, inputs):
        x = self.normalize(inputs)
        x_channels = ops.transpose(x, axes=(0, 2, 1))
        mlp1_outputs = self.mlp1(x_channels)
        mlp1_outputs = ops.transpose(mlp1_outputs, axes=(0, 2, 1))
        x = mlp1_outputs + inputs
        x_patches = self.normalize(x)
        return x + self.mlp2(x_patches)

class GMLPLayer(layers.Layer):
    def __init__(self, n, dim, rate=0.0, **kw):
        super().__init__(**kw)
        self.p1 = keras.Sequential([layers.Dense(dim * 2, activation="gelu"), layers.Dropout(rate)])
        self.p2 = layers.Dense(dim)
        self.spatial = layers.Dense(n, bias_initializer="Ones")
        self.n1, self.n2 = layers.LayerNormalization(epsilon=1e-6), layers.LayerNormalization(epsilon=1e-6)
    def sgu(self, x):
        u, v = ops.split(x, indices_or_sections=2, axis=2)
        v = self.n2(v)
        v = ops.transpose(self.spatial(ops.transpose(v, axes=(0, 2, 1))), axes=(0, 2, 1))
        return u * v
    def call(self, x):
        return x + self.p2(self.sgu(self.p1(self.n1(x))))

class Patches(layers.Layer):
    def __init__(self, p, **kw):
        super().__init__(**kw)
        self.p = p
    def call(self, x):
        b, h, w, c = ops.shape(x)
        p = self.p
        x = ops.reshape(x, (b, h // p, p, w // p, p, c))
        return ops.reshape(ops.transpose(x, (0, 1, 3, 2, 4, 5)), (b, (h // p) * (w // p), p * p * c))

i = keras.Input((4, 4, 3))
x = Patches(2)(i)
x = layers.Dense(5)(x)
x = keras.Sequential([MLPMixerLayer(4, 5, 0.1) for _ in range(2)])(x)
x = GMLPLayer(4, 5)(x)
x = layers.GlobalAveragePooling1D()(x)
m = keras.Model(i, layers.Dense(2)(x))
print([(l.name, l.output.shape, l.count_params()) for l in m.layers])
print([l.name for l in m.layers[3].layers], m.count_params())
a = np.arange(48).reshape(1, 4, 4, 3).astype("float32") / 48
print(np.round(np.array(m(a)), 4).tolist())
print([w.path for w in m.layers[3].weights][:6])
print([w.path for w in m.layers[4].weights])
