import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(702)

class GradCAMable(keras.Model):
    def __init__(self, base, last):
        super().__init__()
        self.features = keras.Model(base.inputs, [base.get_layer(last).output, base.output], name="feat")
    def call(self, x):
        return self.features(x)
    def cam(self, x, cls, head):
        maps, _ = self(x)
        w = head.get_weights()[0][:, cls]
        cam = np.maximum((np.array(maps)[0] * w).sum(-1), 0)
        return cam / (cam.max() + 1e-8)

i = keras.Input((8, 8, 1), name="im")
h = layers.Conv2D(3, 3, activation="relu", name="c1")(i)
h = layers.Conv2D(4, 3, activation="relu", name="c2")(h)
g = layers.GlobalAveragePooling2D(name="gap")(h)
o = layers.Dense(2, name="head")(g)
base = keras.Model(i, o, name="base")
m = GradCAMable(base, "c2")
x = np.arange(64).reshape(1, 8, 8, 1).astype("float32") / 64
cam = m.cam(x, 1, base.get_layer("head"))
print(cam.shape, np.round(cam[0], 4).tolist())
outs = keras.Model(base.input, [l.output for l in base.layers[1:]])
for l, v in zip(base.layers[1:], outs(x)):
    print(l.name, v.shape, np.round(float(np.array(v).mean()), 4))
class Recorder(layers.Layer):
    def __init__(self, inner, **kw):
        super().__init__(**kw)
        self.inner = inner
        self.seen = []
    def call(self, x):
        y = self.inner(x)
        self.seen.append(tuple(y.shape))
        return y
    def __getattr__(self, k):
        if k == "magic":
            return 42
        raise AttributeError(k)
r = Recorder(layers.Dense(2), name="rec")
r(np.ones((1, 3))); r(np.ones((4, 3)))
print(r.seen[-2:], r.name, r.magic, hasattr(r, "nothing"), r.count_params())
base.get_layer("c1").set_weights([np.ones((3, 3, 1, 3)), np.zeros(3)])
print(np.round(np.array(base(x)), 3).tolist())
print([t.name for t in base.inputs], base.get_layer("gap").input.shape, base.get_layer("c2").output.shape)
tied = layers.Conv2D(3, 3, name="t")
tied.build((None, 8, 8, 1))
tied.kernel.assign(base.get_layer("c1").kernel)
print(np.array(tied(x))[0, 0, 0].tolist()[:2], m.count_params(), [l.name for l in m.layers])
