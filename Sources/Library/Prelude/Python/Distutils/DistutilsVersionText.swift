extension Prelude {
    /// The module `distutils.version`: numbers of versions.
    static let distutilsVersionText = #"""
        """Versions that can be compared."""
        import re


        class Version:
            def __init__(self, vstring=None):
                if vstring:
                    self.parse(vstring)

            def __repr__(self):
                return f"{type(self).__name__} ('{self}')"

            def _compare(self, other):
                if isinstance(other, str):
                    other = type(self)(other)
                elif not isinstance(other, type(self)):
                    return NotImplemented
                own, theirs = self._key(), other._key()
                return 0 if own == theirs else -1 if own < theirs else 1

            def __eq__(self, other):
                sign = self._compare(other)
                return sign if sign is NotImplemented else sign == 0

            def __lt__(self, other):
                sign = self._compare(other)
                return sign if sign is NotImplemented else sign < 0

            def __le__(self, other):
                sign = self._compare(other)
                return sign if sign is NotImplemented else sign <= 0

            def __gt__(self, other):
                sign = self._compare(other)
                return sign if sign is NotImplemented else sign > 0

            def __ge__(self, other):
                sign = self._compare(other)
                return sign if sign is NotImplemented else sign >= 0


        class StrictVersion(Version):
            """Two or three numbers, and perhaps a or b with a fourth: 1.4, 2.0.1, 1.0b2."""

            def parse(self, vstring):
                match = re.match(r"^(\d+)\.(\d+)(\.(\d+))?([ab](\d+))?$", vstring)
                if not match:
                    raise ValueError(f"invalid version number '{vstring}'")
                major, minor, patch, prerelease, number = match.group(1, 2, 4, 5, 6)
                self.version = (int(major), int(minor), int(patch or 0))
                self.prerelease = (prerelease[0], int(number)) if prerelease else None

            def _key(self):
                # What comes before a release is less than it.
                return (self.version, self.prerelease or ("c", 0))

            def __str__(self):
                parts = self.version[:2] if self.version[2] == 0 else self.version
                return ".".join(map(str, parts)) + (self.prerelease[0] + str(self.prerelease[1]) if self.prerelease else "")


        class LooseVersion(Version):
            """Numbers and words in any order."""

            def parse(self, vstring):
                self.vstring = vstring
                parts = [part for part in re.split(r"(\d+|[a-z]+|\.)", vstring) if part and part != "."]
                self.version = [int(part) if re.match(r"^\d+$", part) else part for part in parts]

            def _key(self):
                return self.version

            def __str__(self):
                return self.vstring

            def __repr__(self):
                return f"LooseVersion ('{self}')"
        """#
}
