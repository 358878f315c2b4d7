import keras
from keras import layers
import numpy as np
keras.utils.set_random_seed(13)

class Fusion(layers.Layer):
    def __init__(self, units, **kw):
        super().__init__(**kw)
        self.img_proj = layers.Dense(units, name="img_proj")
        self.txt_proj = layers.Dense(units, name="txt_proj")
        self.norm = layers.LayerNormalization()

    def call(self, inputs):
        a = self.img_proj(inputs["image"])
        b = self.txt_proj(inputs["text"])
        joint = self.norm(a + b)
        return {"joint": joint, "image": a, "text": b}

class TwoHeads(keras.Model):
    def __init__(self):
        super().__init__()
        self.fusion = Fusion(4)
        self.cls = layers.Dense(3, activation="softmax")
        self.reg = layers.Dense(1)
    def call(self, inputs, training=None):
        out = self.fusion(inputs)
        return {"cls": self.cls(out["joint"]), "reg": self.reg(out["joint"])}

data = {"image": np.arange(10).reshape(2, 5).astype("float32") / 10,
        "text": np.arange(6).reshape(2, 3).astype("float32") / 10}
net = TwoHeads()
o = net(data)
print(sorted(o.keys()), o["cls"].shape, o["reg"].shape)
print(np.round(np.array(o["cls"]), 4).tolist())
print([w.path for w in net.weights])
f = Fusion(2, name="fusion_f")
i1, i2 = keras.Input((5,), name="image"), keras.Input((3,), name="text")
outs = f({"image": i1, "text": i2})
m = keras.Model({"image": i1, "text": i2}, outs)
print({k: v.shape for k, v in outs.items()})
print([l.name for l in m.layers], m.count_params())
r = m(data)
print(type(r).__name__, sorted(r), np.round(np.array(r["joint"]), 3).tolist())
try:
    net({"image": data["image"]})
except Exception as e:
    print(type(e).__name__)
