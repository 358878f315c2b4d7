extension Prelude {
    /// The module `random`: seeds, and the words of the Mersenne Twister.
    static let randomWords = #"""
        import random as _native
        from bisect import bisect as _bisect
        from itertools import accumulate
        from math import acos, ceil, cos, exp, isfinite, log, pi, sin, sqrt
        from math import e as _e
        from math import floor as _floor
        from os import urandom

        _WORDS = 624
        _MASK = 0xFFFFFFFF
        _LARGEST_FLOAT_RANGE = 1 << 53
        _NORMAL = 4 * exp(-0.5) / sqrt(2.0)
        _LOG4 = log(4.0)
        _GAMMA = 1.0 + log(4.5)


        def _whole(value):
            """Return value as an integer, or raise TypeError."""
            if isinstance(value, int):
                return value
            if not hasattr(type(value), "__index__") or isinstance(value, float):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            return value.__index__()


        def _cube_root(n):
            """Return the whole part of the cube root of n."""
            root = 1 << (n.bit_length() + 2) // 3
            while root ** 3 > n:
                root = (2 * root + n // root ** 2) // 3
            return root


        def _square_root(n):
            """Return the whole part of the square root of n."""
            root = 1 << (n.bit_length() + 1) // 2
            while root ** 2 > n:
                root = (root + n // root) // 2
            return root


        _MASK64 = 0xFFFFFFFFFFFFFFFF


        def _turned(x, count):
            return (x >> count | x << 64 - count) & _MASK64


        def _sha512(data):
            """Return the digest of 64 bytes of SHA-512, whose constants are fractions of roots of primes."""
            primes = [n for n in range(2, 410) if all(n % d for d in range(2, int(sqrt(n)) + 1))]
            constants = [_cube_root(p << 192) & _MASK64 for p in primes]
            state = [_square_root(p << 128) & _MASK64 for p in primes[:8]]
            padding = b"\x80" + bytes((111 - len(data)) % 128)
            data = data + padding + (8 * len(data)).to_bytes(16, "big")
            for start in range(0, len(data), 128):
                words = [int.from_bytes(data[at:at + 8], "big") for at in range(start, start + 128, 8)]
                state = _compressed(state, words, constants)
            return b"".join([word.to_bytes(8, "big") for word in state])


        def _compressed(state, words, constants):
            for i in range(16, 80):
                x, y = words[i - 15], words[i - 2]
                low = _turned(x, 1) ^ _turned(x, 8) ^ x >> 7
                high = _turned(y, 19) ^ _turned(y, 61) ^ y >> 6
                words.append(words[i - 16] + low + words[i - 7] + high & _MASK64)
            a, b, c, d, e, f, g, h = state
            for constant, word in zip(constants, words):
                mixed = _turned(e, 14) ^ _turned(e, 18) ^ _turned(e, 41)
                first = h + mixed + (e & f ^ ~e & g) + constant + word
                mixed = _turned(a, 28) ^ _turned(a, 34) ^ _turned(a, 39)
                second = mixed + (a & b ^ a & c ^ b & c)
                a, b, c, d, e, f, g, h = first + second & _MASK64, a, b, c, d + first & _MASK64, e, f, g
            return [old + new & _MASK64 for old, new in zip(state, [a, b, c, d, e, f, g, h])]


        def _hash_of_text(text):
            """Return the seed of version 1 for a text."""
            x = ord(text[0]) << 7 if text else 0
            for character in text:
                x = (1000003 * x ^ ord(character)) & _MASK64
            return x ^ len(text)


        def _seed_number(a, version):
            """Return the integer, not negative, that stands for the seed a."""
            if a is None:
                return int.from_bytes(urandom(2496), "big")
            if version == 1 and isinstance(a, (str, bytes)):
                return _hash_of_text(a.decode("latin-1") if isinstance(a, bytes) else a)
            if version == 2 and isinstance(a, (str, bytes)):
                data = a.encode() if isinstance(a, str) else a
                return int.from_bytes(data + _sha512(data), "big")
            if not isinstance(a, (int, float, str, bytes)):
                raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
            if isinstance(a, int):
                return abs(int(a))
            return hash(a) & _MASK64


        class _Twister:
            """The Mersenne twister MT19937, a source of words of 32 bits."""

            def __init__(self, words, place):
                self.words = words
                self.place = place

            def next_word(self):
                if self.place >= _WORDS:
                    self._renew()
                y = self.words[self.place]
                self.place += 1
                y ^= y >> 11
                y ^= y << 7 & 0x9D2C5680
                y ^= y << 15 & 0xEFC60000
                return y ^ y >> 18

            def _renew(self):
                words = self.words
                for i in range(_WORDS):
                    y = words[i] & 0x80000000 | words[(i + 1) % _WORDS] & 0x7FFFFFFF
                    words[i] = words[(i + 397) % _WORDS] ^ y >> 1 ^ (0x9908B0DF if y & 1 else 0)
                self.place = 0


        def _twister_from(number):
            """Return the twister for a seed, an integer that is not negative."""
            key = [number & _MASK]
            while number > _MASK:
                number >>= 32
                key.append(number & _MASK)
            words = [19650218]
            for i in range(1, _WORDS):
                words.append(1812433253 * (words[-1] ^ words[-1] >> 30) + i & _MASK)
            at, turn = 1, 0
            for _ in range(max(_WORDS, len(key))):
                before = words[at - 1]
                words[at] = (words[at] ^ (before ^ before >> 30) * 1664525) + key[turn] + turn & _MASK
                turn = (turn + 1) % len(key)
                at = _following(words, at)
            for _ in range(_WORDS - 1):
                before = words[at - 1]
                words[at] = (words[at] ^ (before ^ before >> 30) * 1566083941) - at & _MASK
                at = _following(words, at)
            words[0] = 0x80000000
            return _Twister(words, _WORDS)


        def _following(words, at):
            if at + 1 < _WORDS:
                return at + 1
            words[0] = words[-1]
            return 1


        def _bits(next_word, k):
            """Return an integer of k random bits, made of words of which the first is the lowest."""
            if k < 0:
                raise ValueError("number of bits must be non-negative")
            result, place = 0, 0
            while k > place:
                word = next_word()
                if k - place < 32:
                    word >>= 32 - (k - place)
                result |= word << place
                place += 32
            return result


        def _words(number):
            words = [number & _MASK]
            while number > _MASK:
                number >>= 32
                words.append(number & _MASK)
            return words
        """#
}
