import collections


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


C, D, L, S = collections.ChainMap, collections.UserDict, collections.UserList, collections.UserString
c = C({"a": 1}, {"a": 2, "b": 3}, {"z": 0})
print(c, c["a"], c["b"], len(c), list(c), "z" in c, "q" in c, c.get("q"), c.get("q", 5), bool(c), bool(C()), C())
print(list(c.keys()), list(c.values()), list(c.items()), c.keys(), c.parents, c.new_child(), c.new_child({"n": 1}, p=2), c.new_child(k=1))
c["b"] = 9
del c["a"]
print(c, c.maps[0], attempt(lambda: c["q"]), attempt(c.__delitem__, "z"), attempt(c.pop, "z"), c.pop("z", 8), c.pop("b"))
print(attempt(c.popitem), c.setdefault("s", 4), c.popitem(), c.copy().maps[1] is c.maps[1], c.copy().maps[0] is c.maps[0])
c.update({"u": 1}, v=2)
print(c == {"u": 1, "v": 2, "a": 2, "b": 3, "z": 0}, c == 3, c | {"w": 1}, {"w": 1, "a": 0} | c, attempt(lambda: c | 3))
c |= [("i", 7)]
c.clear()
print(c, C.fromkeys("ab", 1), C.fromkeys("a"), 2 in c.values(), ("a", 2) in c.items(), c.keys() & {"a", "q"}, c.keys() >= {"a"})
print(c.keys() == 3, c.keys() == {"a", "b", "z"}, c.items() <= {("a", 2): 0}.keys(), c.keys() > {"a"}, c.keys() < {"a": 1}.keys(),
      attempt(lambda: c.keys() <= 3), c.keys() | {"q"} >= {"q"}, sorted(c.keys() - {"a"}), sorted({"a", "q"} ^ c.keys()))


class Deep(C):
    def __missing__(self, key):
        return f"no {key}"


print(Deep({"x": 1})["y"], Deep({"x": 1}).get("y"), type(Deep().new_child()).__name__, Deep({1: 2}))


class Lower(D):
    def __setitem__(self, key, item):
        super().__setitem__(key.lower(), item)

    def __missing__(self, key):
        return "missing " + key


d = Lower({"A": 1}, B=2)
print(d, d["a"], d["q"], d.get("a"), d.get("q"), len(d), list(d), "q" in d, d.data, d == {"a": 1, "b": 2}, d.pop("b"), attempt(d.pop, "b", 3))
d.update({"C": 3}, D=4)
print(d, d | {"e": 5}, {"E": 5} | d, d.copy(), type(d.copy()).__name__, Lower.fromkeys("XY", 0), d.setdefault("N", 1), sorted(d.items()))
d |= {"f": 6}
print(d, d.popitem(), list(d.values()), attempt(lambda: D()["k"]), attempt(D().popitem), attempt(D, 3), D([(1, 2)]), D(dict=4), d.clear(), d)
u = L([3, 1, 2])
print(u, u[0], u[1:], type(u[1:]).__name__, u + [4], [4] + u, u + L("ab"), u + (9,), u * 2, 2 * u, len(u), 1 in u, list(reversed(u)))
u.append(5)
u.extend(L([6]))
u.insert(0, "i")
print(u, u.pop(0), u.pop(), u.index(1), u.index(2, 1), u.count(3), u.copy() == u, u == [3, 1, 2, 5], L([1]) < [2], L([1]) >= L([1]))
u.sort(reverse=True)
u[0] = 50
u[1:2] = L([7, 8])
del u[-1]
u += "z"
u *= 2
print(u, attempt(u.remove, 99), attempt(lambda: u[99]), attempt(lambda: L().pop()), attempt(u.index, 99), L(u) is u, L(), attempt(L, 3))
u.remove("z")
u.reverse()
print(u, u.clear(), u)
s = S("Hello World")
print(s, repr(s), len(s), s[0], type(s[1:3]).__name__, s + "!", ">" + s, s + 3, s * 2, "World" in s, S("lo") in s, s == "Hello World", s < "I")
print(s.upper(), type(s.upper()).__name__, s.lower(), s.title(), s.swapcase(), s.center(15, "*"), s.ljust(13) + "|", s.rjust(13), s.zfill(13), s.capitalize(), s.casefold())
print(s.split(), s.split("o", 1), s.rsplit("o", 1), s.partition(" "), s.rpartition("o"), s.splitlines(), s.replace("l", S("L")), s.replace("l", "L", 1), s.strip("Hd"))
print(s.count("o"), s.find("o"), s.find(S("o"), 5), s.rfind("o"), s.index("W"), s.rindex("l"), attempt(s.index, "q"), s.startswith("He"), s.endswith(("x", "ld")), s.startswith("e", 1))
print(s.isalpha(), S("12").isdigit(), int(S("12")), float(S("1.5")), S("{} {a}").format(1, a=2), S("{a}").format_map({"a": 3}), S("%s-%d") % ("a", 2), "%s" % s, S(12), S(s), s.encode(), S(", ").join(["a", "b"]))
print(s.translate({72: "J"}), s.removeprefix("Hello "), s.removesuffix("ld"), S("a\tb").expandtabs(4), s.lstrip("H"), s.rstrip("d"), list(S("ab")), [type(x).__name__ for x in S("a")], S("Ab").isidentifier(), S(" ").isspace())
