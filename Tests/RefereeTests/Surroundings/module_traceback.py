import sys
import traceback as traceback


class Own(Exception):
    pass


sys.stderr = sys.stdout
for error in [ValueError("bad"), KeyError("k"), Own("mine"), Own(), OSError(2, "No such"), ZeroDivisionError(), StopIteration(3)]:
    print(traceback.format_exception_only(type(error), error), traceback.format_exception_only(error))
try:
    int("x")
except ValueError as e:
    print(traceback.format_exception_only(type(e), e))
    print(traceback.format_exception(type(e), e, e.__traceback__)[-1:], traceback.format_exception(e)[-1:])
print(traceback.format_exception_only(None, None))
