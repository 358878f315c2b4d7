import collections
import io
import pprint as pprint


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


Point = collections.namedtuple("Point", "x y")
VALUES = [
    {"b": 1, "a": [1, 2, 3], "c": {"z": "a long string value here", "y": (1, 2, 3)}},
    list(range(40)), tuple(range(30)), ["word" * n for n in range(8)], (1,), ("x" * 90,), [[]], {}, [], (), set(), "",
    {3, 1, 2}, set(range(40)), frozenset(range(35)), frozenset(), [{"name": "a", "items": list(range(15))}] * 3,
    "a long string " * 10, "line one\nline two\nline three is rather longer than the others are, it seems to me\n", ["a long string " * 10],
    {"k": "text with several words that goes on " * 4}, {1: "a", "b": 2, None: 3}, [None, True, 1.5, b"bytes"],
    {("a", 1): {"n": {"n": {"n": [1, [2, [3, [4]]]]}}}}, Point(1, 2), [Point("x" * 40, "y" * 40)], "x" * 100, ["x" * 100, "y"],
    collections.OrderedDict([("z", 1), ("a", 2)]), collections.OrderedDict([("key" + str(i), "v" * i) for i in range(12)]),
    {"deep": [{"a": ({"b": [1, 2, {"c": "d" * 60}]},)}]}, [1000000, 12345678901], [[1, 2, 3], [4, 5, 6], [7, 8, 9]] * 3, 12345,
    {"config": {"layers": [{"class_name": "Dense", "units": 64, "activation": "relu"}, {"class_name": "Dropout", "rate": 0.5}]}},
]
for value in VALUES:
    pprint.pprint(value)
    pprint.pprint(value, width=20)
    pprint.pprint(value, indent=4, width=50)
    pprint.pprint(value, compact=True, width=40)
    pprint.pprint(value, depth=2, indent=0)
    pprint.pprint(value, width=60, sort_dicts=False, underscore_numbers=True)
    pprint.pp(value, width=30, indent=2, compact=True)
    print(pprint.pformat(value, depth=1), pprint.saferepr(value))
out = io.StringIO()
pprint.pprint({"b": 1, "a": 2}, out)
pprint.PrettyPrinter(width=10, stream=out).pprint([1, 2, 3, 4, 5])
print(repr(out.getvalue()), pprint.PrettyPrinter(indent=3, width=5).pformat([1, [2, 3]]))
loop = [1]
loop.append(loop)
print("<Recursion on list with id=" in pprint.pformat(loop), pprint.pformat(loop)[:4])
attempt(lambda: pprint.pformat(1, indent=-1))
attempt(lambda: pprint.pformat(1, width=0))
attempt(lambda: pprint.pformat(1, depth=0))
attempt(lambda: pprint.pformat(1, foo=0))
pprint.pprint([{}, {"k": {}}, [], (), set()], indent=4, width=5)
pprint.pprint([((1,),), {"k": ((2,),)}], depth=2)
