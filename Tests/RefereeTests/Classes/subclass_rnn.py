import tensorflow as tf
from tensorflow import keras
import numpy as np
keras.utils.set_random_seed(204)

class MinimalCell(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units
    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), initializer="uniform", name="kernel")
        self.recurrent = self.add_weight(shape=(self.units, self.units), initializer="orthogonal", name="recurrent")
    def call(self, x, h):
        return tf.tanh(tf.matmul(x, self.kernel) + tf.matmul(h, self.recurrent))

class Unroll(keras.layers.Layer):
    def __init__(self, units, return_sequences=False, **kw):
        super().__init__(**kw)
        self.cell = MinimalCell(units)
        self.units = units
        self.return_sequences = return_sequences
    def call(self, x):
        h = tf.zeros((tf.shape(x)[0], self.units))
        outs = []
        for t in range(x.shape[1]):
            h = self.cell(x[:, t, :], h)
            outs.append(h)
        return tf.stack(outs, axis=1) if self.return_sequences else h

class Net(keras.Model):
    def __init__(self):
        super(Net, self).__init__()
        self.rnn1 = Unroll(4, True)
        self.rnn2 = Unroll(3)
        self.out = keras.layers.Dense(1)
    def call(self, x):
        return self.out(self.rnn2(self.rnn1(x)))

net = Net()
x = tf.reshape(tf.range(24, dtype=tf.float32), (2, 4, 3)) / 24.0
y = net(x)
print(y.shape, np.round(y.numpy(), 4).tolist())
print(net.count_params(), [l.name for l in net.layers])
for w in net.weights:
    print(w.path, tuple(w.shape))
print(np.round(net.rnn1(x).numpy()[0, -1], 4).tolist(), net.rnn1.cell.state_size)
