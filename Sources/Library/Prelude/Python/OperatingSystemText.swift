extension Prelude {
    /// The functions of `os` that are written in the language.
    static let operatingSystemText = """
        import os
        import random as _random
        from collections import namedtuple as _namedtuple

        Stat_result = _namedtuple("stat_result", ["st_mode", "st_size", "st_mtime"])


        class PathLike:
            def __fspath__(self):
                raise NotImplementedError


        class DirEntry:
            def __init__(self, folder, name):
                self.name = name
                self.path = os.path.join(folder, name)

            def is_dir(self, *, follow_symlinks=True):
                _check_links(follow_symlinks)
                return os.path.isdir(self.path)

            def is_file(self, *, follow_symlinks=True):
                _check_links(follow_symlinks)
                return os.path.isfile(self.path)

            def is_symlink(self):
                return False

            def stat(self, *, follow_symlinks=True):
                _check_links(follow_symlinks)
                return stat(self.path)

            def __fspath__(self):
                return self.path

            def __repr__(self):
                return f"<DirEntry {self.name!r}>"


        class _Entries:
            def __init__(self, entries):
                self._entries = iter(entries)

            def __iter__(self):
                return self

            def __next__(self):
                return next(self._entries)

            def __enter__(self):
                return self

            def __exit__(self, *error):
                self.close()

            def close(self):
                self._entries = iter([])


        def _check_links(follow_symlinks):
            if not follow_symlinks:
                raise NotImplementedError("`follow_symlinks=False` is not implemented: links are followed")


        def scandir(path="."):
            folder = os.fspath(path)
            return _Entries([DirEntry(folder, name) for name in os.listdir(folder)])


        def stat(path, *, dir_fd=None, follow_symlinks=True):
            if dir_fd is not None:
                raise NotImplementedError("`dir_fd` of stat is not implemented")
            _check_links(follow_symlinks)
            return Stat_result(*os._facts(path))


        def makedirs(name, mode=0o777, exist_ok=False):
            name = os.fspath(name)
            head, tail = os.path.split(name)
            if not tail:
                head, tail = os.path.split(head)
            if head and tail and not os.path.exists(head):
                makedirs(head, exist_ok=True)
                if tail == ".":
                    return
            try:
                os.mkdir(name, mode)
            except OSError:
                if not exist_ok or not os.path.isdir(name):
                    raise


        def removedirs(name):
            os.rmdir(name)
            head, tail = os.path.split(name)
            while head and tail:
                try:
                    os.rmdir(head)
                except OSError:
                    return
                head, tail = os.path.split(head)


        def walk(top, topdown=True, onerror=None, followlinks=False):
            top = os.fspath(top)
            try:
                names = os.listdir(top)
            except OSError as error:
                if onerror is not None:
                    onerror(error)
                return
            folders = [name for name in names if os.path.isdir(os.path.join(top, name))]
            files = [name for name in names if not os.path.isdir(os.path.join(top, name))]
            if topdown:
                yield top, folders, files
            for name in folders:
                yield from walk(os.path.join(top, name), topdown, onerror, followlinks)
            if not topdown:
                yield top, folders, files


        def urandom(size, /):
            return bytes([_random.randrange(256) for _ in range(size)])


        def fsencode(filename):
            name = os.fspath(filename)
            return name.encode() if isinstance(name, str) else name


        def fsdecode(filename):
            name = os.fspath(filename)
            return name.decode() if isinstance(name, bytes) else name
        """

    /// The functions of `os.path` that are written in the language.
    static let pathText = """
        import os


        def splitdrive(p):
            return "", os.fspath(p)


        def normcase(s):
            return os.fspath(s)


        def samefile(f1, f2):
            for path in (f1, f2):
                os.stat(path)
            return os.path.realpath(f1) == os.path.realpath(f2)


        def islink(path):
            os.fspath(path)
            return False


        def ismount(path):
            return os.path.abspath(path) == "/"


        def expandvars(path):
            path = os.fspath(path)
            result, rest = "", path
            while "$" in rest:
                before, rest = rest.split("$", 1)
                result += before
                if rest.startswith("{") and "}" in rest:
                    name, after = rest[1:].split("}", 1)
                    whole = "${" + name + "}"
                else:
                    count = 0
                    while count < len(rest) and rest[count].isascii() and (rest[count].isalnum() or rest[count] == "_"):
                        count += 1
                    name, after = rest[:count], rest[count:]
                    whole = "$" + name
                result += os.environ.get(name, whole) if name else whole
                rest = after
            return result + rest


        def relpath(path, start=None):
            path = os.fspath(path)
            if not path:
                raise ValueError("no path specified")
            there = [part for part in os.path.abspath(path).split("/") if part]
            here = [part for part in os.path.abspath(os.curdir if start is None else start).split("/") if part]
            common = 0
            while common < min(len(here), len(there)) and here[common] == there[common]:
                common += 1
            parts = [os.pardir] * (len(here) - common) + there[common:]
            return os.path.join(*parts) if parts else os.curdir


        def commonprefix(m):
            texts = [os.fspath(each) for each in m]
            if not texts:
                return ""
            low, high = min(texts), max(texts)
            count = 0
            while count < len(low) and low[count] == high[count]:
                count += 1
            return low[:count]


        def commonpath(paths):
            texts = [os.fspath(path) for path in paths]
            if not texts:
                raise ValueError("commonpath() arg is an empty sequence")
            if len(set([text.startswith("/") for text in texts])) > 1:
                raise ValueError("Can't mix absolute and relative paths")
            lists = [[part for part in text.split("/") if part and part != "."] for text in texts]
            low, high = min(lists), max(lists)
            count = 0
            while count < len(low) and low[count] == high[count]:
                count += 1
            return ("/" if texts[0].startswith("/") else "") + "/".join(low[:count])
        """
}
