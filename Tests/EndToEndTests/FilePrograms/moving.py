import os
import shutil
import sys


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


os.chdir(sys.argv[1])
os.makedirs("_move/in", exist_ok=True)
for name in ["a", "b", "in/b", "in/a", "c"]:
    if os.path.exists("_move/" + name):
        os.remove("_move/" + name)
for name in ["a", "b", "in/b"]:
    with open("_move/" + name, "w") as f:
        f.write(name)
attempt(lambda: shutil.move("_move/a", "_move/in"))
attempt(lambda: shutil.move("_move/b", "_move/in"))
attempt(lambda: shutil.move("_move/b", "_move/c"))
attempt(lambda: shutil.move("_move/nope", "_move/c"))
print(sorted(os.listdir("_move")), sorted(os.listdir("_move/in")))
