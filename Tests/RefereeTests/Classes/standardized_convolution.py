import keras
from keras import ops, layers
import numpy as np

class WSConv2D(layers.Conv2D):
    """Weight standardisation"""
    def __init__(self, *args, eps=1e-5, **kwargs):
        super().__init__(*args, **kwargs)
        self.eps = eps

    def call(self, inputs):
        k = self.kernel
        mean = ops.mean(k, axis=[0, 1, 2], keepdims=True)
        var = ops.var(k, axis=[0, 1, 2], keepdims=True)
        k = (k - mean) / ops.sqrt(var + self.eps)
        y = ops.conv(inputs, k, strides=self.strides, padding=self.padding)
        if self.use_bias:
            y = y + self.bias
        return self.activation(y)

class ReflectConv(layers.Conv2D):
    def __init__(self, filters, kernel_size, **kw):
        super().__init__(filters, kernel_size, padding="valid", **kw)
        self.p = kernel_size // 2
    def call(self, x):
        x = ops.pad(x, [[0, 0], [self.p, self.p], [self.p, self.p], [0, 0]], mode="reflect")
        return super().call(x)
    def compute_output_shape(self, s):
        return s[:-1] + (self.filters,)

keras.utils.set_random_seed(40)
x = np.arange(32).reshape(1, 4, 4, 2).astype("float32") / 10
c = WSConv2D(3, 3, padding="same", activation="relu")
y = c(x)
print(y.shape, c.name, [w.path for w in c.weights])
print(np.round(np.array(y)[0, 1, 1], 4).tolist())
r = ReflectConv(2, 3, use_bias=False, name="refl")
z = r(x)
print(z.shape, r.count_params())
print(np.round(np.array(z)[0, 0], 4).tolist())
print(isinstance(r, layers.Conv2D), type(r).__mro__[1].__name__, r.kernel_size, r.filters)
m = keras.Sequential([keras.Input((6, 6, 2)), ReflectConv(4, 5), WSConv2D(2, 3, strides=2)])
print([(l.name, l.output.shape, l.count_params()) for l in m.layers])
print(np.round(np.array(m(np.ones((1, 6, 6, 2), "float32")))[0, 0, 0], 4).tolist())
