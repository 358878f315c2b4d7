extension Prelude {
    /// numpy functions of single numbers: rounding, bits, divisors, types.
    static let numpyNumbers = #"""
        import math
        from keras import _host

        import numpy as np

        euler_gamma = 0.5772156649015329


        def around(a, decimals=0, out=None):
            _host.refuse("around", out=out)
            return np.round(a, decimals)


        # No floating point warning is shown here: what is set is kept, and changes nothing.
        _answers = {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}


        def geterr():
            return dict(_answers)


        def seterr(all=None, divide=None, over=None, under=None, invalid=None):
            before = dict(_answers)
            for name, value in (("divide", divide), ("over", over), ("under", under), ("invalid", invalid)):
                value = all if value is None else value
                if value is not None:
                    if value not in ("ignore", "warn", "raise", "call", "print", "log"):
                        raise ValueError(f"invalid error mode {value!r}")
                    _answers[name] = value
            return before


        _handler = [None]


        def geterrcall():
            return _handler[0]


        def seterrcall(func):
            before = _handler[0]
            _handler[0] = func
            return before


        class errstate:
            def __init__(self, *, call=None, all=None, divide=None, over=None, under=None, invalid=None):
                self.answers = {"all": all, "divide": divide, "over": over, "under": under, "invalid": invalid}

            def __enter__(self):
                self.before = seterr(**self.answers)

            def __exit__(self, *error):
                seterr(**self.before)

            def __call__(self, function):
                def wrapped(*args, **kwargs):
                    with errstate(**self.answers):
                        return function(*args, **kwargs)
                return wrapped


        # A function of two numbers, for arrays, whose results are of the type of the arrays.
        def _by_pairs(function, x1, x2, kind):
            first, second = np.broadcast_arrays(x1, x2)
            values = [function(a, b) for a, b in zip(np.ravel(first).tolist(), np.ravel(second).tolist())]
            return np.reshape(np.array(values, kind), first.shape)[()]


        def _by_numbers(function, x, kind):
            x = np.asarray(x)
            return np.reshape(np.array([function(value) for value in np.ravel(x).tolist()], kind), x.shape)[()]


        def _weak_type(value):
            isOwn = isinstance(value, (int, float)) and not isinstance(value, (bool, np.generic))
            return value if isOwn else np.asarray(value).dtype


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


        def _whole_type(name, x1, x2):
            kinds = [_weak_type(each) for each in (x1, x2)]
            kind = _common(*kinds)
            if kind.kind not in "iu":
                raise TypeError(
                    f"ufunc '{name}' did not contain a loop with signature matching types "
                    f"(<class '{_class_name(x1)}'>, <class '{_class_name(x2)}'>) -> None")
            return kind


        def _class_name(x):
            return f"numpy.dtypes.{np.asarray(x).dtype.name.capitalize()}DType"


        def gcd(x1, x2):
            return _by_pairs(math.gcd, x1, x2, _whole_type("gcd", x1, x2))


        def lcm(x1, x2):
            return _by_pairs(math.lcm, x1, x2, _whole_type("lcm", x1, x2))


        def isscalar(element):
            return isinstance(element, (np.generic, int, float, str, bytes, bool))


        def packbits(a, axis=None, bitorder="big"):
            a = np.asarray(a)
            if bitorder not in ("big", "little"):
                raise ValueError("'order' must be either 'little' or 'big'")
            if a.dtype.kind not in "biu":
                raise TypeError("Expected an input array of integer or boolean data type")
            bits = (np.ravel(a) if axis is None else np.moveaxis(a, axis, -1)).astype(bool).astype("uint8")
            missing = -bits.shape[-1] % 8
            bits = np.concatenate([bits, np.zeros((*bits.shape[:-1], missing), "uint8")], axis=-1)
            bits = np.reshape(bits, (*bits.shape[:-1], bits.shape[-1] // 8, 8))
            powers = np.array([1, 2, 4, 8, 16, 32, 64, 128], "uint8")
            made = np.sum(bits * (powers[::-1] if bitorder == "big" else powers), axis=-1).astype("uint8")
            return made if axis is None else np.moveaxis(made, -1, axis)


        def unpackbits(a, axis=None, count=None, bitorder="big"):
            a = np.asarray(a)
            if bitorder not in ("big", "little"):
                raise ValueError("'order' must be either 'little' or 'big'")
            if a.dtype != np.uint8:
                raise TypeError("Expected an input array of unsigned byte data type")
            a = np.ravel(a) if axis is None else np.moveaxis(a, axis, -1)
            powers = np.array([1, 2, 4, 8, 16, 32, 64, 128], "uint8")
            bits = (a[..., None] & (powers[::-1] if bitorder == "big" else powers)) != 0
            bits = np.reshape(bits.astype("uint8"), (*a.shape[:-1], a.shape[-1] * 8))
            if count is not None:
                size = bits.shape[-1]
                if count < 0 and -count > size:
                    raise ValueError(f"-ve count = {count} out of range")
                if count > size:
                    bits = np.concatenate([bits, np.zeros((*bits.shape[:-1], count - size), "uint8")], axis=-1)
                bits = bits[..., :count]
            return bits if axis is None else np.moveaxis(bits, -1, axis)


        def _float(x):
            x = np.asarray(x)
            kind = {"b": "float16", "f": x.dtype}.get(x.dtype.kind)
            if kind is None:
                kind = {1: "float16", 2: "float32"}.get(x.dtype.itemsize, "float64")
            return x.astype(kind)


        def modf(x):
            x = _float(x)
            whole = np.trunc(x)
            rest = np.where(np.isinf(x), np.zeros((), x.dtype), x - whole)
            return np.copysign(rest, x).astype(x.dtype)[()], whole.astype(x.dtype)[()]


        def frexp(x):
            x = _float(x)
            pairs = [math.frexp(value) if math.isfinite(value) else (value, 0) for value in np.ravel(x).tolist()]
            mantissas = np.reshape(np.array([pair[0] for pair in pairs], x.dtype), x.shape)
            return mantissas[()], np.reshape(np.array([pair[1] for pair in pairs], "int32"), x.shape)[()]


        def _scaled(value, power):
            if value == 0.0 or not math.isfinite(value):
                return value
            try:
                return math.ldexp(value, int(power))
            except OverflowError:
                return math.copysign(math.inf, value)


        def ldexp(x1, x2):
            return _by_pairs(_scaled, _float(x1), x2, _float(x1).dtype)


        def divmod(x1, x2):
            return np.floor_divide(x1, x2), np.remainder(x1, x2)


        def degrees(x):
            return np.rad2deg(x)


        def radians(x):
            return np.deg2rad(x)


        def fix(x, out=None):
            _host.refuse("fix", out=out)
            return np.trunc(x)


        def positive(x):
            x = np.asarray(x)
            if x.dtype.kind == "b":
                raise TypeError("ufunc 'positive' did not contain a loop with signature matching types "
                                "<class 'numpy.dtypes.BoolDType'> -> None")
            return np.copy(x)[()]


        def float_power(x1, x2):
            return np.power(np.asarray(x1).astype("float64"), np.asarray(x2).astype("float64"))


        # The next number after another one on the way to a third. A type has so many binary digits, and a least exponent.
        def _next(value, target, size):
            if value != value or target != target:
                return math.nan
            if value == target:
                return target
            digits, lowest, highest = {2: (11, -14, 15), 4: (24, -126, 127)}.get(size, (53, -1022, 1023))
            if value == 0.0:
                return math.copysign(math.ldexp(1.0, lowest - digits + 1), target)
            isAway = (target > value) == (value > 0.0)
            most = math.ldexp(2.0 - math.ldexp(1.0, 1 - digits), highest)
            if math.isinf(value):
                return math.copysign(most, value)
            if isAway and abs(value) == most:
                return math.copysign(math.inf, value)
            fraction, exponent = math.frexp(abs(value))
            # Below a power of two the numbers lie twice as dense.
            if fraction == 0.5 and not isAway and exponent - 1 > lowest:
                exponent -= 1
            step = math.ldexp(1.0, max(exponent - 1, lowest) - digits + 1)
            return math.copysign(abs(value) + (step if isAway else -step), value)


        def nextafter(x1, x2):
            kinds = [each if isinstance(each, (int, float)) else _float(np.zeros(0, each)).dtype
                     for each in (_weak_type(x1), _weak_type(x2))]
            kind = _common(*kinds)
            kind = kind if kind.kind == "f" else np.dtype("float64")
            first, second = np.asarray(x1).astype(kind), np.asarray(x2).astype(kind)
            return _by_pairs(lambda a, b: _next(a, b, kind.itemsize), first, second, kind)


        def spacing(x):
            x = _float(x)

            def one(value):
                if not math.isfinite(value):
                    return math.nan
                return _next(value, math.copysign(math.inf, value), x.dtype.itemsize) - value
            return _by_numbers(one, x, x.dtype)


        def bitwise_count(x):
            x = np.asarray(x)
            if x.dtype.kind not in "iu":
                raise TypeError("ufunc 'bitwise_count' not supported for the input types")
            return _by_numbers(lambda value: bin(abs(value)).count("1"), x, "uint8")




        def isreal(x):
            return np.ones(np.shape(x), bool)[()]


        def iscomplex(x):
            return np.zeros(np.shape(x), bool)[()]


        def isrealobj(x):
            return True


        def iscomplexobj(x):
            return False


        def real(val):
            return np.asarray(val)[()] if np.ndim(val) == 0 else np.asarray(val)


        def imag(val):
            return np.zeros_like(np.asarray(val))[()]


        def conj(x):
            return np.asarray(x)[()]


        def conjugate(x):
            return np.asarray(x)[()]


        def real_if_close(a, tol=100):
            return np.asarray(a)


        def angle(z, deg=False):
            z = np.asarray(z)
            turned = np.arctan2(np.zeros_like(z), z)
            return turned * (180 / math.pi) if deg else turned


        def acos(x):
            return np.arccos(x)


        def acosh(x):
            return np.arccosh(x)


        def asin(x):
            return np.arcsin(x)


        def asinh(x):
            return np.arcsinh(x)


        def atan(x):
            return np.arctan(x)


        def atanh(x):
            return np.arctanh(x)


        def atan2(x1, x2):
            return np.arctan2(x1, x2)


        def pow(x1, x2):
            return np.power(x1, x2)


        def bitwise_invert(x):
            return np.invert(x)


        def bitwise_left_shift(x1, x2):
            return np.left_shift(x1, x2)


        def bitwise_right_shift(x1, x2):
            return np.right_shift(x1, x2)


        def astype(x, dtype, /, *, copy=True, device=None):
            _host.refuse("astype", device=device)
            return x.astype(dtype)


        # The two's complement of `width` digits, where the number is negative.
        def binary_repr(num, width=None):
            num = int(num)
            if num >= 0:
                text = f"{num:b}"
                if width is not None and width < len(text):
                    raise ValueError(f"Insufficient bit width={width} provided for binwidth={len(text)}")
                return text.zfill(width or 0)
            if width is None:
                return f"-{-num:b}"
            needed = len(f"{-num:b}")
            if 2 ** (needed - 1) == -num:
                needed -= 1
            if width < needed + 1:
                raise ValueError(f"Insufficient bit width={width} provided for binwidth={needed + 1}")
            return f"{2 ** width + num:b}".zfill(width)


        def base_repr(number, base=2, padding=0):
            digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            if base > 36:
                raise ValueError("Bases greater than 36 not handled in base_repr.")
            if base < 2:
                raise ValueError("Bases less than 2 not handled in base_repr.")
            rest, text = abs(int(number)), ""
            while rest:
                text = digits[rest % base] + text
                rest //= base
            text = "0" * padding + text if text or padding else "0"
            return ("-" if number < 0 else "") + text


        # The modified Bessel function of order 0: for small numbers its series, else that of its asymptotic form.
        def _bessel(x):
            x = abs(x)
            if not x <= 30.0:
                total, term = 1.0, 1.0
                for k in range(1, 40):
                    step = term * (2 * k - 1) ** 2 / (8.0 * k * x)
                    if not abs(step) < abs(term):
                        break
                    term = step
                    total += term
                return math.exp(x) / math.sqrt(2.0 * math.pi * x) * total if x < 709.0 else math.inf if x == x else x
            total = term = 1.0
            k = 1
            while term > total * 1e-18:
                term *= (x / (2.0 * k)) ** 2
                total += term
                k += 1
            return total


        def i0(x):
            x = np.asarray(x)
            return _by_numbers(_bessel, x, x.dtype if x.dtype.kind == "f" else "float64")


        def kaiser(M, beta):
            if M < 1:
                return np.zeros(0)
            if M == 1:
                return np.ones(1)
            middle = (M - 1) / 2.0
            n = np.arange(0, M)
            return i0(float(beta) * np.sqrt(1 - ((n - middle) / middle) ** 2.0)) / i0(float(beta))


        _order = {"b": 0, "u": 1, "i": 2, "f": 3}


        def can_cast(from_, to, casting="safe"):
            if isinstance(from_, (int, float)) and not isinstance(from_, (bool, np.generic)):
                raise TypeError("can_cast() does not support Python ints, floats, and complex because the result used to "
                                "depend on the value.\nThis change was part of adopting NEP 50, we may explicitly allow them "
                                "again in the future.")
            start = from_.dtype if isinstance(from_, (np.ndarray, np.generic)) else np.dtype(from_)
            end = np.dtype(to)
            if casting == "unsafe" or start == end:
                return True
            if casting in ("no", "equiv"):
                return False
            isSafe = np.promote_types(start, end) == end
            if casting == "safe" or isSafe:
                return bool(isSafe)
            if casting == "same_kind":
                return _order[start.kind] <= _order[end.kind]
            raise ValueError(f"casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe' (got '{casting}')")


        def min_scalar_type(a):
            if np.ndim(a):
                return np.asarray(a).dtype
            value = np.asarray(a)
            if value.dtype.kind == "b":
                return value.dtype
            number = value.tolist()
            if value.dtype.kind == "f":
                sizes = [("float16", 65000.0), ("float32", 3.4e38)]
                fitting = [name for name, most in sizes if not math.isfinite(number) or abs(number) < most]
                return np.dtype(fitting[0] if fitting else "float64")
            names = ["uint8", "uint16", "uint32", "uint64"] if number >= 0 else ["int8", "int16", "int32", "int64"]
            return [np.dtype(name) for name in names if np.iinfo(name).min <= number <= np.iinfo(name).max][0]


        _kinds = {"bool": "b", "signed integer": "i", "unsigned integer": "u", "integral": "iu", "real floating": "f",
                  "complex floating": "c", "numeric": "iufc"}


        def isdtype(dtype, kind):
            dtype = np.dtype(dtype)
            for each in kind if isinstance(kind, tuple) else (kind,):
                if isinstance(each, str):
                    if each not in _kinds:
                        raise ValueError(f"kind argument is a string, but {each!r} is not a known kind name.")
                    if dtype.kind in _kinds[each]:
                        return True
                elif dtype == np.dtype(each):
                    return True
            return False


        def shares_memory(a, b, max_work=None):
            raise NotImplementedError("whether arrays share memory cannot be asked here")
        """#
}
