extension Prelude {
    /// The functions of `math` that are written in the language.
    static let mathText = """
        import math


        # A whole number; an array's element is one too.
        def _integer(value):
            if isinstance(value, int):
                return int(value)
            if isinstance(value, (float, str)):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            return range(value).stop


        def factorial(n, /):
            n = _integer(n)
            if n < 0:
                raise ValueError("factorial() not defined for negative values")
            if n > 100000:
                raise OverflowError("factorial() argument should not exceed 100000 here")
            result = 1
            for k in range(2, n + 1):
                result *= k
            return result


        def perm(n, k=None, /):
            n = _integer(n)
            if k is None:
                return factorial(n)
            k = _integer(k)
            if n < 0:
                raise ValueError("n must be a non-negative integer")
            if k < 0:
                raise ValueError("k must be a non-negative integer")
            result = 1
            for each in range(n - k + 1, n + 1) if k <= n else [0]:
                result *= each
            return result


        def comb(n, k, /):
            n, k = _integer(n), _integer(k)
            if n < 0:
                raise ValueError("n must be a non-negative integer")
            if k < 0:
                raise ValueError("k must be a non-negative integer")
            if k > n:
                return 0
            k = min(k, n - k)
            result = 1
            for each in range(k):
                result = result * (n - each) // (each + 1)
            return result


        def gcd(*integers):
            result = 0
            for each in [_integer(each) for each in integers]:
                while each:
                    result, each = each, result % each
            return abs(result)


        def lcm(*integers):
            result = 1
            for each in [abs(_integer(each)) for each in integers]:
                if each == 0:
                    return 0
                result = result // gcd(result, each) * each
            return result


        def isqrt(n, /):
            n = _integer(n)
            if n < 0:
                raise ValueError("isqrt() argument must be nonnegative")
            if n == 0:
                return 0
            guess = 1 << (n.bit_length() + 1) // 2
            while True:
                better = (guess + n // guess) // 2
                if better >= guess:
                    return guess
                guess = better


        def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
            a, b = float(a + 0), float(b + 0)
            if rel_tol < 0 or abs_tol < 0:
                raise ValueError("tolerances must be non-negative")
            if a == b:
                return True
            if math.isinf(a) or math.isinf(b):
                return False
            difference = abs(b - a)
            return difference <= abs(rel_tol * b) or difference <= abs(rel_tol * a) or difference <= abs_tol


        def dist(p, q, /):
            p, q = list(p), list(q)
            if len(p) != len(q):
                raise ValueError("both points must have the same number of dimensions")
            return math.hypot(*[a - b for a, b in zip(p, q)])


        def sumprod(p, q, /):
            p, q = list(p), list(q)
            if len(p) != len(q):
                raise ValueError("Inputs are not the same length")
            products = [a * b for a, b in zip(p, q)]
            return fsum(products) if any(isinstance(each, float) for each in products) else sum(products)


        # The sum without rounding errors in between: what is lost in an addition is kept beside the sums.
        def fsum(seq, /):
            parts = []
            special = 0.0
            for x in seq:
                x = float(x)
                if math.isinf(x) or math.isnan(x):
                    if math.isinf(x) and math.isinf(special) and x != special:
                        raise ValueError("-inf + inf in fsum")
                    special += x
                    continue
                kept = 0
                for y in parts:
                    if abs(x) < abs(y):
                        x, y = y, x
                    high = x + y
                    low = y - (high - x)
                    if low:
                        parts[kept] = low
                        kept += 1
                    x = high
                if math.isinf(x):
                    raise OverflowError("intermediate overflow in fsum")
                parts[kept:] = [x]
            if special != 0.0:
                return special
            total = 0.0
            while parts:
                x = parts.pop()
                before = total
                total = before + x
                low = x - (total - before)
                if low:
                    # Half of a unit in the last place is rounded by what is left.
                    if parts and (low < 0) == (parts[-1] < 0):
                        twice = low * 2.0
                        rounded = total + twice
                        if twice == rounded - total:
                            total = rounded
                    break
            return total
        """
}
