extension Prelude {
    /// numpy functions that measure: quantiles, differences, means, histograms.
    static let numpyMeasures = #"""
        import math
        from keras import _host

        import numpy as np


        def _bounded(number, rank):
            if not -rank <= number < rank:
                raise ValueError(f"axis {number} is out of bounds for array of dimension {rank}")
            return number % rank


        # The slice of an axis, counted from the first.
        def _along(a, axis, part):
            return a[(slice(None),) * axis + (part,)]


        # The axes that a statistic goes over, as one, at the front; and the shape of its results with and without them.
        def _gathered(a, axis):
            axes = tuple(range(a.ndim)) if axis is None else axis if isinstance(axis, (tuple, list)) else (axis,)
            axes = [_bounded(each, a.ndim) for each in axes]
            if len(set(axes)) < len(axes):
                raise ValueError("repeated axis")
            rest = [place for place in range(a.ndim) if place not in axes]
            shape = tuple(a.shape[place] for place in rest)
            kept = tuple(1 if place in axes else a.shape[place] for place in range(a.ndim))
            count = math.prod(a.shape[place] for place in axes)
            moved = np.reshape(np.transpose(a, axes + rest), (count, *shape)) if a.ndim else np.reshape(a, (1,))
            return moved, shape, kept


        # Hyndman and Fan's parameters of the methods that interpolate.
        _continuous = {
            "interpolated_inverted_cdf": (0, 1), "hazen": (0.5, 0.5), "weibull": (0, 0),
            "median_unbiased": (1 / 3.0, 1 / 3.0), "normal_unbiased": (3 / 8.0, 3 / 8.0),
        }


        # Where a quantile lies among n sorted numbers: a lower place, an upper one, and how far on the way between them.
        def _quantile_place(n, q, method):
            index = (n - 1) * q
            if method in ("lower", "higher", "nearest"):
                place = {"lower": math.floor, "higher": math.ceil, "nearest": round}[method](index)
                return place, place, None
            if method in ("inverted_cdf", "closest_observation"):
                index = n * q - 1 - (0.0 if method == "inverted_cdf" else 0.5)
                low = math.floor(index)
                isLow = index == low and (method == "inverted_cdf" or low % 2 == 1)
                place = max(0, low if isLow else low + 1)
                return place, place, None
            if method == "midpoint":
                index = 0.5 * (math.floor(index) + math.ceil(index))
                share = 0.0 if index % 1 == 0 else 0.5
            elif method == "averaged_inverted_cdf":
                index = n * q - 1
                share = 0.5 if index == math.floor(index) else 1.0
            else:
                if method in _continuous:
                    alpha, beta = _continuous[method]
                    index = n * q + (alpha + q * (1 - alpha - beta)) - 1
                elif method != "linear":
                    raise ValueError(f"{method!r} is not a valid method.")
                share = None
            low, high = math.floor(index), math.floor(index) + 1
            if index >= n - 1:
                low = high = n - 1
                share = index + 1.0 if share is None else share
            elif index < 0:
                low = high = 0
            return low, high, index - low if share is None else share


        def _quantile(a, q, axis, method, keepdims):
            a = np.asarray(a)
            isNumber = isinstance(q, (int, float)) and not isinstance(q, np.generic)
            places = np.asarray(q)
            if places.ndim > 1:
                raise ValueError("q must be a scalar or 1d")
            if not all(0.0 <= each <= 1.0 for each in np.ravel(places)):
                raise ValueError("Quantiles must be in the range [0, 1]")
            moved, shape, kept = _gathered(a, axis)
            if moved.shape[0] == 0:
                if moved.size == 0 and shape and 0 in shape:
                    return np.zeros((*places.shape, *shape))
                raise IndexError("index -1 is out of bounds for axis 0 with size 0")
            moved = np.sort(moved, axis=0)
            gaps = np.isnan(moved[-1]) if moved.dtype.kind == "f" else None
            made = []
            for each in np.ravel(places):
                low, high, share = _quantile_place(moved.shape[0], float(each), method)
                # Whole q take numbers as they are.
                share = None if places.dtype.kind in "iu" and method == "linear" else share
                if share is None:
                    value = np.asarray(moved[low])
                else:
                    if moved.dtype.kind == "b":
                        raise TypeError(
                            "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` "
                            "operator, or the logical_xor function instead.")
                    below, above = moved[low], moved[high]
                    # A number of Python keeps the type of the array.
                    share = share if isNumber else np.float64(share)
                    value = below + (above - below) * share if share < 0.5 else above - (above - below) * (1 - share)
                    value = np.asarray(value)
                if gaps is not None:
                    value = np.where(gaps, np.array(np.nan, value.dtype), value)
                made.append(np.reshape(value, kept if keepdims else shape))
            if places.ndim:
                return np.stack(made) if made else np.zeros((0, *(kept if keepdims else shape)))
            return made[0][()]


