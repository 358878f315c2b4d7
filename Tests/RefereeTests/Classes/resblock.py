import numpy as np
import keras
from keras import layers

keras.utils.set_random_seed(3)

class ResidualBlock(layers.Layer):
    def __init__(self, filters, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.stride = stride
        self.conv1 = layers.Conv2D(filters, 3, strides=stride, padding="same", use_bias=False)
        self.bn1 = layers.BatchNormalization()
        self.conv2 = layers.Conv2D(filters, 3, padding="same", use_bias=False)
        self.bn2 = layers.BatchNormalization()
        self.relu = layers.ReLU()
        self.project = None

    def build(self, input_shape):
        if self.stride != 1 or input_shape[-1] != self.filters:
            self.project = keras.Sequential([
                layers.Conv2D(self.filters, 1, strides=self.stride, use_bias=False),
                layers.BatchNormalization(),
            ])
        super().build(input_shape)

    def call(self, x, training=None):
        shortcut = x
        y = self.relu(self.bn1(self.conv1(x), training=training))
        y = self.bn2(self.conv2(y), training=training)
        if self.project is not None:
            shortcut = self.project(x, training=training)
        return self.relu(y + shortcut)

inp = keras.Input((8, 8, 3))
x = ResidualBlock(4, name="res_a")(inp)
x = ResidualBlock(4, name="res_b")(x)
x = ResidualBlock(8, stride=2, name="res_c")(x)
x = layers.GlobalAveragePooling2D()(x)
out = layers.Dense(2)(x)
model = keras.Model(inp, out, name="tiny_resnet")
for l in model.layers:
    print(l.name, l.__class__.__name__, l.output.shape, l.count_params())
print(model.count_params(), len(model.trainable_weights), len(model.non_trainable_weights))
print([w.path for w in model.get_layer("res_c").weights])
a = np.arange(8 * 8 * 3).reshape(1, 8, 8, 3).astype("float32") / 100
print(np.round(np.array(model(a)), 4).tolist())
print(np.round(np.array(model(a, training=True)), 4).tolist())
