extension Prelude {
    /// The module `types`, as far as scripts name its classes.
    static let typesText = """
        import math as _math

        FunctionType = type(lambda: None)
        LambdaType = FunctionType
        BuiltinFunctionType = type(len)
        BuiltinMethodType = BuiltinFunctionType
        GeneratorType = type((each for each in ()))
        NoneType = type(None)
        EllipsisType = type(...)
        NotImplementedType = type(NotImplemented)
        UnionType = type(int | str)
        GenericAlias = type(list[int])
        ModuleType = type(_math)


        class SimpleNamespace:
            def __init__(self, /, **kwargs):
                self.__dict__.update(kwargs)

            def __repr__(self):
                parts = [f"{name}={value!r}" for name, value in self.__dict__.items()]
                return f"namespace({', '.join(parts)})"

            def __eq__(self, other):
                if not isinstance(other, SimpleNamespace):
                    return NotImplemented
                return self.__dict__ == other.__dict__


        class mappingproxy:
            def __init__(self, mapping):
                self._mapping = mapping

            def __getitem__(self, key):
                return self._mapping[key]

            def __len__(self):
                return len(self._mapping)

            def __iter__(self):
                return iter(self._mapping)

            def __contains__(self, key):
                return key in self._mapping

            def __eq__(self, other):
                return self._mapping == (other._mapping if isinstance(other, mappingproxy) else other)

            def __or__(self, other):
                return self._mapping | other

            def __repr__(self):
                return f"mappingproxy({self._mapping!r})"

            def __str__(self):
                return str(self._mapping)

            def __setattr__(self, name, value):
                if name != "_mapping" or "_mapping" in self.__dict__:
                    raise AttributeError(f"'mappingproxy' object has no attribute '{name}'")
                object.__setattr__(self, name, value)

            def get(self, key, default=None):
                return self._mapping.get(key, default)

            def keys(self):
                return self._mapping.keys()

            def values(self):
                return self._mapping.values()

            def items(self):
                return self._mapping.items()

            def copy(self):
                return self._mapping.copy()


        MappingProxyType = mappingproxy
        """
}
