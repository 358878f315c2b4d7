extension Prelude {
    /// numpy's ways to name places: `r_`, `ix_`, `mgrid`, and functions that read and write there.
    static let numpyIndexing = #"""
        import math
        from keras import _host

        import numpy as np


        def _bounded(number, rank):
            if not -rank <= number < rank:
                raise ValueError(f"axis {number} is out of bounds for array of dimension {rank}")
            return number % rank


        # The type of several: numbers of Python take that of the others, as far as it holds their kind.
        def _common(*given):
            kinds = [each for each in given if isinstance(each, np.dtype)]
            numbers = [each for each in given if not isinstance(each, np.dtype)]
            if not kinds:
                return np.result_type(*numbers)
            kind = np.result_type(*kinds)
            for each in numbers:
                kind = (np.zeros(1, kind) + each).dtype
            return kind


        def _range(part):
            start = 0 if part.start is None else part.start
            return np.arange(start, part.stop, 1 if part.step is None else part.step)


        # With ones before the sizes, until there are `rank` of them; `spot` says where the own sizes stand.
        def _raised(item, rank, spot):
            item = np.asarray(item)
            if item.ndim >= rank:
                return item
            free = rank - item.ndim
            first = spot if spot >= 0 else spot + free + 1
            return np.reshape(item, (1,) * first + item.shape + (1,) * (rank - first - item.ndim))


        class _Joiner:
            def __init__(self, axis, rank, spot):
                self.axis, self.rank, self.spot = axis, rank, spot

            def __getitem__(self, key):
                parts = key if isinstance(key, tuple) else (key,)
                axis, rank, spot = self.axis, self.rank, self.spot
                made, kinds = [], []
                for place, item in enumerate(parts):
                    if isinstance(item, str):
                        if place:
                            raise ValueError("special directives must be the first entry.")
                        axis, rank, spot = self._directive(item)
                        continue
                    if isinstance(item, slice):
                        item = _range(item)
                    elif not isinstance(item, np.generic) and isinstance(item, (bool, int, float)):
                        # A number of Python takes the type of the others.
                        kinds.append(item)
                        made.append(_raised(item, max(rank, 1), -1))
                        continue
                    else:
                        item = np.asarray(item)
                    kinds.append(item.dtype)
                    made.append(_raised(item, max(rank, 1), spot))
                if not kinds:
                    raise ValueError("need at least one array to concatenate")
                kind = _common(*kinds)
                return np.concatenate([each.astype(kind) for each in made], axis=axis)

            def _directive(self, text):
                if text in ("r", "c"):
                    raise NotImplementedError("matrices are outside this program")
                try:
                    numbers = [int(each) for each in text.split(",")]
                except ValueError:
                    raise ValueError(f"unknown special directive {text!r}")
                return [*numbers, *[self.axis, self.rank, self.spot][len(numbers):]]

            def __len__(self):
                return 0


        r_ = _Joiner(0, 1, -1)
        c_ = _Joiner(-1, 2, 0)


        class _IndexMaker:
            def __init__(self, isTuple):
                self.isTuple = isTuple

            def __getitem__(self, item):
                return (item,) if self.isTuple and not isinstance(item, tuple) else item


        index_exp = _IndexMaker(True)
        s_ = _IndexMaker(False)


        class _Grid:
            def __init__(self, sparse):
                self.sparse = sparse

            def __getitem__(self, key):
                if isinstance(key, slice):
                    return _range(key)
                kind, lines = "int64", []
                for part in key:
                    start = 0 if part.start is None else part.start
                    step = 1 if part.step is None else part.step
                    size = math.ceil((part.stop - start) / step)
                    lines.append((start, step, size))
                    if any(isinstance(each, float) for each in (start, step, part.stop)):
                        kind = "float64"
                if any(size < 0 for start, step, size in lines):
                    raise ValueError("negative dimensions are not allowed")
                made = []
                for axis, (start, step, size) in enumerate(lines):
                    shape = [1] * len(lines)
                    shape[axis] = size
                    made.append(np.reshape((np.arange(size) * step + start).astype(kind), shape))
                if self.sparse:
                    return tuple(made)
                whole = [size for start, step, size in lines]
                return np.stack([np.broadcast_to(each, whole) for each in made])


        mgrid = _Grid(False)
        ogrid = _Grid(True)


        def ix_(*args):
            made = []
            for place, each in enumerate(args):
                each = np.asarray(each)
                if each.ndim != 1:
                    raise ValueError("Cross index must be 1 dimensional")
                if each.size == 0:
                    each = each.astype("int64")
                elif each.dtype.kind == "b":
                    each = np.nonzero(each)[0]
                shape = [1] * len(args)
                shape[place] = each.size
                made.append(np.reshape(each, shape))
            return tuple(made)


        class ndindex:
            def __init__(self, *shape):
                shape = shape[0] if len(shape) == 1 and isinstance(shape[0], (tuple, list)) else shape
                self.shape = tuple(int(size) for size in shape)
                if any(size < 0 for size in self.shape):
                    raise ValueError("negative dimensions are not allowed")
                self.place, self.count = 0, math.prod(self.shape)

            def __iter__(self):
                return self

            def __next__(self):
                if self.place >= self.count:
                    raise StopIteration
                rest, places = self.place, []
                for size in reversed(self.shape):
                    places.append(rest % size)
                    rest //= size
                self.place += 1
                return tuple(reversed(places))


        class ndenumerate:
            def __init__(self, arr):
                self.arr = np.asarray(arr)
                self.places = ndindex(*self.arr.shape)

            def __iter__(self):
                return self

            def __next__(self):
                place = next(self.places)
                return place, self.arr[place]


        # What numpy puts cyclically into places, cut or repeated to their number.
        def _cycled(values, count, kind):
            values = np.ravel(values)
            if count and not values.size:
                raise ValueError("Cannot insert from an empty array!")
            return np.resize(values, (count,)).astype(kind) if values.size else values.astype(kind)


        def fill_diagonal(a, val, wrap=False):
            if a.ndim < 2:
                raise ValueError("array must be at least 2-d")
            if a.ndim == 2:
                step = a.shape[1] + 1
                end = a.size if wrap else min(a.size, a.shape[1] * a.shape[1])
            else:
                if len(set(a.shape)) > 1:
                    raise ValueError("All dimensions of input must be of equal length")
                step, end = 1 + sum(a.shape[0] ** power for power in range(1, a.ndim)), a.size
            places = np.arange(0, end, step)
            if places.size:
                a[unravel_index(places, a.shape)] = _cycled(val, places.size, a.dtype)


        # Places by the rule for those that lie outside.
        def _placed(ind, size, mode, axis=0):
            ind = np.asarray(ind)
            if mode == "wrap":
                return ind % size
            if mode == "clip":
                return np.clip(ind, 0, size - 1)
            if mode != "raise":
                raise ValueError(f"clipmode must be one of 'clip', 'raise', or 'wrap' (got '{mode}')")
            for place in np.ravel(ind):
                if not -size <= place < size:
                    raise IndexError(f"index {place} is out of bounds for axis {axis} with size {size}")
            return np.where(ind < 0, ind + size, ind)


        def put(a, ind, v, mode="raise"):
            ind = np.ravel(ind)
            if ind.size == 0 or np.size(v) == 0:
                return
            places = _placed(ind.astype("int64"), a.size, mode)
            for place, value in zip(places, _cycled(v, places.size, a.dtype)):
                a[unravel_index(int(place), a.shape)] = value


        def place(arr, mask, vals):
            mask = np.asarray(mask).astype(bool)
            if np.size(vals) == 0:
                if np.any(mask):
                    raise ValueError("Cannot insert from an empty array!")
                return
            arr[mask] = _cycled(vals, int(np.sum(mask)), arr.dtype)


        def putmask(a, mask, values):
            mask = np.asarray(mask).astype(bool)
            if mask.size != a.size:
                raise ValueError("putmask: mask and data must be the same size")
            a[mask] = np.reshape(_cycled(values, a.size, a.dtype), a.shape)[mask]


        def copyto(dst, src, casting="same_kind", where=True):
            source = np.asarray(src)
            order = {"b": 0, "u": 1, "i": 2, "f": 3}
            if casting != "unsafe" and order[source.dtype.kind] > order[dst.dtype.kind]:
                if isinstance(src, np.generic) or np.ndim(src) or order[dst.dtype.kind] != 1:
                    what = "array data" if source.ndim else "scalar"
                    raise TypeError(
                        f"Cannot cast {what} from {source.dtype!r} to {dst.dtype!r} according to the rule '{casting}'")
            if where is True:
                dst[...] = source
            else:
                where = np.broadcast_to(np.asarray(where), dst.shape)
                dst[where] = np.broadcast_to(source, dst.shape)[where].astype(dst.dtype)


        # Numbers of Python stay as they are, so that they take the type of the others.
        def _weak(value):
            isOwn = isinstance(value, (int, float)) and not isinstance(value, (bool, np.generic))
            return value if isOwn else np.asarray(value)


        def select(condlist, choicelist, default=0):
            if len(condlist) != len(choicelist):
                raise ValueError("list of cases must be same length as list of conditions")
            if len(condlist) == 0:
                raise ValueError("select with an empty condition list is not possible")
            choices = [_weak(each) for each in choicelist] + [_weak(default)]
            kind = _common(*[each.dtype if isinstance(each, np.ndarray) else each for each in choices])
            conditions = [np.asarray(each) for each in condlist]
            for place, each in enumerate(conditions):
                if each.dtype.kind != "b":
                    raise TypeError(f"invalid entry {place} in condlist: should be boolean ndarray")
            shape = broadcast_shapes(*[np.shape(each) for each in conditions + choices])
            result = np.broadcast_to(np.asarray(choices[-1]).astype(kind), shape)
            for condition, choice in zip(reversed(conditions), reversed(choices[:-1])):
                result = np.where(condition, np.asarray(choice).astype(kind), result)
            return np.asarray(result)


        def choose(a, choices, out=None, mode="raise"):
            _host.refuse("choose", out=out)
            a = np.asarray(a)
            choices = [np.asarray(each) for each in choices]
            kind = np.result_type(*[each.dtype for each in choices])
            shape = broadcast_shapes(a.shape, *[each.shape for each in choices])
            count = len(choices)
            if mode == "raise" and (np.any(a < 0) or np.any(a >= count)):
                raise ValueError("invalid entry in choice array")
            places = a % count if mode == "wrap" else np.clip(a, 0, count - 1)
            result = np.zeros(shape, kind)
            for place, each in enumerate(choices):
                result = np.where(places == place, each.astype(kind), result)
            return result[()]


        def compress(condition, a, axis=None):
            a, condition = np.asarray(a), np.asarray(condition)
            if condition.ndim != 1:
                raise ValueError("condition must be a 1-d array")
            if axis is None:
                a, axis = np.ravel(a), 0
            return take(a, np.nonzero(condition)[0], axis=axis)


        def extract(condition, arr):
            return np.ravel(arr)[np.nonzero(np.ravel(condition))[0]]


        def _axis_places(shape, indices, axis):
            if indices.dtype.kind not in "iu":
                raise IndexError("`indices` must be an integer array")
            if indices.ndim != len(shape):
                raise ValueError("`indices` and `arr` must have the same number of dimensions")
            places = []
            for number, size in enumerate(shape):
                line = [1] * len(shape)
                line[number] = size
                places.append(indices if number == axis else np.reshape(np.arange(size), line))
            return tuple(places)


        def put_along_axis(arr, indices, values, axis):
            indices = np.asarray(indices)
            if axis is None:
                for number, place in enumerate(np.ravel(indices)):
                    arr[unravel_index(int(place) % arr.size, arr.shape)] = _cycled(values, indices.size, arr.dtype)[number]
                return
            axis = _bounded(axis, arr.ndim)
            places = _axis_places(arr.shape, indices, axis)
            shape = broadcast_shapes(*[each.shape for each in places])
            arr[tuple(np.broadcast_to(each, shape) for each in places)] = np.broadcast_to(np.asarray(values), shape)


        def unravel_index(indices, shape, order="C"):
            shape = (shape,) if isinstance(shape, (int, np.integer)) else tuple(shape)
            rest = np.asarray(indices)
            if rest.dtype.kind not in "iu":
                raise TypeError("only int indices permitted" if rest.size else
                                "indices must be integral: the provided empty sequence was inferred as float. Wrap it with "
                                "'np.array(indices, dtype=np.intp)'")
            total = math.prod(shape)
            for each in np.ravel(rest):
                if not 0 <= each < total:
                    raise ValueError(f"index {each} is out of bounds for array with size {total}")
            places = []
            for size in reversed(shape) if order == "C" else shape:
                places.append((rest % max(size, 1)).astype("int64")[()])
                rest = rest // max(size, 1)
            return tuple(reversed(places)) if order == "C" else tuple(places)


        def ravel_multi_index(multi_index, dims, mode="raise", order="C"):
            dims = (dims,) if isinstance(dims, (int, np.integer)) else tuple(dims)
            modes = mode if isinstance(mode, tuple) else (mode,) * len(dims)
            if len(multi_index) != len(dims):
                raise ValueError(f"parameter multi_index must be a sequence of length {len(dims)}")
            lines = []
            for places, size, rule in zip(multi_index, dims, modes):
                places = np.asarray(places)
                if places.dtype.kind not in "iu":
                    raise TypeError("only int indices permitted")
                if rule == "wrap":
                    places = places % size
                elif rule == "clip":
                    places = np.clip(places, 0, size - 1)
                elif np.any(places < 0) or np.any(places >= size):
                    raise ValueError("invalid entry in coordinates array")
                lines.append((places, size))
            result = 0
            for places, size in lines if order == "C" else reversed(lines):
                result = result * size + places
            return np.asarray(result).astype("int64")[()]


        def diag_indices(n, ndim=2):
            return (np.arange(n),) * ndim


        def diag_indices_from(arr):
            if arr.ndim < 2:
                raise ValueError("input array must be at least 2-d")
            if len(set(arr.shape)) > 1:
                raise ValueError("All dimensions of input must be of equal length")
            return diag_indices(arr.shape[0], arr.ndim)


        def tril_indices_from(arr, k=0):
            if arr.ndim != 2:
                raise ValueError("input array must be 2-d")
            return np.tril_indices(arr.shape[-2], k=k, m=arr.shape[-1])


        def triu_indices_from(arr, k=0):
            if arr.ndim != 2:
                raise ValueError("input array must be 2-d")
            return np.triu_indices(arr.shape[-2], k=k, m=arr.shape[-1])


        def mask_indices(n, mask_func, k=0):
            return np.nonzero(mask_func(np.ones((n, n), "int64"), k) != 0)


        def broadcast_shapes(*args):
            shapes = [(each,) if isinstance(each, (int, np.integer)) else tuple(each) for each in args]
            result = [1] * max([len(each) for each in shapes], default=0)
            for each in shapes:
                for place, size in enumerate(each, len(result) - len(each)):
                    if size != 1 and result[place] not in (1, size):
                        raise ValueError(
                            "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 "
                            f"with shape {shapes[0]} and arg {shapes.index(each)} with shape {each}.")
                    result[place] = size if result[place] == 1 else result[place]
            return tuple(result)
        """#
}
