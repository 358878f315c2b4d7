import keras
from keras import ops
import numpy as np

class Linear(keras.layers.Layer):
    def __init__(self, units=32, activation=None, kernel_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)

    def build(self, input_shape):
        self.w = self.add_weight(shape=(input_shape[-1], self.units), initializer="glorot_uniform",
                                 regularizer=self.kernel_regularizer, trainable=True, name="w")
        self.b = self.add_weight(shape=(self.units,), initializer="zeros", trainable=True, name="b")

    def call(self, inputs):
        return self.activation(ops.matmul(inputs, self.w) + self.b)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        base = super().get_config()
        return dict(base, units=self.units,
                    activation=keras.activations.serialize(self.activation),
                    kernel_regularizer=keras.regularizers.serialize(self.kernel_regularizer))

keras.utils.set_random_seed(6)
lin = Linear(3, "relu", keras.regularizers.L2(0.01))
x = np.arange(8).reshape(2, 4).astype("float32") / 10
print(np.round(np.array(lin(x)), 4).tolist())
print([w.path for w in lin.weights], lin.built)
print(len(lin.losses), round(float(lin.losses[0]), 4))
cfg = lin.get_config()
print(cfg["units"], cfg["activation"])
print(cfg["kernel_regularizer"])
copy = Linear.from_config(cfg)
print(copy.units, copy.activation.__name__, type(copy.kernel_regularizer).__name__)
copy.build((None, 4))
copy.set_weights(lin.get_weights())
print(np.allclose(copy(x), lin(x)))
print(lin.compute_output_shape((None, 5, 4)))
m = keras.Sequential([keras.Input((4,)), Linear(5, "tanh", name="hid"), Linear(1)])
print([(l.name, l.output.shape, l.count_params()) for l in m.layers])
print(np.round(m.predict(x, verbose=0), 4).tolist())
