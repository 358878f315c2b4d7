extension Prelude {
    /// What the module `itertools` has that is written in the language: more ways through sequences.
    static let itertoolsText = #"""
        from itertools import accumulate, chain, combinations, count, cycle, dropwhile, islice, product, repeat
        from itertools import starmap, takewhile, zip_longest


        def _length(r):
            if isinstance(r, int):
                return r
            if not hasattr(type(r), "__index__"):
                raise TypeError(f"'{type(r).__name__}' object cannot be interpreted as an integer")
            return r.__index__()


        class _Lazy:
            def __iter__(self):
                return self

            def __next__(self):
                return next(self._values)


        class pairwise(_Lazy):
            """Yield overlapping pairs of successive items."""

            def __init__(self, iterable, /):
                self._values = _pairs(iter(iterable))


        def _pairs(items):
            for before in items:
                for after in items:
                    yield before, after
                    before = after


        class compress(_Lazy):
            """Yield the items of data whose selector is true."""

            def __init__(self, data, selectors):
                self._values = _selected(iter(data), iter(selectors))


        def _selected(data, selectors):
            for item, selector in zip(data, selectors):
                if selector:
                    yield item


        class filterfalse(_Lazy):
            """Yield the items for which the function is false, or the false items if it is None."""

            def __init__(self, function, iterable, /):
                self._values = _rejected(function, iter(iterable))


        def _rejected(function, items):
            for item in items:
                if not (item if function is None else function(item)):
                    yield item


        class permutations(_Lazy):
            """Yield the arrangements of r items of the iterable, in the order of their places."""

            def __init__(self, iterable, r=None):
                pool = tuple(iterable)
                if r is not None and not isinstance(r, int):
                    raise TypeError("Expected int as r")
                if r is not None and r < 0:
                    raise ValueError("r must be non-negative")
                self._values = _arrangements(pool, len(pool) if r is None else r)


        def _arrangements(pool, r):
            if r > len(pool):
                return
            order = list(range(len(pool)))
            yield tuple([pool[place] for place in order[:r]])
            while _advance(order, r):
                yield tuple([pool[place] for place in order[:r]])


        def _advance(order, r):
            """Make order the next arrangement of its first r places, the rest rising; False after the last."""
            for i in reversed(range(r)):
                larger = [place for place in order[i + 1:] if place > order[i]]
                if larger:
                    chosen = min(larger)
                    rest = sorted([place for place in order[i:] if place != chosen])
                    order[i:] = [chosen] + rest
                    return True
            return False


        class combinations_with_replacement(_Lazy):
            """Yield the choices of r items, each of which may be taken again."""

            def __init__(self, iterable, r):
                pool = tuple(iterable)
                r = _length(r)
                if r < 0:
                    raise ValueError("r must be non-negative")
                self._values = _choices(pool, r)


        def _choices(pool, r):
            if r and not pool:
                return
            places = [0] * r
            last = len(pool) - 1
            while True:
                yield tuple([pool[place] for place in places])
                movable = [i for i in range(r) if places[i] != last]
                if not movable:
                    return
                i = movable[-1]
                places[i:] = [places[i] + 1] * (r - i)


        _NOTHING = object()


        class groupby:
            """Yield each run of items with equal keys as the key and an iterator of the run."""

            def __init__(self, iterable, key=None):
                self._items = iter(iterable)
                self._function = key
                self._wanted = self._key = self._item = self._open = _NOTHING

            def __iter__(self):
                return self

            def __next__(self):
                self._open = _NOTHING
                while self._key is _NOTHING or self._in_run():
                    self._read()
                self._wanted = self._key
                self._open = _Run(self)
                return self._wanted, self._open

            def _in_run(self):
                if self._wanted is _NOTHING:
                    return False
                return self._wanted is self._key or self._wanted == self._key

            def _read(self):
                item = next(self._items)
                self._key = item if self._function is None else self._function(item)
                self._item = item


        class _Run:
            def __init__(self, groups):
                self._groups = groups

            def __iter__(self):
                return self

            def __next__(self):
                groups = self._groups
                if groups._open is not self:
                    raise StopIteration
                if groups._key is _NOTHING:
                    groups._read()
                if not groups._in_run():
                    raise StopIteration
                groups._key = _NOTHING
                return groups._item


        class _Tee:
            """One of several iterators of the same items; a link is a list of an item and the next link."""

            def __init__(self, items, link):
                self._items = items
                self._link = link

            def __iter__(self):
                return self

            def __next__(self):
                if not self._link:
                    item = next(self._items)
                    self._link += [item, []]
                item, self._link = self._link
                return item

            def __copy__(self):
                return _Tee(self._items, self._link)


        def tee(iterable, n=2, /):
            """Return n independent iterators of one iterable."""
            n = _length(n)
            if n < 0:
                raise ValueError("n must be >= 0")
            if n == 0:
                return ()
            first = iter(iterable)
            if not isinstance(first, _Tee):
                first = _Tee(first, [])
            return (first,) + tuple([first.__copy__() for _ in range(n - 1)])
        """#
}
