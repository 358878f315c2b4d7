import keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(601)

class Downsample(keras.Sequential):
    def __init__(self, filters, size, apply_norm=True, **kw):
        super().__init__(**kw)
        init = keras.initializers.RandomNormal(0.0, 0.02, seed=1)
        self.add(layers.Conv2D(filters, size, strides=2, padding="same", kernel_initializer=init, use_bias=False))
        if apply_norm:
            self.add(layers.BatchNormalization())
        self.add(layers.LeakyReLU())

class Upsample(layers.Layer):
    def __init__(self, filters, size, dropout=False, **kw):
        super().__init__(**kw)
        self.conv = layers.Conv2DTranspose(filters, size, strides=2, padding="same", use_bias=False)
        self.bn = layers.BatchNormalization()
        self.dropout = layers.Dropout(0.5) if dropout else None
    def call(self, x, training=None):
        x = self.bn(self.conv(x), training=training)
        if self.dropout is not None:
            x = self.dropout(x, training=training)
        return ops.relu(x)

class Pix2Pix(keras.Model):
    def __init__(self, ch=(2, 4, 4), out=3, **kw):
        super().__init__(**kw)
        self.down_stack = [Downsample(c, 4, apply_norm=i > 0, name=f"down{i}") for i, c in enumerate(ch)]
        self.up_stack = [Upsample(c, 4, dropout=i == 0, name=f"up{i}") for i, c in enumerate(ch[-2::-1])]
        self.last = layers.Conv2DTranspose(out, 4, strides=2, padding="same", activation="tanh", name="last")
        self.concat = layers.Concatenate()
    def call(self, x, training=None):
        skips = []
        for down in self.down_stack:
            x = down(x, training=training)
            skips.append(x)
        for up, skip in zip(self.up_stack, reversed(skips[:-1])):
            x = self.concat([up(x, training=training), skip])
        return self.last(x)

m = Pix2Pix(name="p2p")
x = np.linspace(-1, 1, 16 * 16 * 3).reshape(1, 16, 16, 3).astype("float32")
y = m(x)
print(y.shape, np.round(np.array(y)[0, 3, 3], 4).tolist())
print([l.name for l in m.layers], m.count_params())
print([w.path for w in m.down_stack[1].weights], [w.path for w in m.up_stack[0].weights][:2])
i = keras.Input((None, None, 3))
f = keras.Model(i, m(i))
print(f.output_shape, f.count_params())
j = keras.Input((16, 16, 3))
print([type(l).__name__ for l in keras.Model(j, Pix2Pix()(j)).layers])
print(m.down_stack[0].layers[0].name, [l.name for l in m.down_stack[1].layers])
