extension Prelude {
    /// numpy functions that count: histograms, bins, and places between values. They use the functions of `numpyMeasures`.
    static let numpyHistograms = #"""
        def bincount(x, weights=None, minlength=0):
            # Of lists it takes the whole parts of numbers, of arrays only whole numbers.
            isArray = isinstance(x, np.ndarray)
            x = np.asarray(x)
            if x.ndim != 1:
                raise ValueError(f"object {'too deep' if x.ndim else 'of too small depth'} for desired array")
            if x.size and x.dtype.kind == "f" and isArray:
                raise TypeError("Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'")
            if minlength < 0:
                raise ValueError("'minlength' must not be negative")
            places = [int(each) for each in x]
            if places and min(places) < 0:
                raise ValueError("'list' argument must have no negative elements")
            count = max(minlength, max(places, default=-1) + 1)
            if weights is None:
                totals = [0] * count
                for place in places:
                    totals[place] += 1
                return np.array(totals, "int64")
            weights = np.asarray(weights).astype("float64")
            if not places and not isArray:
                return np.zeros(count, "int64")
            if weights.shape != x.shape:
                raise ValueError("The weights and list don't have the same length.")
            totals = [0.0] * count
            for place, weight in zip(places, weights.tolist()):
                totals[place] += weight
            return np.array(totals, "float64")


        # Where v would stand among sorted numbers; what is no number stands behind all others.
        def searchsorted(a, v, side="left", sorter=None):
            if side not in ("left", "right"):
                raise ValueError(f"search side must be 'left' or 'right' (got '{side}')")
            a, v = np.asarray(a), np.asarray(v)
            if a.ndim != 1:
                raise ValueError(f"object {'too deep' if a.ndim else 'of too small depth'} for desired array")
            a = a if sorter is None else a[np.asarray(sorter)]
            low, high = np.zeros(v.shape, "int64"), np.full(v.shape, len(a))
            # All at once: each step halves what is left.
            for _ in range(len(a).bit_length()):
                middle = (low + high) // 2
                each = a[np.minimum(middle, len(a) - 1)]
                isBefore = each < v if side == "left" else each <= v
                if v.dtype.kind == "f":
                    isBefore = isBefore | (np.isnan(v) & (np.logical_not(np.isnan(each)) | (side == "right")))
                isOpen = low < high
                low, high = np.where(isOpen & isBefore, middle + 1, low), np.where(isOpen & ~isBefore, middle, high)
            return np.asarray(low).astype("int64")[()]


        def digitize(x, bins, right=False):
            x, bins = np.asarray(x), np.asarray(bins)
            rises, falls = np.all(bins[1:] >= bins[:-1]), np.all(bins[1:] <= bins[:-1])
            if not rises and not falls:
                raise ValueError("bins must be monotonically increasing or decreasing")
            side = "left" if right else "right"
            if rises:
                return searchsorted(bins, x, side)
            return len(bins) - searchsorted(bins[::-1], x, side)


        def _outer_edges(a, range):
            if range is not None:
                low, high = range
                if low > high:
                    raise ValueError("max must be larger than min in range parameter.")
                if not (math.isfinite(low) and math.isfinite(high)):
                    raise ValueError(f"supplied range of [{low}, {high}] is not finite")
            elif a.size == 0:
                low, high = 0, 1
            else:
                low, high = np.min(a), np.max(a)
                if not (math.isfinite(low) and math.isfinite(high)):
                    raise ValueError(f"autodetected range of [{low}, {high}] is not finite")
            return (low - 0.5, high + 0.5) if low == high else (low, high)


