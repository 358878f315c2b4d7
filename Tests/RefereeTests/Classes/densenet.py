import keras
from keras import layers, ops
import numpy as np
keras.utils.set_random_seed(42)

class DenseUnit(layers.Layer):
    def __init__(self, growth, **kwargs):
        super().__init__(**kwargs)
        self.steps = []
        self.steps.append(layers.BatchNormalization())
        self.steps.append(layers.ReLU())
        self.steps.append(layers.Conv2D(growth, 3, padding="same"))

    def call(self, x):
        h = x
        for s in self.steps:
            h = s(h)
        return ops.concatenate([x, h], axis=-1)

class DenseBlock(layers.Layer):
    def __init__(self, n, growth, **kwargs):
        super().__init__(**kwargs)
        self.units = [DenseUnit(growth) for _ in range(n)]

    def call(self, x):
        for u in self.units:
            x = u(x)
        return x

class Transition(layers.Layer):
    def __init__(self, channels, **kw):
        super().__init__(**kw)
        self.conv = layers.Conv2D(channels, 1)
        self.pool = layers.AveragePooling2D(2)
    def call(self, x):
        return self.pool(self.conv(x))

model = keras.Sequential([keras.Input((8, 8, 2))])
ch = 2
for i, n in enumerate([2, 3]):
    model.add(DenseBlock(n, 3, name=f"dense{i}"))
    ch += n * 3
    if i == 0:
        ch //= 2
        model.add(Transition(ch))
model.add(layers.Flatten())
model.add(layers.Dense(1))
print(ch, model.output_shape)
for l in model.layers:
    print(l.name, l.output.shape, l.count_params())
print([w.path for w in model.layers[0].weights][:8])
print(len(model.layers[0].units), model.layers[0].units[1].name)
x = np.arange(128).reshape(1, 8, 8, 2).astype("float32") / 64
print(np.round(np.array(model(x)), 4).tolist())
