import keras
import numpy as np
from keras import layers, ops


class Counted(layers.Layer):
    def __init__(self):
        super().__init__()
        self.steps = self.add_weight(shape=(), initializer="zeros", dtype="int32", trainable=False, name="steps")
        self.flag = self.add_weight(shape=(2,), initializer="zeros", dtype="bool", trainable=False, name="flag")
        self.half = self.add_weight(shape=(2,), initializer="ones", dtype="float16", name="half")
        self.double = self.add_weight(shape=(2,), initializer="ones", dtype="float64", name="double")

    def call(self, x):
        self.steps.assign_add(1)
        return x


layer = Counted()
print([w.dtype for w in layer.weights])
print([str(w.numpy().dtype) for w in layer.weights])
layer(np.ones((1, 2)))
layer(np.ones((1, 2)))
print(layer.steps.numpy(), int(layer.steps), layer.get_weights()[0].dtype)
layer.flag.assign([True, False])
print(layer.flag.numpy())
layer.steps.assign(2**24 + 1)
print(layer.steps.numpy())
layer.double.assign([0.1, 1 / 3])
print(layer.double.numpy())
layer.half.assign([0.1, 1 / 3])
print(layer.half.numpy())
v = keras.Variable(5)
print(v.dtype, v.numpy())
v = keras.Variable(5, dtype="int32")
print(v.dtype, v.numpy(), (v + 1).numpy() if hasattr(v + 1, "numpy") else v + 1)
v = keras.Variable(np.arange(3))
print(v.dtype, v.numpy())
v = keras.Variable([1.5, 2.5], dtype="float64", trainable=False, name="w")
print(v.dtype, v.numpy(), v.trainable, v.name, v.shape)
v = keras.Variable([True, False])
print(v.dtype, v.numpy())
v = keras.Variable(np.array([1, 2], dtype="uint8"))
print(v.dtype, v.numpy())
v.assign_add([1, 1])
print(v.numpy())
print(v)
print(layer.count_params())
inputs = keras.Input((2,))
keras.Model(inputs, layer(inputs)).summary(line_length=80, print_fn=lambda text: [print(line) for line in text.split("\n") if "params" in line and "Peak" not in line])
print([w.dtype for w in keras.Model(inputs, layer(inputs)).get_weights()])
clone = Counted()
clone.set_weights(layer.get_weights())
print(clone.steps.numpy(), clone.double.numpy())
