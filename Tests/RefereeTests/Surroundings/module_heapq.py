import heapq as heapq


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


h = []
for x in [5, 3, 8, 1, 9, 2, 7, 3, 3, 0]:
    heapq.heappush(h, x)
    print(h)
print(heapq.heappushpop(h, 4), h, heapq.heappushpop(h, -1), heapq.heapreplace(h, 6), h)
while h:
    print(heapq.heappop(h), h)
for data in [[], [1], [2, 1], list(range(12, 0, -1)), [3, 1, 3, 1, 2], ["b", "a", "c"], [(2, "x"), (1, "z"), (1, "y")]]:
    heapq.heapify(data)
    print(data)
D = [5, -3, 8, 1, -9, 2]
for n in [-1, 0, 1, 2, 3, 10]:
    print(heapq.nlargest(n, D), heapq.nsmallest(n, D), heapq.nlargest(n, D, key=abs), heapq.nsmallest(n, D, abs))
W = ["bb", "a", "cc", "d", "ee"]
print(heapq.nlargest(3, W, key=len), heapq.nsmallest(3, W, key=len), heapq.nlargest(2, {"a": 1, "b": 2}))
print(heapq.nlargest(2, (x for x in D)), heapq.nsmallest(1, W, key=len), heapq.nlargest(1, W, key=len))
print(list(heapq.merge([1, 4, 7], [2, 4, 8], [])), list(heapq.merge()), list(heapq.merge([3, 1], [2, 0], reverse=True)))
print(list(heapq.merge(["a", "ccc"], ["b", "dd"], key=len)), list(heapq.merge(["ccc", "a"], ["dd", "b"], key=len, reverse=True)))
print(list(heapq.merge([(1, "x")], [(1, "a")], key=lambda p: p[0])), next(heapq.merge([1], [0])))
attempt(lambda: heapq.heappop([]))
attempt(lambda: heapq.heapreplace([], 1))
attempt(lambda: heapq.heappushpop([], 1))
attempt(lambda: heapq.heappush([1], "x"))
attempt(lambda: heapq.heapify([1, "x", 2]))
attempt(lambda: heapq.heappush((), 1))
attempt(lambda: heapq.heapify(3))
attempt(lambda: heapq.heappop("abc"))
attempt(lambda: heapq.nlargest(2, [1, "a"]))
attempt(lambda: heapq.nlargest(2, 3))
