extension Prelude {
    /// The module `base64`: bytes as text.
    static let base64Text = #"""
        class Error(ValueError):
            """Text that is not in base 64."""


        _ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        _VALUES = {char: value for value, char in enumerate(_ALPHABET)}
        _PAD = 61


        def b64encode(s, altchars=None):
            """Bytes as base 64; altchars stand for + and /."""
            _check_bytes(s)
            alphabet = _ALPHABET
            if altchars is not None:
                _check_bytes(altchars)
                assert len(altchars) == 2, repr(altchars)
                alphabet = _ALPHABET[:62] + altchars
            out = []
            for i in range(0, len(s), 3):
                group = s[i:i + 3]
                value = int.from_bytes(group + bytes(3 - len(group)), "big")
                digits = [alphabet[value >> shift & 63] for shift in (18, 12, 6, 0)]
                out.extend(digits[:len(group) + 1] + [_PAD] * (3 - len(group)))
            return bytes(out)


        def b64decode(s, altchars=None, validate=False):
            """The bytes that base 64 stands for; other signs are left out, with validate=True refused."""
            data = _as_bytes(s)
            if altchars is not None:
                alternatives = _as_bytes(altchars)
                assert len(alternatives) == 2, repr(alternatives)
                usual = {alternatives[0]: 43, alternatives[1]: 47}
                data = bytes([usual.get(char, char) for char in data])
            if validate:
                _check_strictly(data)
            return _decode(data)


        def standard_b64encode(s):
            """Bytes as base 64."""
            return b64encode(s)


        def standard_b64decode(s):
            """The bytes that base 64 stands for."""
            return b64decode(s)


        def urlsafe_b64encode(s):
            """Bytes as base 64 with - and _ for + and /."""
            return b64encode(s, b"-_")


        def urlsafe_b64decode(s):
            """The bytes that base 64 with - and _ stands for."""
            return b64decode(s, b"-_")


        def _decode(data):
            digits = []
            pads = 0
            for char in data:
                if char == _PAD:
                    pads += 1
                    if len(digits) % 4 >= 2 and len(digits) % 4 + pads >= 4:
                        return _join(digits)
                elif char in _VALUES:
                    pads = 0
                    digits.append(_VALUES[char])
            if len(digits) % 4 == 1:
                count = len(digits)
                raise Error("Invalid base64-encoded string: number of data characters ({}) "
                            "cannot be 1 more than a multiple of 4".format(count))
            if len(digits) % 4:
                raise Error("Incorrect padding")
            return _join(digits)


        def _join(digits):
            out = []
            for i in range(0, len(digits), 4):
                group = digits[i:i + 4]
                value = 0
                for digit in group + [0] * (4 - len(group)):
                    value = value << 6 | digit
                out.append(value.to_bytes(3, "big")[:len(group) - 1])
            return b"".join(out)


        def _check_strictly(data):
            if data[:1] == b"=":
                raise Error("Leading padding not allowed")
            digits = 0
            pads = 0
            for i, char in enumerate(data):
                if char == _PAD:
                    pads += 1
                    if digits % 4 >= 2 and digits % 4 + pads >= 4:
                        if i + 1 < len(data):
                            raise Error("Excess data after padding")
                        return
                elif char not in _VALUES:
                    raise Error("Only base64 data is allowed")
                elif pads:
                    raise Error("Discontinuous padding not allowed")
                else:
                    digits += 1


        def _check_bytes(value):
            if not isinstance(value, bytes):
                raise TypeError("a bytes-like object is required, not '" + type(value).__name__ + "'")


        def _as_bytes(value):
            if isinstance(value, str):
                try:
                    return value.encode("ascii")
                except UnicodeEncodeError:
                    raise ValueError("string argument should contain only ASCII characters")
            if not isinstance(value, bytes):
                kind = type(value).__name__
                raise TypeError("argument should be a bytes-like object or ASCII string, not '" + kind + "'")
            return value
        """#
}
