import keras, numpy as np, tensorflow as tf
from keras import layers, ops
d = np.array([[1., 2, 3, 4]], "float32")
i = keras.Input((4,))
print(keras.Model(i, i > 2)(d).numpy(), keras.Model(i, ops.argmax(i, -1)).predict(d, verbose=0), keras.Model(i, ops.cast(i, "int32"))(d).numpy())
dd = layers.Dense(4, kernel_regularizer="l2"); m = keras.Model(i, dd(dd(i))); s = keras.Sequential([m, dd])
print(len(s.losses), len(keras.Model(i, dd(m(i))).losses))
class A(layers.Layer):
    def call(self, x):
        self.add_loss(ops.sum(x)); return x
a = A(); a(np.ones((1, 3))); a(keras.Input((3,))); print(len(a.losses))
print(tf.range(4)[:, tf.newaxis].shape, tf.matmul(d, d, transpose_b=True).numpy())
print(np.round(float(keras.losses.hinge([[.2, .5]], [[.3, .4]])[0]), 3), np.round(float(keras.losses.hinge([[2., 1]], [[.3, .4]])[0]), 3), np.round(float(keras.losses.hinge([[0., 1]], [[.3, .4]])[0]), 3))
x = np.arange(6, dtype="float32").reshape(2, 3)
print(np.round(ops.convert_to_numpy(ops.softmax(x, axis=None)), 3).tolist(), np.round(ops.convert_to_numpy(ops.log_softmax(x, axis=None)), 3).tolist())
print(ops.convert_to_numpy(ops.sort(x[::-1], axis=None)).tolist(), ops.convert_to_numpy(ops.argsort(x, axis=None)).tolist())
def t(f):
    try: print(f())
    except Exception as e: print("error")
t(lambda: ops.sum(x, axis=(0, 0))); t(lambda: ops.mean(x, axis=(1, 1))); t(lambda: ops.flip(x, 7)); t(lambda: ops.unstack(x, 2, 1)); t(lambda: np.sum(x, axis=(0, 0)))
t(lambda: ops.softmax(keras.Input((3,)), axis=None).shape)
t(lambda: ops.flip(keras.Input((3,)), 5).shape)
print(ops.convert_to_numpy(ops.bitwise_not(np.array([1, 2, -3]))).tolist(), ops.convert_to_numpy(ops.identity(3)).tolist(), ops.convert_to_numpy(ops.bitwise_invert(np.array([1]))).tolist())
def refused(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).split("Received")[0][:90])
class Sized(layers.Layer):
    def build(self, s): self.w = self.add_weight(shape=(s[1], 3))
    def call(self, x): return x
refused(lambda: Sized()(keras.Input((None, 4))))
refused(lambda: Sized().build([None, None]))
class Unsized(layers.Layer):
    def build(self, s): self.w = self.add_weight(shape=[None])
    def call(self, x): return x
refused(lambda: Unsized()(keras.Input((3,))))
class Spaced(layers.Layer):
    def call(self, x): return ops.linspace(0.0, 1.0, ops.shape(x)[1])
try: Spaced()(keras.Input((None, 4))); print("ok")
except TypeError: print("TypeError")
