import keras, numpy as np
from keras import ops
class A(keras.layers.Layer):
    def call(self, x):
        self.add_loss(ops.mean(x) * 0.1)
        return x
class B(keras.Model):
    def __init__(self):
        super().__init__()
        self.a = A()
        self.d = keras.layers.Dense(1, kernel_regularizer="l2", kernel_initializer="ones")
    def call(self, x):
        return self.d(self.a(x))
a = A()
x = np.ones((2, 3), "float32")
a(x)
print([round(float(v), 4) for v in a.losses])
a(2 * x)
print([round(float(v), 4) for v in a.losses])
b = B()
b(x)
print([round(float(v), 4) for v in b.losses])
i = keras.Input((3,))
m = keras.Model(i, A()(i))
print(len(m.losses))
m(3 * x)
print([round(float(v), 4) for v in m.losses])
act = keras.layers.Dense(1, activity_regularizer="l1", kernel_initializer="ones")
act(x)
print([round(float(v), 4) for v in act.losses])
