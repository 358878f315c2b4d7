extension Prelude {
    /// The module `dataclasses`.
    static let dataclassesText = """
        import copy as _copy
        import dataclasses
        import types as _types
        import typing as _typing


        class FrozenInstanceError(AttributeError):
            pass


        class _MISSING_TYPE:
            pass


        class _KW_ONLY_TYPE:
            pass


        class _HAS_DEFAULT_FACTORY_CLASS:
            def __repr__(self):
                return "<factory>"


        MISSING = _MISSING_TYPE()
        KW_ONLY = _KW_ONLY_TYPE()


        class InitVar:
            def __init__(self, type):
                self.type = type

            def __repr__(self):
                name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
                return f"dataclasses.InitVar[{name}]"

            def __class_getitem__(cls, type):
                return InitVar(type)


        class _Kind:
            def __init__(self, name):
                self.name = name

            def __repr__(self):
                return self.name


        _FIELD = _Kind("_FIELD")
        _FIELD_CLASSVAR = _Kind("_FIELD_CLASSVAR")
        _FIELD_INITVAR = _Kind("_FIELD_INITVAR")


        class Field:
            def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
                self.name = None
                self.type = None
                self.default = default
                self.default_factory = default_factory
                self.init = init
                self.repr = repr
                self.hash = hash
                self.compare = compare
                self.metadata = _types.MappingProxyType({} if metadata is None else metadata)
                self.kw_only = kw_only
                self._field_type = None

            def __repr__(self):
                names = ["name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only"]
                parts = [f"{name}={getattr(self, name)!r}" for name in names]
                return f"Field({','.join(parts)},_field_type={self._field_type})"


        def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
                  metadata=None, kw_only=MISSING):
            if default is not MISSING and default_factory is not MISSING:
                raise ValueError("cannot specify both default and default_factory")
            return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


        # Whether an annotation is a word of `typing` or of this module, as itself or in a string.
        def _names(annotation, word, itself):
            if isinstance(annotation, str):
                return annotation.split("[")[0].split(".")[-1].strip() == word
            return annotation is itself or getattr(annotation, "__origin__", None) is itself


        def _kind(annotation):
            if _names(annotation, "ClassVar", _typing.ClassVar):
                return _FIELD_CLASSVAR
            if isinstance(annotation, InitVar) or _names(annotation, "InitVar", InitVar):
                return _FIELD_INITVAR
            return _FIELD


        def _made_field(cls, name, annotation, kw_only):
            default = cls.__dict__.get(name, MISSING)
            made = default if isinstance(default, Field) else field(default=default)
            made.name = name
            made.type = annotation
            made._field_type = _kind(annotation)
            if made._field_type is not _FIELD and made.default_factory is not MISSING:
                raise TypeError(f"field {name} cannot have a default factory")
            if made._field_type is _FIELD_CLASSVAR:
                if made.kw_only is not MISSING:
                    raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
            elif made.kw_only is MISSING:
                made.kw_only = kw_only
            if made._field_type is _FIELD and type(made.default).__hash__ is None:
                raise ValueError(
                    f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
            return made


        def _own_fields(cls, kw_only):
            found = []
            marked = False
            for name, annotation in cls.__annotations__.items():
                if annotation is KW_ONLY or _names(annotation, "KW_ONLY", KW_ONLY):
                    if marked:
                        raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
                    marked = kw_only = True
                else:
                    found.append(_made_field(cls, name, annotation, kw_only))
            return found


        def _keep_default(cls, made):
            if isinstance(cls.__dict__.get(made.name), Field):
                if made.default is MISSING:
                    delattr(cls, made.name)
                else:
                    setattr(cls, made.name, made.default)


        def _gathered(cls, kw_only, frozen):
            gathered = {}
            frozen_bases = []
            for base in cls.__mro__[-1:0:-1]:
                kept = base.__dict__.get("__dataclass_fields__")
                if kept is not None:
                    gathered.update(kept)
                    frozen_bases.append(base.__dataclass_params__["frozen"])
            for made in _own_fields(cls, kw_only):
                gathered[made.name] = made
                _keep_default(cls, made)
            for name, value in list(cls.__dict__.items()):
                if isinstance(value, Field) and name not in cls.__annotations__:
                    raise TypeError(f"{name!r} is a field but has no type annotation")
            if True in frozen_bases and not frozen:
                raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
            if False in frozen_bases and frozen:
                raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
            return gathered


        def _signature(cls, positional, keyword_only):
            parameters = []
            default_seen = False
            for made in positional:
                has_default = made.default is not MISSING or made.default_factory is not MISSING
                if default_seen and not has_default:
                    raise TypeError(f"non-default argument {made.name!r} follows default argument")
                default_seen = has_default
                parameters.append(made.name + ("=..." if has_default else ""))
            if keyword_only:
                parameters.append("*")
            for made in keyword_only:
                has_default = made.default is not MISSING or made.default_factory is not MISSING
                parameters.append(made.name + ("=..." if has_default else ""))
            return f"{cls.__qualname__}.__init__({', '.join(parameters)})"


        def _initializer(cls, fields, frozen):
            fields = [made for made in fields if made._field_type is not _FIELD_CLASSVAR]
            taken = [made for made in fields if made.init]
            signature = _signature(
                cls, [made for made in taken if not made.kw_only], [made for made in taken if made.kw_only])
            store = object.__setattr__ if frozen else setattr
            has_post = hasattr(cls, "__post_init__")

            def initialize(self, given):
                extra = []
                for made in fields:
                    if made.init and made.name in given:
                        value = given[made.name]
                    elif made.default_factory is not MISSING:
                        value = made.default_factory()
                    elif made.default is not MISSING and made.init:
                        value = made.default
                    elif made._field_type is _FIELD_INITVAR:
                        value = made.default
                    else:
                        continue
                    if made._field_type is _FIELD_INITVAR:
                        extra.append(value)
                    else:
                        store(self, made.name, value)
                if has_post:
                    self.__post_init__(*extra)

            return dataclasses._method(signature, initialize)


        def _represented(names):
            running = set()

            def __repr__(self):
                if id(self) in running:
                    return "..."
                running.add(id(self))
                try:
                    parts = [f"{name}={getattr(self, name)!r}" for name in names]
                finally:
                    running.discard(id(self))
                return f"{type(self).__qualname__}({', '.join(parts)})"

            return __repr__


        def _values(self, names):
            return tuple([getattr(self, name) for name in names])


        def _comparisons(names):
            def __lt__(self, other):
                if type(self) is not type(other):
                    return NotImplemented
                return _values(self, names) < _values(other, names)

            def __le__(self, other):
                if type(self) is not type(other):
                    return NotImplemented
                return _values(self, names) <= _values(other, names)

            def __gt__(self, other):
                if type(self) is not type(other):
                    return NotImplemented
                return _values(self, names) > _values(other, names)

            def __ge__(self, other):
                if type(self) is not type(other):
                    return NotImplemented
                return _values(self, names) >= _values(other, names)

            return {"__lt__": __lt__, "__le__": __le__, "__gt__": __gt__, "__ge__": __ge__}


        def _equality(names):
            def __eq__(self, other):
                if type(self) is not type(other):
                    return NotImplemented
                return _values(self, names) == _values(other, names)

            return __eq__


        def _hashing(names):
            def __hash__(self):
                return hash(_values(self, names))

            return __hash__


        def _freeze(cls, names):
            def __setattr__(self, name, value):
                if type(self) is cls or name in names:
                    raise FrozenInstanceError(f"cannot assign to field {name!r}")
                super(cls, self).__setattr__(name, value)

            def __delattr__(self, name):
                if type(self) is cls or name in names:
                    raise FrozenInstanceError(f"cannot delete field {name!r}")
                super(cls, self).__delattr__(name)

            for name, method in {"__setattr__": __setattr__, "__delattr__": __delattr__}.items():
                if name in cls.__dict__:
                    raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
                setattr(cls, name, method)


        def _add_hash(cls, fields, eq, frozen, unsafe_hash):
            explicit = cls.__dict__.get("__hash__", MISSING)
            has_explicit = not (explicit is MISSING or explicit is None and "__eq__" in cls.__dict__)
            if unsafe_hash and has_explicit:
                raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
            if has_explicit:
                return
            if unsafe_hash or eq and frozen:
                names = [made.name for made in fields if (made.compare if made.hash is None else made.hash)]
                cls.__hash__ = _hashing(names)
            elif eq:
                cls.__hash__ = None


        def _add_slots(cls, fields):
            if "__slots__" in cls.__dict__:
                raise TypeError(f"{cls.__name__} already specifies __slots__")
            inherited = set()
            for base in cls.__mro__[1:]:
                inherited.update(base.__dict__.get("__slots__", ()))
            for made in fields:
                if made.name in cls.__dict__:
                    delattr(cls, made.name)
            cls.__slots__ = tuple([made.name for made in fields if made.name not in inherited])


        def _processed(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
            gathered = _gathered(cls, kw_only, frozen)
            cls.__dataclass_fields__ = gathered
            cls.__dataclass_params__ = {
                "init": init, "repr": repr, "eq": eq, "order": order, "unsafe_hash": unsafe_hash, "frozen": frozen}
            if order and not eq:
                raise ValueError("eq must be true if order is true")
            every = list(gathered.values())
            fields = [made for made in every if made._field_type is _FIELD]
            own = cls.__dict__
            compared = [made.name for made in fields if made.compare]
            if init:
                cls.__init__ = _initializer(cls, every, frozen)
            if repr and "__repr__" not in own:
                cls.__repr__ = _represented([made.name for made in fields if made.repr])
            defines_eq = "__eq__" in own
            if order:
                for name, method in _comparisons(compared).items():
                    if name in own:
                        raise TypeError(
                            f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                            "Consider using functools.total_ordering")
                    setattr(cls, name, method)
            if frozen:
                _freeze(cls, {made.name for made in fields})
            _add_hash(cls, fields, eq, frozen, unsafe_hash)
            if eq and not defines_eq:
                cls.__eq__ = _equality(compared)
            if match_args and "__match_args__" not in own:
                cls.__match_args__ = tuple([made.name for made in every if made.init and not made.kw_only])
            if slots:
                _add_slots(cls, fields)
            return cls


        def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
                      match_args=True, kw_only=False, slots=False, weakref_slot=False):
            if weakref_slot and not slots:
                raise TypeError("weakref_slot is True but slots is False")

            def wrap(cls):
                return _processed(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)

            return wrap if cls is None else wrap(cls)


        def _is_instance(obj):
            return not isinstance(obj, type) and hasattr(type(obj), "__dataclass_fields__")


        def is_dataclass(obj):
            return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


        def fields(class_or_instance):
            if not is_dataclass(class_or_instance):
                raise TypeError("must be called with a dataclass type or instance")
            return tuple([
                made for made in class_or_instance.__dataclass_fields__.values() if made._field_type is _FIELD])


        def _inner(obj, convert):
            if _is_instance(obj):
                return convert(obj)
            if isinstance(obj, tuple) and hasattr(obj, "_fields"):
                return type(obj)(*[_inner(each, convert) for each in obj])
            if isinstance(obj, (list, tuple)):
                return type(obj)([_inner(each, convert) for each in obj])
            if isinstance(obj, dict):
                pairs = [(_inner(key, convert), _inner(value, convert)) for key, value in obj.items()]
                if hasattr(obj, "default_factory"):
                    result = type(obj)(obj.default_factory)
                    result.update(pairs)
                    return result
                return type(obj)(pairs)
            return _copy.deepcopy(obj)


        def asdict(obj, *, dict_factory=dict):
            if not _is_instance(obj):
                raise TypeError("asdict() should be called on dataclass instances")

            def convert(obj):
                return dict_factory([(made.name, _inner(getattr(obj, made.name), convert)) for made in fields(obj)])

            return convert(obj)


        def astuple(obj, *, tuple_factory=tuple):
            if not _is_instance(obj):
                raise TypeError("astuple() should be called on dataclass instances")

            def convert(obj):
                return tuple_factory([_inner(getattr(obj, made.name), convert) for made in fields(obj)])

            return convert(obj)


        def replace(obj, /, **changes):
            if not _is_instance(obj):
                raise TypeError("replace() should be called on dataclass instances")
            for made in obj.__dataclass_fields__.values():
                if made._field_type is _FIELD_CLASSVAR:
                    continue
                if not made.init:
                    if made.name in changes:
                        raise ValueError(
                            f"field {made.name} is declared with init=False, it cannot be specified with replace()")
                elif made.name not in changes:
                    if made._field_type is _FIELD_INITVAR and made.default is MISSING:
                        raise ValueError(f"InitVar {made.name!r} must be specified with replace()")
                    changes[made.name] = getattr(obj, made.name)
            return type(obj)(**changes)


        def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                           unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False,
                           weakref_slot=False):
            names = dict(namespace or {})
            annotations = {}
            for item in fields:
                item = (item, "typing.Any") if isinstance(item, str) else tuple(item)
                if len(item) not in (2, 3):
                    raise TypeError(f"Invalid field: {item!r}")
                if not isinstance(item[0], str) or not item[0].isidentifier():
                    raise TypeError(f"Field names must be valid identifiers: {item[0]!r}")
                if item[0] in annotations:
                    raise TypeError(f"Field name duplicated: {item[0]!r}")
                annotations[item[0]] = item[1]
                if len(item) == 3:
                    names[item[0]] = item[2]
            names["__annotations__"] = annotations
            names["__module__"] = "types"
            made = type(cls_name, tuple(bases), names)
            return dataclass(
                made, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
        """
}
