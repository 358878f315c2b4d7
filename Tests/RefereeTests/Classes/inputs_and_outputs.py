import keras
import numpy as np

layers = keras.layers


class Needs(layers.Layer):
    def __init__(self, **requirements):
        super().__init__()
        self.input_spec = layers.InputSpec(**requirements)

    def call(self, x):
        return x


class Two(layers.Layer):
    def build(self, shapes):
        self.input_spec = [layers.InputSpec(shape=(None, 3)), layers.InputSpec(min_ndim=2)]

    def call(self, xs):
        return xs[0]


class Several(layers.Layer):
    def __init__(self, kind):
        super().__init__()
        self.kind = kind

    def call(self, x):
        return {"tuple": (x, x), "list": [x, x], "dict": {"a": x, "b": x}}[self.kind]


def attempt(function):
    try:
        print(function().shape)
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])


attempt(lambda: Needs(ndim=4)(np.ones((2, 3))))
attempt(lambda: Needs(min_ndim=3)(np.ones((2, 3))))
attempt(lambda: Needs(axes={-1: 4})(np.ones((2, 3))))
attempt(lambda: Needs(axes={-1: 3})(np.ones((2, 3))))
attempt(lambda: Needs(shape=(None, 5))(np.ones((2, 3))))
attempt(lambda: Two()([np.ones((1, 3)), np.ones((1, 2))]))
attempt(lambda: Two()([np.ones((1, 3)), np.ones(2)]))
x = np.ones((1, 2), "float32")
i = keras.Input((2,))
for kind in ["tuple", "list", "dict"]:
    layer = Several(kind)
    outputs = layer(i)
    model = keras.Model(i, outputs)
    print(kind, [type(value).__name__ for value in (layer(x), outputs, model(x), model.predict(x, verbose=0), model.output)])


class Tracked(keras.Model):
    def __init__(self):
        super().__init__()
        self.loss_tracker = keras.metrics.Mean(name="loss")
        self.scale = keras.Variable(np.ones((2, 2)), name="scale")
        self.dense = layers.Dense(2)

    def call(self, x):
        return keras.ops.matmul(self.dense(x), self.scale)


tracked = Tracked()
print(tracked(x).shape, [w.name for w in tracked.weights], [m.name for m in tracked.metrics], tracked.count_params())