        # Rules for the width of a bin, by the name that bins= takes.
        def _bin_width(name, x, range):
            spread, size = float(np.max(x)) - float(np.min(x)), x.size
            sturges = spread / (math.log2(size) + 1.0)
            if name == "sturges":
                return sturges
            if name == "sqrt":
                return spread / math.sqrt(size)
            if name == "rice":
                return spread / (2.0 * size ** (1.0 / 3))
            if name == "scott":
                return (24.0 * math.pi ** 0.5 / size) ** (1.0 / 3.0) * float(np.std(x))
            if name == "doane":
                deviation = float(np.std(x))
                if size <= 2 or deviation == 0.0:
                    return 0.0
                error = math.sqrt(6.0 * (size - 2) / ((size + 1.0) * (size + 3)))
                skew = float(np.mean(((x - np.mean(x)) / deviation) ** 3))
                return spread / (1.0 + math.log2(size) + math.log2(1.0 + abs(skew) / error))
            if name == "stone":
                return _stone_width(x, range, spread)
            quarters = percentile(x, [75, 25])
            freedman = 2.0 * float(quarters[0] - quarters[1]) * size ** (-1.0 / 3.0)
            if name == "fd":
                return freedman
            if name == "auto":
                return min(max(freedman, spread / math.sqrt(size) / 2), sturges)
            raise ValueError(f"{name!r} is not a valid estimator for `bins`")


        def _stone_width(x, range, spread):
            size = x.size
            if size <= 1 or spread == 0:
                return 0.0
            best, count = None, 1
            for number in [each + 1 for each in _range(max(100, int(math.sqrt(size))))]:
                shares = histogram(x, bins=number, range=range)[0] / size
                loss = (2 - (size + 1) * float(np.dot(shares, shares))) / (spread / number)
                if best is None or loss < best:
                    best, count = loss, number
            return spread / count


        _range = range


        def histogram_bin_edges(a, bins=10, range=None, weights=None):
            a = np.ravel(a)
            a = a.astype("uint8") if a.dtype.kind == "b" else a
            if isinstance(bins, str):
                if bins not in ("sturges", "sqrt", "rice", "scott", "doane", "stone", "fd", "auto"):
                    raise ValueError(f"{bins!r} is not a valid estimator for `bins`")
                if weights is not None:
                    raise TypeError("Automated estimation of the number of bins is not supported for weighted data")
                low, high = _outer_edges(a, range)
                inside = a[(a >= low) & (a <= high)]
                width = _bin_width(bins, inside, (low, high)) if inside.size else 0
                width = 1 if width and width < 1 and a.dtype.kind in "iu" else width
                bins = int(math.ceil((float(high) - float(low)) / width)) if width else 1
            elif np.ndim(bins) == 1:
                edges = np.asarray(bins)
                if np.any(edges[:-1] > edges[1:]):
                    raise ValueError("`bins` must increase monotonically, when an array")
                return edges
            elif np.ndim(bins) > 1:
                raise ValueError("`bins` must be 1d, when an array")
            elif isinstance(bins, (float, np.floating)):
                raise TypeError("`bins` must be an integer, a string, or an array")
            if bins < 1:
                raise ValueError("`bins` must be positive, when an integer")
            low, high = _outer_edges(a, range)
            kind = a.dtype if a.dtype.kind == "f" else np.dtype("float64")
            return np.linspace(low, high, bins + 1).astype(kind)


        def histogram(a, bins=10, range=None, density=None, weights=None):
            if weights is not None and np.shape(weights) != np.shape(a):
                raise ValueError("weights should have the same shape as a.")
            a = np.ravel(a)
            a = a.astype("uint8") if a.dtype.kind == "b" else a
            edges = histogram_bin_edges(a, bins, range, weights)
            weights = None if weights is None else np.ravel(weights)
            last = len(edges) - 2
            totals = [0] * (last + 1)
            inside = (a >= edges[0]) & (a <= edges[-1]) if last >= 0 else np.zeros(a.shape, bool)
            places = np.minimum(searchsorted(edges, a[inside], "right") - 1, last)
            for place, weight in zip(places.tolist(), [1] * places.size if weights is None else weights[inside].tolist()):
                totals[place] += weight
            counts = np.array(totals, "int64" if weights is None else weights.dtype)
            if density:
                widths = (edges[1:] - edges[:-1]).astype("float64")
                return counts / widths / np.sum(counts), edges
            return counts, edges


