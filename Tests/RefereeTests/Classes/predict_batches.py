import keras
import numpy as np
from keras import layers, ops


class Counting(layers.Layer):
    def __init__(self):
        super().__init__()
        self.calls = self.add_weight(shape=(), initializer="zeros", trainable=False, name="calls")

    def call(self, x):
        self.calls.assign_add(1.0)
        return x


class Centred(layers.Layer):
    def call(self, x):
        return x - ops.mean(x, axis=0, keepdims=True)


data = np.arange(140, dtype="float32").reshape(70, 2)
x = keras.Input((2,))
counting = Counting()
m = keras.Model(x, counting(x))
before = float(counting.calls.numpy())
print(m.predict(data, verbose=0).shape, float(counting.calls.numpy()) - before)
print(m.predict(data, batch_size=10, verbose=0).shape, float(counting.calls.numpy()) - before)
c = keras.Model(x, {"a": Centred()(x), "b": x * 2})
for size in (None, 35, 100):
    out = c.predict(data, batch_size=size, verbose=0)
    print(sorted(out), out["a"].shape, out["a"][:2].tolist(), out["a"][-1].tolist(), out["b"][-1].tolist())
y = keras.Input((3,))
two = keras.Model([x, y], [Centred()(x), layers.Concatenate()([x, y])])
first, second = two.predict([data, np.ones((70, 3))], batch_size=40, verbose=0)
print(first[0].tolist(), first[-1].tolist(), second.shape)
print(keras.Model(x, Centred()(x))(data).numpy()[0].tolist())
