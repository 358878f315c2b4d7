import keras, numpy as np
from keras import layers
keras.utils.set_random_seed(308)

class R2Plus1D(layers.Layer):
    def __init__(self, filters, kernel_size, padding):
        super().__init__()
        self.seq = keras.Sequential([
            layers.Conv3D(filters=filters, kernel_size=(1, kernel_size[1], kernel_size[2]), padding=padding),
            layers.Conv3D(filters=filters, kernel_size=(kernel_size[0], 1, 1), padding=padding),
        ])
    def call(self, x):
        return self.seq(x)

class ResidualMain(layers.Layer):
    def __init__(self, filters, kernel_size):
        super().__init__()
        self.seq = keras.Sequential([
            R2Plus1D(filters=filters, kernel_size=kernel_size, padding="same"),
            layers.LayerNormalization(),
            layers.ReLU(),
            R2Plus1D(filters=filters, kernel_size=kernel_size, padding="same"),
            layers.LayerNormalization(),
        ])
    def call(self, x):
        return self.seq(x)

class Project(layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.seq = keras.Sequential([layers.Dense(units), layers.LayerNormalization()])
    def call(self, x):
        return self.seq(x)

def add_residual_block(inp, filters, kernel_size):
    out = ResidualMain(filters, kernel_size)(inp)
    res = inp
    if out.shape[-1] != inp.shape[-1]:
        res = Project(out.shape[-1])(res)
    return layers.add([res, out])

i = layers.Input(shape=(3, 4, 4, 2))
x = R2Plus1D(2, (3, 3, 3), "same")(i)
x = add_residual_block(x, 4, (3, 3, 3))
x = layers.TimeDistributed(layers.MaxPooling2D(2))(x)
x = layers.GlobalAveragePooling3D()(x)
m = keras.Model(i, layers.Dense(2)(x))
for l in m.layers:
    print(l.name, l.output.shape, l.count_params())
a = np.arange(96).reshape(1, 3, 4, 4, 2).astype("float32") / 96
print(np.round(np.array(m(a)), 4).tolist())
print([w.path for w in m.layers[2].weights][:5])
