extension Prelude {
    /// Functions of numpy that are written in the language: statistics, series and windows.
    ///
    /// Source: the behaviour of numpy 2.
    static let numpyStatistics = """
        import numpy as np


        def ptp(a, axis=None, keepdims=False):
            return np.max(a, axis=axis, keepdims=keepdims) - np.min(a, axis=axis, keepdims=keepdims)


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


        def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
            x = np.asarray(x)
            if x.dtype.kind != "f":
                return x
            most = np.finfo(x.dtype).max
            result = np.where(np.isnan(x), nan, x)
            result = np.where(x == np.inf, most if posinf is None else posinf, result)
            return np.where(x == -np.inf, -most if neginf is None else neginf, result).astype(x.dtype)


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
