extension Prelude {
    /// The module `pathlib`: paths that read and change the file system.
    static let concretePaths = #"""
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


        class _Stat:
            """The size of a file."""

            def __init__(self, size):
                self.st_size = size


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
