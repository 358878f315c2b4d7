import keras, numpy as np
from keras import layers, ops, regularizers


def shown(layer):
    return [round(float(v), 4) for v in layer.losses]


x = np.ones((2, 3), "float32")
d = layers.Dense(2, kernel_initializer="ones", kernel_regularizer=regularizers.L2(0.1), activity_regularizer=regularizers.L2(0.01))
print(d.losses)
d(keras.Input((3,)))
print(shown(d))
d(x)
print(shown(d))
d(2 * x)
print(shown(d))


class Penalized(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = layers.Dense(2, kernel_initializer="ones", activity_regularizer=regularizers.L2(0.05))

    def call(self, inputs):
        self.add_loss(ops.mean(inputs) * 0.5)
        return self.inner(inputs)

    def get_config(self):
        return super().get_config()


for keywords in ({}, {"activity_regularizer": regularizers.L1(0.03)}):
    layer = Penalized(**keywords)
    layer(x)
    print(shown(layer), layer.activity_regularizer is None, len(layer.inner.losses))
    layer(x)
    print(shown(layer))
    print(layer.get_config())

a, b = keras.Input((3,)), keras.Input((3,))
shared = layers.Dense(1, kernel_initializer="ones", activity_regularizer="l1")
noise = layers.ActivityRegularization(l1=0.1, l2=0.01)
m = keras.Model([a, b], layers.Add()([noise(shared(a)), shared(b)]))
m([x, 2 * x])
print(shown(m), shown(shared), shown(noise))
s = keras.Sequential([
    keras.Input((3,)), layers.Dense(2, kernel_initializer="ones", activity_regularizer="l2"),
    layers.Activation("relu", activity_regularizer=regularizers.L1(0.5)), layers.ActivityRegularization(l2=0.2)])
s(x)
print(shown(s), noise.get_config())
outer = keras.Sequential([keras.Input((3,)), Penalized(), s.layers[1], layers.Dense(1, kernel_initializer="ones", kernel_regularizer="l2")])
outer(x)
print(shown(outer))


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.first = layers.Dense(3, kernel_initializer="ones", activity_regularizer=regularizers.L1(0.01))
        self.blocks = [Penalized(), Penalized(activity_regularizer="l2")]
        self.last = layers.Dense(1, kernel_initializer="ones", kernel_regularizer=regularizers.L1(1.0))

    def call(self, inputs):
        h = self.first(inputs)
        h = self.blocks[1](ops.concatenate([self.blocks[0](h), h], axis=-1))
        self.add_loss([ops.sum(h), {"more": ops.max(h)}])
        return self.last(h)


n = Net()
n(x)
print(shown(n))
n(np.zeros((1, 3), "float32"))
print(shown(n))


class Sparse(regularizers.Regularizer):
    def __call__(self, v):
        return ops.mean(ops.abs(v)) * 2.0


own = layers.Conv2D(2, 2, kernel_initializer="ones", activity_regularizer=Sparse())
own(np.ones((4, 3, 3, 1), "float32"))
print(shown(own))


class Doubled(layers.Dense):
    def call(self, inputs):
        return 2 * super().call(inputs)


e = Doubled(2, kernel_initializer="ones", activity_regularizer=regularizers.L1(1.0))
e(x)
print(shown(e))
late = layers.Dense(2, kernel_initializer="ones")
late.add_loss(ops.sum(ops.ones((3,))))
print(shown(late))
late(x)
print(shown(late))
for value in (1.0, None, "text", [1]):
    try:
        late.add_loss(value)
    except ValueError as error:
        print(error)
lstm = layers.LSTM(2, activity_regularizer=regularizers.L2(1.0), kernel_initializer="ones", recurrent_initializer="ones")
lstm(np.ones((1, 3, 2), "float32"))
rnn = layers.SimpleRNN(2, activity_regularizer=regularizers.L2(1.0))
rnn(np.ones((1, 3, 2), "float32"))
print(shown(lstm), shown(rnn))
conv = layers.ConvLSTM1D(2, 2, activity_regularizer=regularizers.L2(1.0), kernel_initializer="ones", recurrent_initializer="ones")
conv(np.ones((1, 2, 3, 1), "float32"))
print(shown(conv), conv.get_config()["activity_regularizer"])
attention = layers.MultiHeadAttention(2, 2, activity_regularizer=regularizers.L1(1.0), kernel_initializer="ones")
attention(np.ones((1, 2, 2), "float32"), np.ones((1, 3, 2), "float32"))
print(shown(attention))
wrapped = layers.Bidirectional(layers.GRU(1, kernel_initializer="ones", recurrent_initializer="ones", activity_regularizer="l2"), activity_regularizer="l1")
wrapped(np.ones((1, 2, 1), "float32"))
print(shown(wrapped))
vector = layers.Identity(activity_regularizer=regularizers.L1(1.0))
print(vector(np.ones((0, 3), "float32")).shape, shown(vector))
einsum = layers.EinsumDense("ab,bc->ac", 2, kernel_initializer="ones", activity_regularizer="l1")
einsum(x)
config = einsum.get_config()
print(shown(einsum), {key: config[key] for key in config if key != "name"})
print(layers.EinsumDense.from_config(config).get_config() == config)
