extension Prelude {
    /// The module `secrets`.
    static let secretsText = #"""
        """Numbers and words that nobody can foretell."""
        import base64
        import os

        __all__ = ["choice", "compare_digest", "randbelow", "randbits", "token_bytes", "token_hex", "token_urlsafe"]

        DEFAULT_ENTROPY = 32


        def token_bytes(nbytes=None):
            return os.urandom(DEFAULT_ENTROPY if nbytes is None else nbytes)


        def token_hex(nbytes=None):
            return token_bytes(nbytes).hex()


        def token_urlsafe(nbytes=None):
            return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")


        def randbits(k):
            if k < 0:
                raise ValueError("number of bits must be non-negative")
            count = (k + 7) // 8
            return int.from_bytes(os.urandom(count), "big") >> (count * 8 - k)


        def randbelow(exclusive_upper_bound):
            if exclusive_upper_bound <= 0:
                raise ValueError("Upper bound must be positive.")
            bits = (exclusive_upper_bound - 1).bit_length()
            number = randbits(bits)
            while number >= exclusive_upper_bound:
                number = randbits(bits)
            return number


        def choice(seq):
            if not len(seq):
                raise IndexError("Cannot choose from an empty sequence")
            return seq[randbelow(len(seq))]


        def compare_digest(a, b):
            if type(a) is not type(b):
                raise TypeError(f"unsupported operand types(s) or combination of types: '{type(a).__name__}' and "
                                f"'{type(b).__name__}'")
            return a == b
        """#
}
