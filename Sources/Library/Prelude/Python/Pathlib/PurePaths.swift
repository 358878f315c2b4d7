extension Prelude {
    /// The module `pathlib`: names of files as objects, without the file system.
    static let purePaths = #"""
        import os

        import fnmatch


        class PurePosixPath(os.PathLike):
            """A path as text, split into its parts; it asks nothing of the file system."""

            def __init__(self, *args):
                segments = []
                for arg in args:
                    segments.append(_text_of(arg))
                self._root, self._names = _parse(segments)

            @classmethod
            def _build(cls, root, names):
                path = cls()
                path._root = root
                path._names = names
                return path

            def __str__(self):
                return _format(self._root, self._names) or "."

            def __fspath__(self):
                return str(self)

            def __repr__(self):
                return "{}({!r})".format(type(self).__name__, str(self))

            def __bytes__(self):
                return str(self).encode("utf-8")

            def __hash__(self):
                return hash(self.parts)

            def __eq__(self, other):
                if not isinstance(other, PurePosixPath):
                    return NotImplemented
                return self.parts == other.parts

            def __lt__(self, other):
                if not isinstance(other, PurePosixPath):
                    return NotImplemented
                return self.parts < other.parts

            def __le__(self, other):
                if not isinstance(other, PurePosixPath):
                    return NotImplemented
                return self.parts <= other.parts

            def __gt__(self, other):
                if not isinstance(other, PurePosixPath):
                    return NotImplemented
                return self.parts > other.parts

            def __ge__(self, other):
                if not isinstance(other, PurePosixPath):
                    return NotImplemented
                return self.parts >= other.parts

            def __truediv__(self, other):
                if not _is_path_like(other):
                    return NotImplemented
                return self.joinpath(other)

            def __rtruediv__(self, other):
                if not _is_path_like(other):
                    return NotImplemented
                return type(self)(other, self)

            @property
            def drive(self):
                """The drive letter: always empty here."""
                return ""

            @property
            def root(self):
                """The slash the path begins with, or an empty string."""
                return self._root

            @property
            def anchor(self):
                """Drive and root together."""
                return self._root

            @property
            def parts(self):
                """The root, if any, and the names, as a tuple."""
                return tuple(self._all_parts())

            @property
            def name(self):
                """The last name, without the root."""
                return self._names[-1] if self._names else ""

            @property
            def suffix(self):
                """The last dot of the name and what follows it."""
                name = self.name
                dot = name.rfind(".")
                return name[dot:] if 0 < dot < len(name) - 1 else ""

            @property
            def suffixes(self):
                """Every suffix of the name, in order."""
                if self.name.endswith("."):
                    return []
                return ["." + part for part in self.name.lstrip(".").split(".")[1:]]

            @property
            def stem(self):
                """The name without its suffix."""
                return self.name[:len(self.name) - len(self.suffix)]

            @property
            def parent(self):
                """The path without its last name."""
                if not self._names:
                    return self
                return self._build(self._root, self._names[:-1])

            @property
            def parents(self):
                """A sequence of the folders above the path, nearest first."""
                return _Parents(self)

            def _all_parts(self):
                return [self._root] + self._names if self._root else list(self._names)

            def as_posix(self):
                """The path as text with forward slashes."""
                return str(self)

            def is_absolute(self):
                """Whether the path begins with a root."""
                return bool(self._root)

            def is_reserved(self):
                """Whether the name is reserved by the system: never here."""
                return False

            def as_uri(self):
                """The path as a file URI."""
                if not self.is_absolute():
                    raise ValueError("relative path can't be expressed as a file URI")
                return "file://" + _quote(bytes(str(self), "utf-8"))

            def joinpath(self, *args):
                """The path with further segments after it."""
                return type(self)(self, *args)

            def with_name(self, name):
                """The path with another last name."""
                if not self.name:
                    raise ValueError("{!r} has an empty name".format(self))
                root, names = _parse([_text_of(name)])
                if not name or name.endswith("/") or root or len(names) != 1:
                    raise ValueError("Invalid name {!r}".format(name))
                return self._build(self._root, self._names[:-1] + [name])

            def with_stem(self, stem):
                """The path with another stem and the same suffix."""
                return self.with_name(stem + self.suffix)

            def with_suffix(self, suffix):
                """The path with another suffix, or with none."""
                if "/" in suffix or suffix == "." or (suffix and not suffix.startswith(".")):
                    raise ValueError("Invalid suffix {!r}".format(suffix))
                if not self.name:
                    raise ValueError("{!r} has an empty name".format(self))
                return self._build(self._root, self._names[:-1] + [self.stem + suffix])

            def relative_to(self, *other):
                """The rest of the path after another path it begins with."""
                if not other:
                    raise TypeError("need at least one argument")
                root, names = _parse([_text_of(arg) for arg in other])
                if root != self._root or names != self._names[:len(names)]:
                    message = "{!r} is not in the subpath of {!r} OR one path is relative and the other is absolute."
                    raise ValueError(message.format(str(self), _format(root, names)))
                return self._build("", self._names[len(names):])

            def is_relative_to(self, *other):
                """Whether the path begins with another path."""
                try:
                    self.relative_to(*other)
                    return True
                except ValueError:
                    return False

            def match(self, path_pattern):
                """Whether the end of the path matches a pattern, name by name; a rooted pattern takes all of it."""
                root, patterns = _parse([_text_of(path_pattern)])
                if not root and not patterns:
                    raise ValueError("empty pattern")
                if root and (root != self._root or len(patterns) != len(self._names)):
                    return False
                parts = self._all_parts()
                if len(patterns) > len(parts):
                    return False
                tail = parts[len(parts) - len(patterns):]
                return all(fnmatch.fnmatchcase(part, pattern) for part, pattern in zip(tail, patterns))


        class _Parents:
            """The folders above a path, made when they are asked for."""

            def __init__(self, path):
                self._path = path

            def __len__(self):
                return len(self._path._names)

            def __getitem__(self, index):
                if isinstance(index, slice):
                    return tuple([self[i] for i in range(*index.indices(len(self)))])
                if index >= len(self) or index < -len(self):
                    raise IndexError(index)
                if index < 0:
                    index += len(self)
                names = self._path._names
                return self._path._build(self._path._root, names[:len(names) - index - 1])

            def __iter__(self):
                return iter([self[i] for i in range(len(self))])

            def __contains__(self, path):
                return path in list(self)

            def __repr__(self):
                return "<{}.parents>".format(type(self._path).__name__)


        def _is_path_like(value):
            return isinstance(value, (str, bytes)) or hasattr(value, "__fspath__")


        def _text_of(value):
            if isinstance(value, str):
                return value
            if hasattr(value, "__fspath__"):
                text = value.__fspath__()
                if isinstance(text, str):
                    return text
            elif not isinstance(value, bytes):
                raise TypeError("expected str, bytes or os.PathLike object, not " + type(value).__name__)
            message = "argument should be a str object or an os.PathLike object returning str, not {!r}"
            raise TypeError(message.format(type(value)))


        def _parse(segments):
            root = ""
            names = []
            for segment in segments:
                if segment.startswith("/"):
                    root = _root_of(segment)
                    names = []
                names.extend([name for name in segment.split("/") if name and name != "."])
            return root, names


        def _root_of(text):
            # POSIX leaves the meaning of exactly two leading slashes to the system, so they are kept.
            slashes = len(text) - len(text.lstrip("/"))
            return "//" if slashes == 2 else "/"


        def _format(root, names):
            return root + "/".join(names)


        def _quote(data):
            safe = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/"
            return "".join([chr(byte) if byte in safe else "%{:02X}".format(byte) for byte in data])
        """#
}
