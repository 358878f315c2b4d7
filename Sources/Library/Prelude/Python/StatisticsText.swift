extension Prelude {
    /// The module `statistics of lists of numbers`: of lists of numbers.
    static let statisticsText = #"""
        import collections
        import math


        class StatisticsError(ValueError):
            """Data of which a statistic cannot be had."""


        LinearRegression = collections.namedtuple("LinearRegression", ["slope", "intercept"])


        def mean(data):
            """The arithmetic mean, exact before it is rounded."""
            total = _Exact(data)
            if total.count < 1:
                raise StatisticsError("mean requires at least one data point")
            if total.special is not None:
                return total.special / total.count
            return total.number(total.numerator, total.denominator * total.count)


        def fmean(data, weights=None):
            """The arithmetic mean in floats."""
            values = list(data)
            if weights is None:
                if not values:
                    raise StatisticsError("fmean requires at least one data point")
                return math.fsum(values) / len(values)
            weights = list(weights)
            if len(weights) != len(values):
                raise StatisticsError("data and weights must be the same length")
            total = math.fsum(weights)
            if not total:
                raise StatisticsError("sum of weights must be non-zero")
            return math.fsum([value * weight for value, weight in zip(values, weights)]) / total


        def geometric_mean(data):
            """The n-th root of the product."""
            try:
                return math.exp(fmean([math.log(value) for value in data]))
            except ValueError:
                raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers")


        def harmonic_mean(data, weights=None):
            """The reciprocal of the mean of the reciprocals."""
            values = list(data)
            if not values:
                raise StatisticsError("harmonic_mean requires at least one data point")
            if len(values) == 1 and weights is None:
                if not isinstance(values[0], (int, float)):
                    raise TypeError("unsupported type")
                _refuse_negative(values)
                return values[0]
            weights = [1] * len(values) if weights is None else list(weights)
            if len(weights) != len(values):
                raise StatisticsError("Number of weights does not match data size")
            _refuse_negative(weights)
            parts = []
            for weight, value in zip(weights, values):
                _refuse_negative([value])
                if weight and not value:
                    return 0
                parts.append(weight / value if weight else 0)
            whole = _Exact(weights)
            total = _Exact(parts)
            if total.special is not None:
                return whole.numerator / whole.denominator / total.special
            if total.numerator <= 0:
                raise StatisticsError("Weighted sum must be positive")
            return total.number(whole.numerator * total.denominator, whole.denominator * total.numerator)


        def median(data):
            """The middle value, or the mean of the two middle ones."""
            values = _sorted(data)
            middle = len(values) // 2
            if len(values) % 2 == 1:
                return values[middle]
            return (values[middle - 1] + values[middle]) / 2


        def median_low(data):
            """The middle value, or the lower of the two middle ones."""
            values = _sorted(data)
            return values[(len(values) - 1) // 2]


        def median_high(data):
            """The middle value, or the higher of the two middle ones."""
            values = _sorted(data)
            return values[len(values) // 2]


        def mode(data):
            """The value seen most often, the first of several."""
            values = multimode(data)
            if not values:
                raise StatisticsError("no mode for empty data")
            return values[0]


        def multimode(data):
            """The list of the values seen most often."""
            counts = {}
            for value in data:
                counts[value] = counts.get(value, 0) + 1
            most = max(counts.values()) if counts else 0
            return [value for value, count in counts.items() if count == most]


        def quantiles(data, *, n=4, method="exclusive"):
            """The n - 1 values that cut the data into n parts."""
            if n < 1:
                raise StatisticsError("n must be at least 1")
            values = sorted(data)
            count = len(values)
            if count < 2:
                raise StatisticsError("must have at least two data points")
            if method not in ("inclusive", "exclusive"):
                raise ValueError("Unknown method: {!r}".format(method))
            cuts = []
            for i in range(1, n):
                if method == "inclusive":
                    left, part = divmod(i * (count - 1), n)
                else:
                    # Beyond the first and last value the line through the two nearest is followed.
                    left = min(max(i * (count + 1) // n, 1), count - 1) - 1
                    part = i * (count + 1) - (left + 1) * n
                cuts.append((values[left] * (n - part) + values[left + 1] * part) / n)
            return cuts


        def variance(data, xbar=None):
            """The variance of a sample."""
            return _spread(data, xbar, 1, "variance", False)


        def pvariance(data, mu=None):
            """The variance of a population."""
            return _spread(data, mu, 0, "pvariance", False)


        def stdev(data, xbar=None):
            """The standard deviation of a sample."""
            return _spread(data, xbar, 1, "stdev", True)


        def pstdev(data, mu=None):
            """The standard deviation of a population."""
            return _spread(data, mu, 0, "pstdev", True)


        def covariance(x, y, /):
            """The covariance of two samples."""
            _check_pairs("covariance", x, y)
            x_bar = math.fsum(x) / len(x)
            y_bar = math.fsum(y) / len(y)
            return math.fsum([(a - x_bar) * (b - y_bar) for a, b in zip(x, y)]) / (len(x) - 1)


        def correlation(x, y, /):
            """Pearson's correlation of two samples."""
            _check_pairs("correlation", x, y)
            x_bar = math.fsum(x) / len(x)
            y_bar = math.fsum(y) / len(y)
            xy = math.fsum([(a - x_bar) * (b - y_bar) for a, b in zip(x, y)])
            xx = math.fsum([(a - x_bar) * (a - x_bar) for a in x])
            yy = math.fsum([(b - y_bar) * (b - y_bar) for b in y])
            if xx * yy == 0:
                raise StatisticsError("at least one of the inputs is constant")
            return xy / math.sqrt(xx * yy)


        def linear_regression(x, y, /, *, proportional=False):
            """Slope and intercept of the line nearest to the points, through the origin if proportional."""
            _check_pairs("linear regression", x, y)
            x_bar = 0.0 if proportional else math.fsum(x) / len(x)
            y_bar = 0.0 if proportional else math.fsum(y) / len(y)
            if not proportional:
                x = [a - x_bar for a in x]
                y = [b - y_bar for b in y]
            xx = math.fsum([a * a for a in x])
            if xx == 0:
                raise StatisticsError("x is constant")
            slope = math.fsum([a * b for a, b in zip(x, y)]) / xx
            return LinearRegression(slope, 0.0 if proportional else y_bar - slope * x_bar)


        class _Exact:
            """The sum of numbers, or of their squares, as a fraction; special is an infinity or NaN instead."""

            def __init__(self, values, power=1):
                self.count = 0
                self.numerator = 0
                self.denominator = 1
                self.special = None
                self._any_float = False
                for value in values:
                    self._add(value, power)

            def _add(self, value, power):
                self.count += 1
                if isinstance(value, float):
                    self._any_float = True
                    if math.isinf(value) or math.isnan(value):
                        self.special = value if self.special is None else self.special + value
                        return
                elif not isinstance(value, int):
                    kind = type(value).__name__
                    raise TypeError("can't convert type '" + kind + "' to numerator/denominator")
                above, below = value.as_integer_ratio() if isinstance(value, float) else (int(value), 1)
                above, below = above ** power, below ** power
                # The denominators are powers of two, so that the larger one serves both.
                if below > self.denominator:
                    self.numerator *= below // self.denominator
                    self.denominator = below
                self.numerator += above * (self.denominator // below)

            def number(self, above, below):
                """The fraction above / below as a number of the kind the data are."""
                if not self._any_float and above % below == 0:
                    return above // below
                return above / below


        def _spread(data, center, lost, name, root):
            values = list(data)
            if center is None:
                total = _Exact(values)
                above, below = _squared_deviations(total, values)
            else:
                total = _Exact([(value - center) * (value - center) for value in values])
                above, below = total.numerator, total.denominator
            if total.count < lost + 1:
                points = "two data points" if lost else "one data point"
                raise StatisticsError(name + " requires at least " + points)
            if total.special is not None:
                return total.special / (total.count - lost)
            below *= total.count - lost
            return _root_of_ratio(above, below) if root else total.number(above, below)


        def _squared_deviations(total, values):
            # n * sum(x * x) - sum(x) ** 2 is exact in whole numbers.
            squares = _Exact(values, 2)
            count = max(total.count, 1)
            above = count * squares.numerator * total.denominator ** 2 - total.numerator ** 2 * squares.denominator
            return above, count * squares.denominator * total.denominator ** 2


        def _root_of_ratio(above, below):
            if above == 0:
                return 0.0
            # A root with some 60 bits, its last one set if it is not exact, rounds to the nearest float.
            shift = (120 - above.bit_length() + below.bit_length()) // 2
            if shift >= 0:
                scaled, rest = divmod(above << (2 * shift), below)
            else:
                scaled, rest = divmod(above, below << (-2 * shift))
            root = math.isqrt(scaled)
            if rest or root * root != scaled:
                root |= 1
            return root / (1 << shift) if shift >= 0 else float(root << -shift)


        def _sorted(data):
            values = sorted(data)
            if not values:
                raise StatisticsError("no median for empty data")
            return values


        def _refuse_negative(values):
            if any(value < 0 for value in values):
                raise StatisticsError("harmonic mean does not support negative values")


        def _check_pairs(name, x, y):
            if len(x) != len(y):
                raise StatisticsError(name + " requires that both inputs have same number of data points")
            if len(x) < 2:
                raise StatisticsError(name + " requires at least two data points")
        """#
}
