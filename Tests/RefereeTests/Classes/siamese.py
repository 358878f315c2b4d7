import numpy as np
import keras
from keras import layers, ops, Model

keras.utils.set_random_seed(17)

def make_tower():
    return keras.Sequential([
        layers.Input((6, 6, 1)),
        layers.Conv2D(3, 3, activation="relu"),
        layers.GlobalMaxPooling2D(),
        layers.Dense(4),
    ], name="tower")

class L1Distance(layers.Layer):
    def call(self, a, b):
        return ops.abs(a - b)

class Siamese(Model):
    def __init__(self, tower, margin=1.0):
        super().__init__()
        self.tower = tower
        self.margin = margin
        self.dist = L1Distance(name="l1")
        self.out = layers.Dense(1, activation="sigmoid")
    def call(self, inputs):
        a, b = inputs
        return self.out(self.dist(self.tower(a), self.tower(b)))

tower = make_tower()
net = Siamese(tower)
a = np.arange(36).reshape(1, 6, 6, 1).astype("float32") / 36
b = a[:, ::-1]
r = net([a, b])
print(r.shape, np.round(np.array(r), 4).tolist())
print(np.round(np.array(net((a, a))), 4).tolist())
print(net.count_params(), [l.name for l in net.layers])
ia, ib = keras.Input((6, 6, 1), name="left"), keras.Input((6, 6, 1), name="right")
f = Model([ia, ib], L1Distance()(tower(ia), tower(ib)))
print([l.name for l in f.layers], f.output_shape)
print(len(f.weights), f.count_params())
print(np.round(np.array(f([a, b])), 4).tolist())
class Contrastive(keras.losses.Loss):
    def __init__(self, margin=1.0, **kw):
        super().__init__(**kw)
        self.margin = margin
    def call(self, y_true, d):
        return ops.mean(y_true * ops.square(d) + (1 - y_true) * ops.square(ops.maximum(self.margin - d, 0)))
print(round(float(Contrastive(2.0)(np.array([1.0, 0.0]), np.array([0.5, 0.25]))), 4))
print(Contrastive(name="c").name, Contrastive().reduction)
