extension Prelude {
    /// Functions of `keras.ops` on arrays that numpy has too, with the parameters and the results that Keras gives them.
    ///
    /// Source: the behaviour of keras/src/ops/numpy.py, linalg.py and math.py.
    static let numpyOperationTexts = """
        import math
        import numpy as np


        def erfc(x):
            return np.vectorize(math.erfc)(x) if x.size else x


        def sinc(x):
            return np.sinc(x)


        def real(x):
            return x


        def conj(x):
            return x


        def conjugate(x):
            return x


        def imag(x):
            return np.zeros_like(x)


        def isreal(x):
            return np.ones(x.shape, bool)


        def angle(x):
            return np.where(x < 0, np.float32(math.pi), np.float32(0.0))


        def gcd(x1, x2):
            return np.vectorize(math.gcd, otypes=[np.result_type(x1, x2)])(x1, x2)


        def lcm(x1, x2):
            return np.vectorize(math.lcm, otypes=[np.result_type(x1, x2)])(x1, x2)


        def ldexp(x1, x2):
            return x1 * 2.0 ** np.asarray(x2, "float32")


        def nansum(x, axis=None, keepdims=False):
            return np.nansum(x, axis=axis, keepdims=keepdims)


        def nanprod(x, axis=None, keepdims=False):
            return np.nanprod(x, axis=axis, keepdims=keepdims)


        def nanmax(x, axis=None, keepdims=False):
            return np.nanmax(x, axis=axis, keepdims=keepdims)


        def nanmin(x, axis=None, keepdims=False):
            return np.nanmin(x, axis=axis, keepdims=keepdims)


        def nanmean(x, axis=None, keepdims=False):
            return np.nanmean(x, axis=axis, keepdims=keepdims)


        def nanvar(x, axis=None, keepdims=False):
            return np.nanvar(x, axis=axis, keepdims=keepdims)


        def nanstd(x, axis=None, keepdims=False):
            return np.nanstd(x, axis=axis, keepdims=keepdims)


        def ptp(x, axis=None, keepdims=False):
            return np.ptp(x, axis=axis, keepdims=keepdims)


        def quantile(x, q, axis=None):
            return np.quantile(x, q, axis=axis)


        def kron(x1, x2):
            return np.kron(x1, x2)


        def vdot(x1, x2):
            return np.vdot(x1, x2)


        def dstack(xs):
            return np.dstack(xs)


        def hsplit(x, indices_or_sections):
            return np.hsplit(x, indices_or_sections)


        def vsplit(x, indices_or_sections):
            return np.vsplit(x, indices_or_sections)


        def dsplit(x, indices_or_sections):
            return np.dsplit(x, indices_or_sections)


        def diagflat(x, k=0):
            return np.diagflat(x, k)


        def trapezoid(y, x=None, dx=1.0, axis=-1):
            return np.trapezoid(y, x=x, dx=dx, axis=axis)


        def searchsorted(sorted_sequence, values, side="left"):
            if np.ndim(sorted_sequence) != 1:
                raise ValueError(
                    "`searchsorted` only supports 1-D sorted sequences. You can use `keras.ops.vectorized_map` to extend it to "
                    f"N-D sequences. Received: sorted_sequence.shape={np.shape(sorted_sequence)}")
            return np.searchsorted(sorted_sequence, values, side=side).astype("int32")


        def digitize(x, bins):
            return np.digitize(x, bins).astype("int32")


        def correlate(x1, x2, mode="valid"):
            return np.correlate(x1, x2, mode=mode)


        def corrcoef(x):
            return np.corrcoef(x)


        def cdist(x, y):
            difference = np.expand_dims(x, -2) - np.expand_dims(y, -3)
            return np.sqrt(np.sum(np.square(difference), axis=-1))


        def det(x):
            return np.linalg.det(x)


        def inv(x):
            return np.linalg.inv(x)


        def solve(a, b):
            return np.linalg.solve(a, b)


        def cholesky(x):
            return np.linalg.cholesky(x)
        """
}
