extension Prelude {
    /// numpy functions of arrays as sets.
    static let numpySets = #"""
        from collections import namedtuple

        import numpy as np


        def _bounded(number, rank):
            if not -rank <= number < rank:
                raise ValueError(f"axis {number} is out of bounds for array of dimension {rank}")
            return number % rank


        # The order of rows, compared number after number.
        def _row_order(rows):
            known = rows.tolist()
            return sorted(range(len(known)), key=lambda place: known[place])


        def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True,
                   sorted=True):
            ar = np.asarray(ar)
            if axis is None:
                flat = np.ravel(ar)
                order = np.argsort(flat, kind="stable")
                lined = flat[order]
                isNew = np.ones(lined.shape, bool)
                if lined.size > 1:
                    isNew[1:] = lined[1:] != lined[:-1]
                if equal_nan and lined.dtype.kind == "f" and lined.size and np.isnan(lined[-1]):
                    # What is no number stands at the end: the first of it counts.
                    gaps = int(np.sum(np.isnan(lined)))
                    isNew[lined.size - gaps + 1:] = False
                values, shape = lined[isNew], ar.shape
            else:
                axis = _bounded(axis, ar.ndim)
                moved = np.moveaxis(ar, axis, 0)
                rows = np.reshape(moved, (moved.shape[0], moved.size // max(moved.shape[0], 1)))
                order = np.array(_row_order(rows), "int64")
                lined = rows[order]
                isNew = np.ones(len(order), bool)
                if len(order) > 1:
                    isNew[1:] = np.any(lined[1:] != lined[:-1], axis=1)
                values, shape = np.moveaxis(moved[order[isNew]], 0, axis), (len(order),)
            if not (return_index or return_inverse or return_counts):
                return values
            result = [values]
            starts = np.nonzero(isNew)[0]
            if return_index:
                result.append(order[starts])
            if return_inverse:
                inverse = np.zeros(len(order), "int64")
                inverse[order] = np.cumsum(isNew.astype("int64")) - 1
                result.append(np.reshape(inverse, shape))
            if return_counts:
                ends = np.concatenate([starts, np.array([len(order)], "int64")])
                result.append(ends[1:] - ends[:-1])
            return tuple(result)


        UniqueAllResult = namedtuple("UniqueAllResult", ["values", "indices", "inverse_indices", "counts"])
        UniqueCountsResult = namedtuple("UniqueCountsResult", ["values", "counts"])
        UniqueInverseResult = namedtuple("UniqueInverseResult", ["values", "inverse_indices"])


        def unique_all(x):
            return UniqueAllResult(*unique(x, True, True, True, equal_nan=False))


        def unique_counts(x):
            return UniqueCountsResult(*unique(x, return_counts=True, equal_nan=False))


        def unique_inverse(x):
            return UniqueInverseResult(*unique(x, return_inverse=True, equal_nan=False))


        def unique_values(x):
            return unique(x, equal_nan=False)


        def _same_type(ar1, ar2):
            ar1, ar2 = np.asarray(ar1), np.asarray(ar2)
            kind = np.result_type(ar1.dtype, ar2.dtype)
            return np.ravel(ar1).astype(kind), np.ravel(ar2).astype(kind)


        def union1d(ar1, ar2):
            return unique(np.concatenate(_same_type(ar1, ar2)))


        def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
            ar1, ar2 = _same_type(ar1, ar2)
            if assume_unique:
                first, second = ar1, ar2
            else:
                first, firstPlaces = unique(ar1, return_index=True)
                second, secondPlaces = unique(ar2, return_index=True)
            both = np.concatenate([first, second])
            order = np.argsort(both, kind="stable")
            both = both[order]
            isTwice = both[1:] == both[:-1]
            values = both[:-1][isTwice]
            if not return_indices:
                return values
            left, right = order[:-1][isTwice], order[1:][isTwice] - first.size
            return (values, left, right) if assume_unique else (values, firstPlaces[left], secondPlaces[right])


        def setxor1d(ar1, ar2, assume_unique=False):
            ar1, ar2 = _same_type(ar1, ar2)
            if not assume_unique:
                ar1, ar2 = unique(ar1), unique(ar2)
            both = np.sort(np.concatenate([ar1, ar2]))
            if both.size == 0:
                return both
            isOther = np.ones(both.size + 1, bool)
            isOther[1:-1] = both[1:] != both[:-1]
            return both[isOther[1:] & isOther[:-1]]


        def isin(element, test_elements, assume_unique=False, invert=False, *, kind=None):
            element, known = np.asarray(element), np.ravel(test_elements)
            values = set(known.tolist())
            found = [value in values and value == value for value in np.ravel(element).tolist()]
            found = np.reshape(np.array(found, bool), element.shape)
            return np.logical_not(found) if invert else found


        def setdiff1d(ar1, ar2, assume_unique=False):
            first = np.ravel(ar1) if assume_unique else unique(ar1)
            return first[isin(first, ar2, invert=True)]


        def lexsort(keys, axis=-1):
            keys = [np.asarray(each) for each in keys]
            if not keys:
                raise TypeError("need sequence of keys with len > 0 in lexsort")
            if keys[0].ndim == 0:
                return np.zeros((), "int64")
            if len({each.shape for each in keys}) > 1:
                raise ValueError("all keys need to be the same shape")
            axis = _bounded(axis, keys[0].ndim)
            order = np.argsort(keys[0], axis=axis, kind="stable")
            # A stable sort by the more important key keeps the order of the others.
            for each in keys[1:]:
                step = np.argsort(np.take_along_axis(each, order, axis=axis), axis=axis, kind="stable")
                order = np.take_along_axis(order, step, axis=axis)
            return order
        """#
}