        def histogramdd(sample, bins=10, range=None, density=None, weights=None):
            if isinstance(sample, (list, tuple)):
                sample = np.atleast_2d(np.asarray(sample)).T
            sample = np.asarray(sample)
            sample = np.reshape(sample, (-1, 1)) if sample.ndim == 1 else sample
            count, rank = sample.shape
            bins = [bins] * rank if isinstance(bins, (int, np.integer)) else list(bins)
            if len(bins) != rank:
                raise ValueError("The dimension of bins must be equal to the dimension of the sample x.")
            ranges = [None] * rank if range is None else list(range)
            if len(ranges) != rank:
                raise ValueError("range argument must have one entry per dimension")
            edges, inside, places = [], np.ones(count, bool), []
            for axis, (each, limits) in enumerate(zip(bins, ranges)):
                line = sample[:, axis]
                if np.ndim(each) == 0:
                    if each < 1:
                        raise ValueError(f"`bins[{axis}]` must be positive, when an integer")
                    each = np.linspace(*_outer_edges(line, limits), each + 1)
                    each = each.astype(line.dtype) if limits is None and line.dtype.kind == "f" else each
                else:
                    each = np.asarray(each)
                    if np.any(each[:-1] > each[1:]):
                        raise ValueError(f"`bins[{axis}]` must be monotonically increasing, when an array")
                edges.append(each)
                inside = inside & (line >= each[0]) & (line <= each[-1])
                places.append(np.clip(searchsorted(each, line, "right") - 1, 0, len(each) - 2))
            shape = [len(each) - 1 for each in edges]
            flat = np.zeros(count, "int64")
            for each, size in zip(places, shape):
                flat = flat * size + each
            weights = np.ones(count) if weights is None else np.ravel(weights)
            counts = np.reshape(bincount(flat[inside], weights[inside], math.prod(shape)), shape)
            if density:
                total = np.sum(counts)
                for axis, each in enumerate(edges):
                    counts = counts / np.reshape(each[1:] - each[:-1], [-1 if n == axis else 1 for n in _range(rank)])
                counts = counts / total
            return counts, edges


        def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
            if len(x) != len(y):
                raise ValueError("x and y must have the same length.")
            count = len(bins) if isinstance(bins, (list, tuple)) or np.ndim(bins) else 0
            if count > 2:
                bins = [np.asarray(bins)] * 2
            elif count == 1:
                bins = [bins[0]] * 2
            counts, edges = histogramdd([x, y], bins, range, density, weights)
            return counts, edges[0], edges[1]


        def interp(x, xp, fp, left=None, right=None, period=None):
            x, xp, fp = np.asarray(x, "float64"), np.asarray(xp, "float64"), np.asarray(fp, "float64")
            if period is not None:
                if period == 0:
                    raise ValueError("period must be a non-zero value")
                period = abs(period)
                left = right = None
                if xp.ndim != 1 or fp.ndim != 1:
                    raise ValueError("Data points must be 1-D sequences")
                if xp.shape[0] != fp.shape[0]:
                    raise ValueError("fp and xp are not of the same length")
                x, xp = x % period, xp % period
                order = np.argsort(xp, kind="stable")
                xp, fp = xp[order], fp[order]
                xp = np.concatenate([xp[-1:] - period, xp, xp[:1] + period])
                fp = np.concatenate([fp[-1:], fp, fp[:1]])
            if xp.size == 0:
                raise ValueError("array of sample points is empty")
            if xp.size != fp.size:
                raise ValueError("fp and xp are not of the same length.")
            below = float(fp[0] if left is None else left)
            above = float(fp[-1] if right is None else right)
            if xp.size == 1:
                return np.where(x < xp[0], below, np.where(x > xp[0], above, fp[0]))[()]
            xs, ys, made = xp.tolist(), fp.tolist(), []
            after = np.ravel(searchsorted(xp, x, "right")).tolist()
            for value, place in zip(np.ravel(x).tolist(), after):
                made.append(_between(value, place - 1, xs, ys, below, above))
            return np.reshape(np.array(made, "float64"), x.shape)[()]


        def _between(value, place, xs, ys, below, above):
            if value != value:
                return value
            if place < 0:
                return below
            if value > xs[-1]:
                return above
            if place == len(xs) - 1 or xs[place] == value:
                return ys[place]
            slope = (ys[place + 1] - ys[place]) / (xs[place + 1] - xs[place])
            result = slope * (value - xs[place]) + ys[place]
            if result != result:
                # From the other end, where the first way leads over infinite numbers.
                result = slope * (value - xs[place + 1]) + ys[place + 1]
                if result != result and ys[place] == ys[place + 1]:
                    result = ys[place]
            return result
        """#
}
