import sys
from pathlib import Path, PurePath, PurePosixPath, PosixPath


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


TEXTS = ["", ".", "/", "//", "///", "a", "a/", "./a", "a/./b", "a/../b", "a//b", "/a/b.tar.gz", "//a/b", "///a", ".x",
         "a.", "..", "a/.b.c", "x..y", "/.", "a b/c.d.", "~/x"]
for text in TEXTS:
    p = Path(text)
    print(repr(p), str(p), p.parts, repr(p.anchor), repr(p.root), repr(p.drive), repr(p.name), repr(p.stem),
          repr(p.suffix), p.suffixes, p.parent, list(p.parents), p.is_absolute())
print(PurePosixPath("a", Path("b"), "c/d"), Path("a", "/b", "c"), Path(), Path("a") / "b", "a" / Path("b") / "/c")
print(Path("a") == PurePosixPath("a"), Path("a") == "a", Path("a") != Path("b"), Path("a") < Path("b"))
print(len({Path("a"), Path("a/"), Path("./a")}), {Path("x"): 1}[Path("x")], sorted([Path("b"), Path("a/c"), Path("a")]))
print(Path("a") <= Path("a"), Path("b") > Path("a"), Path("b") >= Path("c"), isinstance(Path("a"), PurePath))
print(PurePosixPath("a"), [PurePosixPath("a/b")], f"{Path('q')}", Path("x").__fspath__(), isinstance(Path(), PosixPath))
ps = Path("/a/b/c").parents
print(len(ps), ps[0], ps[-1], ps[:2], Path("/a") in ps, ps, Path("a/b").parents[-1])
p = Path("/a/b.tar.gz")
print(p.with_name("x"), p.with_stem("y"), p.with_suffix(".q"), p.with_suffix(""), p.joinpath("c", "d"), p.as_posix())
print(p.relative_to("/a"), p.relative_to("/", "a"), p.relative_to(p), p.is_relative_to("/a"), p.is_relative_to("b"))
print(Path("a/b").relative_to("a"), Path("a").relative_to(""), Path("/a b").as_uri())
for path, pat in [("a/b.py", "*.py"), ("/a/b.py", "b.py"), ("/a.py", "/*.py"), ("a/b.py", "/*.py"), ("a/b/c", "b/*"),
                  ("a", "b/a"), ("/a/b", "/a"), ("A.py", "a.py"), ("/", "/"), ("a/b", "a/[bc]")]:
    print(path, pat, Path(path).match(pat))
attempt(lambda: ps[3])
attempt(lambda: Path(3))
attempt(lambda: Path(b"a"))
attempt(lambda: Path("a") / 3)
attempt(lambda: 3 / Path("a"))
attempt(lambda: Path("a") < "b")
attempt(lambda: Path("/").with_name("x"))
attempt(lambda: p.with_name(""))
attempt(lambda: p.with_name("a/b"))
attempt(lambda: p.with_name("."))
attempt(lambda: p.with_suffix("x"))
attempt(lambda: p.with_suffix("."))
attempt(lambda: p.with_suffix("./x"))
attempt(lambda: Path("").with_suffix(".x"))
attempt(lambda: p.relative_to("/b"))
attempt(lambda: p.relative_to("a"))
attempt(lambda: p.relative_to(""))
attempt(lambda: Path("a").relative_to("/"))
attempt(lambda: p.relative_to())
attempt(lambda: p.match(""))
attempt(lambda: Path("a").as_uri())
attempt(lambda: Path("a").joinpath(None))
attempt(lambda: Path("no_such").read_text())
attempt(lambda: Path("x").write_text(b"a"))
attempt(lambda: Path("x").write_bytes("a"))
attempt(lambda: list(Path(".").glob("")))
attempt(lambda: list(Path(".").glob("/x")))
attempt(lambda: list(Path(".").glob("a**")))
attempt(lambda: list(Path("no_such").iterdir()))
print(Path("no_such").exists(), Path("/").is_dir(), Path("/").is_file(), Path.cwd() == Path(".").absolute())
print(Path("a/~").expanduser(), Path("/tmp").resolve())
out = Path(sys.argv[1], "text.txt")
print(out.write_text("héllo\n", encoding="utf-8"), out.read_bytes(), out.read_text(encoding="utf-8"), out.is_file())
with out.open("a", encoding="utf-8") as f:
    print(f.write("more"))
with open(str(out), encoding="utf-8") as f:
    print(list(f))
print(out.write_bytes(b"\x00\xff"), out.read_bytes())
