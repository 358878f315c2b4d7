import numpy as np
import keras
from keras import ops, layers

class OrthoReg(keras.regularizers.Regularizer):
    def __init__(self, strength=0.1):
        self.strength = strength
    def __call__(self, w):
        g = ops.matmul(ops.transpose(w), w)
        return self.strength * ops.sum(ops.square(g - ops.eye(w.shape[-1])))
    def get_config(self):
        return {"strength": self.strength}

class ClipRange(keras.constraints.Constraint):
    def __init__(self, low, high):
        self.low = low
        self.high = high
    def __call__(self, w):
        return ops.clip(w, self.low, self.high)
    def get_config(self):
        return {"low": self.low, "high": self.high}

def l1half(w):
    return 0.5 * ops.sum(ops.abs(w))

d = layers.Dense(2, kernel_initializer="ones", kernel_regularizer=OrthoReg(0.5), kernel_constraint=ClipRange(-0.2, 0.2), bias_regularizer=l1half, bias_initializer="ones")
d.build((None, 3))
print([round(float(v), 4) for v in d.losses])
print(np.array(d.kernel_constraint(np.array([[-1.0, 0.1, 0.5]], "float32"))).tolist())
print(OrthoReg(0.3).get_config(), ClipRange(0, 1).get_config())
print(type(d.kernel_regularizer).__name__, d.kernel_constraint.high)
m = keras.Sequential([keras.Input((4,)), layers.Dense(3, kernel_regularizer=keras.regularizers.L1L2(0.01, 0.02), kernel_initializer="ones"),
                      layers.Dense(1, kernel_regularizer=OrthoReg(), kernel_initializer="ones")])
print([round(float(v), 4) for v in m.losses])
print(d.get_config()["kernel_constraint"]["class_name"], d.get_config()["kernel_regularizer"]["config"])
class ActReg(layers.Layer):
    def __init__(self, rate=0.1):
        super().__init__()
        self.rate = rate
    def call(self, x):
        self.add_loss(self.rate * ops.mean(x))
        return x
a = ActReg()
a(np.ones((2, 2), "float32"))
print(len(a.losses), round(float(a.losses[0]), 4))
print(round(float(keras.regularizers.get("l2")(np.ones(3, "float32"))), 4))
