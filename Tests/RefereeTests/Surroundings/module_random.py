import random


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def show(source):
    print([source.random() for _ in range(3)], source.getrandbits(5), source.getrandbits(77), source.getrandbits(0))
    print(source.randbytes(7), source.randrange(10), source.randrange(3, 100, 7), source.randrange(9, -9, -2))
    print(source.randint(-5, 5), source.randrange(10 ** 30), source.choice("abcdef"), source.uniform(1, 5))
    row = list(range(10))
    print(source.shuffle(row), row, source.sample(range(1000), 5), source.sample("abcd", 3), source.sample(range(60), 20))
    print(source.sample("ab", 4, counts=[3, 4]), source.choices("abc", k=4), source.choices([1, 2, 3], [1, 0, 5], k=6))
    print(source.choices("xyz", cum_weights=[1, 2, 9], k=3), source.choices("ab"), source.choices("ab", k=0))
    print(source.triangular(), source.triangular(1, 9), source.triangular(1, 9, 8), source.triangular(2, 2, 2))
    print(source.normalvariate(), source.normalvariate(3, 2), source.gauss(), source.gauss(1, 2), source.gauss(0, 1))
    print(source.lognormvariate(0, 0.25), source.expovariate(1.5), source.expovariate(-2), source.vonmisesvariate(0, 4))
    print(source.vonmisesvariate(1, 0), source.gammavariate(2.5, 1), source.gammavariate(1, 2), source.gammavariate(0.4, 3))
    print(source.betavariate(2, 3), source.betavariate(0.5, 0.5), source.paretovariate(3), source.weibullvariate(1, 1.5))


for seed in (0, 1, -5, 2 ** 40, 2 ** 100, -2 ** 70 + 1, True, 2.5, -0.75, "", "hello", "é" * 100, b"xy"):
    print(repr(seed)[:20], random.Random(seed).random(), random.Random(seed).getrandbits(40))
for seed in (0, 42):
    random.seed(seed)
    show(random)
show(random.Random("a longer text"))
source = random.Random(9)
first = source.gauss()
state = source.getstate()
print(state[0], len(state[1]), state[1][:2], state[1][-1], state[2])
before = [source.gauss(), source.random(), source.getrandbits(9)]
source.setstate(state)
print(before == [source.gauss(), source.random(), source.getrandbits(9)])
for version in (1, 2):
    for seed in ("hello", b"\xff\x00", "", 3, 1.5):
        source.seed(seed, version=version)
        print(version, seed, source.random())
for bad in ((4, (), None), (3, [1], None), (3, (1,), None), (3, (0,) * 624 + (625,), None)):
    print(attempt(source.setstate, bad))


class Fixed(random.Random):
    def random(self):
        return 0.75


class Bits(Fixed):
    def getrandbits(self, k):
        return 2


print(Fixed(1).randrange(10), Fixed(1).choice("abcd"), Bits(1).randrange(10), Fixed(1).randrange(2 ** 53 - 1), Bits(1).random())
system = random.SystemRandom(5)
print(0 <= system.random() < 1, system.getrandbits(9) < 512, len(system.randbytes(4)), 0 <= system.randrange(5) < 5)
print(attempt(system.getstate), attempt(system.setstate, 1), system.seed(1), attempt(system.getrandbits, -1))
r = random.Random(3)
for call in [
    lambda: r.randrange(0), lambda: r.randrange(5, 5), lambda: r.randrange(1, 2, 0), lambda: r.randrange(1.5),
    lambda: r.randrange(1, 2.5), lambda: r.randrange(1, 9, 0.5), lambda: r.randrange(9, 1, 2), lambda: r.randrange(4, step=2),
    lambda: r.randint(5, 1), lambda: r.choice([]), lambda: r.sample([1], 2), lambda: r.sample({1}, 1),
    lambda: r.sample([1], -1), lambda: r.sample([1, 2], 1, counts=[1]), lambda: r.sample([1], 1, counts=[0]),
    lambda: r.sample([1], 1, counts=[1.5]), lambda: r.choices([]), lambda: r.choices([1], [1], cum_weights=[1]),
    lambda: r.choices([1, 2], 3), lambda: r.choices([1, 2], [1]), lambda: r.choices([1], [0]), lambda: r.choices([1], [-1]),
    lambda: r.choices([1], [float("inf")]), lambda: r.getrandbits(-1), lambda: r.getrandbits(1.5), lambda: r.randbytes(-1),
    lambda: r.gammavariate(0, 1), lambda: r.seed([1]), lambda: r.shuffle((1, 2)), lambda: r.uniform(1),
    lambda: r.expovariate(0), lambda: r.triangular(1, 1, 5), lambda: r.choices([], [1]), lambda: r.choice(5),
]:
    print(attempt(call))
