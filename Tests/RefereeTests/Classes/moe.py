import keras
from keras import layers, ops
import numpy as np
keras.utils.set_random_seed(91)

class MixtureOfExperts(layers.Layer):
    def __init__(self, n_experts, units, **kwargs):
        super().__init__(**kwargs)
        self.n_experts = n_experts
        self.experts = [layers.Dense(units, activation="relu", name=f"expert_{i}") for i in range(n_experts)]
        self.gate = layers.Dense(n_experts, activation="softmax", name="gate")

    def call(self, x):
        g = self.gate(x)
        stack = ops.stack([e(x) for e in self.experts], axis=1)
        return ops.sum(stack * ops.expand_dims(g, -1), axis=1)

class Highway(layers.Layer):
    def __init__(self, bias=-1.0, **kw):
        super().__init__(**kw)
        self.bias = bias
    def build(self, shape):
        n = shape[-1]
        self.h = layers.Dense(n, activation="tanh")
        self.t = layers.Dense(n, activation="sigmoid", bias_initializer=keras.initializers.Constant(self.bias))
    def call(self, x):
        t = self.t(x)
        return t * self.h(x) + (1 - t) * x

moe = MixtureOfExperts(3, 2)
x = np.arange(8).reshape(2, 4).astype("float32") / 8
print(np.round(np.array(moe(x)), 4).tolist(), moe.name)
print([w.path for w in moe.weights])
print(moe.count_params(), [e.name for e in moe.experts])
hw = keras.Sequential([keras.Input((4,))] + [Highway(-i, name=f"hw{i}") for i in range(2)] + [layers.Dense(1)])
print([(l.name, l.count_params()) for l in hw.layers])
print(np.round(np.array(hw(x)), 4).tolist())
print(hw.layers[1].t.bias_initializer.value, hw.layers[1].bias)
print([w.path for w in hw.weights])
