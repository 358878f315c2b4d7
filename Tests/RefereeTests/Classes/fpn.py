import keras, numpy as np
from keras import layers
keras.utils.set_random_seed(202)

def backbone():
    i = keras.Input((32, 32, 3))
    c3 = layers.Conv2D(4, 3, 4, "same", activation="relu", name="c3")(i)
    c4 = layers.Conv2D(6, 3, 2, "same", activation="relu", name="c4")(c3)
    c5 = layers.Conv2D(8, 3, 2, "same", activation="relu", name="c5")(c4)
    return keras.Model(i, [c3, c4, c5], name="backbone")

class FeaturePyramid(layers.Layer):
    def __init__(self, backbone=None, width=4, **kwargs):
        super().__init__(name="FeaturePyramid", **kwargs)
        self.backbone = backbone if backbone else globals()["backbone"]()
        self.lat = [layers.Conv2D(width, 1, 1, "same", name=f"lat{i}") for i in (3, 4, 5)]
        self.out = [layers.Conv2D(width, 3, 1, "same", name=f"out{i}") for i in (3, 4, 5)]
        self.up = layers.UpSampling2D(2)

    def call(self, images, training=False):
        c3, c4, c5 = self.backbone(images, training=training)
        p3, p4, p5 = (l(c) for l, c in zip(self.lat, (c3, c4, c5)))
        p4 = p4 + self.up(p5)
        p3 = p3 + self.up(p4)
        return [o(p) for o, p in zip(self.out, (p3, p4, p5))]

class RetinaHead(keras.Model):
    def __init__(self, n, **kw):
        super().__init__(**kw)
        self.fpn = FeaturePyramid()
        self.head = keras.Sequential([layers.Conv2D(4, 3, padding="same", activation="relu"), layers.Conv2D(n, 3, padding="same", bias_initializer=keras.initializers.Constant(-np.log(99)))], name="head")
        self.n = n
    def call(self, image, training=False):
        feats = self.fpn(image, training=training)
        outs = [keras.ops.reshape(self.head(f), [keras.ops.shape(image)[0], -1, self.n]) for f in feats]
        return keras.ops.concatenate(outs, axis=1)

r = RetinaHead(2, name="retina")
x = np.arange(32 * 32 * 3).reshape(1, 32, 32, 3).astype("float32") / 3072
y = r(x)
print(y.shape, r.count_params(), [l.name for l in r.layers])
print(np.round(np.array(y)[0, ::20], 4).tolist())
print([w.path for w in r.fpn.weights])
f = r.fpn(keras.Input((32, 32, 3)))
print([t.shape for t in f], type(f).__name__)
print(r.fpn.backbone.output_shape, [l.name for l in r.fpn.backbone.layers])
