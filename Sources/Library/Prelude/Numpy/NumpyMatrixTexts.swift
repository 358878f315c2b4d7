extension Prelude {
    /// Functions of numpy that are written in the language: matrices, parts and sets.
    ///
    /// Source: the behaviour of numpy 2.
    static let numpyMatrices = """
        import numpy as np
        import numpy.linalg


        def _axis(number, rank):
            if not -rank <= number < rank:
                raise ValueError(f"axis {number} is out of bounds for array of dimension {rank}")
            return number % rank


        def diagonal(a, offset=0, axis1=0, axis2=1):
            a = np.asarray(a)
            if a.ndim < 2:
                raise ValueError("diag requires an array of at least two dimensions")
            a = np.moveaxis(a, (axis1, axis2), (-2, -1))
            rows, columns = max(-offset, 0), max(offset, 0)
            count = max(0, min(a.shape[-2] - rows, a.shape[-1] - columns))
            flat = np.reshape(a, (*a.shape[:-2], a.shape[-2] * a.shape[-1]))
            places = [(rows + i) * a.shape[-1] + columns + i for i in range(count)]
            return np.take(flat, np.array(places, "int64"), axis=-1)


        def trace(a, offset=0, axis1=0, axis2=1):
            return np.sum(diagonal(a, offset, axis1, axis2), axis=-1)


        def einsum(subscripts, *operands):
            import keras
            operands = [np.asarray(each) for each in operands]
            kind = np.result_type(*operands)
            return keras.ops.convert_to_numpy(keras.ops.einsum(subscripts, *[each.astype(kind) for each in operands])).astype(kind)[()]


        def tensordot(a, b, axes=2):
            import keras
            kind = np.result_type(np.asarray(a), np.asarray(b))
            a, b = np.asarray(a).astype(kind), np.asarray(b).astype(kind)
            return keras.ops.convert_to_numpy(keras.ops.tensordot(a, b, axes=axes)).astype(kind)[()]


        def inner(a, b):
            a, b = np.asarray(a), np.asarray(b)
            if a.ndim == 0 or b.ndim == 0:
                return a * b
            return tensordot(a, b, axes=([-1], [-1]))


        def vdot(a, b):
            return np.dot(np.ravel(a), np.ravel(b))


        def kron(a, b):
            a, b = np.asarray(a), np.asarray(b)
            rank = max(a.ndim, b.ndim)
            a = np.reshape(a, (1,) * (rank - a.ndim) + a.shape)
            b = np.reshape(b, (1,) * (rank - b.ndim) + b.shape)
            left = np.reshape(a, [size for n in a.shape for size in (n, 1)])
            right = np.reshape(b, [size for n in b.shape for size in (1, n)])
            return np.reshape(left * right, [n * m for n, m in zip(a.shape, b.shape)])


        def cross(a, b, axis=-1):
            a, b = np.moveaxis(np.asarray(a), axis, -1), np.moveaxis(np.asarray(b), axis, -1)
            if a.shape[-1] != 3 or b.shape[-1] != 3:
                raise ValueError("incompatible dimensions for cross product (dimension must be 3)")
            x, y, z = a[..., 0], a[..., 1], a[..., 2]
            u, v, w = b[..., 0], b[..., 1], b[..., 2]
            return np.moveaxis(np.stack([y * w - z * v, z * u - x * w, x * v - y * u], axis=-1), -1, axis)


        def tri(N, M=None, k=0, dtype=float):
            return np.tril(np.ones((N, N if M is None else M), dtype), k)


        def tril_indices(n, k=0, m=None):
            return np.nonzero(tri(n, m, k=k))


        def triu_indices(n, k=0, m=None):
            return np.nonzero(1 - tri(n, m, k=k - 1))


        def diagflat(v, k=0):
            return np.diag(np.ravel(v), k) if k == 0 else _off_diagonal(np.ravel(v), k)


        def _off_diagonal(v, k):
            size = len(v) + abs(k)
            result = np.zeros((size, size), v.dtype)
            for place, value in enumerate(v):
                result[place + max(-k, 0), place + max(k, 0)] = value
            return result


        def vander(x, N=None, increasing=False):
            x = np.asarray(x)
            powers = np.arange(len(x) if N is None else N)
            return x[:, None] ** (powers if increasing else powers[::-1])


        def atleast_2d(*arys):
            made = []
            for each in arys:
                each = np.asarray(each)
                made.append(each if each.ndim > 1 else np.reshape(each, (1, each.size)))
            return made[0] if len(made) == 1 else tuple(made)


        def atleast_3d(*arys):
            made = []
            for each in arys:
                each = np.asarray(each)
                if each.ndim < 2:
                    each = np.reshape(each, (1, each.size, 1))
                made.append(each if each.ndim > 2 else each[:, :, None])
            return made[0] if len(made) == 1 else tuple(made)


        def row_stack(tup):
            return np.vstack(tup)


        def column_stack(tup):
            columns = [np.asarray(each) for each in tup]
            return np.concatenate([each if each.ndim > 1 else np.reshape(each, (-1, 1)) for each in columns], axis=1)


        def dstack(tup):
            return np.concatenate([atleast_3d(each) for each in tup], axis=2)


        def hsplit(ary, indices_or_sections):
            ary = np.asarray(ary)
            if ary.ndim == 0:
                raise ValueError("hsplit only works on arrays of 1 or more dimensions")
            return np.split(ary, indices_or_sections, axis=1 if ary.ndim > 1 else 0)


        def vsplit(ary, indices_or_sections):
            if np.asarray(ary).ndim < 2:
                raise ValueError("vsplit only works on arrays of 2 or more dimensions")
            return np.split(np.asarray(ary), indices_or_sections, axis=0)


        def dsplit(ary, indices_or_sections):
            if np.asarray(ary).ndim < 3:
                raise ValueError("dsplit only works on arrays of 3 or more dimensions")
            return np.split(np.asarray(ary), indices_or_sections, axis=2)


        def delete(arr, obj, axis=None):
            arr = np.asarray(arr)
            if axis is None:
                arr, axis = np.ravel(arr), 0
            size = arr.shape[axis]
            if isinstance(obj, slice):
                gone = list(range(size))[obj]
            else:
                places = np.ravel(obj)
                if places.dtype.kind == "b":
                    if places.size != size:
                        raise ValueError(
                            "boolean array argument obj to delete must be one dimensional and match the axis length of "
                            f"{size}")
                    places = np.nonzero(places)[0]
                elif places.dtype.kind == "f" and places.size:
                    raise IndexError("arrays used as indices must be of integer (or boolean) type")
                gone = [int(each) for each in places]
            for place in gone:
                if not -size <= place < size:
                    raise IndexError(f"index {place} is out of bounds for axis {axis} with size {size}")
            gone = {place % size for place in gone}
            return np.take(arr, np.array([i for i in range(size) if i not in gone], "int64"), axis=axis)


        def broadcast_arrays(*args):
            total = 0
            for each in args:
                total = total + np.zeros(np.shape(each))
            return tuple(np.broadcast_to(np.asarray(each), np.shape(total)) for each in args)


        def rollaxis(a, axis, start=0):
            rank = np.ndim(a)
            axis = _axis(axis, rank)
            start = start + rank if start < 0 else start
            return np.moveaxis(a, axis, start - 1 if axis < start else start)


        def indices(dimensions, dtype=int):
            rank = len(dimensions)
            grids = []
            for axis, size in enumerate(dimensions):
                shape = [1] * rank
                shape[axis] = size
                grids.append(np.broadcast_to(np.reshape(np.arange(size), shape), dimensions))
            return np.stack(grids).astype(dtype) if grids else np.zeros((0,), dtype)


        def argwhere(a):
            return np.stack(np.nonzero(a), axis=-1)


        def flatnonzero(a):
            return np.nonzero(np.ravel(a))[0]


        def in1d(ar1, ar2, assume_unique=False, invert=False):
            return isin(np.ravel(ar1), ar2, invert=invert)


        def empty_like(prototype, dtype=None, shape=None):
            prototype = np.asarray(prototype)
            return np.zeros(prototype.shape if shape is None else shape, dtype or prototype.dtype)
        """
}
