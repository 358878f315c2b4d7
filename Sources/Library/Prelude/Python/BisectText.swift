extension Prelude {
    /// The module `bisect`: places in sorted lists.
    static let bisectText = #"""
        def bisect_right(a, x, lo=0, hi=None, *, key=None):
            """Where x goes in the sorted list a, after those equal to it."""
            lo, hi = _bounds(a, lo, hi)
            while lo < hi:
                middle = (lo + hi) // 2
                if x < (a[middle] if key is None else key(a[middle])):
                    hi = middle
                else:
                    lo = middle + 1
            return lo


        def bisect_left(a, x, lo=0, hi=None, *, key=None):
            """Where x goes in the sorted list a, before those equal to it."""
            lo, hi = _bounds(a, lo, hi)
            while lo < hi:
                middle = (lo + hi) // 2
                if (a[middle] if key is None else key(a[middle])) < x:
                    lo = middle + 1
                else:
                    hi = middle
            return lo


        def insort_right(a, x, lo=0, hi=None, *, key=None):
            """Put x into the sorted list a, after those equal to it."""
            a.insert(bisect_right(a, x if key is None else key(x), lo, hi, key=key), x)


        def insort_left(a, x, lo=0, hi=None, *, key=None):
            """Put x into the sorted list a, before those equal to it."""
            a.insert(bisect_left(a, x if key is None else key(x), lo, hi, key=key), x)


        def _bounds(a, lo, hi):
            if lo < 0:
                raise ValueError("lo must be non-negative")
            return lo, len(a) if hi is None else hi


        bisect = bisect_right
        insort = insort_right
        """#
}
