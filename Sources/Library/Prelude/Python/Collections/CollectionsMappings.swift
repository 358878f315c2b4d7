extension Prelude {
    /// The module `collections`: mappings that are written in the language.
    static let collectionsMappings = #"""
        _MISSING = object()


        def _is_mapping(value):
            return isinstance(value, (dict, _Mapping))


        def _pairs(other):
            """Return the pairs of a mapping, or of an iterable of pairs."""
            if _is_mapping(other) or hasattr(other, "keys"):
                return [(key, other[key]) for key in other.keys()]
            return [(key, value) for key, value in other]


        def _is_set(value):
            return isinstance(value, (set, frozenset, _View, type({}.keys()), type({}.items())))


        def _within(items, others):
            return all(item in others for item in items)


        class _View:
            def __init__(self, mapping):
                self._mapping = mapping

            def __len__(self):
                return len(self._mapping)

            def __repr__(self):
                return f"{type(self).__name__}({self._mapping!r})"

            def __eq__(self, other):
                if not _is_set(other):
                    return NotImplemented
                return len(self) == len(other) and _within(self, other)

            def __le__(self, other):
                if not _is_set(other):
                    return NotImplemented
                return _within(self, other)

            def __lt__(self, other):
                if not _is_set(other):
                    return NotImplemented
                return len(self) < len(other) and _within(self, other)

            def __ge__(self, other):
                if not _is_set(other):
                    return NotImplemented
                return _within(other, self)

            def __gt__(self, other):
                if not _is_set(other):
                    return NotImplemented
                return len(self) > len(other) and _within(other, self)

            def __and__(self, other):
                return {item for item in other if item in self}

            def __or__(self, other):
                return set(self).union(other)

            def __sub__(self, other):
                return set(self).difference(other)

            def __xor__(self, other):
                return set(self).symmetric_difference(other)

            def __rand__(self, other):
                return self & other

            def __ror__(self, other):
                return self | other

            def __rsub__(self, other):
                return set(other).difference(self)

            def __rxor__(self, other):
                return self ^ other

            def isdisjoint(self, other):
                """Return whether the two have no item in common."""
                return not any(item in self for item in other)


        class KeysView(_View):
            """The keys of a mapping."""

            def __iter__(self):
                yield from self._mapping

            def __contains__(self, key):
                return key in self._mapping


        class ItemsView(_View):
            """The pairs of keys and values of a mapping."""

            def __iter__(self):
                for key in self._mapping:
                    yield key, self._mapping[key]

            def __contains__(self, item):
                key, value = item
                try:
                    found = self._mapping[key]
                except KeyError:
                    return False
                return found is value or found == value


        class ValuesView:
            """The values of a mapping."""

            def __init__(self, mapping):
                self._mapping = mapping

            def __len__(self):
                return len(self._mapping)

            def __repr__(self):
                return f"{type(self).__name__}({self._mapping!r})"

            def __iter__(self):
                for key in self._mapping:
                    yield self._mapping[key]

            def __contains__(self, value):
                return any(found is value or found == value for found in self)


        class _Mapping:
            """What a mapping does by its items, its length and the order of its keys."""

            def __contains__(self, key):
                try:
                    self[key]
                except KeyError:
                    return False
                return True

            def __eq__(self, other):
                if not _is_mapping(other):
                    return NotImplemented
                return dict(self.items()) == dict(other.items())

            def get(self, key, default=None):
                """Return the value of the key, or the default."""
                try:
                    return self[key]
                except KeyError:
                    return default

            def keys(self):
                """Return a view of the keys."""
                return KeysView(self)

            def items(self):
                """Return a view of the pairs."""
                return ItemsView(self)

            def values(self):
                """Return a view of the values."""
                return ValuesView(self)

            def pop(self, key, default=_MISSING):
                """Remove the key and return its value, or the default."""
                try:
                    value = self[key]
                except KeyError:
                    if default is _MISSING:
                        raise
                    return default
                del self[key]
                return value

            def popitem(self):
                """Remove the first pair and return it."""
                for key in self:
                    value = self[key]
                    del self[key]
                    return key, value
                raise KeyError

            def clear(self):
                """Remove all."""
                for key in list(self):
                    del self[key]

            def update(self, other=(), /, **kwds):
                """Take over the pairs of a mapping or an iterable, and the keywords."""
                for key, value in _pairs(other):
                    self[key] = value
                for key, value in kwds.items():
                    self[key] = value

            def setdefault(self, key, default=None):
                """Return the value of the key, which is made the default if it is new."""
                try:
                    return self[key]
                except KeyError:
                    self[key] = default
                return default


        class ChainMap(_Mapping):
            """Several mappings as one: the first that has a key gives its value; only the first is changed."""

            def __init__(self, *maps):
                self.maps = [*maps] if maps else [{}]

            def __getitem__(self, key):
                # A mapping may make what it lacks, so that it is asked for the item and not whether it has the key.
                for each in self.maps:
                    try:
                        return each[key]
                    except KeyError:
                        continue
                return self.__missing__(key)

            def __missing__(self, key):
                raise KeyError(key)

            def get(self, key, default=None):
                """Return the value of the key, or the default."""
                if key not in self:
                    return default
                return self[key]

            def _keys_in_order(self):
                # The last mapping gives the order, as if the others were laid over it.
                keys = {}
                for each in self.maps[::-1]:
                    keys.update(dict.fromkeys(each))
                return keys

            def __len__(self):
                return len(self._keys_in_order())

            def __iter__(self):
                return iter(self._keys_in_order())

            def __contains__(self, key):
                return any([key in each for each in self.maps])

            def __bool__(self):
                return any([len(each) > 0 for each in self.maps])

            def __repr__(self):
                return type(self).__name__ + "(" + ", ".join([repr(each) for each in self.maps]) + ")"

            @property
            def parents(self):
                """A ChainMap of all mappings but the first."""
                return self._of(*self.maps[1:])

            def _of(self, *maps):
                return type(self)(*maps)

            def new_child(self, m=None, **kwargs):
                """Return a ChainMap with another mapping before the others."""
                first = kwargs if m is None else m
                if m is not None and kwargs:
                    first.update(kwargs)
                return self._of(first, *self.maps)

            def copy(self):
                """Return a ChainMap with a copy of the first mapping and the others themselves."""
                first, *others = self.maps
                return self._of(first.copy(), *others)

            __copy__ = copy

            @classmethod
            def fromkeys(cls, iterable, *args):
                """Make a ChainMap of one dictionary."""
                return cls(dict.fromkeys(iterable, *args))

            # What changes, changes the first mapping.

            def __setitem__(self, key, value):
                first = self.maps[0]
                first[key] = value

            def __delitem__(self, key):
                self._require(key)
                del self.maps[0][key]

            def _require(self, key):
                if key not in self.maps[0]:
                    raise KeyError(f"Key not found in the first mapping: {key!r}")

            def pop(self, key, *args):
                """Remove the key from the first mapping and return its value, or the default."""
                if not args:
                    self._require(key)
                return self.maps[0].pop(key, *args)

            def popitem(self):
                """Remove the last pair of the first mapping and return it."""
                if not self.maps[0]:
                    raise KeyError("No keys found in the first mapping.")
                return self.maps[0].popitem()

            def clear(self):
                """Remove all from the first mapping."""
                self.maps[0].clear()

            def __ior__(self, other):
                self.maps[0].update(_pairs(other))
                return self

            def __or__(self, other):
                if not _is_mapping(other):
                    return NotImplemented
                merged = self.copy()
                merged |= other
                return merged

            def __ror__(self, other):
                if not _is_mapping(other):
                    return NotImplemented
                return self._of({**dict(_pairs(other)), **{key: self[key] for key in self}})


        class UserDict(_Mapping):
            """A dictionary made to be derived from; its attribute data is the dictionary itself."""

            def __init__(self, dict=None, /, **kwargs):
                self.data = {}
                for given in [dict, kwargs]:
                    if given is not None:
                        self.update(given)

            def __getitem__(self, key):
                missing = getattr(type(self), "__missing__", None)
                if key not in self.data and missing is not None:
                    return missing(self, key)
                return self.data[key]

            def __setitem__(self, key, item):
                self.data[key] = item

            def __delitem__(self, key):
                del self.data[key]

            def __len__(self):
                return len(self.data)

            def __iter__(self):
                return iter(self.data)

            def __contains__(self, key):
                return key in self.data

            def __repr__(self):
                return repr(self.data)

            def _merged(self, first, second):
                for each in [first, second]:
                    if not isinstance(each, (UserDict, dict)):
                        return NotImplemented
                return type(self)({**_data(first), **_data(second)})

            def __or__(self, other):
                return self._merged(self, other)

            def __ror__(self, other):
                return self._merged(other, self)

            def __ior__(self, other):
                self.data.update(_pairs(other))
                return self

            def copy(self):
                """Return a copy, of the same class."""
                made = type(self)()
                made.__dict__.update(self.__dict__)
                made.data = dict(self.data)
                return made

            __copy__ = copy

            @classmethod
            def fromkeys(cls, iterable, value=None):
                """Make a dictionary of keys with one value."""
                made = cls()
                for each in iterable:
                    made[each] = value
                return made
        """#
}
