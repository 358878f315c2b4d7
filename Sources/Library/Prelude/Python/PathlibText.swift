extension Prelude {
    /// The module `pathlib`: names of files as objects.
    static let pathlibText = #"""
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


        class PosixPath(PurePosixPath):
            """A path that can also ask and change the file system."""

            @classmethod
            def cwd(cls):
                """The current folder."""
                return cls(os.getcwd())

            @classmethod
            def home(cls):
                """The user's home folder."""
                return cls("~").expanduser()

            def __enter__(self):
                return self

            def __exit__(self, kind, value, trace):
                return None

            def exists(self):
                """Whether the path leads to a file or folder."""
                return os.path.exists(str(self))

            def is_file(self):
                """Whether the path leads to a regular file."""
                return os.path.isfile(str(self))

            def is_dir(self):
                """Whether the path leads to a folder."""
                return os.path.isdir(str(self))

            def is_symlink(self):
                """Whether the path is a symbolic link."""
                return os.path.islink(str(self))

            def stat(self, *, follow_symlinks=True):
                """What is known of the file: its size."""
                if not follow_symlinks:
                    raise NotImplementedError("stat() follows symbolic links here")
                return _Stat(os.path.getsize(str(self)))

            def iterdir(self):
                """Yield the paths of what the folder holds, in no certain order."""
                for name in os.listdir(str(self)):
                    yield self._child(name)

            def glob(self, pattern):
                """Yield the paths below this one that match a pattern."""
                return _glob(self, _glob_parts(pattern))

            def rglob(self, pattern):
                """Yield the paths at any depth below this one that match a pattern."""
                return _glob(self, ["**"] + _glob_parts(pattern, True))

            def mkdir(self, mode=0o777, parents=False, exist_ok=False):
                """Make this folder, with parents=True also those above it."""
                try:
                    os.mkdir(str(self), mode)
                except FileNotFoundError:
                    if not parents or self.parent == self:
                        raise
                    self.parent.mkdir(parents=True, exist_ok=True)
                    self.mkdir(mode, exist_ok=exist_ok)
                except OSError:
                    if not exist_ok or not self.is_dir():
                        raise

            def rmdir(self):
                """Remove this empty folder."""
                os.rmdir(str(self))

            def unlink(self, missing_ok=False):
                """Remove this file."""
                try:
                    os.remove(str(self))
                except FileNotFoundError:
                    if not missing_ok:
                        raise

            def rename(self, target):
                """Give the file another path, and return that."""
                os.rename(str(self), _text_of(target))
                return type(self)(target)

            def replace(self, target):
                """Give the file another path, over a file that may be there, and return that."""
                os.rename(str(self), _text_of(target))
                return type(self)(target)

            def touch(self, mode=0o666, exist_ok=True):
                """Make an empty file if there is none; the time of one that is there stays as it was."""
                if mode != 0o666:
                    raise NotImplementedError("touch() makes files with mode 0o666 only")
                open(str(self), "ab" if exist_ok else "xb").close()

            def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
                """Open the file, as the built-in open does."""
                return open(str(self), mode, buffering, encoding, errors, newline)

            def read_text(self, encoding=None, errors=None):
                """All the text of the file."""
                with self.open("r", encoding=encoding, errors=errors) as file:
                    return file.read()

            def read_bytes(self):
                """All the bytes of the file."""
                with self.open("rb") as file:
                    return file.read()

            def write_text(self, data, encoding=None, errors=None, newline=None):
                """Write the file anew with this text, and return the count of characters."""
                if not isinstance(data, str):
                    raise TypeError("data must be str, not " + type(data).__name__)
                with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
                    return file.write(data)

            def write_bytes(self, data):
                """Write the file anew with these bytes, and return their count."""
                if isinstance(data, str):
                    raise TypeError("memoryview: a bytes-like object is required, not 'str'")
                with self.open("wb") as file:
                    return file.write(data)

            def absolute(self):
                """The path from the root on, nothing else changed."""
                return self if self.is_absolute() else type(self)(os.getcwd(), self)

            def resolve(self, strict=False):
                """The path from the root on, without dots and symbolic links."""
                resolved = type(self)(os.path.realpath(str(self)))
                if strict and not resolved.exists():
                    raise FileNotFoundError(2, "No such file or directory", str(self))
                return resolved

            def expanduser(self):
                """The path with a leading ~ or ~user replaced by that home folder."""
                if self._root or not self._names or not self._names[0].startswith("~"):
                    return self
                home = os.path.expanduser(self._names[0])
                if home.startswith("~"):
                    raise RuntimeError("Could not determine home directory.")
                return type(self)(home, *self._names[1:])

            def samefile(self, other_path):
                """Whether both paths lead to the same file."""
                return self.resolve(True) == type(self)(other_path).resolve(True)

            def _child(self, name):
                return self._build(self._root, self._names + [name])


        # Only one system is served, so that the general names are those of its classes.
        PurePath = PurePosixPath
        Path = PosixPath


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


        class _Stat:
            """The size of a file."""

            def __init__(self, size):
                self.st_size = size


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


        def _glob_parts(pattern, recursive=False):
            if not pattern and not recursive:
                raise ValueError("Unacceptable pattern: {!r}".format(pattern))
            root, parts = _parse([_text_of(pattern)])
            if root:
                raise NotImplementedError("Non-relative patterns are unsupported")
            if any("**" in part and part != "**" for part in parts):
                raise ValueError("Invalid pattern: '**' can only be an entire path component")
            if pattern.endswith("/"):
                parts.append("")
            return parts


        def _glob(path, parts):
            if not path.is_dir():
                return
            seen = set()
            for found in _select(path, parts):
                text = str(found)
                if parts.count("**") < 2 or text not in seen:
                    seen.add(text)
                    yield found


        def _select(path, parts):
            if not parts:
                yield path
                return
            first = parts[0]
            rest = parts[1:]
            if first == "**":
                for folder in _folders_below(path):
                    yield from _select(folder, rest)
            elif any(char in first for char in "*?["):
                for name in _names_in(path):
                    child = path._child(name)
                    if fnmatch.fnmatchcase(name, first) and (not rest or child.is_dir()):
                        yield from _select(child, rest)
            else:
                child = path._child(first) if first else path
                if child.is_dir() if rest or not first else child.exists():
                    yield from _select(child, rest)


        def _folders_below(path):
            yield path
            for name in _names_in(path):
                child = path._child(name)
                if child.is_dir() and not child.is_symlink():
                    yield from _folders_below(child)


        def _names_in(path):
            try:
                return os.listdir(str(path))
            except PermissionError:
                return []
        """#
}
