import numpy as np


def attempt(**options):
    try:
        np.set_printoptions(**options)
    except Exception as error:
        print(type(error).__name__, error)


rows = [np.array([1.23456789, -2.5, 1000.0]), np.array([1e-10, 1.0]), np.array([1e10, 1.5]), np.array([[0.1, 22.25], [3.0, 1e-5]]),
        np.array([np.nan, np.inf, -np.inf, 1.0]), np.array([1, -22, 333]), np.arange(5, dtype="float32") / 3, np.array([True, False]),
        np.linspace(0, 1, 7), np.array(2.5), np.array([]), np.arange(30.0).reshape(5, 6)]
for options in [{}, {"precision": 3}, {"suppress": True}, {"precision": 2, "suppress": True}, {"floatmode": "fixed"},
                {"floatmode": "fixed", "precision": 2}, {"floatmode": "maxprec_equal"}, {"floatmode": "unique"}, {"sign": "+"}, {"sign": " "},
                {"nanstr": "-", "infstr": "oo"}, {"linewidth": 30}, {"threshold": 5}, {"threshold": 5, "edgeitems": 1}, {"precision": 0}]:
    np.set_printoptions(precision=8, threshold=1000, edgeitems=3, linewidth=75, suppress=False, nanstr="nan", infstr="inf", sign="-",
                        floatmode="maxprec")
    np.set_printoptions(**options)
    print(options)
    for row in rows:
        print(row, repr(row))
np.set_printoptions(precision=8, threshold=1000, edgeitems=3, linewidth=75, suppress=False, nanstr="nan", infstr="inf", sign="-",
                    floatmode="maxprec")
attempt(sign="x")
attempt(floatmode="y")
attempt(precision="3")
np.set_printoptions(threshold=np.inf)
print(len(str(np.arange(2000.0))), np.get_printoptions()["precision"], np.get_printoptions()["floatmode"])
np.set_printoptions(threshold=1000, precision=4)
print(np.array([1 / 3]), np.float64(1 / 3), [np.array([2 / 3])], f"{np.array([1 / 7])}")
