extension Prelude {
    /// What the module `collections` has that is written in the language: more kinds of collections.
    static let collectionsText = #"""
        import sys as _sys
        from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

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
                self.maps = list(maps) or [{}]

            def __missing__(self, key):
                raise KeyError(key)

            def __getitem__(self, key):
                for mapping in self.maps:
                    try:
                        return mapping[key]
                    except KeyError:
                        pass
                return self.__missing__(key)

            def get(self, key, default=None):
                """Return the value of the key, or the default."""
                return self[key] if key in self else default

            def _merged(self):
                merged = {}
                for mapping in reversed(self.maps):
                    for key in mapping:
                        merged[key] = None
                return merged

            def __len__(self):
                return len(self._merged())

            def __iter__(self):
                return iter(self._merged())

            def __contains__(self, key):
                return any(key in mapping for mapping in self.maps)

            def __bool__(self):
                return any(self.maps)

            def __repr__(self):
                return f"{type(self).__name__}({', '.join(map(repr, self.maps))})"

            @classmethod
            def fromkeys(cls, iterable, *args):
                """Make a ChainMap of one dictionary."""
                return cls(dict.fromkeys(iterable, *args))

            def copy(self):
                """Return a ChainMap with a copy of the first mapping and the others themselves."""
                return type(self)(self.maps[0].copy(), *self.maps[1:])

            def __copy__(self):
                return self.copy()

            def new_child(self, m=None, **kwargs):
                """Return a ChainMap with another mapping before the others."""
                if m is None:
                    m = kwargs
                elif kwargs:
                    m.update(kwargs)
                return type(self)(m, *self.maps)

            @property
            def parents(self):
                """Return a ChainMap of all mappings but the first."""
                return type(self)(*self.maps[1:])

            def __setitem__(self, key, value):
                self.maps[0][key] = value

            def __delitem__(self, key):
                try:
                    del self.maps[0][key]
                except KeyError:
                    raise KeyError(f"Key not found in the first mapping: {key!r}")

            def popitem(self):
                """Remove the last pair of the first mapping and return it."""
                try:
                    return self.maps[0].popitem()
                except KeyError:
                    raise KeyError("No keys found in the first mapping.")

            def pop(self, key, *args):
                """Remove the key from the first mapping and return its value, or the default."""
                try:
                    return self.maps[0].pop(key, *args)
                except KeyError:
                    raise KeyError(f"Key not found in the first mapping: {key!r}")

            def clear(self):
                """Remove all from the first mapping."""
                self.maps[0].clear()

            def _update_first(self, other):
                for key, value in _pairs(other):
                    self.maps[0][key] = value

            def __ior__(self, other):
                self._update_first(other)
                return self

            def __or__(self, other):
                if not _is_mapping(other):
                    return NotImplemented
                result = self.copy()
                result._update_first(other)
                return result

            def __ror__(self, other):
                if not _is_mapping(other):
                    return NotImplemented
                merged = dict(_pairs(other))
                for mapping in reversed(self.maps):
                    merged.update(_pairs(mapping))
                return type(self)(merged)


        class UserDict(_Mapping):
            """A dictionary made to be derived from; its attribute data is the dictionary itself."""

            def __init__(self, dict=None, /, **kwargs):
                self.data = {}
                if dict is not None:
                    self.update(dict)
                if kwargs:
                    self.update(kwargs)

            def __len__(self):
                return len(self.data)

            def __getitem__(self, key):
                if key in self.data:
                    return self.data[key]
                if hasattr(type(self), "__missing__"):
                    return self.__missing__(key)
                raise KeyError(key)

            def __setitem__(self, key, item):
                self.data[key] = item

            def __delitem__(self, key):
                del self.data[key]

            def __iter__(self):
                return iter(self.data)

            def __contains__(self, key):
                return key in self.data

            def __repr__(self):
                return repr(self.data)

            def __or__(self, other):
                if not isinstance(other, (UserDict, dict)):
                    return NotImplemented
                return type(self)(self.data | _data(other))

            def __ror__(self, other):
                if not isinstance(other, (UserDict, dict)):
                    return NotImplemented
                return type(self)(_data(other) | self.data)

            def __ior__(self, other):
                for key, value in _pairs(other):
                    self.data[key] = value
                return self

            def copy(self):
                """Return a copy, of the same class."""
                result = type(self)()
                for name, value in self.__dict__.items():
                    setattr(result, name, value)
                result.data = self.data.copy()
                return result

            def __copy__(self):
                return self.copy()

            @classmethod
            def fromkeys(cls, iterable, value=None):
                """Make a dictionary of keys with one value."""
                result = cls()
                for key in iterable:
                    result[key] = value
                return result


