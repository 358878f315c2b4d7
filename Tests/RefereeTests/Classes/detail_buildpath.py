import keras, numpy as np
class B(keras.Model):
    def __init__(self):
        super().__init__()
        self.d = keras.layers.Dense(2)
    def call(self, x):
        return self.d(x)
class A(keras.Model):
    def __init__(self):
        super().__init__()
        self.b = B()
    def call(self, x):
        return self.b(x)
a = A()
a.build((None, 3))
a(np.ones((1, 3)))
print([w.path for w in a.weights])
c = A()
c(np.ones((1, 3)))
print([w.path for w in c.weights])
