import keras, numpy as np
from keras import layers, Sequential, Model, Input
keras.utils.set_random_seed(303)

class Classifier(layers.Layer):
    def __init__(self, num_classes=2, **kw):
        super().__init__(**kw)
        units, act = (1, "sigmoid") if num_classes == 2 else (num_classes, "softmax")
        self.dense = layers.Dense(units, activation=act)
    def call(self, x):
        return self.dense(x)

class MyModel(Model):
    def __init__(self, num_classes=2):
        super().__init__()
        self.stem = layers.Dense(4, activation="relu")
        self.classifier = Classifier(num_classes)
    def call(self, x):
        return self.classifier(self.stem(x))

x = np.arange(6).reshape(2, 3).astype("float32") / 6
a, b = MyModel(), MyModel(4)
print(np.round(np.array(a(x)), 4).tolist(), np.round(np.array(b(x)), 4).sum(axis=1).tolist())
print(a.name, b.name, a.classifier.name, b.classifier.dense.units)
inputs = Input(shape=(3,))
outputs = Classifier(num_classes=5)(layers.Dense(4, activation="relu")(inputs))
f = Model(inputs, outputs)
class Outer(Model):
    def __init__(self, inner):
        super().__init__()
        self.inner = inner
        self.post = Sequential([layers.Dense(3), layers.LayerNormalization()])
    def call(self, x):
        return self.post(self.inner(x))
o = Outer(f)
print(o(x).shape, o.count_params(), [l.name for l in o.layers])
print([w.path for w in o.weights])
seq = Sequential([Input((3,)), f, a if False else layers.Dropout(0.2), Classifier(2)])
print([(l.name, l.output.shape) for l in seq.layers], seq.count_params())
feat = Model(f.inputs, f.layers[1].output)
print(feat(x).shape, len(feat.layers))
s2 = Sequential([MyModel(3)])
print(s2(x).shape, [l.name for l in s2.layers], s2.built)
s3 = Sequential([Input((3,)), MyModel(3), layers.Dense(1)])
print(s3.output_shape, [l.name for l in s3.layers], s3.count_params())
print(np.round(np.array(s3(x)), 4).tolist())
