extension Prelude {
    /// What the module `operator` has that is written in the language: operators as functions.
    static let operatorText = #"""
        from operator import add, sub, mul, truediv, floordiv, getitem

        _absolute = abs


        def lt(a, b, /):
            """Same as a < b."""
            return a < b


        def le(a, b, /):
            """Same as a <= b."""
            return a <= b


        def eq(a, b, /):
            """Same as a == b."""
            return a == b


        def ne(a, b, /):
            """Same as a != b."""
            return a != b


        def ge(a, b, /):
            """Same as a >= b."""
            return a >= b


        def gt(a, b, /):
            """Same as a > b."""
            return a > b


        def not_(a, /):
            """Same as not a."""
            return not a


        def truth(a, /):
            """Return True if a is true, False otherwise."""
            return True if a else False


        def is_(a, b, /):
            """Same as a is b."""
            return a is b


        def is_not(a, b, /):
            """Same as a is not b."""
            return a is not b


        def abs(a, /):
            """Same as abs(a)."""
            return _absolute(a)


        def and_(a, b, /):
            """Same as a & b."""
            return a & b


        def or_(a, b, /):
            """Same as a | b."""
            return a | b


        def xor(a, b, /):
            """Same as a ^ b."""
            return a ^ b


        def inv(a, /):
            """Same as ~a."""
            return ~a


        def invert(a, /):
            """Same as ~a."""
            return ~a


        def lshift(a, b, /):
            """Same as a << b."""
            return a << b


        def rshift(a, b, /):
            """Same as a >> b."""
            return a >> b


        def mod(a, b, /):
            """Same as a % b."""
            return a % b


        def matmul(a, b, /):
            """Same as a @ b."""
            return a @ b


        def pow(a, b, /):
            """Same as a ** b."""
            return a ** b


        def neg(a, /):
            """Same as -a."""
            return -a


        def pos(a, /):
            """Same as +a."""
            return +a


        def index(a, /):
            """Return a as an integer, by its method __index__."""
            if isinstance(a, int):
                return a
            if not hasattr(type(a), "__index__"):
                raise TypeError(f"'{type(a).__name__}' object cannot be interpreted as an integer")
            result = a.__index__()
            if not isinstance(result, int):
                raise TypeError(f"__index__ returned non-int (type {type(result).__name__})")
            return result


        def _require_sequence(a):
            if isinstance(a, (str, bytes, list, tuple)):
                return
            if isinstance(a, (dict, set, frozenset)) or not hasattr(type(a), "__getitem__"):
                raise TypeError(f"'{type(a).__name__}' object can't be concatenated")


        def concat(a, b, /):
            """Same as a + b, for sequences."""
            _require_sequence(a)
            return a + b


        def contains(a, b, /):
            """Same as b in a."""
            return b in a


        def _items(a):
            try:
                return iter(a)
            except TypeError:
                raise TypeError(f"argument of type '{type(a).__name__}' is not iterable") from None


        def countOf(a, b, /):
            """Return how many items of a equal b."""
            return sum(1 for item in _items(a) if item is b or item == b)


        def indexOf(a, b, /):
            """Return the first place of b in a."""
            for place, item in enumerate(_items(a)):
                if item is b or item == b:
                    return place
            raise ValueError("sequence.index(x): x not in sequence")


        def setitem(a, b, c, /):
            """Same as a[b] = c."""
            a[b] = c


        def delitem(a, b, /):
            """Same as del a[b]."""
            del a[b]


        def length_hint(obj, default=0, /):
            """Return the length of obj, its own estimate of it, or the default."""
            if not isinstance(default, int):
                raise TypeError(f"'{type(default).__name__}' object cannot be interpreted as an integer")
            try:
                return len(obj)
            except TypeError:
                pass
            if not hasattr(type(obj), "__length_hint__"):
                return default
            try:
                hint = obj.__length_hint__()
            except TypeError:
                return default
            if hint is NotImplemented:
                return default
            if not isinstance(hint, int):
                raise TypeError(f"__length_hint__ must be an integer, not {type(hint).__name__}")
            if hint < 0:
                raise ValueError("__length_hint__() should return >= 0")
            return hint


