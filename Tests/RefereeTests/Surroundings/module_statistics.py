import statistics as st


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


DATA = [
    [1, 2, 3, 4], [1, 2, 3], [2.5], [7], [0.1] * 10, [1e30, 1, -1e30], [1, 2.5, 3], [True, False, True], [10 ** 30, 1, 2],
    [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5], [0.1, 0.2, 0.3, 0.7], [1e-300, 2e-300, 5e-300], [1e200, 3e200, 2.5e200], [2, 2, 2],
    [-1.5, 2.25, 1e10], [1e-10, 1e10, 3.3], [float("inf"), 1], [float("nan")], [5e-324, 1.5e-323], [27.5, 30.25, 30.25, 34.5], [],
    [0, 4.0], [1 / 3, 2 / 3, 1], (5, 6),
]
FUNCTIONS = [st.mean, st.fmean, st.median, st.median_low, st.median_high, st.mode, st.multimode, st.harmonic_mean, st.geometric_mean]
for data in DATA:
    print(data)
    for f in (FUNCTIONS if str(data) != "[nan]" else FUNCTIONS[:-1]):
        attempt(lambda: f(data))
    if not any(x == float("inf") or x != x for x in data):
        for f in [st.variance, st.pvariance, st.stdev, st.pstdev]:
            attempt(lambda: f(data))
    attempt(lambda: st.quantiles(data))
    attempt(lambda: st.quantiles(data, n=10, method="inclusive"))
    attempt(lambda: st.quantiles(data, n=3))
attempt(lambda: st.variance([1, 2, 3.5, 9], 3))
attempt(lambda: st.pvariance([1, 2, 4], 2.5))
attempt(lambda: st.stdev([1, 2, 4], xbar=2))
attempt(lambda: st.pstdev([1, 2, 4], mu=2.5))
attempt(lambda: st.fmean([1, 2, 3], weights=[3, 1, 1]))
attempt(lambda: st.fmean([1, 2, 3], [1, 2]))
attempt(lambda: st.fmean([1, 2], [1, -1]))
attempt(lambda: st.harmonic_mean([40, 60], weights=[5, 30]))
attempt(lambda: st.harmonic_mean([40, 60], weights=[5]))
attempt(lambda: st.harmonic_mean([40, -60]))
attempt(lambda: st.harmonic_mean([-4]))
attempt(lambda: st.harmonic_mean(["a"]))
attempt(lambda: st.harmonic_mean([4, 5], [0, 0]))
attempt(lambda: st.geometric_mean([1, -2]))
attempt(lambda: st.mean(["a", "b"]))
attempt(lambda: st.mean(x for x in range(5)))
attempt(lambda: st.median(["b", "a", "c"]))
attempt(lambda: st.mode("abracadabra"))
attempt(lambda: st.multimode("aabbc"))
attempt(lambda: st.quantiles([1, 2, 3], n=0))
attempt(lambda: st.quantiles([1, 2, 3], method="odd"))
X = [1, 2, 3, 4, 5]
Y = [2.1, 3.9, 6.2, 7.8, 10.1]
for f in [st.covariance, st.correlation, st.linear_regression]:
    attempt(lambda: f(X, Y))
    attempt(lambda: f(X, X))
    attempt(lambda: f(X, [5, 4, 3, 2, 1]))
    attempt(lambda: f(X, [1, 2]))
    attempt(lambda: f([1], [2]))
    attempt(lambda: f([3, 3], [1, 2]))
attempt(lambda: st.linear_regression(X, Y, proportional=True))
slope, intercept = st.linear_regression(X, Y)
print(slope, intercept, st.linear_regression(X, Y).slope, issubclass(st.StatisticsError, ValueError))
attempt(lambda: st.harmonic_mean([2, 0, -1]))
attempt(lambda: st.harmonic_mean([2, -1, 0]))
