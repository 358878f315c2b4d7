extension Prelude {
    /// Functions of `keras.ops` on arrays that numpy has too, with the parameters and the results that Keras gives them.
    ///
    /// Source: the behaviour of keras/src/ops/numpy.py, linalg.py and math.py.
    static let numpyOperationTexts = """
        import math
        import numpy as np


        def erfc(x):
            return np.vectorize(math.erfc)(x) if x.size else x


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


        def searchsorted(sorted_sequence, values, side="left"):
            if np.ndim(sorted_sequence) != 1:
                raise ValueError(
                    "`searchsorted` only supports 1-D sorted sequences. You can use `keras.ops.vectorized_map` to extend it to "
                    f"N-D sequences. Received: sorted_sequence.shape={np.shape(sorted_sequence)}")
            return np.searchsorted(sorted_sequence, values, side=side).astype("int32")


        def cdist(x, y):
            difference = np.expand_dims(x, -2) - np.expand_dims(y, -3)
            return np.sqrt(np.sum(np.square(difference), axis=-1))


        def det(x):
            return np.linalg.det(x)


        def inv(x):
            return np.linalg.inv(x)


        def solve(a, b):
            if np.ndim(b) == np.ndim(a) - 1:
                return np.linalg.solve(a, np.expand_dims(b, -1))[..., 0]
            return np.linalg.solve(a, b)


        def cholesky(x):
            return np.linalg.cholesky(x)
        """
}
