import bisect as bisect


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


A = [1, 2, 2, 2, 5, 8]
for x in [0, 1, 2, 3, 5, 8, 9, 2.5]:
    print(x, bisect.bisect(A, x), bisect.bisect_left(A, x), bisect.bisect_right(A, x), bisect.bisect_left(A, x, 2),
          bisect.bisect_right(A, x, 1, 3), bisect.bisect(A, x, lo=3, hi=5))
P = [("a", 3), ("b", 2), ("c", 1)]
print(bisect.bisect_left(P, -2, key=lambda p: -p[1]), bisect.bisect(P, -2, key=lambda p: -p[1]))
for put in [bisect.insort, bisect.insort_left, bisect.insort_right]:
    a = [1, 2.0, 3]
    put(a, 2)
    put(a, 9)
    put(a, 0, 1)
    print(a)
    p = list(P)
    put(p, ("x", 2), key=lambda q: -q[1])
    print(p)
print(bisect.bisect([], 1), bisect.bisect("abc", "b"))
attempt(lambda: bisect.bisect(A, 1, -1))
attempt(lambda: bisect.insort(A, 1, -1))
attempt(lambda: bisect.bisect(A, "x"))
attempt(lambda: bisect.bisect_left(A, "x"))
attempt(lambda: bisect.bisect(A, 3, 0, 20))
