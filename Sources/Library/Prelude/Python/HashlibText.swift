extension Prelude {
    /// The module `hashlib`: digests.
    static let hashlibText = #"""
        import math

        _MASK = 0xFFFFFFFF
        algorithms_available = {"md5", "sha1", "sha256"}
        algorithms_guaranteed = {"md5", "sha1", "sha256"}


        class _Hash:
            """What the three have in common: blocks of 64 bytes change a state of 32-bit words."""

            block_size = 64

            def __init__(self, data):
                self._state = list(self._start)
                self._rest = b""
                self._length = 0
                self.digest_size = 4 * len(self._state)
                self.update(data)

            def __repr__(self):
                return "<{} _hashlib.HASH object @ {}>".format(self.name, hex(id(self)))

            def update(self, data, /):
                """Take in more bytes."""
                if isinstance(data, str):
                    raise TypeError("Strings must be encoded before hashing")
                if not isinstance(data, bytes):
                    raise TypeError("object supporting the buffer API required")
                self._length += len(data)
                data = self._rest + data
                whole = len(data) // 64 * 64
                for i in range(0, whole, 64):
                    self._state = self._mix(self._state, data[i:i + 64])
                self._rest = data[whole:]

            def digest(self):
                """The hash of the bytes so far."""
                padding = b"\x80" + bytes((55 - self._length) % 64)
                tail = self._rest + padding + (8 * self._length).to_bytes(8, self._order)
                state = self._state
                for i in range(0, len(tail), 64):
                    state = self._mix(state, tail[i:i + 64])
                return b"".join([word.to_bytes(4, self._order) for word in state])

            def hexdigest(self):
                """The hash of the bytes so far in hexadecimal."""
                return self.digest().hex()

            def copy(self):
                """Another hash object that took in the same bytes."""
                other = type(self)(b"")
                other._state = self._state
                other._rest = self._rest
                other._length = self._length
                return other

            def _words(self, block):
                return [int.from_bytes(block[i:i + 4], self._order) for i in range(0, 64, 4)]

            def _sum(self, state, changes):
                return [(word + change) & _MASK for word, change in zip(state, changes)]


        def _rotate_left(word, count):
            return (word << count | word >> (32 - count)) & _MASK


        def _rotate_right(word, count):
            return (word >> count | word << (32 - count)) & _MASK


        class _Md5(_Hash):
            name = "md5"
            _order = "little"
            _start = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476]
            _sines = [int(abs(math.sin(i + 1)) * 4294967296) for i in range(64)]
            _turns = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]]

            def _mix(self, state, block):
                words = self._words(block)
                a, b, c, d = state
                for i in range(64):
                    if i < 16:
                        mixed, which = b & c | ~b & d, i
                    elif i < 32:
                        mixed, which = d & b | ~d & c, 5 * i + 1
                    elif i < 48:
                        mixed, which = b ^ c ^ d, 3 * i + 5
                    else:
                        mixed, which = c ^ (b | ~d & _MASK), 7 * i
                    total = (a + mixed + self._sines[i] + words[which % 16]) & _MASK
                    a, d, c, b = d, c, b, (b + _rotate_left(total, self._turns[i // 16][i % 4])) & _MASK
                return self._sum(state, [a, b, c, d])


        class _Sha1(_Hash):
            name = "sha1"
            _order = "big"
            _start = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0]

            def _mix(self, state, block):
                words = self._words(block)
                for i in range(16, 80):
                    words.append(_rotate_left(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1))
                a, b, c, d, e = state
                for i in range(80):
                    if i < 20:
                        mixed = (b & c | ~b & d) + 0x5A827999
                    elif i < 40:
                        mixed = (b ^ c ^ d) + 0x6ED9EBA1
                    elif i < 60:
                        mixed = (b & c | b & d | c & d) + 0x8F1BBCDC
                    else:
                        mixed = (b ^ c ^ d) + 0xCA62C1D6
                    total = (_rotate_left(a, 5) + mixed + e + words[i]) & _MASK
                    a, b, c, d, e = total, a, _rotate_left(b, 30), c, d
                return self._sum(state, [a, b, c, d, e])


        def _primes(count):
            found = []
            number = 2
            while len(found) < count:
                if all(number % prime for prime in found):
                    found.append(number)
                number += 1
            return found


        def _cube_root(number):
            low = 0
            high = 1 << (number.bit_length() // 3 + 1)
            while high - low > 1:
                middle = (low + high) // 2
                if middle ** 3 <= number:
                    low = middle
                else:
                    high = middle
            return low


        class _Sha256(_Hash):
            name = "sha256"
            _order = "big"
            # The first 32 bits after the point of roots of the first primes.
            _start = [math.isqrt(prime << 64) & _MASK for prime in _primes(8)]
            _keys = [_cube_root(prime << 96) & _MASK for prime in _primes(64)]

            def _mix(self, state, block):
                words = self._words(block)
                for i in range(16, 64):
                    x = words[i - 15]
                    y = words[i - 2]
                    early = _rotate_right(x, 7) ^ _rotate_right(x, 18) ^ x >> 3
                    late = _rotate_right(y, 17) ^ _rotate_right(y, 19) ^ y >> 10
                    words.append((words[i - 16] + early + words[i - 7] + late) & _MASK)
                a, b, c, d, e, f, g, h = state
                for i in range(64):
                    turned = _rotate_right(e, 6) ^ _rotate_right(e, 11) ^ _rotate_right(e, 25)
                    first = h + turned + (e & f ^ ~e & g) + self._keys[i] + words[i]
                    turned = _rotate_right(a, 2) ^ _rotate_right(a, 13) ^ _rotate_right(a, 22)
                    second = turned + (a & b ^ a & c ^ b & c)
                    a, b, c, d, e, f, g, h = (first + second) & _MASK, a, b, c, (d + first) & _MASK, e, f, g
                return self._sum(state, [a, b, c, d, e, f, g, h])


        def md5(string=b"", *, usedforsecurity=True):
            """An MD5 hash; what it is used for changes nothing in it."""
            return _Md5(string)


        def sha1(string=b"", *, usedforsecurity=True):
            """A SHA-1 hash; what it is used for changes nothing in it."""
            return _Sha1(string)


        def sha256(string=b"", *, usedforsecurity=True):
            """A SHA-256 hash; what it is used for changes nothing in it."""
            return _Sha256(string)


        def new(name, data=b"", **kwargs):
            """A hash by its name."""
            makers = {"md5": md5, "sha1": sha1, "sha256": sha256}
            if name.lower() not in makers:
                raise ValueError("unsupported hash type " + name)
            return makers[name.lower()](data, **kwargs)
        """#
}
