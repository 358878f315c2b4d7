import numpy as np
from collections import deque
print(None or np.ones(2), True and np.zeros(2), [] or np.arange(3), 0 or [] or np.ones(1))
class Strict:
    def __bool__(self): raise ValueError("asked")
s = Strict()
print((None or s) is s, (1 and s) is s)
try: s or 1
except ValueError as error: print(error)
class Words(list):
    def __getitem__(self, place): return "w"
print(list(Words([1, 2])), [w for w in Words([1])], Words([5])[0], sorted(Words([3, 1])))
class Table(dict):
    def __getitem__(self, key): return 7
print(list(Table(a=1)), Table(a=1)["b"])
d = deque([1, 2, 3, 2], maxlen=5); d.remove(2); d.insert(1, 9); print(d, d.index(2))
for f in [lambda: d.remove(8), lambda: d.index(8), lambda: deque([1], maxlen=1).insert(0, 2)]:
    try: f()
    except Exception as error: print(type(error).__name__, error)
a = np.zeros((3, 4)); a[range(3), [0, 1, 2]] = 1; print(a.sum(), a[range(2)].shape)
a = np.zeros((3, 4, 5)); a[1, 2, np.where(np.arange(5) == 2)] = 1; print(a.sum(), np.expand_dims(a, (0, -1)).shape)
class Kept:
    def keep(self): self.__setattr__("x", 3); return self.x, self.__getattribute__("x")
k = Kept(); print(k.keep()); k.__delattr__("x"); print(hasattr(k, "x"))
import traceback
try: 1 / 0
except ZeroDivisionError: print(traceback.format_exc().splitlines()[0], traceback.format_exc().splitlines()[-1])
from types import MethodType
def pair(self, x): return self is k, x
k.pair = MethodType(pair, k); print(k.pair(3))
for given in [(1, k), (pair, None)]:
    try: MethodType(*given)
    except TypeError as error: print(error)
