import warnings as warnings


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


def show(log):
    print([(str(w.message), type(w.message).__name__, w.category.__name__) for w in log])


class Own(DeprecationWarning):
    pass


def several():
    for text in ["one", "two", "one"]:
        for category in [None, DeprecationWarning, Own, RuntimeWarning, PendingDeprecationWarning, FutureWarning]:
            warnings.warn(text, category)


for action in ["always", "default", "ignore", "module", "once"]:
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter(action)
        several()
    show(log)
with warnings.catch_warnings(record=True) as log:
    several()
show(log)
with warnings.catch_warnings(record=True) as log:
    warnings.resetwarnings()
    several()
    warnings.warn(Own("instance"))
    warnings.warn(Own("second"), UserWarning, stacklevel=2)
    warnings.warn(ValueError("not one"))
show(log)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    warnings.filterwarnings("ignore", message="TW")
    warnings.filterwarnings("ignore", ".*ne", FutureWarning)
    several()
show(log)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always", append=True)
    several()
show(log)
with warnings.catch_warnings(record=True, action="always") as log:
    warnings.warn("a.b (c)")
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"a\.b \(")
        warnings.warn("a.b (c)")
        warnings.warn("axb (c)")
    warnings.warn("a.b (c)")
show(log)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    attempt(lambda: warnings.warn("raised"))
    attempt(lambda: warnings.warn("raised", Own))
    attempt(lambda: warnings.warn(Own("raised")))
with warnings.catch_warnings(record=False) as log:
    print(log)
attempt(lambda: warnings.warn("x", ValueError))
attempt(lambda: warnings.warn("x", "y"))
attempt(lambda: warnings.warn("x", UserWarning, "z"))
attempt(lambda: warnings.filterwarnings("bad"))
attempt(lambda: warnings.filterwarnings("ignore", 3))
attempt(lambda: warnings.filterwarnings("ignore", "", "x"))
attempt(lambda: warnings.filterwarnings("ignore", "", ValueError))
attempt(lambda: warnings.simplefilter("bad"))
attempt(lambda: warnings.simplefilter("ignore", lineno=-1))
attempt(lambda: warnings.filterwarnings("ignore", lineno="x"))
