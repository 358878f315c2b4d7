import os
import os.path as op
import sys

base = sys.argv[1]
os.makedirs(op.join(base, "a", "b"))
os.makedirs(op.join(base, "a", "b"), exist_ok=True)
def attempt(f, *args, **kw):
    try: print(f(*args, **kw))
    except Exception as e: print(type(e).__name__, str(e).replace(base, "BASE"), getattr(e, "errno", None), getattr(e, "filename2", None) is not None)
attempt(os.makedirs, op.join(base, "a", "b"))
attempt(os.mkdir, op.join(base, "x", "y"))
attempt(os.mkdir, op.join(base, "a"))
with open(op.join(base, "a", "t.txt"), "w") as f: f.write("hello")
attempt(op.getsize, op.join(base, "a", "t.txt"))
attempt(op.getsize, op.join(base, "a", "no.txt"))
attempt(os.rmdir, op.join(base, "a"))
attempt(os.remove, op.join(base, "a"))
attempt(os.remove, op.join(base, "zz"))
attempt(os.rename, op.join(base, "zz"), op.join(base, "yy"))
attempt(os.listdir, op.join(base, "a", "t.txt"))
attempt(os.listdir, op.join(base, "q"))
print(sorted(os.listdir(base)), sorted(os.listdir(op.join(base, "a"))))
for root, dirs, files in os.walk(base): print(root.replace(base, "BASE"), sorted(dirs), sorted(files))
for root, dirs, files in os.walk(base, topdown=False): print(root.replace(base, "BASE"), sorted(dirs), sorted(files))
os.rename(op.join(base, "a", "t.txt"), op.join(base, "a", "u.txt"))
with os.scandir(op.join(base, "a")) as it:
    for e in sorted(it, key=lambda e: e.name): print(e.name, e.is_dir(), e.is_file(), e)
print(os.stat(op.join(base, "a", "u.txt")).st_size)
os.chdir(base); print(os.getcwd() == op.realpath(base), op.abspath("a/../a/u.txt").replace(op.realpath(base), "BASE"))
print(op.relpath("a/b/c", "a/d"), op.relpath("a"), op.relpath("/x/y", "/x"))
for p in ["a//b/./c/../d", "", "/", "//a", "///a", "../a", "/..", "a/..", "./", "a/b/"]: print(repr(p), repr(op.normpath(p)), op.split(p), op.basename(p), op.dirname(p), op.splitext(p), op.isabs(p))
for p in ["a.tar.gz", ".bashrc", "a/.b.c", "a.", "..a", "a.b/c"]: print(op.splitext(p))
print(op.join("a", "b", "/c", "d"), op.join("", "a"), op.join("a/", "b"), op.join("a", ""), op.join("a"))
print(op.commonprefix(["abc", "abd"]), op.commonpath(["/a/b/c", "/a/b/d"]), op.commonpath(["a/b", "a"]))
attempt(op.commonpath, []); attempt(op.commonpath, ["/a", "a"]); attempt(op.join, 1); attempt(open, 1.5); attempt(op.exists, "a\0b")
os.environ["CONVSH_X"] = "v"; print(op.expandvars("$CONVSH_X/${CONVSH_X}/$nope ${"), os.getenv("CONVSH_X"), os.environ.get("NOPE_"), "HOME" in os.environ)
print(op.expanduser("~/x") == os.environ["HOME"] + "/x", op.expanduser("a~"))
os.remove("a/u.txt"); os.rmdir("a/b"); os.rmdir("a"); print(os.listdir("."))
print(os.sep, os.linesep == "\n", os.name, os.curdir, os.pardir, os.extsep, os.path.sep)
class P:
    def __fspath__(self): return "q.txt"
open(P(), "w").close(); print(op.exists(P()), op.join(P(), "b"), os.fspath(P())); os.remove(P())
attempt(os.fspath, 3)
