import keras
from keras import layers as L
import numpy as np

keras.utils.set_random_seed(0)

class DepthwiseSeparable(L.Layer):
    def __init__(self, out_ch, stride=1, act="relu6", **kw):
        super().__init__(**kw)
        self.out_ch, self.stride, self.act_name = out_ch, stride, act
        self.seq = keras.Sequential([
            L.DepthwiseConv2D(3, strides=stride, padding="same", use_bias=False, name="dw"),
            L.BatchNormalization(name="dw_bn"),
            L.Activation(act),
            L.Conv2D(out_ch, 1, use_bias=False, name="pw"),
            L.BatchNormalization(name="pw_bn"),
            L.Activation(act),
        ], name="stack")

    def call(self, x, training=None):
        return self.seq(x, training=training)

    def get_config(self):
        return {**super().get_config(), "out_ch": self.out_ch, "stride": self.stride, "act": self.act_name}

class MobileNetish(keras.Model):
    def __init__(self, spec, classes):
        super().__init__(name="mobilenetish")
        self.stem = L.Conv2D(4, 3, strides=2, padding="same", use_bias=False)
        self.blocks = [DepthwiseSeparable(c, s, name=f"sep_{i}") for i, (c, s) in enumerate(spec)]
        self.pool = L.GlobalAveragePooling2D()
        self.head = L.Dense(classes, activation="softmax")

    def call(self, x, training=False):
        x = self.stem(x)
        for b in self.blocks:
            x = b(x, training=training)
        return self.head(self.pool(x))

net = MobileNetish([(8, 1), (8, 2), (16, 2)], 5)
img = (np.arange(16 * 16 * 3).reshape(1, 16, 16, 3) % 17).astype("float32") / 10
p = net(img)
print(p.shape, np.round(np.array(p), 4).tolist())
print([(l.name, l.count_params()) for l in net.layers])
print(net.count_params(), sum(int(np.prod(v.shape)) for v in net.trainable_variables))
print([w.path for w in net.blocks[1].weights])
print(net.blocks[2].get_config())
