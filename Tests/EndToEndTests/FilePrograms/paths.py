import os
import sys
from pathlib import Path


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


os.chdir(sys.argv[1])
base = Path("_fs")
base.mkdir(exist_ok=True)
for old in sorted(base.rglob("*"), reverse=True):
    old.rmdir() if old.is_dir() else old.unlink()
attempt(lambda: base.mkdir())
attempt(lambda: (base / "x/y").mkdir())
attempt(lambda: (base / "x/y/z").mkdir(parents=True))
attempt(lambda: (base / "x").mkdir(exist_ok=True))
attempt(lambda: (base / "x/a.py").touch())
attempt(lambda: (base / "x/a.py").touch(exist_ok=False))
attempt(lambda: (base / "x/y/b.py").write_text("hello"))
attempt(lambda: (base / "x/y/z/c.txt").write_text("hello"))
attempt(lambda: (base / "x/y/b.py").stat().st_size)
attempt(lambda: (base / "nope").stat())
attempt(lambda: (base / "x/a.py").mkdir(exist_ok=True))
attempt(lambda: (base / "x/a.py/q").mkdir(parents=True))
attempt(lambda: base.rmdir())
for pattern in ["*", "**", "**/*", "**/*.py", "x/*", "*/*.py", "x/a.py", "x/nope", "**/y/**", "**/**", "x/[ab].py",
                "x/?.py", "*/", "**/", "x/y/../a.py", "nope/*", "x/a.py/*", "./x", "**/z/*.txt", "x/y/"]:
    print(pattern, sorted(base.glob(pattern)), len(list(base.glob(pattern))))
for pattern in ["*.py", "y", "*", "y/*", "", "z/c.txt", "*/"]:
    print(pattern, sorted(base.rglob(pattern)), len(list(base.rglob(pattern))))
print(sorted(base.iterdir()), sorted(Path("_fs/x").absolute().iterdir())[0])
attempt(lambda: (base / "x/a.py").rename(base / "b.py"))
attempt(lambda: (base / "b.py").replace("_fs/c.py"))
attempt(lambda: (base / "b.py").rename(base / "d.py"))
attempt(lambda: (base / "c.py").unlink())
attempt(lambda: (base / "c.py").unlink())
attempt(lambda: (base / "c.py").unlink(missing_ok=True))
attempt(lambda: (base / "nope").resolve(strict=True))
attempt(lambda: (base / "x/../nope").resolve())
attempt(lambda: base.samefile(os.path.abspath("_fs")))
os.chdir("_fs")
print(sorted(Path().glob("*")), sorted(Path(".").rglob("*.txt")), sorted(Path("x").iterdir()))
print(Path("~").expanduser() == Path.home(), Path("~/x").expanduser() == Path.home() / "x")
attempt(lambda: Path("~nobody_here/x").expanduser())
print(Path("/tmp/../tmp/./x").resolve())
