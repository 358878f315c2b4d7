extension Prelude {
    /// The module `numpy.testing`.
    static let numpyTesting = #"""
        import math
        import re

        import numpy as np


        def _message(pair, err_msg, header="Items are not equal:", verbose=True, names=("ACTUAL", "DESIRED"), precision=8):
            err_msg, lines = str(err_msg), ["\n" + header]
            if err_msg:
                if "\n" not in err_msg and len(err_msg) < 79 - len(header):
                    lines[0] += " " + err_msg
                else:
                    lines.append(err_msg)
            if verbose:
                for name, each in zip(names, pair):
                    text = _array_text(each, precision) if isinstance(each, np.ndarray) else repr(each)
                    if text.count("\n") > 3:
                        text = "\n".join(text.split("\n")[:3]) + "..."
                    lines.append(f" {name}: {text}")
            return "\n".join(lines)


        def _array_text(value, precision):
            before = np.get_printoptions()["precision"]
            np.set_printoptions(precision=precision)
            try:
                return repr(value)
            finally:
                np.set_printoptions(precision=before)


        # A number as it stands in an array.
        def _number_text(value):
            return str(np.reshape(np.asarray(value), (1,)))[1:-1].strip()


        def _is_numeric(x):
            return hasattr(x.dtype, "kind") and x.dtype.kind in "biuf"


        # Arrays of 0 axes may have become numbers.
        def _whole(x, shape):
            return np.broadcast_to(np.asarray(x), shape)


        def _differences(good, x, y, names):
            wide = x.shape if x.ndim else y.shape
            wrong = np.reshape(np.logical_not(good), wide)
            count = int(np.sum(wrong.astype("int64")))
            total = math.prod(wide)
            lines = [f"Mismatched elements: {count} / {total} ({100 * count / total:.3g}%)"]
            left, right = _whole(x, wide), _whole(y, wide)
            if wide:
                shown = []
                for place in np.argwhere(wrong)[:5].tolist():
                    shown.append(f" {place}: {left[tuple(place)]} ({names[0]}), {right[tuple(place)]} ({names[1]})")
                head = "Mismatch at index:" if count == 1 else "Mismatch at indices:"
                lines.append((head if count <= 5 else "First 5 mismatches are at indices:") + "\n" + "\n".join(shown))
            if not _is_numeric(x) or not _is_numeric(y) or (x.dtype.kind == "b" and y.dtype.kind == "b"):
                return lines
            wrong = np.ravel(wrong)
            left, right = np.ravel(left)[wrong], np.ravel(right)[wrong]
            error = np.abs(left - right)
            if left.dtype.kind == "u":
                error = np.minimum(error, np.abs(right - left))
            lines.append("Max absolute difference among violations: " + _number_text(np.max(error)))
            isThere = right != 0
            most = np.max(error[isThere] / np.abs(right[isThere])) if np.any(isThere) else np.float64(math.inf)
            lines.append("Max relative difference among violations: " + _number_text(most))
            return lines


        def _compare(comparison, x, y, err_msg, verbose, header, precision=6, equal_nan=True, equal_inf=True, strict=False,
                     names=("ACTUAL", "DESIRED")):
            x, y = np.asarray(x), np.asarray(y)

            def fail(reason):
                raise AssertionError(_message([x, y], f"{err_msg}\n{reason}", header, verbose, names, precision))
            if x.shape != y.shape and (strict or (x.ndim and y.ndim)):
                fail(f"(shapes {x.shape}, {y.shape} mismatch)")
            if strict and x.dtype != y.dtype:
                fail(f"(dtypes {x.dtype}, {y.dtype} mismatch)")
            shape = x.shape if x.ndim else y.shape
            same = np.zeros(shape, bool)
            if _is_numeric(x) and _is_numeric(y):
                checks = [(np.isnan, "nan")] if equal_nan else []
                for test, name in checks + ([(np.isinf, "inf")] if equal_inf else []):
                    left, right = _test(test, x), _test(test, y)
                    if not np.all(left == right):
                        fail(f"{name} location mismatch:")
                    found = _whole(left, shape)
                    if name == "inf" and not np.all(_whole(x, shape)[found] == _whole(y, shape)[found]):
                        fail("inf values mismatch:")
                    same = same | found
            good = np.asarray(comparison(x, y)) | same
            if not np.all(good):
                fail("\n".join(_differences(good, x, y, names)))


        def _test(function, x):
            return function(x) if x.dtype.kind == "f" else np.zeros(x.shape, bool)


        def assert_array_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
            _compare(lambda x, y: x == y, actual, desired, err_msg, verbose, "Arrays are not equal", strict=strict)


        def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg="", verbose=True, *, strict=False):
            def isClose(x, y):
                x, y = x.astype("float64"), y.astype("float64")
                return (x == y) | (np.isfinite(y) & (np.abs(x - y) <= atol + rtol * np.abs(y)))
            header = f"Not equal to tolerance rtol={rtol:g}, atol={atol:g}"
            _compare(isClose, actual, desired, err_msg, verbose, header, equal_nan=equal_nan, strict=strict)


        def assert_array_almost_equal(actual, desired, decimal=6, err_msg="", verbose=True):
            def isClose(x, y):
                x, y = x.astype("float64"), y.astype("float64")
                return (x == y) | (np.abs(x - y) < 1.5 * 10.0 ** -decimal)
            _compare(isClose, actual, desired, err_msg, verbose, f"Arrays are not almost equal to {decimal} decimals",
                     precision=decimal)


        def assert_array_less(x, y, err_msg="", verbose=True, *, strict=False):
            _compare(lambda x, y: x < y, x, y, err_msg, verbose, "Arrays are not strictly ordered `x < y`",
                     equal_inf=False, strict=strict, names=("x", "y"))


        def assert_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
            if isinstance(desired, dict):
                if not isinstance(actual, dict):
                    raise AssertionError(repr(type(actual)))
                assert_equal(len(actual), len(desired), err_msg, verbose)
                for key in desired:
                    if key not in actual:
                        raise AssertionError(repr(key))
                    assert_equal(actual[key], desired[key], f"key={key!r}\n{err_msg}", verbose)
                return
            if isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
                assert_equal(len(actual), len(desired), err_msg, verbose)
                for place in range(len(desired)):
                    assert_equal(actual[place], desired[place], f"item={place!r}\n{err_msg}", verbose)
                return
            if isinstance(actual, np.ndarray) or isinstance(desired, np.ndarray):
                assert_array_equal(actual, desired, err_msg, verbose, strict=strict)
                return
            text = _message([actual, desired], err_msg, verbose=verbose)
            if isinstance(desired, (int, float, np.generic)) and isinstance(actual, (int, float, np.generic)):
                if actual != actual and desired != desired:
                    return
                # 0.0 and -0.0 are different numbers here.
                if desired == 0 and actual == 0 and math.copysign(1, actual) != math.copysign(1, desired):
                    raise AssertionError(text)
            if not desired == actual:
                raise AssertionError(text)


        def assert_almost_equal(actual, desired, decimal=7, err_msg="", verbose=True):
            if isinstance(actual, (np.ndarray, tuple, list)) or isinstance(desired, (np.ndarray, tuple, list)):
                assert_array_almost_equal(actual, desired, decimal, err_msg)
                return
            header = f"Arrays are not almost equal to {decimal} decimals"
            text = _message([actual, desired], err_msg, verbose=verbose, header=header)
            if not (math.isfinite(actual) and math.isfinite(desired)):
                if (actual != actual or desired != desired) and not (actual != actual and desired != desired):
                    raise AssertionError(text)
                if actual == actual and actual != desired:
                    raise AssertionError(text)
                return
            if abs(desired - actual) >= 1.5 * 10.0 ** -decimal:
                raise AssertionError(text)


        def assert_approx_equal(actual, desired, significant=7, err_msg="", verbose=True):
            actual, desired = float(actual), float(desired)
            if desired == actual:
                return
            header = f"Items are not equal to {significant} significant digits:"
            text = _message([actual, desired], err_msg, header=header, verbose=verbose)
            if not (math.isfinite(actual) and math.isfinite(desired)):
                if actual != actual and desired != desired:
                    return
                raise AssertionError(text)
            scale = 0.5 * (abs(desired) + abs(actual))
            scale = 10.0 ** math.floor(math.log10(scale))
            if abs(desired / scale - actual / scale) >= 10.0 ** -(significant - 1):
                raise AssertionError(text)


        def assert_array_almost_equal_nulp(x, y, nulp=1):
            x, y = np.asarray(x), np.asarray(y)
            ax, ay = np.abs(x), np.abs(y)
            space = nulp * np.spacing(np.where(ax > ay, ax, ay))
            if not np.all(np.abs(x - y) <= space):
                raise AssertionError(f"Arrays are not equal to {nulp} ULP")


        def assert_(val, msg=""):
            if not val:
                raise AssertionError(msg() if callable(msg) else msg)


        def assert_string_equal(actual, desired):
            for each in (actual, desired):
                if not isinstance(each, str):
                    raise AssertionError(repr(type(each)))
            if actual != desired:
                raise AssertionError(f"Differences in strings:\n- {actual}+ {desired}")


        class _Expected:
            def __init__(self, kind, pattern=None):
                self.kind, self.pattern = kind, pattern

            def __enter__(self):
                return self

            def __exit__(self, kind, error, trace):
                if error is None:
                    raise AssertionError(f"{_kind_name(self.kind)} not raised")
                if not isinstance(error, self.kind):
                    return False
                self.exception = error
                _check_words(self.pattern, error)
                return True


        def _kind_name(kind):
            if isinstance(kind, tuple):
                return "(" + ", ".join([repr(each) for each in kind]) + ")"
            return kind.__name__


        def _check_words(pattern, error):
            if pattern is not None and not re.search(pattern, str(error)):
                raise AssertionError(f'"{pattern}" does not match "{error}"')


        def _raised(kind, pattern, function, args, kwargs):
            try:
                function(*args, **kwargs)
            except kind as error:
                _check_words(pattern, error)
                return
            raise AssertionError(f"{_kind_name(kind)} not raised by {function.__name__}")


        def assert_raises(exception_class, *args, **kwargs):
            if not args:
                return _Expected(exception_class)
            _raised(exception_class, None, args[0], args[1:], kwargs)


        def assert_raises_regex(exception_class, expected_regexp, *args, **kwargs):
            if not args:
                return _Expected(exception_class, expected_regexp)
            _raised(exception_class, expected_regexp, args[0], args[1:], kwargs)


        class _Nothing:
            def __enter__(self):
                return None

            def __exit__(self, *error):
                return False


        # Arrays warn of nothing here.
        def assert_no_warnings(*args, **kwargs):
            return args[0](*args[1:], **kwargs) if args else _Nothing()
        """#
}
