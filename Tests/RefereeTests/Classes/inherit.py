import keras, numpy as np
from keras import layers
from abc import ABC, abstractmethod
from dataclasses import dataclass
keras.utils.set_random_seed(105)

@dataclass
class Spec:
    filters: int
    kernel: int = 3
    act: str = "relu"

class BaseNet(keras.Model):
    depth = 1
    def __init__(self, spec, **kw):
        super().__init__(**kw)
        self.spec = spec
        self.convs = self.make_convs()
        self.head = self.make_head()
    def make_convs(self):
        return [layers.Conv2D(self.spec.filters * 2 ** i, self.spec.kernel, padding="same", activation=self.spec.act) for i in range(self.depth)]
    def make_head(self):
        raise NotImplementedError("make_head")
    def call(self, x):
        for c in self.convs:
            x = c(x)
        return self.head(x)

class ClsNet(BaseNet):
    depth = 2
    def make_head(self):
        return keras.Sequential([layers.GlobalAveragePooling2D(), layers.Dense(3, activation="softmax")])

class SegNet(BaseNet):
    def make_head(self):
        return layers.Conv2D(1, 1, activation="sigmoid", name="mask")
    def call(self, x, threshold=None):
        y = super().call(x)
        if threshold is not None:
            return keras.ops.cast(y > threshold, "int32")
        return y

spec = Spec(2)
print(spec)
x = np.arange(36).reshape(1, 6, 6, 1).astype("float32") / 36
c, s = ClsNet(spec), SegNet(Spec(3, act="tanh"), name="seg")
print(np.round(np.array(c(x)), 4).tolist(), c.count_params())
print(np.round(np.array(s(x))[0, 0, :, 0], 4).tolist())
print(np.array(s(x, threshold=0.5)).sum(), s.name, [l.name for l in s.layers])
print([k.__name__ for k in SegNet.__mro__][:3], ClsNet.depth, BaseNet.depth)
try:
    BaseNet(spec)
except NotImplementedError as e:
    print("NotImplementedError", e)
class Mixin:
    def n_params(self):
        return sum(int(np.prod(w.shape)) for w in self.weights)
class MixNet(Mixin, ClsNet):
    pass
m = MixNet(spec)
m(x)
print(m.n_params(), m.name, isinstance(m, Mixin))
