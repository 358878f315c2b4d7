import keras, numpy as np
from keras import ops
rng = np.random.RandomState(0)
def show(n, f):
    try: v = f()
    except Exception:
        return
    if not isinstance(v, (list, tuple)): v = [v]
    for e in v:
        a = ops.convert_to_numpy(e)
        print(n, getattr(e.dtype, "name", e.dtype), a.shape, [float(f"{float(x):.3g}") for x in np.ravel(a)[:12]])
for kind in ("float32", "int32"):
    x = (rng.randn(3, 4) * 4).astype(kind)
    z = (rng.randn(3, 4) * 4).astype(kind)
    m = (rng.randn(3, 3) * 4).astype(kind)
    v = (rng.randn(5) * 4).astype(kind)
    w = (rng.randn(3) * 4).astype(kind)
    n = x.copy()
    if kind == "float32": n[0, 1] = n[2, 3] = np.nan
    for f in "arcsinh arctanh fabs signbit isposinf isneginf real conj conjugate imag isreal angle".split(): show(f, lambda: getattr(ops, f)(x))
    show("arccosh", lambda: ops.arccosh(np.abs(x) + 1))
    for f in "arctan2 hypot heaviside logaddexp2 fmod fmax fmin gcd lcm".split():
        show(f, lambda: getattr(ops, f)(x, z)) if not (f == "fmod" and kind == "int32") else None
    show("ldexp", lambda: ops.ldexp(x, np.array([1, 2, 0, -1], "int32")))
    for f in "nansum nanprod nanmax nanmin nanmean nanvar nanstd ptp".split():
        show(f, lambda: getattr(ops, f)(n))
        show(f, lambda: getattr(ops, f)(n, axis=1, keepdims=True))
    show("quantile", lambda: ops.quantile(x, 0.3))
    show("quantile", lambda: ops.quantile(x, [0.25, 0.5], axis=1))
    show("kron", lambda: ops.kron(m, x))
    show("vdot", lambda: ops.vdot(x, z))
    show("dstack", lambda: ops.dstack([x, z]))
    show("hsplit", lambda: ops.hsplit(x, 2))
    show("vsplit", lambda: ops.vsplit(x, [1]))
    show("diagflat", lambda: ops.diagflat(v[:2], 1))
    show("trapezoid", lambda: ops.trapezoid(x))
    show("searchsorted", lambda: ops.searchsorted(np.sort(v), w))
    show("digitize", lambda: ops.digitize(x, np.sort(v)))
    show("correlate", lambda: ops.correlate(v, w))
    show("correlate", lambda: ops.correlate(v, w, mode="same"))
    show("corrcoef", lambda: ops.corrcoef(x))
    ids = np.array([0, 1, 0])
    show("smin", lambda: ops.segment_min(w, ids))
    show("sprod", lambda: ops.segment_prod(w, ids))
    if kind == "int32":
        continue
    show("cdist", lambda: ops.cdist(x, z))
    show("erfc", lambda: ops.erfc(x))
    show("sinc", lambda: ops.sinc(x))
    show("det", lambda: ops.det(m))
    show("inv", lambda: ops.inv(m))
    show("solve", lambda: ops.solve(m, w))
    show("solve", lambda: ops.solve(m, m.T))
    show("chol", lambda: ops.cholesky(np.dot(m, m.T) + np.eye(3, dtype=kind)))
y = keras.Input((4, 4))
for f in (lambda: ops.arctan2(y, y), lambda: ops.nanmean(y, axis=1), lambda: ops.kron(y[0], np.ones((2, 2))), lambda: ops.quantile(y, 0.5, axis=1), lambda: ops.det(y), lambda: ops.inv(y), lambda: ops.dstack([y, y]), lambda: ops.einsum("...ij->...ji", y), lambda: ops.einsum("bij,bjk,bkl->bil", y, y, y), lambda: ops.einsum("bii->b", y)):
    try: print(f().shape)
    except Exception as e: print(type(e).__name__)
