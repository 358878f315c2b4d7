extension Prelude {
    /// The words of `typing`.
    static let typingText = """
        import collections as _collections
        import types as _types
        import typing


        def _repr(obj):
            if isinstance(obj, _types.GenericAlias):
                return repr(obj)
            if isinstance(obj, type):
                if obj.__module__ == "builtins":
                    return obj.__qualname__
                return f"{obj.__module__}.{obj.__qualname__}"
            if obj is ...:
                return "..."
            if isinstance(obj, _types.FunctionType):
                return obj.__name__
            if isinstance(obj, list):
                return "[" + ", ".join([_repr(each) for each in obj]) + "]"
            return repr(obj)


        def _converted(arg):
            if arg is None:
                return type(None)
            if isinstance(arg, str):
                return ForwardRef(arg)
            return arg


        def _listed(parameters):
            return list(parameters) if isinstance(parameters, tuple) else [parameters]


        class _Word:
            def __or__(self, other):
                return Union[self, other]

            def __ror__(self, other):
                return Union[other, self]


        class ForwardRef(_Word):
            def __init__(self, arg):
                self.__forward_arg__ = arg

            def __eq__(self, other):
                return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

            def __hash__(self):
                return hash(self.__forward_arg__)

            def __repr__(self):
                return f"ForwardRef({self.__forward_arg__!r})"


        class TypeVar(_Word):
            def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
                if covariant and contravariant:
                    raise ValueError("Bivariant types are not supported.")
                if len(constraints) == 1:
                    raise TypeError("A single constraint is not allowed")
                self.__name__ = name
                self.__constraints__ = constraints
                self.__bound__ = bound
                self.__covariant__ = covariant
                self.__contravariant__ = contravariant

            def __repr__(self):
                return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


        class ParamSpec(TypeVar):
            def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
                super().__init__(name, bound=bound, covariant=covariant, contravariant=contravariant)
                self.args = self
                self.kwargs = self


        class NewType(_Word):
            def __init__(self, name, tp):
                self.__name__ = name
                self.__supertype__ = tp
                self.__module__ = "__main__"

            def __call__(self, x):
                return x

            def __repr__(self):
                return f"{self.__module__}.{self.__name__}"


        # A class with its parameters, `List[int]`.
        class _GenericAlias(_Word):
            def __init__(self, origin, args, name):
                self.__origin__ = origin
                self.__args__ = tuple(args)
                self._name = name

            @property
            def __parameters__(self):
                return tuple([arg for arg in self.__args__ if isinstance(arg, TypeVar)])

            def __repr__(self):
                if self.__origin__ is Union:
                    return self._union_text()
                if self.__origin__ is Literal:
                    return "typing.Literal[" + ", ".join([repr(arg) for arg in self.__args__]) + "]"
                if self.__origin__ is Annotated:
                    inner = [_repr(self.__args__[0])] + [repr(arg) for arg in self.__args__[1:]]
                    return "typing.Annotated[" + ", ".join(inner) + "]"
                if self._name == "Callable":
                    *given, result = self.__args__
                    shown = "..." if given == [...] else "[" + ", ".join([_repr(arg) for arg in given]) + "]"
                    return f"typing.Callable[{shown}, {_repr(result)}]"
                name = "typing." + self._name if self._name else _repr(self.__origin__)
                return name + "[" + (", ".join([_repr(arg) for arg in self.__args__]) or "()") + "]"

            def _union_text(self):
                args = self.__args__
                if len(args) == 2 and type(None) in args:
                    return f"typing.Optional[{_repr(args[0] if args[1] is type(None) else args[1])}]"
                return "typing.Union[" + ", ".join([_repr(arg) for arg in args]) + "]"

            def __eq__(self, other):
                if not isinstance(other, _GenericAlias):
                    return NotImplemented
                if self.__origin__ is not other.__origin__:
                    return False
                if self.__origin__ is Union:
                    return set(self.__args__) == set(other.__args__)
                return self.__args__ == other.__args__

            def __hash__(self):
                if self.__origin__ is Union:
                    return hash(frozenset(self.__args__))
                return hash(self.__args__)

            def __getitem__(self, parameters):
                given = dict(zip(self.__parameters__, [_converted(each) for each in _listed(parameters)]))
                if not given:
                    raise TypeError(f"{self!r} is not a generic class")
                return _GenericAlias(
                    self.__origin__, [given.get(arg, arg) if isinstance(arg, TypeVar) else arg for arg in self.__args__],
                    self._name)

            def __call__(self, *args, **kwargs):
                return self.__origin__(*args, **kwargs)

            def __getattr__(self, name):
                return getattr(self.__origin__, name)

            def __mro_entries__(self, bases):
                return (self.__origin__,)

            def __instancecheck__(self, obj):
                if self.__origin__ is Union:
                    return isinstance(obj, self.__args__)
                raise TypeError("Subscripted generics cannot be used with class and instance checks")

            def __subclasscheck__(self, cls):
                if self.__origin__ is Union:
                    return issubclass(cls, self.__args__)
                raise TypeError("Subscripted generics cannot be used with class and instance checks")


        # A word that stands for itself or takes parameters by a rule.
        class _Form(_Word):
            def __init__(self, name, rule=None):
                self._name = name
                self._rule = rule

            def __repr__(self):
                return "typing." + self._name

            def __getitem__(self, parameters):
                if self._rule is None:
                    raise TypeError(f"{self!r} is not subscriptable")
                return self._rule(self, parameters)

            def __call__(self, *args, **kwargs):
                raise TypeError("Any cannot be instantiated" if self._name == "Any" else f"Cannot instantiate {self!r}")

            def __instancecheck__(self, obj):
                raise TypeError(f"{self!r} cannot be used with isinstance()")

            def __mro_entries__(self, bases):
                return (object,)


        # `List` and its like: another name of a class, which is told from others by what its objects can do.
        class _Collection(_Form):
            def __init__(self, name, origin, *methods):
                super().__init__(name)
                self.__origin__ = origin
                self._methods = methods

            def __getitem__(self, parameters):
                args = [_converted(each) for each in _listed(parameters)]
                if self._name == "Callable":
                    given, result = parameters
                    args = [_converted(each) for each in (given if isinstance(given, list) else [given])]
                    args.append(_converted(result))
                return _GenericAlias(self.__origin__, args, self._name)

            def __call__(self, *args, **kwargs):
                if self._methods:
                    raise TypeError(f"Type {self._name} cannot be instantiated; use its subclasses instead")
                return self.__origin__(*args, **kwargs)

            def __instancecheck__(self, obj):
                if self._name == "Callable":
                    return callable(obj)
                if self._name == "Hashable":
                    return type(obj).__hash__ is not None
                if self._methods:
                    return all([hasattr(obj, name) for name in self._methods])
                return isinstance(obj, self.__origin__)

            def __subclasscheck__(self, cls):
                if self._methods:
                    return all([hasattr(cls, name) for name in self._methods])
                return issubclass(cls, self.__origin__)

            def __mro_entries__(self, bases):
                return (object,) if self._methods else (self.__origin__,)


        def _single(form, parameters):
            return _GenericAlias(form, [_converted(parameters)], form._name)


        def _several(form, parameters):
            return _GenericAlias(form, [_converted(each) for each in _listed(parameters)], form._name)


        def _literal(form, parameters):
            args = []
            for each in _listed(parameters):
                if not [1 for known in args if known == each and type(known) is type(each)]:
                    args.append(each)
            return _GenericAlias(form, args, "Literal")


        def _annotated(form, parameters):
            if not isinstance(parameters, tuple) or len(parameters) < 2:
                raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
            return _GenericAlias(form, [_converted(parameters[0])] + list(parameters[1:]), "Annotated")


        def _union(form, parameters):
            if parameters == ():
                raise TypeError("Cannot take a Union of no types.")
            args = []
            for each in [_converted(each) for each in _listed(parameters)]:
                inner = each.__args__ if isinstance(each, _types.UnionType) or getattr(each, "__origin__", None) is Union else [each]
                for arg in inner:
                    if arg not in args:
                        args.append(arg)
            return args[0] if len(args) == 1 else _GenericAlias(Union, args, "Union")


        def _optional(form, parameters):
            return Union[parameters, type(None)]


        Any = _Form("Any")
        NoReturn = _Form("NoReturn")
        Never = _Form("Never")
        Self = _Form("Self")
        LiteralString = _Form("LiteralString")
        TypeAlias = _Form("TypeAlias")
        Union = _Form("Union", _union)
        Optional = _Form("Optional", _optional)
        Literal = _Form("Literal", _literal)
        Annotated = _Form("Annotated", _annotated)
        ClassVar = _Form("ClassVar", _single)
        Final = _Form("Final", _single)
        Required = _Form("Required", _single)
        NotRequired = _Form("NotRequired", _single)
        TypeGuard = _Form("TypeGuard", _single)
        Unpack = _Form("Unpack", _single)
        Concatenate = _Form("Concatenate", _several)
        List = _Collection("List", list)
        Dict = _Collection("Dict", dict)
        Set = _Collection("Set", set)
        FrozenSet = _Collection("FrozenSet", frozenset)
        Tuple = _Collection("Tuple", tuple)
        Type = _Collection("Type", type)
        Deque = _Collection("Deque", _collections.deque)
        DefaultDict = _Collection("DefaultDict", _collections.defaultdict)
        OrderedDict = _Collection("OrderedDict", _collections.OrderedDict)
        Counter = _Collection("Counter", _collections.Counter)
        Callable = _Collection("Callable", callable, "__call__")
        Iterable = _Collection("Iterable", object, "__iter__")
        Iterator = _Collection("Iterator", object, "__iter__", "__next__")
        Reversible = _Collection("Reversible", object, "__reversed__")
        Generator = _Collection("Generator", object, "__iter__", "__next__", "send")
        Container = _Collection("Container", object, "__contains__")
        Collection = _Collection("Collection", object, "__len__", "__iter__", "__contains__")
        Sized = _Collection("Sized", object, "__len__")
        Hashable = _Collection("Hashable", object, "__hash__")
        Sequence = _Collection("Sequence", object, "__getitem__", "__len__", "index", "count")
        MutableSequence = _Collection("MutableSequence", object, "__setitem__", "append", "insert")
        Mapping = _Collection("Mapping", object, "__getitem__", "keys", "items", "get")
        MutableMapping = _Collection("MutableMapping", object, "__setitem__", "keys", "items", "update")
        AbstractSet = _Collection("AbstractSet", object, "__contains__", "isdisjoint")
        MutableSet = _Collection("MutableSet", object, "add", "discard")
        KeysView = _Collection("KeysView", object, "isdisjoint")
        ValuesView = _Collection("ValuesView", object, "__iter__")
        ItemsView = _Collection("ItemsView", object, "isdisjoint")
        Awaitable = _Collection("Awaitable", object, "__await__")
        Coroutine = _Collection("Coroutine", object, "__await__", "send")
        AsyncIterable = _Collection("AsyncIterable", object, "__aiter__")
        AsyncIterator = _Collection("AsyncIterator", object, "__aiter__", "__anext__")
        AsyncGenerator = _Collection("AsyncGenerator", object, "__aiter__", "asend")
        ContextManager = _Collection("ContextManager", object, "__enter__", "__exit__")
        AsyncContextManager = _Collection("AsyncContextManager", object, "__aenter__", "__aexit__")
        IO = _Collection("IO", object, "read", "write")
        TextIO = _Collection("TextIO", object, "read", "write")
        BinaryIO = _Collection("BinaryIO", object, "read", "write")
        Pattern = _Collection("Pattern", object, "finditer")
        Match = _Collection("Match", object, "groups")
        SupportsInt = _Collection("SupportsInt", object, "__int__")
        SupportsFloat = _Collection("SupportsFloat", object, "__float__")
        SupportsIndex = _Collection("SupportsIndex", object, "__index__")
        SupportsAbs = _Collection("SupportsAbs", object, "__abs__")
        SupportsRound = _Collection("SupportsRound", object, "__round__")
        Text = str
        AnyStr = TypeVar("AnyStr", bytes, str)


        class Generic:
            def __class_getitem__(cls, parameters):
                args = [_converted(each) for each in _listed(parameters)]
                return _GenericAlias(cls, args, cls.__name__ if cls is Generic or cls is Protocol else None)


        class Protocol(Generic):
            pass


        class _TypedDict:
            def __call__(self, typename, fields, *, total=True):
                return type(typename, (dict,), {"__annotations__": dict(fields), "__total__": total})

            def __mro_entries__(self, bases):
                return (dict,)

            def __repr__(self):
                return "<function TypedDict>"


        TypedDict = _TypedDict()


        def get_origin(tp):
            if tp is Generic:
                return Generic
            return getattr(tp, "__origin__", _types.UnionType if isinstance(tp, _types.UnionType) else None)


        def get_args(tp):
            args = getattr(tp, "__args__", ())
            if getattr(tp, "_name", None) == "Callable" and args and args[0] is not ...:
                return (list(args[:-1]), args[-1])
            return args


        def _meaning(annotation):
            if annotation is None:
                return type(None)
            if isinstance(annotation, str):
                return _meaning(typing._evaluated(annotation))
            if isinstance(annotation, ForwardRef):
                return _meaning(typing._evaluated(annotation.__forward_arg__))
            if isinstance(annotation, _GenericAlias) and annotation.__origin__ is not Literal:
                args = [_meaning(arg) for arg in annotation.__args__]
                return Union[tuple(args)] if annotation.__origin__ is Union else _GenericAlias(
                    annotation.__origin__, args, annotation._name)
            return annotation


        def _without_extras(hint):
            if isinstance(hint, _GenericAlias) and hint.__origin__ is Annotated:
                return _without_extras(hint.__args__[0])
            return hint


        def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
            if globalns is not None or localns is not None:
                raise NotImplementedError("get_type_hints looks among the script's own variables")
            found = {}
            if isinstance(obj, type):
                for base in reversed(obj.__mro__):
                    found.update(base.__annotations__)
            elif hasattr(obj, "__annotations__"):
                found = dict(obj.__annotations__)
            else:
                raise TypeError(f"{obj!r} is not a module, class, method, or function.")
            hints = {name: _meaning(annotation) for name, annotation in found.items()}
            return hints if include_extras else {name: _without_extras(hint) for name, hint in hints.items()}


        def overload(func):
            return lambda *args, **kwds: _refuse_overload()


        def _refuse_overload():
            raise NotImplementedError(
                "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
                "should always be followed by an implementation that is not @overload-ed.")


        def final(f):
            return f


        def no_type_check(arg):
            return arg


        def runtime_checkable(cls):
            return cls


        def dataclass_transform(**kwargs):
            return lambda cls: cls


        def assert_type(val, typ, /):
            return val


        def assert_never(arg, /):
            raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


        def reveal_type(obj, /):
            return obj
        """
}