        def _data(value):
            """Return what a UserDict, UserList or UserString holds, or the value itself."""
            return value.data if isinstance(value, (UserDict, UserList, UserString)) else value


        class UserList:
            """A list made to be derived from; its attribute data is the list itself."""

            def __init__(self, initlist=None):
                self.data = [] if initlist is None else list(_data(initlist))

            def __repr__(self):
                return repr(self.data)

            def __lt__(self, other):
                return self.data < _data(other)

            def __le__(self, other):
                return self.data <= _data(other)

            def __eq__(self, other):
                return self.data == _data(other)

            def __gt__(self, other):
                return self.data > _data(other)

            def __ge__(self, other):
                return self.data >= _data(other)

            def __contains__(self, item):
                return item in self.data

            def __len__(self):
                return len(self.data)

            def __iter__(self):
                return iter(self.data)

            def __reversed__(self):
                return reversed(self.data)

            def __getitem__(self, i):
                return type(self)(self.data[i]) if isinstance(i, slice) else self.data[i]

            def __setitem__(self, i, item):
                self.data[i] = _data(item) if isinstance(i, slice) else item

            def __delitem__(self, i):
                del self.data[i]

            def __add__(self, other):
                other = _data(other)
                return type(self)(self.data + (other if isinstance(other, list) else list(other)))

            def __radd__(self, other):
                other = _data(other)
                return type(self)((other if isinstance(other, list) else list(other)) + self.data)

            def __iadd__(self, other):
                self.data += list(_data(other))
                return self

            def __mul__(self, n):
                return type(self)(self.data * n)

            def __rmul__(self, n):
                return type(self)(self.data * n)

            def __imul__(self, n):
                self.data *= n
                return self

            def __copy__(self):
                return self.copy()

            def append(self, item):
                """Add an item at the end."""
                self.data.append(item)

            def insert(self, i, item):
                """Put an item before place i."""
                self.data.insert(i, item)

            def pop(self, i=-1):
                """Remove the item of place i and return it."""
                return self.data.pop(i)

            def remove(self, item):
                """Remove the first item that is equal."""
                self.data.remove(item)

            def clear(self):
                """Remove all."""
                self.data.clear()

            def copy(self):
                """Return a copy, of the same class."""
                return type(self)(self)

            def count(self, item):
                """Return how many items are equal to item."""
                return self.data.count(item)

            def index(self, item, *args):
                """Return the first place of an item."""
                return self.data.index(item, *args)

            def reverse(self):
                """Reverse the order."""
                self.data.reverse()

            def sort(self, /, *args, **kwds):
                """Sort the items."""
                self.data.sort(*args, **kwds)

            def extend(self, other):
                """Add the items of an iterable at the end."""
                self.data.extend(_data(other))


        class UserString:
            """A text made to be derived from; its attribute data is the str itself."""

            def __init__(self, seq):
                self.data = seq.data[:] if isinstance(seq, UserString) else str(seq)

            def __str__(self):
                return self.data

            def __repr__(self):
                return repr(self.data)

            def __int__(self):
                return int(self.data)

            def __float__(self):
                return float(self.data)

            def __hash__(self):
                return hash(self.data)

            def __eq__(self, string):
                return self.data == _data(string)

            def __lt__(self, string):
                return self.data < _data(string)

            def __le__(self, string):
                return self.data <= _data(string)

            def __gt__(self, string):
                return self.data > _data(string)

            def __ge__(self, string):
                return self.data >= _data(string)

            def __contains__(self, char):
                return _data(char) in self.data

            def __len__(self):
                return len(self.data)

            def __iter__(self):
                for i in range(len(self.data)):
                    yield self[i]

            def __getitem__(self, index):
                return type(self)(self.data[index])

            def __add__(self, other):
                return type(self)(self.data + (other if isinstance(other, str) else str(other)))

            def __radd__(self, other):
                return type(self)((other if isinstance(other, str) else str(other)) + self.data)

            def __mul__(self, n):
                return type(self)(self.data * n)

            def __rmul__(self, n):
                return type(self)(self.data * n)

            def __mod__(self, args):
                return type(self)(self.data % args)

            def __rmod__(self, template):
                return type(self)(str(template) % self)

            def encode(self, encoding="utf-8", errors="strict"):
                """Return the bytes of the text."""
                return self.data.encode(encoding or "utf-8", errors or "strict")

            maketrans = str.maketrans

            def capitalize(self):
                """The first letter large, the others small."""
                return type(self)(self.data.capitalize())

            def casefold(self):
                """The text for comparisons without case."""
                return type(self)(self.data.casefold())

            def center(self, width, *args):
                """The text in the middle of a width."""
                return type(self)(self.data.center(width, *args))

            def count(self, sub, start=0, end=_sys.maxsize):
                """How often a piece occurs."""
                return self.data.count(_data(sub), start, end)

