import itertools
from itertools import islice


def attempt(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
        return list(result) if hasattr(result, "__next__") else result
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def noisy(items):
    for item in items:
        print("read", item, end="; ")
        yield item


i = itertools
print(list(i.pairwise("abcd")), list(i.pairwise("a")), list(i.pairwise([])), attempt(i.pairwise, 3))
pairs = i.pairwise(noisy([1, 2, 3]))
print("lazy", next(pairs), next(pairs), next(pairs, "end"))
print(list(i.compress("abcdef", [1, 0, 1, 0, 1])), list(i.compress(data="ab", selectors=i.cycle([1]))))
print(list(i.filterfalse(None, [0, 1, "", 2])), list(i.filterfalse(lambda x: x % 2, range(6))))
print(next(i.filterfalse(lambda x: x < 3, i.count())), attempt(i.compress, 1, 2), attempt(i.filterfalse, None, 2))
print(list(i.permutations("abc")), list(i.permutations(range(4), 2)), list(i.permutations("ab", 3)))
print(list(i.permutations([], 0)), list(i.permutations("abc", r=0)), len(list(i.permutations(range(6), 4))))
print(list(i.permutations("aba", 2)), list(i.permutations(range(5)))[60:64])
print(attempt(i.permutations, "ab", -1), attempt(i.permutations, "ab", 1.0), attempt(i.permutations, 5), sep="\n")
with_repeats = i.combinations_with_replacement
print(list(with_repeats("abc", 2)), list(with_repeats("ab", 3)), list(with_repeats([], 2)), list(with_repeats([], 0)))
print(list(with_repeats("abc", r=0)), attempt(with_repeats, "ab", -1), attempt(with_repeats, "ab", "x"), sep="\n")
print([(key, list(run)) for key, run in i.groupby("aabbba")])
print([(key, list(run)) for key, run in i.groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
print([key for key, run in i.groupby("aabca")], list(i.groupby([])), attempt(i.groupby, 4))
runs = list(i.groupby("aab"))
print([key for key, run in runs], [list(run) for key, run in runs])
runs = i.groupby("aaab")
key, run = next(runs)
print(key, next(run), next(runs)[0], list(run), next(runs, "end"))
one, two = i.tee(noisy("ab"))
print(next(one), next(two), next(two), next(one), next(one, "end"), next(two, "end"))
print(i.tee([1], 0), len(i.tee("a", 3)), [list(t) for t in i.tee([1, 2], 3)], attempt(i.tee, [], -1), attempt(i.tee, 3))
base = i.tee("abc", 1)[0]
print(next(base), [list(t) for t in i.tee(base)], list(i.tee(i.count(), 2)[1].__copy__() and []))
print(list(islice(i.pairwise(i.count(0.5, 0.25)), 2)), attempt(i.tee, "a", 1.5), sep="\n")
print(list(i.accumulate([1, 2, 3])), list(i.accumulate([1, 2, 3], lambda a, b: a * b, initial=5)))
print(list(i.accumulate([], initial=5)), list(i.accumulate([], None)), list(i.accumulate("ab", func=max)))
print(list(i.chain([1], "a")), list(i.chain.from_iterable(["ab", [3]])), next(i.chain.from_iterable(noisy(["xy", 5]))))
print(list(islice(i.count(2.5, -0.5), 3)), list(islice(i.count(step=3), 2)))
print(list(islice(i.cycle("ab"), 5)), list(i.cycle([])), list(i.repeat("a", times=2)), list(i.repeat(1, -3)))
print(list(i.islice(range(9), 3)), list(i.islice("abcdef", 1, None, 2)), list(i.islice("abc", None)))
print(attempt(i.islice, "a", -1), attempt(i.islice, "a", 0, 1, 0), attempt(i.islice, "a"), sep="\n")
print(list(i.product("ab", repeat=2)), list(i.product()), list(i.product("ab", [])), attempt(i.product, "a", repeat=-1))
print(list(i.combinations("abcd", 2)), list(i.combinations("ab", 3)), attempt(i.combinations, "ab", -1))
print(list(i.starmap(pow, [(2, 3), [3, 2]])), attempt(i.starmap, pow, [1]), list(i.takewhile(lambda x: x < 3, i.count())))
print(list(i.dropwhile(str.isalpha, "ab1c")), list(i.zip_longest("ab", [1], fillvalue="-")), list(i.zip_longest()))
