import keras, numpy as np
x = np.ones((2, 4), "float32")
class N(keras.layers.Layer):
    def call(self, x):
        return x
class M(keras.Model):
    def __init__(self):
        super().__init__()
        self.n = N()
        self.drop = keras.layers.Dropout(0.5, seed=3)
    def call(self, x):
        return self.drop(self.n(x))
print(N()(x, training=True).shape)
m = M()
print(np.array(m(x, training=True)).tolist())
print(np.array(m(x, training=False)).tolist())
print(m.predict(x, verbose=0).tolist())
s = keras.Sequential([N(), keras.layers.Dropout(0.5, seed=1), M()])
print(np.array(s(x, training=True)).shape)