        def quantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
            _host.refuse("quantile", out=out, overwrite_input=overwrite_input)
            return _quantile(a, q, axis, method, keepdims)


        def percentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
            _host.refuse("percentile", out=out, overwrite_input=overwrite_input)
            isNumber = isinstance(q, (int, float)) and not isinstance(q, np.generic)
            share = q / 100.0 if isNumber else np.asarray(q) / np.float64(100.0)
            try:
                return _quantile(a, share, axis, method, keepdims)
            except ValueError as error:
                raise ValueError(str(error).replace("Quantiles must be in the range [0, 1]",
                                                    "Percentiles must be in the range [0, 100]"))


        # Lines of an array without what is no number, and what a function makes of each.
        def _known_lines(a, axis, keepdims, function, count):
            moved, shape, kept = _gathered(a, axis)
            rows = np.reshape(moved, (moved.shape[0], math.prod(shape)))
            made = []
            for place in range(rows.shape[1]):
                row = rows[:, place]
                row = row[np.logical_not(np.isnan(row))]
                made.append(np.asarray(function(row)) if row.size else np.full(count, np.nan).astype(a.dtype))
            made = np.stack(made, axis=-1) if made else np.zeros((*count, 0))
            return np.reshape(made, count + (kept if keepdims else shape))[()]


        def nanquantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
            _host.refuse("nanquantile", out=out, overwrite_input=overwrite_input)
            a = np.asarray(a)
            if a.dtype.kind != "f":
                return quantile(a, q, axis=axis, method=method, keepdims=keepdims)
            return _known_lines(a, axis, keepdims, lambda row: quantile(row, q, method=method), np.shape(q))


        def nanpercentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
            _host.refuse("nanpercentile", out=out, overwrite_input=overwrite_input)
            a = np.asarray(a)
            if a.dtype.kind != "f":
                return percentile(a, q, axis=axis, method=method, keepdims=keepdims)
            return _known_lines(a, axis, keepdims, lambda row: percentile(row, q, method=method), np.shape(q))


