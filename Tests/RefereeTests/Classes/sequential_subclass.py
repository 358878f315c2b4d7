import keras
from keras import layers
import numpy as np

class ConvBNAct(keras.Sequential):
    def __init__(self, filters, kernel_size=3, act="relu", **kw):
        super().__init__([
            layers.Conv2D(filters, kernel_size, padding="same", use_bias=False),
            layers.BatchNormalization(),
            layers.Activation(act),
        ], **kw)

class MLP(keras.Sequential):
    def __init__(self, sizes, name=None):
        super().__init__(name=name)
        for s in sizes[:-1]:
            self.add(layers.Dense(s, activation="gelu"))
            self.add(layers.Dropout(0.1))
        self.add(layers.Dense(sizes[-1]))

keras.utils.set_random_seed(23)
b = ConvBNAct(4)
print(b.name, b.built, len(b.layers))
x = np.arange(32).reshape(1, 4, 4, 2).astype("float32") / 32
print(b(x).shape, b.count_params(), [w.path for w in b.weights])
mlp = MLP([5, 4, 2], name="mlp")
print([l.name for l in mlp.layers])
mlp.build((None, 3))
print(mlp.output_shape, mlp.count_params())
print(np.round(np.array(mlp(np.ones((1, 3)))), 4).tolist())
model = keras.Sequential([keras.Input((8, 8, 3)), ConvBNAct(4, name="c1"), layers.MaxPooling2D(), ConvBNAct(8, 5, name="c2"),
                          layers.Flatten(), MLP([6, 2])])
print([(l.name, l.output.shape) for l in model.layers])
print(model.count_params(), len(model.trainable_weights), model.layers[0].layers[1].name)
inp = keras.Input((4, 4, 2))
f = keras.Model(inp, b(inp))
print([l.name for l in f.layers], f.layers[1] is b)
print(isinstance(b, keras.Sequential), isinstance(b, keras.Model), isinstance(b, layers.Layer))
b.pop()
print(len(b.layers))
