import tensorflow as tf
from tensorflow import keras as K
from tensorflow.keras import layers as L
import numpy as np
K.utils.set_random_seed(103)

class EncoderBlock(L.Layer):
    def __init__(self, filters, rate, pooling=True, **kwargs):
        super(EncoderBlock, self).__init__(**kwargs)
        self.filters = filters
        self.rate = rate
        self.pooling = pooling
        self.c1 = L.Conv2D(filters, kernel_size=3, padding="same", activation="relu", kernel_initializer="he_normal")
        self.drop = L.Dropout(rate)
        self.c2 = L.Conv2D(filters, kernel_size=3, padding="same", activation="relu", kernel_initializer="he_normal")
        self.pool = L.MaxPool2D(pool_size=(2, 2))
    def call(self, X):
        x = self.c1(X)
        x = self.drop(x)
        x = self.c2(x)
        if self.pooling:
            y = self.pool(x)
            return y, x
        else:
            return x
    def get_config(self):
        base_config = super().get_config()
        return {**base_config, "filters": self.filters, "rate": self.rate, "pooling": self.pooling}

class DecoderBlock(L.Layer):
    def __init__(self, filters, rate, **kwargs):
        super(DecoderBlock, self).__init__(**kwargs)
        self.up = L.UpSampling2D()
        self.net = EncoderBlock(filters, rate, pooling=False)
    def call(self, X):
        X, skip = X
        x = self.up(X)
        c = L.concatenate([x, skip])
        return self.net(c)

inp = L.Input(shape=(16, 16, 3))
p1, c1 = EncoderBlock(2, 0.1, name="Encoder1")(inp)
p2, c2 = EncoderBlock(4, 0.1, name="Encoder2")(p1)
mid = EncoderBlock(8, 0.2, pooling=False, name="Encoding")(p2)
d1 = DecoderBlock(4, 0.2, name="Decoder1")([mid, c2])
d2 = DecoderBlock(2, 0.1, name="Decoder2")([d1, c1])
out = L.Conv2D(1, kernel_size=1, activation="sigmoid", padding="same")(d2)
model = K.models.Model(inputs=[inp], outputs=[out])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy", K.metrics.MeanIoU(num_classes=2)])
for l in model.layers:
    o = l.output
    print(l.name, [t.shape for t in o] if isinstance(o, (list, tuple)) else o.shape, l.count_params())
x = tf.ones((1, 16, 16, 3)) * 0.5
print(np.round(model(x).numpy()[0, 0, :4, 0], 4).tolist())
print(model.count_params(), type(model.output).__name__, model.input_shape)
print(model.get_layer("Decoder1").net.name, [w.path for w in model.get_layer("Decoder2").weights])
