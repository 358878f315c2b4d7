extension Prelude {
    /// Functions of numpy that are written in the language: statistics, series and windows.
    ///
    /// Source: the behaviour of numpy 2.
    static let numpyStatistics = """
        import numpy as np


        def average(a, axis=None, weights=None, keepdims=False):
            a = np.asarray(a)
            if weights is None:
                return np.mean(a, axis=axis, keepdims=keepdims)
            weights = np.asarray(weights)
            if weights.shape != a.shape:
                if axis is None:
                    raise TypeError("Axis must be specified when shapes of a and weights differ.")
                shape = [1] * a.ndim
                shape[axis] = weights.size
                weights = np.reshape(weights, shape)
            total = np.sum(weights + np.zeros(a.shape), axis=axis, keepdims=keepdims)
            if np.any(total == 0):
                raise ZeroDivisionError("Weights sum to zero, can't be normalized")
            return np.sum(a * weights, axis=axis, keepdims=keepdims) / total


        def ptp(a, axis=None, keepdims=False):
            return np.max(a, axis=axis, keepdims=keepdims) - np.min(a, axis=axis, keepdims=keepdims)


        def quantile(a, q, axis=None):
            if np.ndim(q):
                return np.stack([np.asarray(quantile(a, each, axis=axis), "float64") for each in q])
            return np.percentile(a, q * 100.0, axis=axis)


        def _known(a):
            a = np.asarray(a)
            return a, np.isnan(a) if a.dtype.kind == "f" else np.zeros(a.shape, bool)


        def nansum(a, axis=None, keepdims=False):
            a, gaps = _known(a)
            return np.sum(np.where(gaps, np.zeros((), a.dtype), a), axis=axis, keepdims=keepdims)


        def nanprod(a, axis=None, keepdims=False):
            a, gaps = _known(a)
            return np.prod(np.where(gaps, np.ones((), a.dtype), a), axis=axis, keepdims=keepdims)


        def nancumsum(a, axis=None):
            a, gaps = _known(a)
            return np.cumsum(np.where(gaps, np.zeros((), a.dtype), a), axis=axis)


        def nancumprod(a, axis=None):
            a, gaps = _known(a)
            return np.cumprod(np.where(gaps, np.ones((), a.dtype), a), axis=axis)


        def nanmax(a, axis=None, keepdims=False):
            a, gaps = _known(a)
            if a.dtype.kind != "f":
                return np.max(a, axis=axis, keepdims=keepdims)
            top = np.max(np.where(gaps, np.array(-np.inf, a.dtype), a), axis=axis, keepdims=keepdims)
            return np.where(np.all(gaps, axis=axis, keepdims=keepdims), np.array(np.nan, a.dtype), top)[()]


        def nanmin(a, axis=None, keepdims=False):
            a, gaps = _known(a)
            if a.dtype.kind != "f":
                return np.min(a, axis=axis, keepdims=keepdims)
            least = np.min(np.where(gaps, np.array(np.inf, a.dtype), a), axis=axis, keepdims=keepdims)
            return np.where(np.all(gaps, axis=axis, keepdims=keepdims), np.array(np.nan, a.dtype), least)[()]


        def nanargmax(a, axis=None):
            a, gaps = _known(a)
            if np.any(np.all(gaps, axis=axis)):
                raise ValueError("All-NaN slice encountered")
            return np.argmax(np.where(gaps, -np.inf, a), axis=axis)


        def nanargmin(a, axis=None):
            a, gaps = _known(a)
            if np.any(np.all(gaps, axis=axis)):
                raise ValueError("All-NaN slice encountered")
            return np.argmin(np.where(gaps, np.inf, a), axis=axis)


        def nanmean(a, axis=None, keepdims=False):
            a, gaps = _known(a)
            count = np.sum(np.logical_not(gaps), axis=axis, keepdims=keepdims)
            return (nansum(a, axis=axis, keepdims=keepdims) / count).astype(a.dtype if a.dtype.kind == "f" else "float64")


        def nanvar(a, axis=None, ddof=0, keepdims=False):
            a, gaps = _known(a)
            count = np.sum(np.logical_not(gaps), axis=axis, keepdims=keepdims)
            spread = np.square(a - nanmean(a, axis=axis, keepdims=True))
            spread = nansum(spread, axis=axis, keepdims=keepdims) / (count - ddof)
            return spread.astype(a.dtype if a.dtype.kind == "f" else "float64")


        def nanstd(a, axis=None, ddof=0, keepdims=False):
            return np.sqrt(nanvar(a, axis=axis, ddof=ddof, keepdims=keepdims))


        def nanmedian(a, axis=None):
            return nanquantile(a, 0.5, axis=axis)


        def nanpercentile(a, q, axis=None):
            return nanquantile(a, np.asarray(q) / 100.0 if np.ndim(q) else q / 100.0, axis=axis)


        def nanquantile(a, q, axis=None):
            a, gaps = _known(a)
            if axis is None:
                return quantile(np.ravel(a)[np.logical_not(np.ravel(gaps))], q)
            return np.apply_along_axis(lambda row: quantile(row[np.logical_not(_known(row)[1])], q), axis, a)


        def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
            x = np.asarray(x)
            if x.dtype.kind != "f":
                return x
            most = np.finfo(x.dtype).max
            result = np.where(np.isnan(x), nan, x)
            result = np.where(x == np.inf, most if posinf is None else posinf, result)
            return np.where(x == -np.inf, -most if neginf is None else neginf, result).astype(x.dtype)


        # The variables in rows.
        def _rows(m, y, rowvar):
            if np.ndim(m) > 2:
                raise ValueError("m has more than 2 dimensions")
            if y is not None and np.ndim(y) > 2:
                raise ValueError("y has more than 2 dimensions")
            m = np.atleast_2d(np.asarray(m, "float64"))
            m = m.T if not rowvar and m.shape[0] != 1 else m
            if y is None:
                return m
            y = np.atleast_2d(np.asarray(y, "float64"))
            return np.concatenate([m, y.T if not rowvar and y.shape[0] != 1 else y], axis=0)


        def cov(m, y=None, rowvar=True, bias=False, ddof=None):
            m = _rows(m, y, rowvar)
            free = np.float64(max(m.shape[1] - ((0 if bias else 1) if ddof is None else ddof), 0))
            m = m - np.mean(m, axis=1, keepdims=True)
            return np.squeeze(np.dot(m, m.T) / free)


        def corrcoef(x, y=None, rowvar=True):
            c = np.atleast_2d(cov(x, y, rowvar=rowvar))
            size = np.sqrt(np.diagonal(c))
            return np.squeeze(c / size[:, None] / size[None, :])


        def searchsorted(a, v, side="left"):
            if side not in ("left", "right"):
                raise ValueError(f"search side must be 'left' or 'right' (got '{side}')")
            a, v = np.asarray(a), np.asarray(v)
            before = a < v[..., None] if side == "left" else a <= v[..., None]
            places = np.sum(before, axis=-1)
            # What is no number stands behind all numbers.
            return np.where(np.isnan(v), len(a), places)[()] if v.dtype.kind == "f" else places


        def digitize(x, bins, right=False):
            bins = np.asarray(bins)
            if len(bins) > 1 and bins[0] > bins[-1]:
                return len(bins) - searchsorted(bins[::-1], x, "left" if right else "right")
            return searchsorted(bins, x, "left" if right else "right")


        def histogram_bin_edges(a, bins=10, range=None):
            a = np.ravel(a)
            if not isinstance(bins, int):
                return np.asarray(bins)
            if range is not None:
                low, high = range
            else:
                low, high = (np.min(a), np.max(a)) if a.size else (0, 1)
            if low > high:
                raise ValueError("max must be larger than min in range parameter.")
            if low == high:
                low, high = low - 0.5, high + 0.5
            return np.linspace(low, high, bins + 1).astype(a.dtype if a.dtype.kind == "f" else "float64")


        def histogram(a, bins=10, range=None, density=None, weights=None):
            a, edges = np.ravel(a), histogram_bin_edges(a, bins, range)
            weights = np.ones(a.shape, "int64") if weights is None else np.ravel(weights)
            inside = np.logical_and(a >= edges[0], a <= edges[-1])
            places = np.minimum(searchsorted(edges, a[inside], "right") - 1, len(edges) - 2)
            counts = np.zeros(len(edges) - 1, weights.dtype)
            for place, weight in zip(places, weights[inside]):
                counts[place] += weight
            if density:
                return counts / np.diff(edges) / np.sum(counts), edges
            return counts, edges


        def interp(x, xp, fp, left=None, right=None):
            x, xp, fp = np.asarray(x, "float64"), np.asarray(xp, "float64"), np.asarray(fp, "float64")
            if xp.size != fp.size:
                raise ValueError("fp and xp are not of the same length.")
            if xp.size == 0:
                raise ValueError("array of sample points is empty")
            below = fp[0] if left is None else left
            above = fp[-1] if right is None else right
            if xp.size == 1:
                return np.where(x < xp[0], below, np.where(x > xp[0], above, fp[0]))[()]
            after = np.clip(searchsorted(xp, x, "right"), 1, xp.size - 1)
            low, high = xp[after - 1], xp[after]
            width = np.where(high == low, 1.0, high - low)
            inside = fp[after - 1] + (x - low) * (fp[after] - fp[after - 1]) / width
            inside = np.where(x == xp[-1], fp[-1], inside)
            return np.where(x < xp[0], below, np.where(x > xp[-1], above, inside))[()]


        def convolve(a, v, mode="full"):
            a, v = np.ravel(a), np.ravel(v)
            if a.size == 0 or v.size == 0:
                raise ValueError("a cannot be empty" if a.size == 0 else "v cannot be empty")
            if a.size < v.size:
                a, v = v, a
            whole = np.zeros(a.size + v.size - 1, np.result_type(a.dtype, v.dtype))
            for place, value in enumerate(v):
                whole[place:place + a.size] = whole[place:place + a.size] + a * value
            return _middle(whole, a.size, v.size, mode)


        def _middle(whole, longer, shorter, mode):
            if mode == "full":
                return whole
            if mode == "same":
                start = (shorter - 1) // 2
                return whole[start:start + longer]
            if mode == "valid":
                return whole[shorter - 1:longer]
            raise ValueError(f"mode must be one of 'valid', 'same', or 'full' (got '{mode}')")


        def correlate(a, v, mode="valid"):
            a, v = np.ravel(a), np.ravel(v)
            if a.size < v.size:
                return correlate(v, a, mode)[::-1]
            return convolve(a, v[::-1], mode)


        def polyval(p, x):
            result = np.zeros_like(np.asarray(x))
            for coefficient in np.ravel(p):
                result = result * x + coefficient
            return result


        def trapezoid(y, x=None, dx=1.0, axis=-1):
            y = np.moveaxis(np.asarray(y), axis, -1)
            width = dx if x is None else np.diff(np.asarray(x))
            return np.sum((y[..., 1:] + y[..., :-1]) / 2.0 * width, axis=-1)


        def ediff1d(ary):
            return np.diff(np.ravel(ary))


        def _check_place(a, kth, axis):
            size = np.shape(a)[axis]
            for place in np.ravel(kth):
                if not -size <= place < size:
                    raise ValueError(f"kth(={place}) out of bounds ({size})")


        # Sorted as a whole, which is one of the orders that numpy may give.
        def partition(a, kth, axis=-1):
            _check_place(a, kth, axis)
            return np.sort(a, axis=axis)


        def argpartition(a, kth, axis=-1):
            _check_place(a, kth, axis)
            return np.argsort(a, axis=axis)


        def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None):
            made = base ** np.linspace(start, stop, num, endpoint=endpoint)
            return made if dtype is None else made.astype(dtype)


        def geomspace(start, stop, num=50, endpoint=True):
            if start * stop <= 0:
                raise ValueError("Geometric sequence cannot include zero")
            sign = -1.0 if start < 0 else 1.0
            made = sign * 10.0 ** np.linspace(np.log10(abs(start)), np.log10(abs(stop)), num, endpoint=endpoint)
            if num > 0:
                made[0] = start
            if num > 1 and endpoint:
                made[-1] = stop
            return made


        def _window(M, function):
            if M < 1:
                return np.zeros(0)
            return np.ones(1) if M == 1 else function(np.arange(1.0 - M, M, 2.0))


        def hanning(M):
            return _window(M, lambda n: 0.5 + 0.5 * np.cos(np.pi * n / (M - 1)))


        def hamming(M):
            return _window(M, lambda n: 0.54 + 0.46 * np.cos(np.pi * n / (M - 1)))


        def blackman(M):
            return _window(
                M, lambda n: 0.42 + 0.5 * np.cos(np.pi * n / (M - 1)) + 0.08 * np.cos(2.0 * np.pi * n / (M - 1)))


        def bartlett(M):
            return _window(M, lambda n: np.where(n <= 0, 1 + n / (M - 1), 1 - n / (M - 1)))


        def sinc(x):
            x = np.asarray(x)
            y = np.pi * np.where(x == 0, 1.0e-20, x)
            return np.sin(y) / y
        """
}
