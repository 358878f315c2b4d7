import keras, numpy as np
from keras import layers
keras.utils.set_random_seed(64)

class Block(layers.Layer):
    def __init__(self, units, rate, **kw):
        super().__init__(**kw)
        self.dense = layers.Dense(units)
        self.bn = layers.BatchNormalization(momentum=0.5)
        self.drop = layers.Dropout(rate, seed=5)
    def call(self, x, training=False):
        x = self.dense(x)
        x = self.bn(x, training=training)
        if training:
            x = self.drop(x, training=True)
        return x

class Noisy(layers.Layer):
    def call(self, x, training=None):
        print("training is", training)
        return x + 1 if training else x

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.b1 = Block(4, 0.5)
        self.noisy = Noisy()
        self.b2 = Block(2, 0.0)
    def call(self, x, training=None):
        return self.b2(self.noisy(self.b1(x)), training=training)

net = Net()
x = np.arange(12).reshape(4, 3).astype("float32") / 10
print(np.round(np.array(net(x)), 4).tolist())
print(np.round(np.array(net(x, training=True)), 4).tolist())
print(np.round(np.array(net.b1.bn.moving_mean), 4).tolist(), np.round(np.array(net.b2.bn.moving_variance), 4).tolist())
print(np.round(np.array(net(x, training=False)), 4).tolist())
net.b1.trainable = False
print(len(net.trainable_weights), len(net.non_trainable_weights), net.b1.dense.trainable)
before = np.array(net.b1.bn.moving_mean)
net(x, training=True)
print(np.allclose(before, np.array(net.b1.bn.moving_mean)))
print([w.path for w in net.non_trainable_weights][:3])
d = layers.Dropout(0.5, seed=1)
print(np.array(d(np.ones((1, 8)), training=True)).tolist(), np.array(d(np.ones((1, 3)))).tolist())
