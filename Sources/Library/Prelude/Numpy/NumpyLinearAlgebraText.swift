extension Prelude {
    /// The module `numpy.linalg`, as far as it is here.
    static let numpyLinearAlgebra = """
        import numpy as np


        class LinAlgError(ValueError):
            pass


        def norm(x, ord=None, axis=None, keepdims=False):
            from keras import ops
            x = np.asarray(x)
            x = x if x.dtype.kind == "f" else x.astype("float64")
            return ops.convert_to_numpy(ops.norm(x, ord=ord, axis=axis, keepdims=keepdims))[()]


        # The factors of a square matrix: rows are exchanged so that the largest number of each column comes first.
        def _factored(a):
            a = np.asarray(a)
            if a.ndim != 2 or a.shape[0] != a.shape[1]:
                raise LinAlgError("Last 2 dimensions of the array must be square")
            rows = [[float(value) for value in row] for row in a]
            order, sign = list(range(len(rows))), 1.0
            for column in range(len(rows)):
                best = max(range(column, len(rows)), key=lambda row: abs(rows[row][column]))
                if best != column:
                    rows[column], rows[best] = rows[best], rows[column]
                    order[column], order[best] = order[best], order[column]
                    sign = -sign
                top = rows[column]
                if top[column] == 0.0:
                    continue
                for row in rows[column + 1:]:
                    factor = row[column] / top[column]
                    row[column] = factor
                    for place in range(column + 1, len(rows)):
                        row[place] -= factor * top[place]
            return rows, order, sign


        def _stacked(function, a, *others):
            a = np.asarray(a)
            if a.ndim < 2:
                raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
            if a.ndim == 2:
                return function(a, *others)
            flat = np.reshape(a, (-1, *a.shape[-2:]))
            made = np.stack([function(each, *[other[place] for other in others]) for place, each in enumerate(flat)])
            return np.reshape(made, a.shape[:-2] + made.shape[1:])


        def _type(a):
            a = np.asarray(a)
            return a.dtype if a.dtype.kind == "f" else np.dtype("float64")


        def det(a):
            def one(a):
                rows, _, sign = _factored(a)
                for place, row in enumerate(rows):
                    sign *= row[place]
                return np.array(sign)
            return _stacked(one, a).astype(_type(a))[()]


        def slogdet(a):
            value = np.asarray(det(np.asarray(a, "float64")))
            return np.sign(value).astype(_type(a))[()], np.log(np.abs(value)).astype(_type(a))[()]


        def _solved(a, b):
            rows, order, _ = _factored(a)
            size = len(rows)
            if any(rows[place][place] == 0.0 for place in range(size)):
                raise LinAlgError("Singular matrix")
            x = [np.asarray(b[place], "float64") for place in order]
            for row in range(size):
                for place in range(row):
                    x[row] = x[row] - rows[row][place] * x[place]
            for row in reversed(range(size)):
                for place in range(row + 1, size):
                    x[row] = x[row] - rows[row][place] * x[place]
                x[row] = x[row] / rows[row][row]
            return np.stack(x) if x else np.zeros(np.shape(b))


        def solve(a, b):
            a, b = np.asarray(a), np.asarray(b)
            size = a.shape[-1] if a.ndim else 0
            isVector = b.ndim == 1
            if b.ndim and b.shape[0 if isVector else -2] != size:
                raise ValueError(f"solve: the matrix has {size} rows, the right side {b.shape[0 if isVector else -2]}")
            kind = np.result_type(_type(a), _type(b))
            if a.ndim == 2 and b.ndim < 3:
                return _solved(a, b).astype(kind)
            sides = b[:, None] if isVector else b
            leading = np.broadcast_arrays(np.zeros(a.shape[:-2]), np.zeros(sides.shape[:-2]))[0].shape
            a = np.broadcast_to(a, leading + a.shape[-2:])
            sides = np.broadcast_to(sides, leading + sides.shape[-2:])
            made = _stacked(_solved, a, np.reshape(sides, (-1, *sides.shape[-2:]))).astype(kind)
            return made[..., 0] if isVector else made


        def inv(a):
            return _stacked(lambda each: _solved(each, np.eye(len(each))), a).astype(_type(a))


        def cholesky(a):
            def one(a):
                a = np.asarray(a, "float64")
                if a.shape[0] != a.shape[1]:
                    raise LinAlgError("Last 2 dimensions of the array must be square")
                size = len(a)
                low = [[0.0] * size for _ in range(size)]
                for row in range(size):
                    for column in range(row + 1):
                        rest = float(a[row, column]) - sum(low[row][k] * low[column][k] for k in range(column))
                        if row == column:
                            if rest <= 0.0:
                                raise LinAlgError("Matrix is not positive definite")
                            low[row][column] = rest ** 0.5
                        else:
                            low[row][column] = rest / low[column][column]
                return np.array(low)
            return _stacked(one, a).astype(_type(a))


        def matrix_power(a, n):
            a = np.asarray(a)
            if a.ndim < 2 or a.shape[-1] != a.shape[-2]:
                raise LinAlgError("Last 2 dimensions of the array must be square")
            if n < 0:
                a, n = inv(a), -n
            result = np.broadcast_to(np.eye(a.shape[-1], dtype=a.dtype), a.shape)
            for _ in range(n):
                result = np.matmul(result, a)
            return result


        def multi_dot(arrays):
            result = np.asarray(arrays[0])
            for each in arrays[1:]:
                result = np.dot(result, each)
            return result
        """
}
