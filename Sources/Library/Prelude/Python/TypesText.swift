extension Prelude {
    /// The module `types`: simple objects and the names of classes.
    static let typesText = #"""
        import sys


        class SimpleNamespace:
            """An object with the attributes it is given."""

            def __init__(self, /, *args, **kwargs):
                if args:
                    raise TypeError("no positional arguments expected")
                self.__dict__.update(kwargs)

            def __repr__(self):
                texts = ["{}={!r}".format(name, value) for name, value in self.__dict__.items()]
                kind = type(self).__name__
                return ("namespace" if kind == "SimpleNamespace" else kind) + "(" + ", ".join(texts) + ")"

            def __eq__(self, other):
                if not isinstance(other, SimpleNamespace):
                    return NotImplemented
                return self.__dict__ == other.__dict__


        class mappingproxy:
            """A view of a dict that does not let it be changed."""

            def __init__(self, mapping):
                if isinstance(mapping, (list, tuple, str)) or not hasattr(mapping, "keys"):
                    raise TypeError("mappingproxy() argument must be a mapping, not " + type(mapping).__name__)
                self._mapping = mapping

            def __repr__(self):
                return "mappingproxy({!r})".format(self._mapping)

            def __str__(self):
                return str(self._mapping)

            def __getitem__(self, key):
                return self._mapping[key]

            def __contains__(self, key):
                return key in self._mapping

            def __iter__(self):
                return iter(self._mapping)

            def __len__(self):
                return len(self._mapping)

            def __eq__(self, other):
                return self._mapping == (other._mapping if isinstance(other, mappingproxy) else other)

            def __or__(self, other):
                return self._mapping | (other._mapping if isinstance(other, mappingproxy) else other)

            def __ror__(self, other):
                return other | self._mapping

            def get(self, key, default=None):
                """The value of a key, or the default."""
                return self._mapping.get(key, default)

            def keys(self):
                """The keys."""
                return self._mapping.keys()

            def values(self):
                """The values."""
                return self._mapping.values()

            def items(self):
                """The pairs of key and value."""
                return self._mapping.items()

            def copy(self):
                """A dict of its own with the same content."""
                return self._mapping.copy()


        def _generator():
            yield None


        class _Example:
            def method(self):
                """Stand for all methods."""


        MappingProxyType = mappingproxy
        FunctionType = type(_generator)
        LambdaType = FunctionType
        GeneratorType = type(_generator())
        MethodType = type(_Example().method)
        BuiltinFunctionType = type(len)
        BuiltinMethodType = BuiltinFunctionType
        ModuleType = type(sys)
        NoneType = type(None)
        EllipsisType = type(...)
        NotImplementedType = type(NotImplemented)
        UnionType = type(int | str)
        GenericAlias = type(list[int])
        """#
}
