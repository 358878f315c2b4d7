import keras
import numpy as np
from keras import layers, ops

a = np.array([[1.0, -2.0, 3.0], [4.0, 5.0, -6.0]], "float32")
b = np.array([[2.0, 0.0, 1.0], [1.0, 3.0, 2.0]], "float32")
q = np.arange(24, dtype="float32").reshape(1, 3, 2, 4) / 10
i = np.array([[1, 0, 2], [2, 2, 1]], "int32")


def shown(value):
    if isinstance(value, (list, tuple)):
        return [shown(part) for part in value]
    array = ops.convert_to_numpy(value)
    rounded = array if array.dtype == bool else np.round(array, 4)
    return rounded.tolist(), str(array.dtype)


calls = {
    "logsumexp": lambda x: ops.logsumexp(x, axis=1),
    "logsumexp all": lambda x: ops.logsumexp(x),
    "logsumexp kept": lambda x: ops.logsumexp(x, axis=-1, keepdims=True),
    "logaddexp": lambda x: ops.logaddexp(x, b),
    "divide": lambda x: ops.divide_no_nan(x, b),
    "norm": lambda x: ops.norm(x),
    "norm axis": lambda x: ops.norm(x, axis=-1),
    "norm 1": lambda x: ops.norm(x, ord=1, axis=1, keepdims=True),
    "norm inf": lambda x: ops.norm(x, ord=np.inf, axis=1),
    "norm fro": lambda x: ops.norm(x, ord="fro", axis=(0, 1)),
    "norm 3": lambda x: ops.norm(x, ord=3, axis=1),
    "top_k": lambda x: ops.top_k(x, 2),
    "nan_to_num": lambda x: ops.nan_to_num(x / b, neginf=-9.0),
    "diagonal": lambda x: ops.diagonal(x, offset=1),
    "trace": lambda x: ops.trace(x),
    "inner": lambda x: ops.inner(x, b),
    "average": lambda x: ops.average(x, axis=1, weights=np.array([1.0, 2.0, 1.0], "float32")),
    "isin": lambda x: ops.isin(x, [1.0, 5.0]),
    "select": lambda x: ops.select([x > 3, x < 0], [x, -x], 9.0),
    "cross": lambda x: ops.cross(x, b),
    "slice": lambda x: ops.slice(x, [0, 1], [2, 2]),
    "slice_update": lambda x: ops.slice_update(x, [1, 0], np.zeros((1, 2), "float32")),
    "scatter_update": lambda x: ops.scatter_update(x, [[0, 1], [1, 2]], np.array([7.0, 8.0], "float32")),
    "segment_sum": lambda x: ops.segment_sum(x, np.array([0, 0], "int32"), num_segments=2),
    "layer_normalization": lambda x: ops.layer_normalization(x, axis=-1),
    "rms_normalization": lambda x: ops.rms_normalization(x, scale=np.array([1.0, 2.0, 3.0], "float32")),
    "batch_normalization": lambda x: ops.batch_normalization(x, np.ones(3, "float32"), np.ones(3, "float32") * 2, axis=-1),
    "binary": lambda x: ops.binary_crossentropy(ops.cast(x > 0, "float32"), ops.sigmoid(x)),
    "binary logits": lambda x: ops.binary_crossentropy(ops.cast(x > 0, "float32"), x, from_logits=True),
    "categorical": lambda x: ops.categorical_crossentropy(ops.one_hot([0, 2], 3), ops.softmax(x)),
    "categorical logits": lambda x: ops.categorical_crossentropy(ops.one_hot([0, 2], 3), x, from_logits=True),
    "sparse": lambda x: ops.sparse_categorical_crossentropy(np.array([0, 2]), x, from_logits=True),
    "in_top_k": lambda x: ops.in_top_k(np.array([0, 0]), x, 2),
    "tril": lambda x: ops.tril(x), "triu": lambda x: ops.triu(x, k=1), "cbrt": lambda x: ops.cbrt(x),
    "isclose": lambda x: ops.isclose(x, b), "full_like": lambda x: ops.full_like(x, 3), "hstack": lambda x: ops.hstack([x, b]),
    "vstack": lambda x: ops.vstack([x, b]), "fliplr": lambda x: ops.fliplr(x), "flipud": lambda x: ops.flipud(x),
    "rot90": lambda x: ops.rot90(x), "append": lambda x: ops.append(x, b, axis=0), "count_nonzero": lambda x: ops.count_nonzero(x),
    "median": lambda x: ops.median(x, axis=1), "cumprod": lambda x: ops.cumprod(x, axis=1), "diff": lambda x: ops.diff(x),
    "outer": lambda x: ops.outer(x, np.array([1.0, 2.0], "float32")), "array_split": lambda x: ops.array_split(x, 2, axis=1), "trunc": lambda x: ops.trunc(x / 2),
    "logical_xor": lambda x: ops.logical_xor(x > 0, b > 1), "deg2rad": lambda x: ops.deg2rad(x), "exp2": lambda x: ops.exp2(x),
}
x = keras.Input(batch_shape=(2, 3))
for name, call in calls.items():
    print(name, shown(call(a)))
    y = call(x)
    print([(part.shape, part.dtype) for part in (y if isinstance(y, (list, tuple)) else [y])])
print(shown(ops.dot_product_attention(q, q, q)))
print(shown(ops.dot_product_attention(q, q, q, is_causal=True, scale=0.5)))
print(shown(ops.scatter([[0], [2], [0]], np.array([1.0, 2.0, 3.0], "float32"), (4,))))
print(shown(ops.multi_hot(i, 3)), shown(ops.segment_max(a, np.array([1, 0]), 2)))
print(shown(ops.bitwise_and(i, 1)), shown(ops.bitwise_or(i, 1)), shown(ops.bitwise_xor(i, 3)), shown(ops.left_shift(i, 2)))
print(shown(ops.bincount(np.array([0, 2, 2], "int32"))), shown(ops.nonzero(b)), shown(ops.diag([1.0, 2.0])))
print(shown(ops.meshgrid(np.arange(2), np.arange(3))), shown(ops.meshgrid([1, 2], [3, 4, 5], indexing="ij")))
print(shown(ops.cond(ops.sum(a) > 0, lambda: a, lambda: -a)))
print(shown(ops.while_loop(lambda n, s: n < 4, lambda n, s: (n + 1, s + n), (0, 0))))
print(shown(ops.fori_loop(0, 4, lambda n, s: s + n, 0)), shown(ops.map(lambda row: row * 2, a)))
print(shown(ops.vectorized_map(lambda row: ops.sum(row), a)))
print(shown(ops.scan(lambda c, v: (c + v, c * v), np.float32(0.0), np.arange(4, dtype="float32"))))
print(shown(ops.switch(1, [lambda v: v, lambda v: v * 3], a)), ops.is_tensor(ops.ones(2)), ops.is_tensor(3))


class Looping(layers.Layer):
    def call(self, inputs):
        return ops.map(lambda row: ops.cumsum(row), inputs)


m = keras.Model(x, Looping()(x))
print(m.output.shape, shown(m(a)))
masked = keras.Input((4, 4))
scores = ops.where(ops.tril(ops.ones((4, 4))) > 0, masked, -1e9)
model = keras.Model(masked, ops.softmax(scores))
print(shown(model(np.arange(16, dtype="float32").reshape(1, 4, 4))))
