import numpy as np, tensorflow as tf
from tensorflow.keras import Model, layers
tf.keras.utils.set_random_seed(77)

class Encoder(Model):
    def __init__(self, dims, **kw):
        super(Encoder, self).__init__(**kw)
        self.hidden = [layers.Dense(d, activation="relu", name=f"enc_{d}") for d in dims]
    def call(self, x):
        for h in self.hidden:
            x = h(x)
        return x

class Decoder(Model):
    def __init__(self, dims, out, name="dec", **kw):
        super(Decoder, self).__init__(name=name, **kw)
        self.hidden = [layers.Dense(d, activation="relu") for d in dims]
        self.out = layers.Dense(out, activation="sigmoid")
    def call(self, x):
        for h in self.hidden:
            x = h(x)
        return self.out(x)

class AE(Model):
    def __init__(self):
        super(AE, self).__init__()
        self.enc = Encoder([6, 3])
        self.dec = Decoder([6], 8)
    def call(self, x):
        return self.dec(self.enc(x))
    @property
    def code_size(self):
        return self.enc.hidden[-1].units

ae = AE()
print(ae.built, len(ae.weights), [l.name for l in ae.layers])
x = tf.reshape(tf.linspace(0.0, 1.0, 16), (2, 8))
y = ae(x)
print(ae.built, y.shape, ae.code_size)
for w in ae.trainable_variables:
    print(w.path, w.shape.as_list())
print(np.round(y.numpy()[1], 4).tolist())
print([l.name for l in ae.enc.layers], [l.name for l in ae.dec.layers])
ae.enc.trainable = False
print(len(ae.trainable_variables), len(ae.non_trainable_variables), ae.dec.trainable)
print([type(l).__name__ for l in ae.layers], isinstance(ae.enc, tf.keras.Model))
print(ae.get_layer("dec").name, [m.name for m in ae.submodules] if hasattr(ae, "submodules") else "-")
