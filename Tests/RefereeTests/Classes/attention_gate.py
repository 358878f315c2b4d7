import keras
import numpy as np
from keras.layers import Conv2D, UpSampling2D, Layer
keras.utils.set_random_seed(8)

class AttentionGate(Layer):
    def __init__(self, inter_channels, **kwargs):
        super(AttentionGate, self).__init__(**kwargs)
        self.inter_channels = inter_channels
        self.theta = Conv2D(inter_channels, 2, strides=2, name="theta")
        self.phi = Conv2D(inter_channels, 1, name="phi")
        self.psi = Conv2D(1, 1, activation="sigmoid", name="psi")
        self.up = UpSampling2D(2)

    def call(self, inputs):
        x, g = inputs
        f = keras.activations.relu(self.theta(x) + self.phi(g))
        alpha = self.up(self.psi(f))
        return x * alpha, alpha

    def compute_output_shape(self, shapes):
        x, g = shapes
        return [x, x[:-1] + (1,)]

x = np.arange(1 * 4 * 4 * 2).reshape(1, 4, 4, 2).astype("float32") / 10
g = np.ones((1, 2, 2, 3), "float32")
gate = AttentionGate(2)
out, alpha = gate([x, g])
print(out.shape, alpha.shape)
print(np.round(np.array(alpha)[0, :, :, 0], 4).tolist())
print(np.round(np.array(out).sum(), 4))
print([(w.name, w.shape) for w in gate.weights])
a = keras.Input((32, 32, 2), name="skip")
b = keras.Input((16, 16, 3), name="gating")
o, al = gate([a, b])
m = keras.Model([a, b], [o, al])
print(m.output_shape, m.input_shape)
print([t.shape for t in m.outputs], m.count_params())
print([l.name for l in m.layers])
r = m.predict([x.repeat(8, 1).repeat(8, 2), g.repeat(8, 1).repeat(8, 2)], verbose=0)
print(len(r), r[0].shape, r[1].shape)
try:
    gate([x])
except Exception as e:
    print(type(e).__name__)
