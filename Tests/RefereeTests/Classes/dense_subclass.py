import numpy as np
import keras
from keras import layers, ops

class ScaledDense(layers.Dense):
    def __init__(self, units, scale=2.0, **kwargs):
        super().__init__(units, **kwargs)
        self.scale = scale
    def call(self, inputs, training=None):
        return super().call(inputs) * self.scale
    def get_config(self):
        cfg = super().get_config()
        cfg.update(scale=self.scale)
        return cfg

class GatedDense(layers.Dense):
    def build(self, input_shape):
        super().build(input_shape)
        self.gate = self.add_weight(shape=(self.units,), initializer="ones", name="gate")
    def call(self, inputs):
        return super().call(inputs) * ops.sigmoid(self.gate)

keras.utils.set_random_seed(9)
x = np.arange(6).reshape(2, 3).astype("float32") / 10
s = ScaledDense(2, scale=3.0, activation="linear", kernel_initializer="ones", bias_initializer="ones")
print(np.round(np.array(s(x)), 4).tolist())
g = GatedDense(2, kernel_initializer="ones", name="gated")
print(np.round(np.array(g(x)), 4).tolist(), [w.name for w in g.weights])
print(g.count_params(), s.count_params(), s.name)
cfg = s.get_config()
print(cfg["units"], cfg["scale"], cfg["activation"], cfg["use_bias"])
print(cfg["kernel_initializer"]["class_name"])
t = ScaledDense.from_config(cfg)
print(t.scale, t.units, t.name)
m = keras.Sequential([layers.Input((3,)), GatedDense(4, activation="relu"), ScaledDense(1)])
print([l.name for l in m.layers], m.count_params())
print(np.round(np.array(m(x)), 4).tolist())
print(issubclass(GatedDense, keras.layers.Layer), GatedDense.__name__, g.__class__.__bases__[0].__name__)
