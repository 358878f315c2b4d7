import sys
import types as types


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


n = types.SimpleNamespace(a=1, b="x")
n.c = [1]
print(n, n.a, n == types.SimpleNamespace(a=1, b="x", c=[1]), n == 3, n != types.SimpleNamespace(), vars(n), types.SimpleNamespace())
del n.a
print(n, hasattr(n, "a"), [types.SimpleNamespace(z=None)])
attempt(lambda: types.SimpleNamespace(3))


class Own(types.SimpleNamespace):
    pass


print(Own(q=1), isinstance(Own(), types.SimpleNamespace))
d = {"a": 1, "b": 2}
m = types.MappingProxyType(d)
d["c"] = 3
print(m, [m], m["a"], m.get("z"), m.get("z", 5), list(m), len(m), "a" in m, list(m.keys()), list(m.values()), list(m.items()))
print(m == d, m == {"a": 1}, m == types.MappingProxyType(d), m | {"z": 1}, {"y": 0} | m, m.copy(), bool(types.MappingProxyType({})))
attempt(lambda: m["nope"])
attempt(lambda: types.MappingProxyType([1]))
attempt(lambda: types.MappingProxyType(3))
try:
    m["a"] = 3
except TypeError as e:
    print(e)


def gen():
    yield 1


class C:
    def f(self):
        pass


print(isinstance(gen, types.FunctionType), isinstance(gen(), types.GeneratorType), isinstance(C().f, types.MethodType),
      isinstance(C.f, types.FunctionType), isinstance(len, types.BuiltinFunctionType), isinstance(sys, types.ModuleType),
      isinstance(None, types.NoneType), isinstance(lambda: 1, types.LambdaType), isinstance(3, types.FunctionType))
print(isinstance(len, types.FunctionType), isinstance(C, types.FunctionType), isinstance(gen, types.GeneratorType))
