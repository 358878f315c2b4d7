extension Prelude {
    /// The functions of `functools` that are written in the language.
    static let functoolsText = """
        from collections import namedtuple

        WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__")
        WRAPPER_UPDATES = ("__dict__",)
        _Info = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


        def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
            for name in assigned:
                if hasattr(wrapped, name):
                    setattr(wrapper, name, getattr(wrapped, name))
            if "__dict__" in updated:
                for name, value in getattr(wrapped, "__dict__", {}).items():
                    setattr(wrapper, name, value)
            wrapper.__wrapped__ = wrapped
            return wrapper


        def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
            return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


        def lru_cache(maxsize=128, typed=False):
            if callable(maxsize):
                return _cached(maxsize, 128, typed)
            if maxsize is not None and not isinstance(maxsize, int):
                raise TypeError("Expected first argument to be an integer, a callable, or None")
            return lambda function: _cached(function, None if maxsize is None else max(maxsize, 0), typed)


        def cache(user_function, /):
            return _cached(user_function, None, False)


        def _cached(function, maxsize, typed):
            kept = {}
            counts = [0, 0]

            def cached(*args, **kwargs):
                key = (args, tuple(kwargs.items()))
                if typed:
                    key = (*key, tuple(type(value) for value in args), tuple(type(value) for value in kwargs.values()))
                if key in kept:
                    counts[0] += 1
                    if maxsize is None:
                        return kept[key]
                    value = kept.pop(key)
                    kept[key] = value
                    return value
                counts[1] += 1
                value = function(*args, **kwargs)
                if maxsize != 0:
                    kept[key] = value
                    if maxsize is not None and len(kept) > maxsize:
                        del kept[next(iter(kept))]
                return value

            def cache_clear():
                kept.clear()
                counts[:] = [0, 0]

            update_wrapper(cached, function)
            cached.cache_info = lambda: _Info(counts[0], counts[1], maxsize, len(kept))
            cached.cache_clear = cache_clear
            cached.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
            return cached


        class cached_property:
            def __init__(self, func):
                self.func = func
                self.attrname = None
                self.__doc__ = func.__doc__

            def __set_name__(self, owner, name):
                self.attrname = name

            def __get__(self, instance, owner=None):
                if instance is None:
                    return self
                if self.attrname is None:
                    raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
                value = self.func(instance)
                instance.__dict__[self.attrname] = value
                return value


        def total_ordering(cls):
            def has(name):
                return getattr(cls, name, None) is not getattr(object, name, None)
            found = [name for name in ("__lt__", "__le__", "__gt__", "__ge__") if has(name)]
            if not found:
                raise ValueError("must define at least one ordering operation: < > <= >=")
            if "__lt__" in found:
                rules = {
                    "__gt__": lambda a, b: not (a < b or a == b), "__le__": lambda a, b: a < b or a == b,
                    "__ge__": lambda a, b: not a < b}
            elif "__le__" in found:
                rules = {
                    "__ge__": lambda a, b: not a <= b or a == b, "__lt__": lambda a, b: a <= b and not a == b,
                    "__gt__": lambda a, b: not a <= b}
            elif "__gt__" in found:
                rules = {
                    "__lt__": lambda a, b: not (a > b or a == b), "__ge__": lambda a, b: a > b or a == b,
                    "__le__": lambda a, b: not a > b}
            else:
                rules = {
                    "__le__": lambda a, b: not a >= b or a == b, "__gt__": lambda a, b: a >= b and not a == b,
                    "__lt__": lambda a, b: not a >= b}
            for name, rule in rules.items():
                if name not in found:
                    setattr(cls, name, rule)
            return cls


        # The classes of a class or of several; None for anything else.
        def _classes(value):
            if isinstance(value, type):
                return (value,)
            args = getattr(value, "__args__", ())
            is_union = str(type(value).__name__) == "UnionType" or repr(getattr(value, "__origin__", None)) == "typing.Union"
            return args if is_union and all([isinstance(arg, type) for arg in args]) else None


        def _first_annotation(function):
            from typing import get_type_hints
            if not getattr(function, "__annotations__", {}):
                raise TypeError(
                    f"Invalid first argument to `register()`: {function!r}. Use either `@register(some_class)` or plain "
                    "`@register` on an annotated function.")
            return next(iter(get_type_hints(function).items()))


        class singledispatchmethod:
            def __init__(self, func):
                self.dispatcher = singledispatch(func)
                self.func = func

            def register(self, cls, method=None):
                return self.dispatcher.register(cls, method)

            def __get__(self, obj, cls=None):
                def method(*args, **kwargs):
                    return self.dispatcher.dispatch(type(args[0]))(obj, *args, **kwargs)

                update_wrapper(method, self.func)
                method.register = self.register
                return method


        def singledispatch(func):
            kinds = {object: func}

            def dispatch(cls):
                for kind in cls.__mro__:
                    if kind in kinds:
                        return kinds[kind]
                return func

            def register(cls, function=None):
                classes = _classes(cls)
                if classes is None:
                    if function is not None:
                        raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
                    function = cls
                    name, annotation = _first_annotation(function)
                    classes = _classes(annotation)
                    if classes is None:
                        raise TypeError(f"Invalid annotation for {name!r}. {annotation!r} is not a class.")
                elif function is None:
                    return lambda function: register(cls, function)
                for each in classes:
                    kinds[each] = function
                return function

            def chosen(*args, **kwargs):
                if not args:
                    raise TypeError(f"{func.__name__} requires at least 1 positional argument")
                return dispatch(type(args[0]))(*args, **kwargs)

            update_wrapper(chosen, func)
            chosen.register = register
            chosen.dispatch = dispatch
            chosen.registry = kinds
            return chosen


        def cmp_to_key(mycmp):
            class K:
                def __init__(self, obj):
                    self.obj = obj

                def __lt__(self, other):
                    return mycmp(self.obj, other.obj) < 0

                def __gt__(self, other):
                    return mycmp(self.obj, other.obj) > 0

                def __eq__(self, other):
                    return mycmp(self.obj, other.obj) == 0

                def __le__(self, other):
                    return mycmp(self.obj, other.obj) <= 0

                def __ge__(self, other):
                    return mycmp(self.obj, other.obj) >= 0

            return K
        """
}