        def call(obj, /, *args, **kwargs):
            """Same as obj(*args, **kwargs)."""
            return obj(*args, **kwargs)


        def iadd(a, b, /):
            """Same as a += b."""
            a += b
            return a


        def iand(a, b, /):
            """Same as a &= b."""
            a &= b
            return a


        def iconcat(a, b, /):
            """Same as a += b, for sequences."""
            _require_sequence(a)
            a += b
            return a


        def ifloordiv(a, b, /):
            """Same as a //= b."""
            a //= b
            return a


        def ilshift(a, b, /):
            """Same as a <<= b."""
            a <<= b
            return a


        def imod(a, b, /):
            """Same as a %= b."""
            a %= b
            return a


        def imul(a, b, /):
            """Same as a *= b."""
            a *= b
            return a


        def imatmul(a, b, /):
            """Same as a @= b."""
            a @= b
            return a


        def ior(a, b, /):
            """Same as a |= b."""
            a |= b
            return a


        def ipow(a, b, /):
            """Same as a **= b."""
            a **= b
            return a


        def irshift(a, b, /):
            """Same as a >>= b."""
            a >>= b
            return a


        def isub(a, b, /):
            """Same as a -= b."""
            a -= b
            return a


        def itruediv(a, b, /):
            """Same as a /= b."""
            a /= b
            return a


        def ixor(a, b, /):
            """Same as a ^= b."""
            a ^= b
            return a


        def _only_argument(name, args, kwargs):
            if kwargs:
                raise TypeError(f"{name}() takes no keyword arguments")
            if len(args) != 1:
                raise TypeError(f"{name} expected 1 argument, got {len(args)}")
            return args[0]


        def _follow(obj, dotted):
            for name in dotted.split("."):
                obj = getattr(obj, name)
            return obj


        class attrgetter:
            """Fetch attributes, whose names may be dotted, from the operand."""

            def __init__(self, *attrs, **kwargs):
                if kwargs:
                    raise TypeError("attrgetter() takes no keyword arguments")
                if not attrs:
                    raise TypeError("attrgetter expected 1 argument, got 0")
                if not all(isinstance(attr, str) for attr in attrs):
                    raise TypeError("attribute name must be a string")
                self._attrs = attrs

            def __call__(self, *args, **kwargs):
                obj = _only_argument("attrgetter", args, kwargs)
                if len(self._attrs) == 1:
                    return _follow(obj, self._attrs[0])
                return tuple([_follow(obj, attr) for attr in self._attrs])

            def __repr__(self):
                return f"operator.attrgetter({', '.join(map(repr, self._attrs))})"


        class itemgetter:
            """Fetch one item of the operand, or a tuple of several."""

            def __init__(self, *items, **kwargs):
                if kwargs:
                    raise TypeError("itemgetter() takes no keyword arguments")
                if not items:
                    raise TypeError("itemgetter expected 1 argument, got 0")
                self._items = items

            def __call__(self, *args, **kwargs):
                obj = _only_argument("itemgetter", args, kwargs)
                if len(self._items) == 1:
                    return obj[self._items[0]]
                return tuple([obj[item] for item in self._items])

            def __repr__(self):
                return f"operator.itemgetter({', '.join(map(repr, self._items))})"


        class methodcaller:
            """Call a method of the operand by its name, with the arguments given."""

            def __init__(self, *args, **kwargs):
                if not args:
                    raise TypeError("methodcaller needs at least one argument, the method name")
                if not isinstance(args[0], str):
                    raise TypeError("method name must be a string")
                self._name = args[0]
                self._args = args[1:]
                self._kwargs = kwargs

            def __call__(self, *args, **kwargs):
                obj = _only_argument("methodcaller", args, kwargs)
                return getattr(obj, self._name)(*self._args, **self._kwargs)

            def __repr__(self):
                shown = [repr(arg) for arg in (self._name,) + self._args]
                shown += [f"{name}={value!r}" for name, value in self._kwargs.items()]
                return f"operator.methodcaller({', '.join(shown)})"
        """#
}
