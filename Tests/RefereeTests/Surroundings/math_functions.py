import math
import random

random.seed(3)


def show(name, *arguments):
    try:
        value = getattr(math, name)(*arguments)
    except Exception as error:
        print(name, arguments, type(error).__name__, error)
        return
    print(name, arguments, type(value).__name__, float(f"{value:.13g}") if isinstance(value, float) else value)


for name in "acosh asinh atanh cbrt degrees radians erf erfc exp2 expm1 gamma lgamma".split():
    for x in (0, 1, 0.5, -0.5, 2, -1, -2.5, 700, 1e300, math.inf, -math.inf, math.nan):
        show(name, x)
for name in ("copysign", "remainder", "nextafter", "ldexp"):
    for x in (1, -2.5, 0.0, math.inf):
        for y in (2, -3, 0):
            show(name, x, y)
for x in (0, 1, 5, 30, -1, 2.5):
    show("factorial", x)
for x in (0, 1, 5, 30, -1, 2.5, 10**30):
    show("isqrt", x)
for name in ("comb", "perm"):
    for pair in ((5, 2), (5, 6), (0, 0), (50, 25), (-1, 2), (3, -1), (2.0, 1)):
        show(name, *pair)
show("perm", 5)
for whole in ((), (4, 6, 10), (0, 3), (2.5,)):
    show("lcm", *whole)
for pair in ((1, 1 + 1e-10), (1, 1.1), (0, 1e-12), (math.inf, math.inf), (math.inf, 1), (math.nan, math.nan)):
    show("isclose", *pair)
print(math.isclose(1, 2, abs_tol=3))
show("dist", (0, 0), (3, 4))
show("dist", (0,), (3, 4))
for numbers in ([0.1] * 10, [1e16, 1, -1e16], []):
    show("fsum", numbers)
for _ in range(50):
    print(repr(math.fsum(random.uniform(-1, 1) * 10 ** random.randint(-20, 20) for _ in range(20))))
for x in (0, 1.5, -2.75, math.inf, -math.inf, 1e-310, 5e300, math.nan):
    for name in ("modf", "frexp", "ulp"):
        show(name, x)
for _ in range(200):
    x = random.uniform(-1, 1) * 10 ** random.randint(-300, 300)
    print(repr(math.ldexp(x, random.randint(-30, 20))), math.frexp(x))
