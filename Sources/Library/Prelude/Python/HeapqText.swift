extension Prelude {
    /// The module `heapq`: the smallest item first.
    static let heapqText = #"""
        def heappush(heap, item):
            """Put an item on the heap."""
            _check_list(heap, "heappush() argument 1")
            heap.append(item)
            _rise(heap, len(heap) - 1)


        def heappop(heap):
            """Take the smallest item off the heap."""
            _check_list(heap, "heappop() argument")
            if not heap:
                raise IndexError("index out of range")
            last = heap.pop()
            return heapreplace(heap, last) if heap else last


        def heapreplace(heap, item):
            """Take the smallest item off the heap, then put another on it."""
            _check_list(heap, "heapreplace() argument 1")
            if not heap:
                raise IndexError("index out of range")
            smallest = heap[0]
            heap[0] = item
            _sink(heap, 0)
            return smallest


        def heappushpop(heap, item):
            """Put an item on the heap, then take the smallest off it."""
            _check_list(heap, "heappushpop() argument 1")
            return heapreplace(heap, item) if heap and heap[0] < item else item


        def heapify(x):
            """Make a list a heap, in place."""
            _check_list(x, "heapify() argument")
            for position in reversed(range(len(x) // 2)):
                _sink(x, position)


        def nsmallest(n, iterable, key=None):
            """The n smallest items, in order."""
            return sorted(iterable, key=key)[:max(n, 0)]


        def nlargest(n, iterable, key=None):
            """The n largest items, the largest first."""
            return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


        def merge(*iterables, key=None, reverse=False):
            """Yield the items of sorted iterables as one sorted sequence."""
            sources = [iter(iterable) for iterable in iterables]
            heads = []
            for source in sources:
                heads.append(_next_head(source, key))
            while True:
                first = _first_head(heads, reverse)
                if first < 0:
                    return
                yield heads[first][1]
                heads[first] = _next_head(sources[first], key)


        def _next_head(source, key):
            for item in source:
                return (item if key is None else key(item), item)
            return None


        def _first_head(heads, reverse):
            # Of equal heads that of the earlier source is taken.
            first = -1
            for i, head in enumerate(heads):
                if head is None:
                    continue
                if first < 0 or (heads[first][0] < head[0] if reverse else head[0] < heads[first][0]):
                    first = i
            return first


        def _check_list(heap, what):
            if not isinstance(heap, list):
                raise TypeError(what + " must be list, not " + type(heap).__name__)


        def _rise(heap, position, start=0):
            item = heap[position]
            while position > start:
                parent = (position - 1) // 2
                if not item < heap[parent]:
                    break
                heap[position] = heap[parent]
                position = parent
            heap[position] = item


        def _sink(heap, position):
            # The item goes down to a leaf along the smaller children, then up to its place. This takes fewer
            # comparisons than stopping on the way, and leaves the list in the order that programs may have seen.
            start = position
            child = 2 * position + 1
            item = heap[position]
            while child < len(heap):
                if child + 1 < len(heap) and not heap[child] < heap[child + 1]:
                    child += 1
                heap[position] = heap[child]
                position = child
                child = 2 * position + 1
            heap[position] = item
            _rise(heap, position, start)
        """#
}
