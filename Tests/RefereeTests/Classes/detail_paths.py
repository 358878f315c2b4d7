import keras, numpy as np
class L(keras.layers.Layer):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.d = keras.layers.Dense(2, name="inner")
    def build(self, s):
        self.g = self.add_weight(shape=(2,), name="g")
        self.built = True
    def call(self, x):
        return self.d(x) * self.g
l = L(name="outer")
l(np.ones((1, 3)))
print([w.path for w in l.weights])
