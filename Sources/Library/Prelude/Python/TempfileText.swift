extension Prelude {
    /// The module `tempfile`: names of new folders.
    static let tempfileText = #"""
        import os
        import time

        import hashlib

        tempdir = None
        _count = [0]


        def gettempdir():
            """The folder for temporary files."""
            if tempdir is not None:
                return tempdir
            named = [os.environ.get(name) for name in ("TMPDIR", "TEMP", "TMP")]
            for folder in named + ["/tmp", "/var/tmp", "/usr/tmp"]:
                if folder and os.path.isdir(folder):
                    return os.path.abspath(folder)
            return os.getcwd()


        def gettempprefix():
            """What the names of temporary files begin with."""
            return "tmp"


        def mkdtemp(suffix=None, prefix=None, dir=None):
            """Make a new folder that no one else has, and return its path."""
            folder = os.path.abspath(gettempdir() if dir is None else dir)
            for _ in range(10000):
                name = (gettempprefix() if prefix is None else prefix) + _random_name() + (suffix or "")
                path = os.path.join(folder, name)
                try:
                    os.mkdir(path, 0o700)
                    return path
                except FileExistsError:
                    continue
            raise FileExistsError(17, "No usable temporary directory name found")


        def _random_name():
            # The random module is left alone, so that a program's seed gives it the same numbers.
            _count[0] += 1
            seed = "{!r} {} {}".format(time.time(), _count[0], id(_count))
            letters = "abcdefghijklmnopqrstuvwxyz0123456789_"
            digest = hashlib.sha256(seed.encode("utf-8")).digest()
            return "".join([letters[byte % len(letters)] for byte in digest[:8]])
        """#
}
