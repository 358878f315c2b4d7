import keras, numpy as np
from keras import layers

class StackNet(keras.Model):
    CONFIGS = {"tiny": [4, 8], "small": [4, 8, 16]}

    def __init__(self, variant="tiny", classes=2, **kwargs):
        super().__init__(**kwargs)
        self.variant = variant
        self.classes = classes
        self.stages = {}
        for i, f in enumerate(self.CONFIGS[variant]):
            self.stages[f"stage{i}"] = keras.Sequential([layers.Conv2D(f, 3, padding="same", activation="relu"), layers.MaxPooling2D()], name=f"stage{i}")
        self.gap = layers.GlobalAveragePooling2D()
        self.fc = layers.Dense(classes)

    def call(self, x, return_features=False):
        feats = {}
        for k, s in self.stages.items():
            x = s(x)
            feats[k] = x
        out = self.fc(self.gap(x))
        if return_features:
            return out, feats
        return out

    @classmethod
    def small(cls, **kw):
        return cls("small", **kw)

    @staticmethod
    def describe(m):
        return f"{m.name}:{m.variant}:{m.count_params():,}"

    def get_config(self):
        cfg = super().get_config()
        cfg.update({"variant": self.variant, "classes": self.classes})
        return cfg

    def __repr__(self):
        return f"<StackNet {self.variant}>"

keras.utils.set_random_seed(70)
t = StackNet(name="t")
x = np.arange(64).reshape(1, 8, 8, 1).astype("float32") / 64
y, f = t(x, return_features=True)
print(y.shape, {k: tuple(v.shape) for k, v in f.items()})
print(np.round(np.array(y), 4).tolist())
print(StackNet.describe(t), repr(t))
s = StackNet.small(classes=3)
s(x)
print(StackNet.describe(s), s.name)
print([l.name for l in s.layers])
cfg = t.get_config()
print(cfg["variant"], cfg["classes"], cfg.get("name"))
u = StackNet.from_config(cfg)
print(u.name, u.variant, u.built)
print([w.path for w in t.weights])
