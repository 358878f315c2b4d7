import keras, numpy as np, tensorflow as tf
from keras import ops


def shown(value):
    if isinstance(value, (bool, int, float, str, list, np.generic)):
        return value
    if not hasattr(value, "shape"):
        return str(value).replace("<dtype: '", "").replace("'>", "")
    return ops.convert_to_numpy(value).tolist()


def attempt(name, f):
    try:
        r = f()
        print(name, shown(r))
    except Exception as e:
        print(name, type(e).__name__)
V = keras.Variable
a = V([1, 2]); b = V([1.5, 2.5]); c = V(np.arange(3)); d = V(1.0, name="d"); e = V(True)
for n, v in (("a", a), ("b", b), ("c", c), ("d", d), ("e", e)):
    print(n, v.dtype, v.shape, v.ndim, v.trainable)
attempt("a+1", lambda: (a + 1).dtype)
attempt("a+1.5", lambda: (a + 1.5).dtype)
attempt("a*b", lambda: (a * b).dtype)
attempt("a/2", lambda: (a / 2).dtype)
attempt("a//2", lambda: (a // 2).dtype)
attempt("a**2", lambda: (a ** 2).dtype)
attempt("-a", lambda: (-a).dtype)
attempt("1+a", lambda: (1 + a).dtype)
attempt("a<2", lambda: (a < 2).numpy())
attempt("a==a", lambda: (a == a).numpy() if hasattr(a == a, "numpy") else a == a)
attempt("a==1", lambda: (a == 1).numpy() if hasattr(a == 1, "numpy") else a == 1)
attempt("sum", lambda: ops.sum(a).dtype)
attempt("mean", lambda: ops.mean(a).dtype)
attempt("T", lambda: b.T)
attempt("reshape", lambda: b.reshape((2, 1)))
attempt("len", lambda: len(b))
attempt("item", lambda: float(b[0]))
attempt("slice", lambda: b[1:].numpy().tolist())
attempt("float", lambda: float(d))
attempt("int", lambda: int(d))
attempt("bool", lambda: bool(d))
attempt("in", lambda: d in [d])
attempt("assign", lambda: b.assign([3.0, 4.0]).numpy().tolist())
attempt("assign_add", lambda: b.assign_add([1.0, 1.0]).numpy().tolist())
attempt("assign bad", lambda: b.assign([1.0]))
attempt("assign_sub", lambda: a.assign_sub([1, 1]).numpy().tolist())
attempt("zeros", lambda: V("zeros", shape=(2, 2)).numpy().tolist())
attempt("init", lambda: V(initializer="ones", shape=(3,), dtype="int32").dtype)
attempt("callable", lambda: V(lambda shape, dtype: ops.ones(shape, dtype) * 2, shape=(2,)).numpy().tolist())
attempt("no shape", lambda: V("zeros"))
attempt("dtype", lambda: V([1.7, 2.2], dtype="int32").numpy().tolist())
attempt("half", lambda: V([1.5], dtype="float16").dtype)
attempt("aggregation", lambda: a.aggregation)
attempt("path", lambda: d.path)
attempt("np.sum", lambda: float(np.sum(b)))
attempt("ops.add", lambda: ops.add(a, 1).dtype)
attempt("matmul", lambda: (V(np.ones((2, 2), "float32")) @ V(np.ones((2, 2), "float32"))).numpy().tolist())
attempt("abs", lambda: abs(V([-1.0])).numpy().tolist())
attempt("tf2", lambda: tf.Variable(3.0).numpy())
attempt("tf3", lambda: (tf.Variable([1, 2]) + 1).numpy().tolist())
attempt("tf4", lambda: tf.Variable([1.0]).assign_add([2.0]).numpy().tolist())
