import keras, numpy as np
import tensorflow as tf
from keras import layers, ops


def show(f, shape=(None, 4), **k):
    try:
        y = layers.Lambda(f, **k)(keras.Input(shape))
        print(y.shape if hasattr(y, "shape") else [t.shape for t in y])
    except Exception as e:
        print(type(e).__name__)
show(lambda z: z[:, :1])
show(lambda z: tf.unstack(z, axis=1))
show(lambda z: z[:, 0])
show(lambda z: tf.squeeze(z[:, :1], 1))
show(lambda z: ops.mean(z, axis=1))
show(lambda z: ops.reshape(z, (-1, 2, 2)))
show(lambda z: z if ops.sum(z) > 0 else -z)
show(lambda z: z @ z)
show(lambda z: z + undefined)
show(lambda z, mask=None: z * (1 if mask is None else 2))
show(lambda z, training=None: z * (1 if training else 2))
show(lambda z: z, output_shape=(7,))
show(lambda z: z, output_shape=lambda s: (s[0], 9))
show(lambda z, k: z * k, arguments={"k": 3})
show(lambda z, k: z * k)
show(lambda z: [z, z[:, 0]])
show(lambda z: ops.transpose(z, (0, 2, 1)))
show(lambda z: ops.shape(z)[1] * z)
show(lambda z: keras.layers.Dense(3)(z))
l = layers.Lambda(lambda t: t * 2, name="double")
print(l(np.ones((2, 3), "float32")).shape, l.name, l.built)
a, b = keras.Input((4,)), keras.Input((4,))
d = layers.Lambda(lambda t: ops.abs(t[0] - t[1]))([a, b])
m = keras.Model([a, b], d)
print(m.predict([np.ones((1, 4)), np.zeros((1, 4))], verbose=0))
mm = layers.Lambda(lambda t: t, mask=lambda i, m: m)
e = layers.Embedding(5, 3, mask_zero=True)(keras.Input((4,)))
print(mm(e)._keras_mask is not None, getattr(layers.Lambda(lambda t: t)(e), "_keras_mask", None))
try: print(layers.Lambda(lambda t: t, output_shape=4)(a).shape)
except TypeError as e: print("TypeError")
print(layers.Lambda(lambda t: t[0] + t[1]).compute_output_shape([(None, 4), (None, 4)]))
s = keras.Sequential([layers.Lambda(lambda t: t / 255., input_shape=(28, 28, 1)), layers.Conv2D(3, 3)])
print(s.output_shape, s.layers[0].output.shape)
for build in (
    lambda: layers.TimeDistributed(layers.Dense(2), input_shape=(3, 4)),
    lambda: layers.Bidirectional(layers.LSTM(2), input_shape=(3, 4)),
    lambda: layers.Dense(2, batch_size=7),
    lambda: layers.Lambda(abs, weights=[]),
):
    try:
        print(keras.Sequential([build()]).output_shape)
    except Exception as e:
        print(type(e).__name__)
for ax in (1, [1], None, 0, -1):
    try: print(keras.layers.Lambda(lambda z: tf.squeeze(z, ax))(keras.Input((None, 4))).shape)
    except Exception as e: print(type(e).__name__)
    try: print(keras.layers.Lambda(lambda z: tf.squeeze(z, axis=ax))(keras.Input((1, 4))).shape)
    except Exception as e: print(type(e).__name__)
