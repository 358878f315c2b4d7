extension Prelude {
    /// The module `uuid`: identifiers.
    static let uuidText = #"""
        import time

        import hashlib

        _count = [0]


        class UUID:
            """A number of 128 bits that names something."""

            def __init__(self, hex=None, bytes=None, int=None, version=None):
                if [hex, bytes, int].count(None) != 2:
                    raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
                if hex is not None:
                    int = _number_of(hex)
                elif bytes is not None:
                    if len(bytes) != 16:
                        raise ValueError("bytes is not a 16-char string")
                    int = _from_bytes(bytes)
                if not 0 <= int < 1 << 128:
                    raise ValueError("int is out of range (need a 128-bit value)")
                if version is not None:
                    if not 1 <= version <= 5:
                        raise ValueError("illegal version number")
                    int = int & ~(0xC000 << 48) & ~(0xF000 << 64) | 0x8000 << 48 | version << 76
                self.int = int

            def __str__(self):
                text = self.hex
                return "-".join([text[:8], text[8:12], text[12:16], text[16:20], text[20:]])

            def __repr__(self):
                return "{}({!r})".format(type(self).__name__, str(self))

            def __int__(self):
                return self.int

            def __hash__(self):
                return hash(self.int)

            def __eq__(self, other):
                return self.int == other.int if isinstance(other, UUID) else NotImplemented

            def __lt__(self, other):
                return self.int < other.int if isinstance(other, UUID) else NotImplemented

            def __le__(self, other):
                return self.int <= other.int if isinstance(other, UUID) else NotImplemented

            def __gt__(self, other):
                return self.int > other.int if isinstance(other, UUID) else NotImplemented

            def __ge__(self, other):
                return self.int >= other.int if isinstance(other, UUID) else NotImplemented

            @property
            def hex(self):
                """The number as 32 hexadecimal digits."""
                return "{:032x}".format(self.int)

            @property
            def bytes(self):
                """The number as 16 bytes."""
                return self.int.to_bytes(16, "big")

            @property
            def urn(self):
                """The name as a URN."""
                return "urn:uuid:" + str(self)

            @property
            def version(self):
                """How the number was made, from 1 to 5; None for other kinds."""
                return self.int >> 76 & 15 if self.int >> 62 & 3 == 2 else None


        def uuid4():
            """A UUID of random bits."""
            # The random module is left alone, so that a program's seed gives it the same numbers.
            _count[0] += 1
            seed = "{!r} {} {}".format(time.time(), _count[0], id(_count))
            return UUID(bytes=hashlib.sha256(seed.encode("utf-8")).digest()[:16], version=4)


        def uuid3(namespace, name):
            """The UUID of a name within another, from their MD5 hash."""
            return UUID(bytes=hashlib.md5(namespace.bytes + name.encode("utf-8")).digest(), version=3)


        def uuid5(namespace, name):
            """The UUID of a name within another, from their SHA-1 hash."""
            return UUID(bytes=hashlib.sha1(namespace.bytes + name.encode("utf-8")).digest()[:16], version=5)


        def _from_bytes(data):
            return int.from_bytes(data, "big")


        def _number_of(text):
            digits = text.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(digits) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            return int(digits, 16)


        NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
        NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
        """#
}