        def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
            _host.refuse("median", out=out, overwrite_input=overwrite_input)
            a = np.asarray(a)
            moved, shape, kept = _gathered(a, axis)
            size = moved.shape[0]
            if size == 0:
                return np.full(kept if keepdims else shape, np.nan)[()]
            moved = np.sort(moved, axis=0)
            result = np.mean(moved[(size - 1) // 2:size // 2 + 1], axis=0)
            if moved.dtype.kind == "f":
                result = np.where(np.isnan(moved[-1]), np.array(np.nan, moved.dtype), result)
            return np.reshape(result, kept if keepdims else shape)[()]


        def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
            _host.refuse("nanmedian", out=out, overwrite_input=overwrite_input)
            a = np.asarray(a)
            if a.dtype.kind != "f":
                return median(a, axis, keepdims=keepdims)
            return _known_lines(a, axis, keepdims, median, ())


        def _nan_place(function, a, axis, filling, keepdims):
            a = np.asarray(a)
            if a.dtype.kind != "f":
                place = function(a, axis=axis)
            else:
                gaps = np.isnan(a)
                if np.any(np.all(gaps, axis=axis)):
                    raise ValueError("All-NaN slice encountered")
                place = function(np.where(gaps, np.array(filling, a.dtype), a), axis=axis)
            if not keepdims:
                return place
            shape = [1] * a.ndim if axis is None else [1 if n == axis % a.ndim else s for n, s in enumerate(a.shape)]
            return np.reshape(place, shape)


        def nanargmax(a, axis=None, out=None, keepdims=False):
            _host.refuse("nanargmax", out=out)
            return _nan_place(np.argmax, a, axis, -np.inf, keepdims)


        def nanargmin(a, axis=None, out=None, keepdims=False):
            _host.refuse("nanargmin", out=out)
            return _nan_place(np.argmin, a, axis, np.inf, keepdims)


        def count_nonzero(a, axis=None, keepdims=False):
            isThere = np.asarray(a).astype(bool).astype("int64")
            result = np.sum(isThere, axis=axis, keepdims=keepdims)
            return result


        def diff(a, n=1, axis=-1, prepend=None, append=None):
            if n == 0:
                return a
            if n < 0:
                raise ValueError(f"order must be non-negative but got {n}")
            a = np.asarray(a)
            if a.ndim == 0:
                raise ValueError("diff requires input that is at least one dimensional")
            axis = _bounded(axis, a.ndim)
            ends = []
            for each in (prepend, append):
                if each is not None:
                    each = np.asarray(each)
                    if each.ndim == 0:
                        each = np.broadcast_to(each, [1 if place == axis else size for place, size in enumerate(a.shape)])
                ends.append(each)
            parts = [each for each in (ends[0], a, ends[1]) if each is not None]
            a = np.concatenate(parts, axis=axis) if len(parts) > 1 else a
            for _ in range(n):
                after, before = _along(a, axis, slice(1, None)), _along(a, axis, slice(None, -1))
                a = after != before if a.dtype.kind == "b" else after - before
            return a


        def ediff1d(ary, to_end=None, to_begin=None):
            ary = np.ravel(ary)
            parts = [ary[1:] - ary[:-1]]
            if to_begin is not None:
                parts.insert(0, np.ravel(to_begin).astype(ary.dtype))
            if to_end is not None:
                parts.append(np.ravel(to_end).astype(ary.dtype))
            return np.concatenate(parts) if len(parts) > 1 else parts[0]


        def gradient(f, *varargs, axis=None, edge_order=1):
            f = np.asarray(f)
            axes = tuple(range(f.ndim)) if axis is None else axis if isinstance(axis, tuple) else (axis,)
            axes = tuple(_bounded(each, f.ndim) for each in axes)
            if len(varargs) == 0:
                spaces = [1.0] * len(axes)
            elif len(varargs) == 1 and np.ndim(varargs[0]) == 0:
                spaces = list(varargs) * len(axes)
            elif len(varargs) == len(axes):
                spaces = [_steps(each, f.shape[place]) for each, place in zip(varargs, axes)]
            else:
                raise TypeError("invalid number of arguments")
            if edge_order > 2:
                raise ValueError("'edge_order' greater than 2 not supported")
            if f.dtype.kind == "b" and (edge_order == 1 or any(np.ndim(each) == 0 for each in spaces)):
                raise TypeError("numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` "
                                "operator, or the logical_xor function instead.")
            f = f if f.dtype.kind == "f" else f.astype("float64")
            made = []
            for place, step in zip(axes, spaces):
                if f.shape[place] < edge_order + 1:
                    raise ValueError("Shape of array too small to calculate a numerical gradient, "
                                     "at least (edge_order + 1) elements are required.")
                line = np.moveaxis(f, place, 0)
                made.append(np.moveaxis(_slopes(line, step, edge_order).astype(f.dtype), 0, place))
            return made[0] if len(axes) == 1 else tuple(made)


        # The steps between coordinates; one number where all are the same.
        def _steps(places, size):
            places = np.asarray(places)
            if places.ndim == 0:
                return places[()]
            if places.ndim > 1:
                raise ValueError("distances must be either scalars or 1d")
            if len(places) != size:
                raise ValueError("when 1d, distances must match the length of the corresponding dimension")
            places = places.astype("float64") if places.dtype.kind in "iub" else places
            steps = places[1:] - places[:-1]
            return steps[0] if np.all(steps == steps[0]) else steps


        def _slopes(f, step, edge_order):
            isEven = np.ndim(step) == 0
            result = np.zeros(f.shape, np.result_type(f.dtype, np.asarray(step).dtype))
            if isEven:
                result[1:-1] = (f[2:] - f[:-2]) / (2.0 * step)
                first = last = step
            else:
                shape = (-1,) + (1,) * (f.ndim - 1)
                before, after = np.reshape(step[:-1], shape), np.reshape(step[1:], shape)
                # The slope of the parabola through three points at the middle one.
                result[1:-1] = (-after / (before * (before + after)) * f[:-2] + (after - before) / (before * after) * f[1:-1]
                                + before / (after * (before + after)) * f[2:])
                first, last = step[0], step[-1]
            if edge_order == 1:
                result[0] = (f[1] - f[0]) / first
                result[-1] = (f[-1] - f[-2]) / last
                return result
            if isEven:
                result[0] = -1.5 / step * f[0] + 2.0 / step * f[1] + -0.5 / step * f[2]
                result[-1] = 0.5 / step * f[-3] + -2.0 / step * f[-2] + 1.5 / step * f[-1]
                return result
            near, far = step[0], step[1]
            result[0] = (-(2.0 * near + far) / (near * (near + far)) * f[0] + (near + far) / (near * far) * f[1]
                         + -near / (far * (near + far)) * f[2])
            near, far = step[-1], step[-2]
            result[-1] = (near / (far * (near + far)) * f[-3] + -(near + far) / (near * far) * f[-2]
                          + (2.0 * near + far) / (near * (near + far)) * f[-1])
            return result


        def trapezoid(y, x=None, dx=1.0, axis=-1):
            y = np.asarray(y)
            place = _bounded(axis, y.ndim)
            if x is None:
                width = dx
            else:
                x = np.asarray(x)
                width = diff(x, axis=axis if x.ndim > 1 else 0)
                if x.ndim == 1:
                    width = np.reshape(width, [width.size if number == place else 1 for number in range(y.ndim)])
            after, before = _along(y, place, slice(1, None)), _along(y, place, slice(None, -1))
            return np.sum(width * (after + before) / 2.0, axis=place)


        def cumulative_sum(x, axis=None, dtype=None, out=None, include_initial=False):
            _host.refuse("cumulative_sum", out=out)
            return _cumulative(np.cumsum, x, axis, dtype, include_initial, 0)


        def cumulative_prod(x, axis=None, dtype=None, out=None, include_initial=False):
            _host.refuse("cumulative_prod", out=out)
            return _cumulative(np.cumprod, x, axis, dtype, include_initial, 1)


        def _cumulative(function, x, axis, dtype, include_initial, initial):
            x = np.asarray(x) if dtype is None else np.asarray(x, dtype)
            x = np.reshape(x, (1,)) if x.ndim == 0 else x
            if axis is None:
                if x.ndim != 1:
                    raise ValueError("For arrays which have more than one dimension ``axis`` argument is required.")
                axis = 0
            result = function(x, axis=axis)
            if include_initial:
                shape = list(result.shape)
                shape[axis] = 1
                result = np.concatenate([np.full(shape, initial, result.dtype), result], axis=axis)
            return result


        def unwrap(p, discont=None, axis=-1, period=2 * math.pi):
            p = np.asarray(p)
            axis = _bounded(axis, p.ndim)
            steps = diff(p, axis=axis)
            half = period / 2
            jump = half if discont is None else discont
            kind = (np.zeros(1, p.dtype) + period).dtype
            isWhole = kind.kind in "iu"
            low = -(period // 2) if isWhole else -half
            around = (steps - low) % period + low
            if not isWhole or period % 2 == 0:
                around = np.where((around == low) & (steps > 0), low + period if isWhole else half, around)
            correction = np.where(np.abs(steps) < jump, 0, around - steps)
            start = _along(p, axis, slice(0, 1)).astype(kind)
            rest = _along(p, axis, slice(1, None)) + np.cumsum(correction, axis=axis)
            return np.concatenate([start, rest.astype(kind)], axis=axis)


        def average(a, axis=None, weights=None, returned=False, keepdims=False):
            a = np.asarray(a)
            if weights is None:
                mean = np.mean(a, axis=axis, keepdims=keepdims)
                total = np.full(np.shape(mean), a.size / max(np.size(mean), 1)).astype(np.asarray(mean).dtype)
                return (mean, total[()]) if returned else mean
            weights = np.asarray(weights)
            if weights.shape != a.shape:
                if axis is None:
                    raise TypeError("Axis must be specified when shapes of a and weights differ.")
                axes = axis if isinstance(axis, tuple) else (axis,)
                axes = [_bounded(each, a.ndim) for each in axes]
                if weights.shape != tuple(a.shape[each] for each in axes):
                    raise ValueError("Shape of weights must be consistent with shape of a along specified axis.")
                order = [axes.index(each) for each in sorted(axes)]
                shape = [size if place in axes else 1 for place, size in enumerate(a.shape)]
                weights = np.reshape(np.transpose(weights, order), shape)
            kind = np.result_type(a.dtype, weights.dtype)
            kind = kind if kind.kind == "f" else np.dtype("float64")
            weights = np.broadcast_to(weights.astype(kind), a.shape)
            total = np.sum(weights, axis=axis, keepdims=keepdims)
            if np.any(total == 0):
                raise ZeroDivisionError("Weights sum to zero, can't be normalized")
            mean = np.sum(a.astype(kind) * weights, axis=axis, keepdims=keepdims) / total
            return (mean, np.broadcast_to(total, np.shape(mean))[()]) if returned else mean


        def _rows(m, rowvar):
            m = np.asarray(m)
            if m.ndim > 2:
                raise ValueError("m has more than 2 dimensions")
            m = np.reshape(m, (1, m.size)) if m.ndim < 2 else m
            return m.T if not rowvar and m.shape[0] != 1 else m


        def _counts(weights, name, count):
            weights = np.asarray(weights).astype("float64")
            if name == "fweights" and not np.all(weights == np.round(weights)):
                raise TypeError("fweights must be integer")
            if weights.ndim > 1:
                raise RuntimeError(f"cannot handle multidimensional {name}")
            if weights.shape[0] != count:
                raise RuntimeError(f"incompatible numbers of samples and {name}")
            if np.any(weights < 0):
                raise ValueError(f"{name} cannot be negative")
            return weights


        def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, dtype=None):
            if ddof is not None and ddof != int(ddof):
                raise ValueError("ddof must be integer")
            if y is not None and np.ndim(y) > 2:
                raise ValueError("y has more than 2 dimensions")
            isLine = np.ndim(m) == 1
            kind = dtype or np.result_type(np.asarray(m).dtype, "float64", *([] if y is None else [np.asarray(y).dtype]))
            x = _rows(np.asarray(m).astype(kind), rowvar or isLine)
            if x.shape[0] == 0:
                return np.zeros((0, 0), kind)
            if y is not None:
                x = np.concatenate([x, _rows(np.asarray(y).astype(kind), rowvar or np.ndim(y) == 1)], axis=0)
            ddof = (0 if bias else 1) if ddof is None else ddof
            weights = None
            if fweights is not None:
                weights = _counts(fweights, "fweights", x.shape[1])
            if aweights is not None:
                aweights = _counts(aweights, "aweights", x.shape[1])
                weights = aweights if weights is None else weights * aweights
            if weights is None:
                total, middle = float(x.shape[1]), np.mean(x, axis=1)
            else:
                total = float(np.sum(weights))
                if total == 0:
                    raise ZeroDivisionError("Weights sum to zero, can't be normalized")
                middle = np.sum(x * weights, axis=1) / total
            if weights is None or ddof == 0 or aweights is None:
                free = total - ddof
            else:
                free = total - ddof * float(np.sum(weights * aweights)) / total
            x = x - middle[:, None]
            scaled = x if weights is None else x * weights
            return np.asarray(np.squeeze(np.dot(x, scaled.T) * np.true_divide(1, max(free, 0.0))).astype(kind))


        def corrcoef(x, y=None, rowvar=True, dtype=None):
            c = cov(x, y, rowvar, dtype=dtype)
            if np.ndim(c) == 0:
                return c / c
            spread = np.sqrt(np.diagonal(c))
            c = c / spread[:, None] / spread[None, :]
            return np.clip(c, -1, 1)
        """#
}
