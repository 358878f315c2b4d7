extension Prelude {
    /// The module `struct`: numbers as bytes.
    static let structText = #"""
        import math
        import sys


        class error(Exception):
            """Values or bytes that do not fit a format."""


        _STANDARD_SIZES = {"x": 1, "c": 1, "s": 1, "?": 1, "b": 1, "B": 1, "h": 2, "H": 2, "i": 4, "I": 4,
                           "l": 4, "L": 4, "q": 8, "Q": 8, "f": 4, "d": 8}
        _SMALL = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}
        # Every machine the program runs on has the low byte first.
        _NATIVE_ORDER = "little"
        # The bits of exponent and fraction.
        _FLOATS = {"f": (8, 23), "d": (11, 52)}


        def calcsize(format, /):
            """The count of bytes of the format."""
            return _Layout(format).size


        def pack(format, /, *values):
            """The values as bytes laid out as the format says."""
            layout = _Layout(format)
            if len(values) != layout.count:
                raise error("pack expected {} items for packing (got {})".format(layout.count, len(values)))
            out = bytes(0)
            rest = list(values)
            for offset, code, repeat in layout.fields:
                out += bytes(offset - len(out))
                if code == "s":
                    out += _pack_text(rest.pop(0), repeat)
                elif code == "x":
                    out += bytes(repeat)
                else:
                    for _ in range(repeat):
                        out += layout.pack_one(code, rest.pop(0))
            return out + bytes(layout.size - len(out))


        def unpack(format, buffer, /):
            """The tuple of values that bytes hold, laid out as the format says."""
            layout = _Layout(format)
            _check_buffer(buffer)
            if len(buffer) != layout.size:
                raise error("unpack requires a buffer of {} bytes".format(layout.size))
            return layout.unpack(buffer)


        def iter_unpack(format, buffer, /):
            """Yield the tuples that bytes hold one after the other."""
            layout = _Layout(format)
            _check_buffer(buffer)
            if layout.size == 0:
                raise error("cannot iteratively unpack with a struct of length 0")
            if len(buffer) % layout.size:
                raise error("iterative unpacking requires a buffer of a multiple of {} bytes".format(layout.size))
            return iter([layout.unpack(buffer[i:i + layout.size]) for i in range(0, len(buffer), layout.size)])


        class _Layout:
            """The fields of a format as (offset, code, repeat), their size and count of values."""

            def __init__(self, format):
                if isinstance(format, bytes):
                    format = format.decode("ascii")
                if not isinstance(format, str):
                    raise TypeError("Struct() argument 1 must be a str or bytes object, not " + type(format).__name__)
                mark = format[0] if format and format[0] in "@=<>!" else "@"
                self.native = mark == "@"
                self.order = {"<": "little", ">": "big", "!": "big"}.get(mark, _NATIVE_ORDER)
                self.fields = []
                self.size = 0
                self.count = 0
                self._read(format[1:] if format and format[0] in "@=<>!" else format)

            def _read(self, text):
                digits = ""
                for char in text:
                    if char in "0123456789":
                        digits += char
                    elif digits and char.isspace():
                        raise error("repeat count given without format specifier")
                    elif not char.isspace():
                        self._add(char, int(digits) if digits else 1)
                        digits = ""
                if digits:
                    raise error("repeat count given without format specifier")

            def _add(self, code, repeat):
                if code not in _STANDARD_SIZES:
                    raise error("bad char in struct format")
                size = self.size_of(code)
                if self.native:
                    self.size += -self.size % size
                self.fields.append((self.size, code, repeat))
                self.size += size * repeat
                if self.size > sys.maxsize:
                    raise error("total struct size too long")
                self.count += {"s": 1, "x": 0}.get(code, repeat)

            def size_of(self, code):
                """The bytes of one value of this kind."""
                return 8 if self.native and code in "lL" else _STANDARD_SIZES[code]

            def pack_one(self, code, value):
                """One value as bytes."""
                if code == "?":
                    return b"\x01" if value else b"\x00"
                if code == "c":
                    if not isinstance(value, bytes) or len(value) != 1:
                        raise error("char format requires a bytes object of length 1")
                    return value
                size = self.size_of(code)
                if code in _FLOATS:
                    bits = _float_bits(value, code, self.native)
                else:
                    bits = _checked_integer(value, code, size) % (1 << 8 * size)
                return bits.to_bytes(size, self.order)

            def unpack(self, buffer):
                """The tuple of values in the bytes."""
                values = []
                for offset, code, repeat in self.fields:
                    if code == "s":
                        values.append(buffer[offset:offset + repeat])
                    elif code != "x":
                        size = self.size_of(code)
                        for i in range(offset, offset + size * repeat, size):
                            values.append(self._unpack_one(code, buffer[i:i + size]))
                return tuple(values)

            def _unpack_one(self, code, data):
                if code == "c":
                    return data
                if code == "?":
                    return data != b"\x00"
                if code in _FLOATS:
                    return _float_of(int.from_bytes(data, self.order), code)
                return int.from_bytes(data, self.order, signed=code.islower())


        def _pack_text(value, size):
            if not isinstance(value, bytes):
                raise error("argument for 's' must be a bytes object")
            return value[:size] + bytes(max(size - len(value), 0))


        def _checked_integer(value, code, size):
            if not isinstance(value, int) and not hasattr(value, "__index__"):
                raise error("required argument is not an integer")
            value = int(value) if isinstance(value, int) else value.__index__()
            low, high = _range(code, size)
            if low <= value <= high:
                return value
            if code in _SMALL and -2 ** 63 <= value < 2 ** 63:
                raise error("{} format requires {} <= number <= {}".format(_SMALL[code], low, high))
            # Values are first brought to 64 bits, and only then to the size asked for.
            widest_low, widest_high = _range("q" if code in _SMALL else code, 8)
            if widest_low <= value <= widest_high:
                raise error("'{}' format requires {} <= number <= {}".format(code, low, high))
            raise error("argument out of range")


        def _range(code, size):
            bits = 8 * size
            return (-(1 << bits - 1), (1 << bits - 1) - 1) if code.islower() else (0, (1 << bits) - 1)


        def _float_bits(value, code, native):
            if not isinstance(value, (int, float)) and not hasattr(value, "__float__"):
                raise error("required argument is not a float")
            try:
                value = float(value)
            except OverflowError:
                raise error("required argument is not a float")
            exponent_bits, fraction_bits = _FLOATS[code]
            sign = int(math.copysign(1, value) < 0) << (exponent_bits + fraction_bits)
            infinite = (1 << exponent_bits) - 1 << fraction_bits
            if math.isnan(value):
                return sign | infinite | 1 << fraction_bits - 1
            if math.isinf(value):
                return sign | infinite
            bits = _magnitude_bits(abs(value), exponent_bits, fraction_bits)
            if bits >= infinite and not native:
                raise OverflowError("float too large to pack with f format")
            return sign | min(bits, infinite)


        def _magnitude_bits(value, exponent_bits, fraction_bits):
            bias = (1 << exponent_bits - 1) - 1
            if value == 0:
                return 0
            exponent = max(math.frexp(value)[1] - 1, 1 - bias)
            above, below = value.as_integer_ratio()
            shift = fraction_bits - exponent
            if shift >= 0:
                above <<= shift
            else:
                below <<= -shift
            fraction, rest = divmod(above, below)
            if 2 * rest > below or (2 * rest == below and fraction % 2 == 1):
                fraction += 1
            # The leading bit of the fraction is not stored: adding it counts the exponent up by one, as a carry does.
            return (exponent + bias - 1 << fraction_bits) + fraction


        def _float_of(bits, code):
            exponent_bits, fraction_bits = _FLOATS[code]
            bias = (1 << exponent_bits - 1) - 1
            sign = -1.0 if bits >> exponent_bits + fraction_bits else 1.0
            exponent = bits >> fraction_bits & (1 << exponent_bits) - 1
            fraction = bits & (1 << fraction_bits) - 1
            if exponent == (1 << exponent_bits) - 1:
                return math.copysign(float("nan") if fraction else float("inf"), sign)
            if exponent:
                fraction += 1 << fraction_bits
            return sign * math.ldexp(float(fraction), max(exponent, 1) - bias - fraction_bits)


        def _check_buffer(buffer):
            if not isinstance(buffer, bytes):
                raise TypeError("a bytes-like object is required, not '" + type(buffer).__name__ + "'")
        """#
}
