extension Prelude {
    /// The module `shutil`: files copied and moved.
    static let shutilText = #"""
        import collections
        import os

        terminal_size = collections.namedtuple("terminal_size", ["columns", "lines"])


        class Error(OSError):
            """What cannot be copied or moved."""


        class SameFileError(Error):
            """A file that was to be copied onto itself."""


        def copyfileobj(fsrc, fdst, length=65536):
            """Copy what is left of one open file to another, so much at a time."""
            if length <= 0:
                fdst.write(fsrc.read())
                return
            block = fsrc.read(length)
            while block:
                fdst.write(block)
                block = fsrc.read(length)


        def copyfile(src, dst, *, follow_symlinks=True):
            """Copy the content of a file to another path, and return that."""
            if not follow_symlinks:
                raise NotImplementedError("symbolic links are followed here")
            source = _text_of(src)
            target = _text_of(dst)
            if os.path.exists(target) and os.path.realpath(source) == os.path.realpath(target):
                raise SameFileError("{!r} and {!r} are the same file".format(src, dst))
            with open(source, "rb") as file:
                data = file.read()
            with open(target, "wb") as file:
                file.write(data)
            return dst


        def copy(src, dst, *, follow_symlinks=True):
            """Copy a file to a path or into a folder, and return its new path."""
            target = _text_of(dst)
            if os.path.isdir(target):
                dst = os.path.join(target, os.path.basename(_text_of(src)))
            return copyfile(src, dst, follow_symlinks=follow_symlinks)


        def copy2(src, dst, *, follow_symlinks=True):
            """Copy a file to a path or into a folder; its times are not kept here."""
            return copy(src, dst, follow_symlinks=follow_symlinks)


        def move(src, dst, copy_function=copy2):
            """Give a file or folder another path or folder, and return its new path."""
            source = _text_of(src)
            target = _text_of(dst)
            if os.path.isdir(target) and os.path.realpath(source) != os.path.realpath(target):
                target = os.path.join(target, os.path.basename(source.rstrip("/")))
                if os.path.exists(target):
                    raise Error("Destination path '{}' already exists".format(target))
                dst = target
            try:
                os.rename(source, target)
            except OSError:
                # No file can be renamed into another file system: there a copy takes its place.
                if os.path.isdir(source):
                    raise
                copy_function(source, target)
                os.remove(source)
            return dst


        def rmtree(path, ignore_errors=False, onerror=None):
            """Refuse to delete a folder with what is in it."""
            raise NotImplementedError("convsh deletes no folder with what is in it")


        def which(cmd, mode=1, path=None):
            """The path of a program on the search path, or None."""
            if mode != 1:
                raise NotImplementedError("which() finds programs only, mode=os.X_OK")
            cmd = _text_of(cmd)
            if os.path.dirname(cmd):
                return cmd if _is_program(cmd) else None
            folders = os.environ.get("PATH", os.defpath) if path is None else _text_of(path)
            for folder in folders.split(os.pathsep):
                if _is_program(os.path.join(folder, cmd)):
                    return os.path.join(folder, cmd)
            return None


        def _is_program(path):
            return os.path.isfile(path) and os.stat(path).st_mode & 0o111 != 0


        def get_terminal_size(fallback=(80, 24)):
            """The columns and lines that the environment names, otherwise the fallback."""
            columns = _number_in("COLUMNS") or fallback[0]
            lines = _number_in("LINES") or fallback[1]
            return terminal_size(columns, lines)


        def _number_in(name):
            text = os.environ.get(name, "")
            return int(text) if text.isdigit() else 0


        def _text_of(path):
            return path.__fspath__() if hasattr(path, "__fspath__") else path
        """#
}
