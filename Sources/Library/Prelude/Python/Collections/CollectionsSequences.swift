extension Prelude {
    /// The module `collections`: lists and texts made to be derived from.
    static let collectionsSequences = #"""
        def _data(value):
            """Return what a UserDict, UserList or UserString holds, or the value itself."""
            return value.data if isinstance(value, (UserDict, UserList, UserString)) else value


        class _Sequence:
            """What lists and texts that hold their data have in common."""

            def __repr__(self):
                return repr(self.data)

            def __len__(self):
                return len(self.data)

            def __contains__(self, item):
                return _data(item) in self.data

            def __eq__(self, other):
                return self.data == _data(other)

            def __lt__(self, other):
                return self.data < _data(other)

            def __le__(self, other):
                return self.data <= _data(other)

            def __gt__(self, other):
                return self.data > _data(other)

            def __ge__(self, other):
                return self.data >= _data(other)

            def _of(self, data):
                return type(self)(data)

            def __add__(self, other):
                return self._of(self.data + self._converted(other))

            def __radd__(self, other):
                return self._of(self._converted(other) + self.data)

            def __mul__(self, n):
                return self._of(self.data * n)

            __rmul__ = __mul__


        def _handed_on(kind, name, makes_another=False):
            """Return a method that does what the one of that name of `kind` does with the data."""
            def method(self, *args, **kwargs):
                answer = getattr(self.data, name)(*[_data(each) for each in args], **kwargs)
                return self._of(answer) if makes_another else answer

            method.__name__ = name
            method.__doc__ = getattr(kind, name).__doc__
            return method


        class UserList(_Sequence):
            """A list made to be derived from; its attribute data is the list itself."""

            def __init__(self, initlist=None):
                self.data = []
                if initlist is not None:
                    self.data.extend(_data(initlist))

            def _converted(self, other):
                return list(_data(other))

            def __contains__(self, item):
                return item in self.data

            def __iter__(self):
                return iter(self.data)

            def __reversed__(self):
                return reversed(self.data)

            def __getitem__(self, i):
                found = self.data[i]
                return self._of(found) if isinstance(i, slice) else found

            def __setitem__(self, i, item):
                self.data[i] = _data(item) if isinstance(i, slice) else item

            def __delitem__(self, i):
                del self.data[i]

            def __iadd__(self, other):
                self.data += _data(other)
                return self

            def __imul__(self, n):
                self.data *= n
                return self

            def append(self, item):
                """Add an item at the end."""
                self.data.append(item)

            def insert(self, i, item):
                """Put an item before place i."""
                self.data.insert(i, item)

            def copy(self):
                """Return a copy, of the same class."""
                return self._of(self)

            __copy__ = copy


        for _name in ["pop", "remove", "clear", "count", "index", "reverse", "sort", "extend"]:
            setattr(UserList, _name, _handed_on(list, _name))


        class UserString(_Sequence):
            """A text made to be derived from; its attribute data is the text itself."""

            maketrans = str.maketrans

            def __init__(self, seq):
                self.data = str(_data(seq))

            def _converted(self, other):
                return str(_data(other))

            def __str__(self):
                return self.data

            def __int__(self):
                return int(self.data)

            def __float__(self):
                return float(self.data)

            def __hash__(self):
                return hash(self.data)

            def __iter__(self):
                return (self._of(each) for each in self.data)

            def __getitem__(self, index):
                return self._of(self.data[index])

            def __mod__(self, args):
                return self._of(self.data % args)

            def __rmod__(self, template):
                return self._of(self._converted(template) % self.data)


        for _name in """
            count encode endswith find format format_map index isalnum isalpha isascii isdecimal isdigit isidentifier
            islower isnumeric isprintable isspace istitle isupper join partition rfind rindex rpartition rsplit split
            splitlines startswith
        """.split():
            setattr(UserString, _name, _handed_on(str, _name))

        for _name in """
            capitalize casefold center expandtabs ljust lower lstrip removeprefix removesuffix replace rjust rstrip strip
            swapcase title translate upper zfill
        """.split():
            setattr(UserString, _name, _handed_on(str, _name, makes_another=True))
        """#
}
