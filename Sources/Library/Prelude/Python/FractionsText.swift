extension Prelude {
    /// The module `fractions`.
    static let fractionsText = #"""
        import math


        class Fraction:
            """A rational number in lowest terms."""

            def __init__(self, numerator=0, denominator=None):
                if denominator is None:
                    above, below = _ratio_of(numerator)
                else:
                    if not _is_rational(numerator) or not _is_rational(denominator):
                        raise TypeError("both arguments should be Rational instances")
                    a, b = _ratio_of(numerator)
                    c, d = _ratio_of(denominator)
                    above, below = a * d, b * c
                    if below == 0:
                        raise ZeroDivisionError("Fraction({}, 0)".format(numerator))
                divisor = math.gcd(above, below)
                if below < 0:
                    divisor = -divisor
                self._numerator = above // divisor
                self._denominator = below // divisor

            @classmethod
            def from_float(cls, f):
                """The fraction that a float is exactly."""
                if not isinstance(f, (int, float)):
                    kind = type(f).__name__
                    raise TypeError("{}.from_float() only takes floats, not {!r} ({})".format(cls.__name__, f, kind))
                return cls(f)

            @property
            def numerator(self):
                """What stands above the line."""
                return self._numerator

            @property
            def denominator(self):
                """What stands below the line."""
                return self._denominator

            def as_integer_ratio(self):
                """Numerator and denominator as a pair."""
                return (self._numerator, self._denominator)

            def limit_denominator(self, max_denominator=1000000):
                """The nearest fraction whose denominator is at most so large."""
                if max_denominator < 1:
                    raise ValueError("max_denominator should be at least 1")
                if self._denominator <= max_denominator:
                    return Fraction(self)
                # Two neighbours close in on the number, as its continued fraction goes on.
                a, b, c, d = 0, 1, 1, 0
                above, below = self._numerator, self._denominator
                whole = above // below
                while b + whole * d <= max_denominator:
                    a, b, c, d = c, d, a + whole * c, b + whole * d
                    above, below = below, above - whole * below
                    whole = above // below
                steps = (max_denominator - b) // d
                near = Fraction(c, d)
                other = Fraction(a + steps * c, b + steps * d)
                return near if abs(near - self) <= abs(other - self) else other

            def __repr__(self):
                return "{}({}, {})".format(type(self).__name__, self._numerator, self._denominator)

            def __str__(self):
                if self._denominator == 1:
                    return str(self._numerator)
                return "{}/{}".format(self._numerator, self._denominator)

            def __hash__(self):
                if self._denominator == 1:
                    return hash(self._numerator)
                value = self._numerator / self._denominator
                # A number equal to a float must have its hash.
                if value.as_integer_ratio() == self.as_integer_ratio():
                    return hash(value)
                return hash(self.as_integer_ratio())

            def __bool__(self):
                return self._numerator != 0

            def __int__(self):
                return self.__trunc__()

            def __float__(self):
                return self._numerator / self._denominator

            def __trunc__(self):
                whole = abs(self._numerator) // self._denominator
                return whole if self._numerator >= 0 else -whole

            def __floor__(self):
                return self._numerator // self._denominator

            def __ceil__(self):
                return -(-self._numerator // self._denominator)

            def __round__(self, ndigits=None):
                if ndigits is not None:
                    scale = Fraction(10) ** ndigits
                    return Fraction(round(self * scale)) / scale
                floor, rest = divmod(self._numerator, self._denominator)
                up = 2 * rest > self._denominator or (2 * rest == self._denominator and floor % 2 == 1)
                return floor + 1 if up else floor

            def __pos__(self):
                return Fraction(self)

            def __neg__(self):
                return Fraction(-self._numerator, self._denominator)

            def __abs__(self):
                return Fraction(abs(self._numerator), self._denominator)

            def __add__(self, other):
                return _apply(_add, self, other)

            def __radd__(self, other):
                return _apply(_add, other, self)

            def __sub__(self, other):
                return _apply(_subtract, self, other)

            def __rsub__(self, other):
                return _apply(_subtract, other, self)

            def __mul__(self, other):
                return _apply(_multiply, self, other)

            def __rmul__(self, other):
                return _apply(_multiply, other, self)

            def __truediv__(self, other):
                return _apply(_divide, self, other)

            def __rtruediv__(self, other):
                return _apply(_divide, other, self)

            def __floordiv__(self, other):
                return _apply(_floor_divide, self, other)

            def __rfloordiv__(self, other):
                return _apply(_floor_divide, other, self)

            def __mod__(self, other):
                return _apply(_remainder, self, other)

            def __rmod__(self, other):
                return _apply(_remainder, other, self)

            def __divmod__(self, other):
                return _apply(_divide_both_ways, self, other)

            def __rdivmod__(self, other):
                return _apply(_divide_both_ways, other, self)

            def __pow__(self, other):
                if not isinstance(other, float) and not _is_rational(other):
                    return NotImplemented
                if isinstance(other, float) or Fraction(other).denominator != 1:
                    return float(self) ** float(other)
                power = int(other)
                if power >= 0:
                    return Fraction(self._numerator ** power, self._denominator ** power)
                if self._numerator == 0:
                    raise ZeroDivisionError("Fraction({}, 0)".format(self._denominator ** -power))
                return Fraction(self._denominator ** -power, self._numerator ** -power)

            def __rpow__(self, other):
                if self._denominator == 1:
                    return other ** self._numerator
                return other ** float(self)

            def __eq__(self, other):
                return self._compare(other, lambda a, b: a == b)

            def __lt__(self, other):
                return self._compare(other, lambda a, b: a < b)

            def __le__(self, other):
                return self._compare(other, lambda a, b: a <= b)

            def __gt__(self, other):
                return self._compare(other, lambda a, b: a > b)

            def __ge__(self, other):
                return self._compare(other, lambda a, b: a >= b)

            def _compare(self, other, holds):
                if isinstance(other, float):
                    if math.isinf(other) or math.isnan(other):
                        return holds(0.0, other)
                    other = Fraction(other)
                elif not _is_rational(other):
                    return NotImplemented
                above, below = _ratio_of(other)
                return holds(self._numerator * below, above * self._denominator)


        def _is_rational(value):
            return isinstance(value, (int, Fraction))


        def _ratio_of(value):
            if isinstance(value, int):
                return int(value), 1
            if isinstance(value, (float, Fraction)):
                return value.as_integer_ratio()
            if isinstance(value, str):
                return _ratio_of_text(value)
            raise TypeError("argument should be a string or a Rational instance")


        def _ratio_of_text(text):
            number = text.strip()
            sign = -1 if number[:1] == "-" else 1
            if number[:1] in ("-", "+"):
                number = number[1:]
            above, slash, below = number.partition("/")
            if slash:
                pair = (_digits(above, text), _digits(below, text))
                if pair[1] == 0:
                    raise ZeroDivisionError("Fraction({}, 0)".format(sign * pair[0]))
                return sign * pair[0], pair[1]
            mantissa, mark, exponent = number.lower().partition("e")
            power = 0
            if mark:
                power = -1 if exponent[:1] == "-" else 1
                power *= _digits(exponent[1:] if exponent[:1] in ("-", "+") else exponent, text)
            whole, point, rest = mantissa.partition(".")
            value = _digits(whole or "0", text) if whole or rest else _digits("", text)
            if rest:
                digits = rest.replace("_", "")
                value = value * 10 ** len(digits) + _digits(rest, text)
                power -= len(digits)
            return sign * value * 10 ** max(power, 0), 10 ** max(-power, 0)


        def _digits(digits, text):
            if not digits or not all(part.isdigit() for part in digits.split("_")):
                raise ValueError("Invalid literal for Fraction: {!r}".format(text))
            return int(digits.replace("_", ""))


        def _apply(operation, a, b):
            if isinstance(a, float) or isinstance(b, float):
                if not isinstance(a, (int, float, Fraction)) or not isinstance(b, (int, float, Fraction)):
                    return NotImplemented
                return operation(float(a), float(b))
            if not _is_rational(a) or not _is_rational(b):
                return NotImplemented
            return _EXACT[operation](*_ratio_of(a), *_ratio_of(b))


        def _add(a, b):
            return a + b


        def _subtract(a, b):
            return a - b


        def _multiply(a, b):
            return a * b


        def _divide(a, b):
            return a / b


        def _floor_divide(a, b):
            return a // b


        def _remainder(a, b):
            return a % b


        def _divide_both_ways(a, b):
            return divmod(a, b)


        _EXACT = {
            _add: lambda a, b, c, d: Fraction(a * d + c * b, b * d),
            _subtract: lambda a, b, c, d: Fraction(a * d - c * b, b * d),
            _multiply: lambda a, b, c, d: Fraction(a * c, b * d),
            _divide: lambda a, b, c, d: _quotient(a * d, b * c),
            _floor_divide: lambda a, b, c, d: a * d // (b * c),
            _remainder: lambda a, b, c, d: Fraction(a * d % (b * c), b * d),
            _divide_both_ways: lambda a, b, c, d: (a * d // (b * c), Fraction(a * d % (b * c), b * d)),
        }


        def _quotient(above, below):
            if below == 0:
                raise ZeroDivisionError("Fraction({}, 0)".format((above > 0) - (above < 0)))
            return Fraction(above, below)
        """#
}
