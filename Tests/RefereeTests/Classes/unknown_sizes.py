import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops


def attempt(name, function, shape=(None, 4)):
    class L(layers.Layer):
        def call(self, x):
            return function(x)

    try:
        y = L()(keras.Input(shape))
        print(name, y.shape if hasattr(y, "shape") else [t.shape for t in y])
    except TypeError:
        print(name, "TypeError")
    except Exception as error:
        print(name, type(error).__name__)


p = np.ones((100, 4), "float32")
attempt("arange", lambda x: ops.arange(0, ops.shape(x)[1]))
attempt("arange1", lambda x: ops.arange(ops.shape(x)[1]))
attempt("arange dtype", lambda x: ops.arange(ops.shape(x)[1], dtype="float32"))
attempt("arange batch", lambda x: ops.arange(ops.shape(x)[0]))
attempt("slice", lambda x: x + p[: x.shape[1]])
attempt("slice2", lambda x: x + ops.convert_to_tensor(p)[: ops.shape(x)[1]])
attempt("slice3", lambda x: x[:, : ops.shape(x)[1] // 2])
attempt("slice4", lambda x: x[:, ops.shape(x)[1] - 2 :])
attempt("reshape", lambda x: ops.reshape(x, (-1, ops.shape(x)[1], 2, 2)))
attempt("reshape2", lambda x: ops.reshape(x, (ops.shape(x)[0], ops.shape(x)[1] * 2, 2)))
attempt("reshape3", lambda x: ops.reshape(x, (-1, 8)))
attempt("reshape4", lambda x: ops.reshape(x, (ops.shape(x)[0], -1)))
attempt("reshape5", lambda x: ops.reshape(x, (ops.shape(x)[0], ops.shape(x)[1] // 2, -1)))
attempt("ones", lambda x: ops.ones((ops.shape(x)[0], ops.shape(x)[1])))
attempt("zeros", lambda x: ops.zeros((ops.shape(x)[1], 3)))
attempt("split", lambda x: ops.split(x, 2, axis=1))
attempt("split2", lambda x: ops.split(x, 2, axis=-1))
attempt("matmul", lambda x: ops.matmul(x, ops.transpose(x, (0, 2, 1))))
attempt("if", lambda x: x if ops.sum(x) > 0 else -x)
attempt("range", lambda x: sum(range(x.shape[1])))
attempt("range2", lambda x: [x[:, i] for i in range(ops.shape(x)[1])])
attempt("float", lambda x: x * float(ops.sum(x)))
attempt("int", lambda x: x[: int(ops.shape(x)[1])])
attempt("len", lambda x: x * len(x))
attempt("numpy", lambda x: x.numpy())
attempt("broadcast", lambda x: ops.broadcast_to(ops.ones((1, 4)), (ops.shape(x)[1], 4)))
attempt("tile", lambda x: ops.tile(x, (1, 2, 1)))
attempt("tile2", lambda x: ops.tile(ops.ones((1, 4)), (ops.shape(x)[1], 1)))
attempt("repeat", lambda x: ops.repeat(x, 3, axis=1))
attempt("pad", lambda x: ops.pad(x, ((0, 0), (1, 2), (0, 0))))
attempt("cast", lambda x: ops.cast(ops.shape(x)[1], "float32") * x)
attempt("mul", lambda x: x * ops.shape(x)[1])
attempt("div", lambda x: x / ops.shape(x)[1])
attempt("divfloat", lambda x: x / ops.cast(ops.shape(x)[1], "float32"))
attempt("eye", lambda x: ops.eye(4))
attempt("eye2", lambda x: ops.eye(ops.shape(x)[1]))
attempt("concat", lambda x: ops.concatenate([x, ops.zeros((ops.shape(x)[0], 1, 4))], axis=1))
attempt("if shape", lambda x: x if x.shape[1] is None else -x)
attempt("if shape2", lambda x: x if x.shape[1] > 2 else -x)
attempt("if shape3", lambda x: x if ops.shape(x)[1] > 2 else -x)
attempt("iter", lambda x: [t for t in x])
attempt("unstack", lambda x: ops.unstack(x, axis=2))
attempt("unstack1", lambda x: ops.unstack(x, axis=1))
attempt("max", lambda x: ops.max(x, axis=1))
attempt("argmax", lambda x: ops.argmax(x, axis=1))
attempt("cumsum", lambda x: ops.cumsum(x, axis=1))
attempt("flip", lambda x: ops.flip(x, axis=1))
attempt("where", lambda x: ops.where(ops.arange(ops.shape(x)[1])[:, None] > 2, x, 0.0))
attempt("not x", lambda x: not x)
attempt("while", lambda x: [x for _ in iter(lambda: ops.sum(x) > 1, True)])
attempt("fstr", lambda x: x if f"{x.shape}" else x)
attempt("split3", lambda x: ops.split(x, 3, axis=1))
attempt("split idx ch", lambda x: ops.split(x, [1], axis=-1))
attempt("reshape 3", lambda x: ops.reshape(x, (3, -1)))
attempt("reshape b", lambda x: ops.reshape(x, (-1, 3, 4)))
attempt("reshape c", lambda x: ops.reshape(x, (-1, 5)))
attempt("reshape d", lambda x: ops.reshape(x, (2, 3, 4)))
attempt("matmul bad", lambda x: ops.matmul(x, x))
attempt("matmul tt", lambda x: ops.matmul(ops.transpose(x, (0, 2, 1)), x))
attempt("take", lambda x: ops.take(x, [40, 50], axis=1))
attempt("idx", lambda x: x[:, 40])
attempt("slice again", lambda x: x[:, 2:50])
attempt("slice neg", lambda x: x[:, -3:])
attempt("slice step", lambda x: x[:, ::2])
attempt("pad again", lambda x: ops.pad(x, ((0, 0), (3, 3), (0, 0))))
attempt("repeat again", lambda x: ops.repeat(x, 2, axis=1))
attempt("roll", lambda x: ops.roll(x, 1, axis=1))
attempt("squeeze", lambda x: ops.squeeze(x, axis=1))
attempt("concat again", lambda x: ops.concatenate([x, x], axis=1))
attempt("stack", lambda x: ops.stack([x, x], axis=1))
attempt("einsum", lambda x: ops.einsum("btc,bsc->bts", x, x))
attempt("expand", lambda x: ops.expand_dims(x, 1))
attempt("broadcast again", lambda x: ops.broadcast_to(x, (2, 7, 4)))
attempt("diff", lambda x: x[:, 1:] - x[:, :-1])
attempt("mean", lambda x: ops.mean(x, axis=1, keepdims=True) * x)
attempt("where again", lambda x: ops.where(x > 0, x, 0.0))
attempt("one_hot", lambda x: ops.one_hot(ops.argmax(x, axis=-1), 4))
attempt("tf shape", lambda x: tf.reshape(x, [tf.shape(x)[0], -1]))
attempt("tf shape2", lambda x: tf.reshape(x, tf.concat([tf.shape(x)[:1], [-1]], axis=0)))
attempt("tf shape3", lambda x: tf.reshape(x, tf.stack([tf.shape(x)[0], tf.shape(x)[1], 2, 2])))
attempt("tf shape4", lambda x: tf.zeros(tf.shape(x)))
attempt("tf shape5", lambda x: tf.zeros([tf.shape(x)[0], tf.shape(x)[2]]))
attempt("tf unpack", lambda x: tf.reshape(x, [*(lambda s: [s[0], s[1]])(tf.shape(x)), 2, 2]))
attempt("tf range", lambda x: tf.range(tf.shape(x)[1]))
attempt("tf range2", lambda x: tf.range(0, tf.shape(x)[1], 2))
attempt("tf random", lambda x: x + tf.random.normal(tf.shape(x)))
attempt("tf random2", lambda x: tf.random.normal(shape=(tf.shape(x)[0], 3)))
attempt("k random", lambda x: keras.random.normal(shape=(ops.shape(x)[0], 3)))
attempt("tf tile", lambda x: tf.tile(x[:, :1], [1, tf.shape(x)[1], 1]))
attempt("tf ones_like", lambda x: tf.ones_like(x))
attempt("tf eye", lambda x: tf.eye(tf.shape(x)[1]))
attempt("tf gather", lambda x: tf.gather(x, tf.range(tf.shape(x)[1]), axis=1))
attempt("tf eq", lambda x: tf.cast(x == 0, "float32"))
attempt("tf ne", lambda x: tf.cast(x != 0, "float32"))
attempt("resize2", lambda x: tf.image.resize(x, tf.shape(x)[1:3] * 2), (None, None, 3))
attempt("resize3", lambda x: ops.image.resize(x, (20, 20)), (None, None, 3))
attempt("repeat dyn", lambda x: ops.repeat(x[:, :1], ops.shape(x)[1], axis=1))
attempt("pad dyn", lambda x: ops.pad(x, [[0, 0], [0, ops.shape(x)[1]], [0, 0]]))
attempt("onehot dyn", lambda x: ops.one_hot(ops.argmax(x, axis=-1), ops.shape(x)[1]))
attempt("idx dyn", lambda x: x[:, ops.shape(x)[1] - 1])
attempt("idx dyn2", lambda x: ops.take(x, ops.shape(x)[1] - 1, axis=1))
attempt("none reshape", lambda x: ops.reshape(x, (x.shape[0], x.shape[1], 2, 2)))
attempt("none reshape2", lambda x: ops.reshape(x, (-1,) + tuple(x.shape[1:])))
attempt("none arith", lambda x: ops.reshape(x, (-1, x.shape[1] * 4)))
attempt("patches", lambda x: ops.reshape(x, (-1, ops.shape(x)[1] // 2, 2, ops.shape(x)[2] // 2, 2, 3)), (None, None, 3))
attempt("flat", lambda x: ops.reshape(x, (ops.shape(x)[0], ops.shape(x)[1] * ops.shape(x)[2], ops.shape(x)[3])), (None, None, 3))
attempt("b", lambda x: ops.reshape(x, (ops.shape(x)[0] * ops.shape(x)[1], 4)))
attempt("b2", lambda x: ops.reshape(ops.reshape(x, (ops.shape(x)[0] * ops.shape(x)[1], 4)), (-1, ops.shape(x)[1], 4)))


class Patches(layers.Layer):
    def call(self, images):
        size = ops.shape(images)
        cut = ops.reshape(images, (size[0], size[1] // 2, 2, size[2] // 2, 2, 3))
        return ops.reshape(ops.transpose(cut, (0, 1, 3, 2, 4, 5)), (size[0], -1, 12))


class Positions(layers.Layer):
    def build(self, input_shape):
        self.table = self.add_weight(shape=(50, input_shape[-1]), initializer="ones", name="table")

    def call(self, x):
        length = ops.shape(x)[1]
        return x + self.table[:length] * ops.cast(ops.arange(length), "float32")[:, None]


class Heads(layers.Layer):
    def call(self, x):
        size = tf.shape(x)
        split = tf.transpose(tf.reshape(x, [size[0], size[1], 2, -1]), [0, 2, 1, 3])
        weights = ops.softmax(ops.matmul(split, ops.transpose(split, (0, 1, 3, 2))), axis=-1)
        return tf.reshape(tf.transpose(tf.matmul(weights, split), [0, 2, 1, 3]), tf.stack([size[0], size[1], 4]))


class Ones(layers.Layer):
    def call(self, x):
        return ops.concatenate([x, ops.ones((ops.shape(x)[0], 1, 4))], axis=1)


images = keras.Input((None, None, 3))
patches = Patches()(images)
model = keras.Model(images, layers.Dense(2, kernel_initializer="ones")(patches))
print(patches.shape, model.output.shape)
print(model(np.arange(96, dtype="float32").reshape(2, 4, 4, 3)).numpy().tolist())
x = keras.Input((None, 4))
model = keras.Model(x, Ones()(Heads()(Positions()(x))))
print([(layer.name, layer.output.shape) for layer in model.layers])
for length in (1, 3):
    data = np.arange(8 * length, dtype="float32").reshape(2, length, 4) / 10
    print(np.round(model(data).numpy(), 4).tolist(), model.predict(data, verbose=0).shape)
