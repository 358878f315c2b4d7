import contextlib
import io
import sys


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Incomplete(contextlib.AbstractContextManager):
    pass


print(attempt(Incomplete), attempt(contextlib.AbstractContextManager), sep="\n")


class Named(contextlib.AbstractContextManager, contextlib.ContextDecorator):
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__, error)
        if self.fail:
            raise self.fail
        return self.swallow


with contextlib.ExitStack() as stack:
    print(stack.enter_context(Named("a")).name, stack.push(Named("b")).name)
    print(stack.callback(print, "called", end="!\n") is print)
    print(stack.push(lambda *details: print("pushed", details)) is not None)
with contextlib.ExitStack() as stack:
    stack.push(Named("outer"))
    stack.push(Named("swallow", swallow=True))
    stack.push(Named("inner"))
    raise ValueError("boom")
try:
    with contextlib.ExitStack() as stack:
        stack.push(Named("last"))
        stack.push(Named("fails", fail=KeyError("k")))
        stack.push(Named("first"))
        raise ValueError("start")
except KeyError as error:
    print(repr(error), repr(error.__context__))
try:
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        stack.push(Named("fails", fail=KeyError("k")))
except ZeroDivisionError as error:
    print(repr(error), repr(error.__context__))
try:
    with contextlib.ExitStack() as stack:
        stack.push(Named("x"))
        raise OSError("same")
except OSError as error:
    print(repr(error), error.__context__)
with contextlib.ExitStack() as stack:
    stack.callback(print, "moved")
    kept = stack.pop_all()
print("not yet", type(kept).__name__)
kept.close()
kept.close()
print(attempt(contextlib.ExitStack().enter_context, 3), attempt(contextlib.ExitStack().callback), sep="\n")


@Named("decorated")
def add(a, b=1):
    "Add."
    return a + b


print(add(1, b=2), add.__name__, add.__doc__)


@contextlib.contextmanager
def tag(name):
    print("<" + name + ">")
    try:
        yield name
    finally:
        print("</" + name + ">")


with tag("p") as p:
    print(p)
with contextlib.nullcontext(5) as five, contextlib.suppress(KeyError, IndexError):
    print(five, {}["x"])
with contextlib.closing(io.StringIO("text")) as file:
    print(file.read())
print(file.closed)


@contextlib.contextmanager
def silent():
    yield


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


@contextlib.contextmanager
def never():
    if False:
        yield


def use(manager):
    with manager:
        return "used"


print(attempt(use, silent()), attempt(use, twice()), attempt(use, never()))


@contextlib.contextmanager
def swallowing():
    try:
        yield
    except ValueError as error:
        print("swallowed", error)


with swallowing():
    raise ValueError("v")


@tag("fn")
def inner(x):
    return x * 2


print(inner(4), inner(5), inner.__name__)
