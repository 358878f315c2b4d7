import numpy as np
import tensorflow as tf


def shown(value):
    if isinstance(value, tuple):
        return [shown(part) for part in value]
    if isinstance(value, dict):
        return {key: shown(part) for key, part in value.items()}
    return np.array(value).tolist()


x, y = np.arange(12, dtype="float32").reshape(6, 2), np.arange(6)
d = tf.data.Dataset.from_tensor_slices((x, y))
print(len(d), [shown(e) for e in d][:2])
b = d.batch(4)
print(len(b), [shown(e) for e in b], len(d.batch(4, drop_remainder=True)))
print(shown(next(iter(d.map(lambda a, c: (a * 2, c + 1)).batch(2)))))
print([shown(e) for e in d.take(2)], [shown(e) for e in d.skip(4)], len(d.repeat(3)))
print([int(e) for e in tf.data.Dataset.range(5).filter(lambda n: n % 2 == 0)], [int(e) for e in tf.data.Dataset.range(2, 9, 3)])
print(sorted(int(c) for _, c in d.shuffle(6)), sorted(int(c) for _, c in d.shuffle(3).prefetch(tf.data.AUTOTUNE).cache()))
print([shown(e) for e in tf.data.Dataset.zip((tf.data.Dataset.range(3), d.map(lambda a, c: c)))])
print([shown(e) for e in tf.data.Dataset.from_tensor_slices({"a": [1, 2], "b": [3, 4]})])
print([int(e) for e in tf.data.Dataset.range(3).concatenate(tf.data.Dataset.range(2)).repeat(2)])
print([shown(e) for e in tf.data.Dataset.range(7).batch(3).unbatch().take(5)], int(d.cardinality()))
print([shown(e) for e in tf.data.Dataset.range(3).enumerate()], int(tf.data.Dataset.range(5).reduce(np.int64(0), lambda a, c: a + c)))
for spec in b.element_spec + d.element_spec:
    print(spec.shape, spec.dtype.name if hasattr(spec.dtype, "name") else spec.dtype)
try:
    len(d.repeat())
except TypeError as error:
    print(error)
