import sys
import inspect as inspect


class Base:
    """Base doc.

        Indented more.
      less
    """

    level = 3

    def f(self):
        """F doc."""

    def g(self):
        pass


class Child(Base):
    def f(self):
        pass

    @staticmethod
    def s():
        pass

    @classmethod
    def c(cls):
        pass

    @property
    def p(self):
        return 5


def gen():
    yield 1


for thing in [Base, Child(), Base().f, Base.f, len, [].append, sys, gen, gen(), lambda: 1, 3, int, Child.s, Child.c, None, "x"]:
    print(inspect.isclass(thing), inspect.isfunction(thing), inspect.ismethod(thing), inspect.isbuiltin(thing),
          inspect.ismodule(thing), inspect.isgenerator(thing), inspect.isroutine(thing))
for thing in [Base, Child, Base.f, Child().f, Child().g, gen]:
    print(repr(inspect.getdoc(thing)))
print([name for name, value in inspect.getmembers(Child()) if not name.startswith("_")])
print([name for name, value in inspect.getmembers(Child(), inspect.ismethod) if not name.startswith("_")])
print([name for name, value in inspect.getmembers(Child, inspect.isfunction) if not name.startswith("_")])
print([value for name, value in inspect.getmembers(Child()) if name in ("level", "p")])
for doc in ["", "one", "  one\n    two\n      three\n", "\n\n  a\n  b\n\n", "a\n\tb\n\t\tc", "a\n\n   b", "  \n  x"]:
    print(repr(inspect.cleandoc(doc)))
print([c.__name__ for c in inspect.getmro(Child)])
