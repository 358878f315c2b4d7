import keras, numpy as np
from keras import layers
@keras.saving.register_keras_serializable(package="mine")
class Reg(layers.Layer):
    def __init__(self, units=4, act="relu", k=(3,3), **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.d = layers.Dense(units, activation=act)
    def call(self, x): return self.d(x)
class Plain(layers.Layer):
    def __init__(self, a, b=2, name=None):
        super().__init__(name=name)
    def call(self, x): return x
class Own(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
    def build(self, s):
        self.w = self.add_weight(shape=(s[-1], self.units), name="w")
        self.b = self.add_weight(shape=(self.units,), initializer="zeros", trainable=False)
    def call(self, x): return x @ self.w + self.b
    def get_config(self):
        c = super().get_config(); c.update({"units": self.units}); return c
r = Reg(8, k=[1,2], name="rr"); p = Plain(1); o = Own(3)
for l in (r, o):
    print(l.get_config())
    print(keras.saving.serialize_keras_object(l))
    q = type(l).from_config(l.get_config())
    print(q.name, type(q).__name__)
x = keras.Input((5,))
y = o(r(x))
m = keras.Model(x, y)
print([(l.name, type(l).__name__, l.count_params()) for l in m.layers])
print([w.path for w in m.weights], [w.name for w in o.weights], o.b.trainable)
c = m.get_config()
for l in c["layers"]: print(l)
m2 = keras.models.clone_model(m)
print([(l.name, type(l).__name__, l.count_params()) for l in m2.layers])
m3 = keras.Model.from_config(c, custom_objects={"Own": Own})
print([(l.name, type(l).__name__, l.count_params()) for l in m3.layers])
s = keras.Sequential([keras.Input((5,)), Reg(2), Own(7)])
print([(l.name, l.output.shape, l.count_params()) for l in s.layers])
print(s.output_shape)
class Lam(layers.Layer):
    def __init__(self, f, **kwargs):
        super().__init__(**kwargs)
        self.f = f
    def call(self, x): return self.f(x)
try: print(Lam(lambda t: t).get_config())
except NotImplementedError as e: print(str(e)[:60])
class MyDense(layers.Dense):
    def call(self, x): return super().call(x) * 2
d = MyDense(3, name="dd")
print(d(x).shape, d.count_params(), d.units, d.kernel.shape, d.get_config()["units"], [w.path for w in d.weights])
class C(layers.Conv2D):
    def __init__(self, filters, **kw):
        super().__init__(filters, 3, padding="same", activation="relu", **kw)
c = C(4)
print(c(keras.Input((8,8,2))).shape, c.name, c.count_params(), isinstance(c, layers.Conv2D))
print(issubclass(C, keras.layers.Layer), C.__mro__[1].__name__)


class Wider(keras.layers.Dense):
    @classmethod
    def from_config(cls, config):
        return super().from_config({**config, "units": config["units"] + 1})


print(type(Wider.from_config(Wider(3).get_config())).__name__, Wider.from_config(Wider(3).get_config()).units)
