import operator


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Matrix:
    def __init__(self, name):
        self.name = name
        self.log = []

    def __matmul__(self, other):
        return f"{self.name}@{other}"

    def __imatmul__(self, other):
        self.log.append(other)
        return self

    def __index__(self):
        return 7

    def __length_hint__(self):
        return 11

    def scale(self, by, *, sign=1):
        return by * sign


class BadHint:
    def __init__(self, hint):
        self.hint = hint

    def __length_hint__(self):
        return self.hint


m = Matrix("m")
m.child = Matrix("child")
m.child.child = Matrix("grand")
o = operator
binary = [o.add, o.sub, o.mul, o.truediv, o.floordiv, o.mod, o.pow, o.and_, o.or_, o.xor, o.lshift, o.rshift,
          o.lt, o.le, o.eq, o.ne, o.ge, o.gt, o.is_, o.is_not]
print([f(13, 3) for f in binary])
print([f(13) for f in [o.neg, o.pos, o.inv, o.invert, o.not_, o.truth, o.abs, o.index]], o.abs(-2.5), o.index(m))
print(o.matmul(m, 3), o.imatmul(m, 4) is m, m.log)
changed = [o.iadd, o.isub, o.imul, o.ifloordiv, o.imod, o.ipow, o.iand, o.ior, o.ixor, o.ilshift, o.irshift]
print([f(13, 3) for f in changed], o.itruediv(7, 2))
row = [1, 2]
print(o.iadd(row, [3]) is row, o.iconcat(row, (4,)) is row, o.imul(row, 2) is row, row)
o.setitem(row, 0, "x")
o.delitem(row, slice(1, 3))
print(row, o.getitem(row, -1), o.concat([1], [2]), o.concat("a", "b"), o.contains("abc", "b"))
print(o.countOf([1, 2, 1.0, True], 1), o.indexOf("abc", "c"), o.call(sorted, [3, 1], reverse=True))
print(attempt(o.indexOf, [1], 2), attempt(o.countOf, 1, 2), attempt(o.indexOf, 1, 2), sep="\n")
print(attempt(o.concat, 1, 2), attempt(o.iconcat, {}, {}), attempt(o.concat, [1], "a"), sep="\n")
print(attempt(o.index, "a"), attempt(o.index, 1.0), attempt(o.mod, "a", {}), attempt(o.lt, 1, "a"), sep="\n")
print(o.length_hint([1, 2]), o.length_hint(m), o.length_hint(3, 5), attempt(o.length_hint, [], "a"))
print(attempt(o.length_hint, BadHint("x")), attempt(o.length_hint, BadHint(-1)), o.length_hint(BadHint(NotImplemented)))
print(o.attrgetter("name")(m), o.attrgetter("child.name", "child.child.name")(m), o.attrgetter("a.b", "c"))
print(attempt(o.attrgetter), attempt(o.attrgetter, 3), attempt(o.attrgetter("zz"), m), sep="\n")
print(attempt(o.attrgetter("a")), attempt(o.attrgetter("a"), m, m), attempt(o.attrgetter("a"), obj=m), sep="\n")
print(o.methodcaller("scale", 3, sign=-1)(m), o.methodcaller("f", 1, "a", k=2), o.methodcaller("upper")("ab"))
print(attempt(o.methodcaller), attempt(o.methodcaller, 3), attempt(o.methodcaller("zz"), m), sep="\n")
print(attempt(o.methodcaller("f")), attempt(o.methodcaller("f"), 1, 2), sep="\n")
print(o.itemgetter(1)("abc"), o.itemgetter(0, slice(1, 3))("abcd"), attempt(o.itemgetter), o.itemgetter(1, 2))
print(attempt(o.itemgetter(9), [1]), attempt(o.itemgetter("k"), {}), attempt(o.itemgetter(1)), sep="\n")
