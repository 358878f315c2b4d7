extension Prelude {
    /// numpy functions that bring arrays into another shape, and apply functions to parts of them.
    static let numpyShaping = #"""
        import math
        from keras import _host

        import numpy as np


        def _bounded(number, rank):
            if not -rank <= number < rank:
                raise ValueError(f"axis {number} is out of bounds for array of dimension {rank}")
            return number % rank


        def resize(a, new_shape):
            shape = (new_shape,) if isinstance(new_shape, (int, np.integer)) else tuple(new_shape)
            if any(size < 0 for size in shape):
                raise ValueError("all elements of `new_shape` must be non-negative")
            a, count = np.ravel(a), math.prod(shape)
            if a.size == 0 or count == 0:
                return np.zeros(shape, a.dtype)
            return np.asarray(np.reshape(np.tile(a, -(-count // a.size))[:count], shape))


        # How deep lists lie in one another.
        def _depth(arrays):
            if not isinstance(arrays, list):
                return 0
            if not arrays:
                raise ValueError("List at arrays cannot be empty")
            depths = [_depth(each) for each in arrays]
            if len(set(depths)) > 1:
                place = [number for number, each in enumerate(depths) if each != depths[0]][0]
                raise ValueError(
                    f"List depths are mismatched. First element was at depth {depths[0] + 1}, but there is an element at "
                    f"depth {depths[place] + 1} (arrays[{place}])")
            return depths[0] + 1


        def _most_axes(arrays):
            return max(_most_axes(each) for each in arrays) if isinstance(arrays, list) else np.ndim(arrays)


        def block(arrays):
            if isinstance(arrays, tuple):
                raise TypeError("arrays is a tuple. Only lists can be used to arrange blocks, and np.block does not allow "
                                "implicit conversion from tuple to ndarray.")
            depth = _depth(arrays)
            rank = max(depth, _most_axes(arrays))

            def joined(part, level):
                if level == depth:
                    part = np.asarray(part)
                    return np.reshape(part, (1,) * (rank - part.ndim) + part.shape)
                return np.concatenate([joined(each, level + 1) for each in part], axis=rank - depth + level)

            return np.copy(joined(arrays, 0))


        def trim_zeros(filt, trim="fb", axis=None):
            full = np.asarray(filt)
            trim = trim.lower()
            if full.ndim == 0:
                return filt
            axes = range(full.ndim) if axis is None else axis if isinstance(axis, tuple) else (axis,)
            axes = [_bounded(each, full.ndim) for each in axes]
            known = np.nonzero(full)
            part = [slice(None)] * full.ndim
            for each in axes:
                places = known[each]
                if places.size == 0:
                    part[each] = slice(0, 0)
                else:
                    first = int(np.min(places)) if "f" in trim else None
                    part[each] = slice(first, int(np.max(places)) + 1 if "b" in trim else None)
            if full.ndim == 1:
                return filt[part[0]]
            return full[tuple(part)]


        def unstack(x, axis=0):
            x = np.asarray(x)
            if x.ndim == 0:
                raise ValueError("Input array must be at least 1-d.")
            return tuple(np.moveaxis(x, axis, 0))


        def concat(arrays, axis=0, dtype=None):
            made = np.concatenate(arrays, axis=axis)
            return made if dtype is None else made.astype(dtype)


        def permute_dims(a, axes=None):
            return np.transpose(a, axes)


        def matrix_transpose(x):
            x = np.asarray(x)
            if x.ndim < 2:
                raise ValueError(f"Input array must be at least 2-dimensional, but it is {x.ndim}")
            return np.swapaxes(x, -1, -2)


        # A copy: what numpy gives is a view that cannot be written to.
        def sliding_window_view(x, window_shape, axis=None, subok=False, writeable=False):
            _host.refuse("sliding_window_view", subok=subok, writeable=writeable)
            x = np.asarray(x)
            window = tuple(window_shape) if isinstance(window_shape, (tuple, list)) else (window_shape,)
            if any(size < 0 for size in window):
                raise ValueError("`window_shape` cannot contain negative values")
            if axis is None:
                axes = tuple(range(x.ndim))
                if len(window) != x.ndim:
                    raise ValueError(
                        "Since axis is `None`, must provide window_shape for all dimensions of `x`; got "
                        f"{len(window)} window_shape elements and `x.ndim` is {x.ndim}.")
            else:
                axes = axis if isinstance(axis, (tuple, list)) else (axis,)
                axes = tuple(_bounded(each, x.ndim) for each in axes)
                if len(window) != len(axes):
                    raise ValueError(
                        f"Must provide matching length window_shape and axis; got {len(window)} window_shape elements and "
                        f"{len(axes)} axes elements.")
            for each, size in zip(axes, window):
                count = x.shape[each] - size + 1
                if count < 1:
                    raise ValueError("window shape cannot be larger than input array shape")
                places = np.arange(count)[:, None] + np.arange(size)
                # The axis becomes the one of the windows; the places in a window come last.
                x = np.moveaxis(np.take(x, places, axis=each), each + 1, -1)
            return x


        def apply_along_axis(func1d, axis, arr, *args, **kwargs):
            arr = np.asarray(arr)
            axis = _bounded(axis, arr.ndim)
            moved = np.moveaxis(arr, axis, -1)
            rest = moved.shape[:-1]
            count = math.prod(rest)
            if count == 0:
                raise ValueError("Cannot apply_along_axis when any iteration dimensions are 0")
            rows = np.reshape(moved, (count, moved.shape[-1]))
            results = np.stack([np.asarray(func1d(row, *args, **kwargs)) for row in rows])
            result = np.reshape(results, rest + results.shape[1:])
            for step in range(results.ndim - 1):
                result = np.moveaxis(result, arr.ndim - 1 + step, axis + step)
            return np.asarray(result)


        def apply_over_axes(func, a, axes):
            value = np.asarray(a)
            rank = value.ndim
            for each in (axes,) if np.ndim(axes) == 0 else axes:
                each = each + rank if each < 0 else each
                made = np.asarray(func(value, each))
                if made.ndim != rank:
                    made = expand_dims(made, each)
                    if made.ndim != rank:
                        raise ValueError("function is not returning an array of the correct shape")
                value = made
            return value


        def fromfunction(function, shape, dtype=float, like=None, **kwargs):
            _host.refuse("fromfunction", like=like)
            return function(*np.indices(shape, dtype=dtype), **kwargs)


        def fromiter(iter, dtype, count=-1, like=None):
            _host.refuse("fromiter", like=like)
            values = []
            for each in iter:
                if len(values) == count:
                    break
                values.append(each)
            if len(values) < count:
                raise ValueError(f"iterator too short: Expected {count} but iterator had only {len(values)} items.")
            return np.array(values, dtype)


        def piecewise(x, condlist, funclist, *args, **kw):
            x = np.asarray(x)
            if isinstance(condlist, (bool, np.bool_)) or (np.ndim(condlist[0]) == 0 and x.ndim != 0):
                condlist = [condlist]
            conditions = [np.asarray(each).astype(bool) for each in condlist]
            count = len(conditions)
            if count == len(funclist) - 1:
                rest = np.ones(x.shape, bool)
                for each in conditions:
                    rest = np.logical_and(rest, np.logical_not(each))
                conditions.append(np.asarray(rest))
            elif count != len(funclist):
                raise ValueError(
                    f"with {count} condition(s), either {count} or {count + 1} functions are expected")
            result = np.zeros(x.size, x.dtype)
            flat = np.ravel(x)
            for condition, function in zip(conditions, funclist):
                where = np.ravel(np.broadcast_to(condition, x.shape))
                if not callable(function):
                    result[where] = np.asarray(function).astype(x.dtype)
                elif np.any(where):
                    result[where] = np.asarray(function(flat[where], *args, **kw)).astype(x.dtype)
            return np.asarray(np.reshape(result, x.shape))


        def insert(arr, obj, values, axis=None):
            arr = np.asarray(arr)
            if axis is None:
                arr, axis = np.ravel(arr), 0
            axis = _bounded(axis, arr.ndim)
            size = arr.shape[axis]
            if isinstance(obj, slice):
                obj = np.arange(size)[obj]
            places = np.asarray(obj)
            isOne = places.ndim == 0
            if places.dtype.kind == "b":
                places = np.nonzero(np.ravel(places))[0]
            elif places.size == 0:
                places = places.astype("int64")
            elif places.dtype.kind == "f":
                raise IndexError("arrays used as indices must be of integer (or boolean) type")
            places = np.ravel(places)
            for place in places:
                if not -size <= place <= size:
                    raise IndexError(f"index {place} is out of bounds for axis {axis} with size {size}")
            values = np.asarray(values).astype(arr.dtype)
            rest = arr.shape[:axis] + arr.shape[axis + 1:]
            if places.size == 1:
                values = np.reshape(values, (1,) * (arr.ndim - values.ndim) + values.shape)
                if isOne:
                    # A single index: the first axis of the values is the one that they are put along.
                    values = np.moveaxis(values, 0, axis)
                values = np.broadcast_to(values, arr.shape[:axis] + (values.shape[axis],) + arr.shape[axis + 1:])
                places = np.full(values.shape[axis], places[0])
            else:
                values = np.broadcast_to(values, arr.shape[:axis] + (places.size,) + arr.shape[axis + 1:])
            places = np.where(places < 0, places + size, places)
            order = np.argsort(places, kind="stable")
            target = np.zeros(places.size, "int64")
            target[order] = places[order] + np.arange(places.size)
            isNew = np.zeros(size + places.size, bool)
            isNew[target] = True
            result = np.zeros((size + places.size, *rest), arr.dtype)
            result[target] = np.moveaxis(values, axis, 0)
            result[np.logical_not(isNew)] = np.moveaxis(arr, axis, 0)
            return np.moveaxis(result, 0, axis)


        def asanyarray(a, dtype=None, order=None):
            _host.refuse("asanyarray", order=order)
            return np.asarray(a) if dtype is None else np.asarray(a, dtype)


        def asfortranarray(a, dtype=None):
            return asanyarray(a, dtype)


        def array_equiv(a1, a2):
            try:
                return bool(np.all(np.asarray(a1) == np.asarray(a2)))
            except ValueError:
                return False


        def iterable(y):
            try:
                iter(y)
            except TypeError:
                return False
            return True


        # The dimensions that a signature such as (n,m)->(m) names, for the inputs and for the results.
        def _signature(text):
            def groups(side):
                return [[name for name in part.split(",") if name] for part in side.strip("()").split("),(")]
            left, right = text.replace(" ", "").split("->")
            return groups(left), groups(right)


        class vectorize:
            def __init__(self, pyfunc=None, otypes=None, doc=None, excluded=None, cache=False, signature=None):
                self.pyfunc = pyfunc
                self.excluded = set() if excluded is None else set(excluded)
                self.signature = signature
                self.__doc__ = doc
                self.otypes = list(otypes) if otypes else None

            def __call__(self, *args, **kwargs):
                if self.pyfunc is None:
                    # As a decorator with arguments: the function comes last.
                    self.pyfunc = args[0]
                    return self
                if self.signature:
                    return self._by_signature(args)
                spread = [place for place in range(len(args)) if place not in self.excluded]
                words = [word for word in kwargs if word not in self.excluded]
                arrays = np.broadcast_arrays(*[args[place] for place in spread], *[kwargs[word] for word in words])
                if not arrays:
                    return self.pyfunc(*args, **kwargs)
                given, named, values = list(args), dict(kwargs), []
                for each in zip(*[np.ravel(array) for array in arrays]):
                    for place, value in zip(spread, each):
                        given[place] = value
                    for word, value in zip(words, each[len(spread):]):
                        named[word] = value
                    values.append(self.pyfunc(*given, **named))
                return self._gathered(values, arrays[0].shape)

            def _gathered(self, values, shape):
                if not values:
                    if not self.otypes:
                        raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
                    made = [np.zeros(shape, kind) for kind in self.otypes]
                    return made[0] if len(made) == 1 else tuple(made)
                isSeveral = isinstance(values[0], tuple)
                columns = list(zip(*values)) if isSeveral else [values]
                # The type of the first result is that of all.
                kinds = self.otypes or [np.asarray(column[0]).dtype for column in columns]
                made = [np.reshape(np.array(list(column)).astype(kind), shape) for column, kind in zip(columns, kinds)]
                return tuple(made) if isSeveral else made[0]

            def _by_signature(self, args):
                inputs, outputs = _signature(self.signature)
                args = [np.asarray(each) for each in args]
                if len(args) != len(inputs):
                    raise TypeError(f"wrong number of positional arguments: expected {len(inputs)}, got {len(args)}")
                outer = [each.shape[:each.ndim - len(names)] for each, names in zip(args, inputs)]
                shape = np.broadcast_arrays(*[np.zeros(each) for each in outer])[0].shape
                count = math.prod(shape)
                rows = []
                for each, own in zip(args, outer):
                    core = each.shape[len(own):]
                    rows.append(np.reshape(np.broadcast_to(each, shape + core), (count, *core)))
                values = [self.pyfunc(*[row[place] for row in rows]) for place in range(count)]
                columns = list(zip(*values)) if len(outputs) > 1 else [values]
                kinds = self.otypes or [None] * len(columns)
                made = []
                for column, kind in zip(columns, kinds):
                    stacked = np.stack([np.asarray(each) for each in column])
                    stacked = np.reshape(stacked, shape + stacked.shape[1:])
                    made.append(stacked if kind is None else stacked.astype(kind))
                return tuple(made) if len(outputs) > 1 else made[0]
        """#
}
