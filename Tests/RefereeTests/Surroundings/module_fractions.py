from fractions import Fraction


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for args in [(), (3,), (6, 4), (6, -4), (-6, -4), (0, 5), (0.5,), (0.1,), ("3/4",), (" -3/4 ",), ("1.25",), ("-.5",), ("2.",), ("1e3",),
             ("1.5e-2",), ("+7",), ("1_000",), (Fraction(1, 2),), (Fraction(1, 2), Fraction(3, 4)), (True,), (5, Fraction(1, 3)),
             (1, 0), ("1/0",), ("",), ("a",), ("1/2/3",), ("1 /2",), (".",), ("e5",), (None,), (1.5, 2), ("1", 2), (float("inf"),),
             (float("nan"),), ("1/-2",), ("--1",), ([],)]:
    attempt(lambda: Fraction(*args))
A = Fraction(3, 4)
B = Fraction(-7, 3)
for x, y in [(A, B), (A, 2), (2, A), (A, 0.5), (0.5, A), (B, 3), (3, B), (A, Fraction(0)), (A, 0), (A, "x"), (B, Fraction(2)), (A, True)]:
    attempt(lambda: x + y)
    attempt(lambda: x - y)
    attempt(lambda: x * y)
    attempt(lambda: x / y)
    attempt(lambda: x // y)
    attempt(lambda: x % y)
    attempt(lambda: divmod(x, y))
    print(x == y, x != y)
    attempt(lambda: (x < y, x <= y, x > y, x >= y))
attempt(lambda: A ** 3)
attempt(lambda: A ** -2)
attempt(lambda: A ** 0.5)
attempt(lambda: A ** Fraction(1, 2))
attempt(lambda: 2 ** Fraction(3))
attempt(lambda: 4 ** Fraction(1, 2))
attempt(lambda: Fraction(0) ** -1)
print(A, B, Fraction(4, 2), float(A), int(B), bool(A), bool(Fraction()), -A, +B, abs(B), round(B), round(A), round(Fraction(5, 2)))
print(A.numerator, B.denominator, B.as_integer_ratio(), Fraction.from_float(0.25), Fraction(3.141592653589793).limit_denominator(1000))
print(Fraction("3.1415").limit_denominator(10), Fraction(1, 3).limit_denominator(), Fraction(4321, 8765).limit_denominator(100))
print(sum([Fraction(1, n) for n in range(1, 10)]), sorted([A, B, 0.1, 0]), max(A, B), {Fraction(2): 1}[Fraction(4, 2)], {A, Fraction(6, 8)})
print(A == 0.75, Fraction(2) == 2, A < float("inf"), A == float("nan"), A > float("-inf"), A == None)
attempt(lambda: A.limit_denominator(0))
attempt(lambda: Fraction.from_float("x"))