            def endswith(self, suffix, start=0, end=_sys.maxsize):
                """Whether the text ends so."""
                return self.data.endswith(suffix, start, end)

            def expandtabs(self, tabsize=8):
                """Tabs replaced by spaces."""
                return type(self)(self.data.expandtabs(tabsize))

            def find(self, sub, start=0, end=_sys.maxsize):
                """The first place of a piece, or -1."""
                return self.data.find(_data(sub), start, end)

            def format(self, *args, **kwds):
                """The text with its fields filled in."""
                return self.data.format(*args, **kwds)

            def format_map(self, mapping):
                """The text with its fields filled in by a mapping."""
                return self.data.format_map(mapping)

            def index(self, sub, start=0, end=_sys.maxsize):
                """The first place of a piece."""
                return self.data.index(_data(sub), start, end)

            def isalnum(self):
                """Whether all are letters or digits."""
                return self.data.isalnum()

            def isalpha(self):
                """Whether all are letters."""
                return self.data.isalpha()

            def isascii(self):
                """Whether all are of ASCII."""
                return self.data.isascii()

            def isdecimal(self):
                """Whether all are decimal digits."""
                return self.data.isdecimal()

            def isdigit(self):
                """Whether all are digits."""
                return self.data.isdigit()

            def isidentifier(self):
                """Whether the text is a name."""
                return self.data.isidentifier()

            def islower(self):
                """Whether no letter is large."""
                return self.data.islower()

            def isnumeric(self):
                """Whether all are numeric."""
                return self.data.isnumeric()

            def isprintable(self):
                """Whether all can be printed."""
                return self.data.isprintable()

            def isspace(self):
                """Whether all are spaces."""
                return self.data.isspace()

            def istitle(self):
                """Whether each word has a large first letter."""
                return self.data.istitle()

            def isupper(self):
                """Whether no letter is small."""
                return self.data.isupper()

            def join(self, seq):
                """The texts of seq with this one between them."""
                return self.data.join(seq)

            def ljust(self, width, *args):
                """The text at the left of a width."""
                return type(self)(self.data.ljust(width, *args))

            def lower(self):
                """All letters small."""
                return type(self)(self.data.lower())

            def lstrip(self, chars=None):
                """The text without the characters at its start."""
                return type(self)(self.data.lstrip(chars))

            def partition(self, sep):
                """The text before, of and after the first separator."""
                return self.data.partition(sep)

            def removeprefix(self, prefix, /):
                """The text without a prefix."""
                return type(self)(self.data.removeprefix(_data(prefix)))

            def removesuffix(self, suffix, /):
                """The text without a suffix."""
                return type(self)(self.data.removesuffix(_data(suffix)))

            def replace(self, old, new, maxsplit=-1):
                """The text with one piece replaced by another."""
                return type(self)(self.data.replace(_data(old), _data(new), maxsplit))

            def rfind(self, sub, start=0, end=_sys.maxsize):
                """The last place of a piece, or -1."""
                return self.data.rfind(_data(sub), start, end)

            def rindex(self, sub, start=0, end=_sys.maxsize):
                """The last place of a piece."""
                return self.data.rindex(_data(sub), start, end)

            def rjust(self, width, *args):
                """The text at the right of a width."""
                return type(self)(self.data.rjust(width, *args))

            def rpartition(self, sep):
                """The text before, of and after the last separator."""
                return self.data.rpartition(sep)

            def rsplit(self, sep=None, maxsplit=-1):
                """The parts between separators, from the end."""
                return self.data.rsplit(sep, maxsplit)

            def rstrip(self, chars=None):
                """The text without the characters at its end."""
                return type(self)(self.data.rstrip(chars))

            def split(self, sep=None, maxsplit=-1):
                """The parts between separators."""
                return self.data.split(sep, maxsplit)

            def splitlines(self, keepends=False):
                """The lines."""
                return self.data.splitlines(keepends)

            def startswith(self, prefix, start=0, end=_sys.maxsize):
                """Whether the text starts so."""
                return self.data.startswith(prefix, start, end)

            def strip(self, chars=None):
                """The text without the characters at its ends."""
                return type(self)(self.data.strip(chars))

            def swapcase(self):
                """Large letters small, and small ones large."""
                return type(self)(self.data.swapcase())

            def title(self):
                """Each word with a large first letter."""
                return type(self)(self.data.title())

            def translate(self, *args):
                """The text with characters replaced by a table."""
                return type(self)(self.data.translate(*args))

            def upper(self):
                """All letters large."""
                return type(self)(self.data.upper())

            def zfill(self, width):
                """The text after zeros up to a width."""
                return type(self)(self.data.zfill(width))
        """#
}
