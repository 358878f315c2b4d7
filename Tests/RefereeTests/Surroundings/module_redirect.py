import contextlib
import io
import sys

text = io.StringIO()
with contextlib.redirect_stdout(text) as target:
    print("hidden")
    with contextlib.redirect_stdout(io.StringIO()) as deeper:
        print("deeper")
    print("again", file=sys.stdout)
print(target is text, repr(text.getvalue()), repr(deeper.getvalue()))
errors = io.StringIO()
with contextlib.redirect_stderr(errors):
    print("oops", file=sys.stderr)
print(repr(errors.getvalue()))
