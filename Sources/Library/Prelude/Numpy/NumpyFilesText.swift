extension Prelude {
    /// numpy functions that write arrays as text and read them.
    static let numpyTextFiles = #"""
        import math
        from keras import _host

        import numpy as np


        class printoptions:
            def __init__(self, **options):
                self.options = options

            def __enter__(self):
                self.before = np.get_printoptions()
                np.set_printoptions(**self.options)
                return np.get_printoptions()

            def __exit__(self, *error):
                _restore(self.before)


        _settable = ["precision", "threshold", "edgeitems", "linewidth", "suppress", "nanstr", "infstr", "sign", "floatmode",
                     "formatter"]


        def _restore(before):
            for name in _settable:
                # An option that cannot be set here keeps its value anyway.
                try:
                    np.set_printoptions(**{name: before[name]})
                except (TypeError, NotImplementedError):
                    pass


        # The numbers that are shown, as one line of an array: the places of those at the edges.
        def _shown(a, edge):
            for axis, size in enumerate(a.shape):
                if size > 2 * edge:
                    places = list(range(edge)) + list(range(size - edge, size))
                    a = np.take(a, np.array(places, "int64"), axis=axis)
            return a


        # Each number as a text, all of the same width, as they would stand in one line.
        def _words(a, formatter):
            flat = np.ravel(a)
            if formatter:
                name = {"b": "bool", "i": "int", "u": "int", "f": "float"}.get(a.dtype.kind, "str")
                for key in (name, {"int": "int_kind", "float": "float_kind"}.get(name, name), "all"):
                    if key in formatter:
                        return [formatter[key](value) for value in flat]
            if flat.size == 0:
                return []
            with printoptions(linewidth=10 ** 9, threshold=10 ** 9):
                text = str(flat)[1:-1]
            width = (len(text) + 1) // flat.size - 1
            return [text[place * (width + 1):place * (width + 1) + width] for place in range(flat.size)]


        class _Layout:
            def __init__(self, a, words, separator, edge, isShort):
                self.separator, self.edge, self.isShort = separator, edge, isShort
                self.words, self.shape, self.lines = words, a.shape, _shown(a, edge).shape if isShort else a.shape

            # `first` is the place of the first word of the part.
            def text(self, axis, first, hanging, room):
                rank = len(self.shape)
                size, isCut = self.lines[axis], self.isShort and self.shape[axis] > 2 * self.edge
                leading = self.edge if isCut else 0
                if axis == rank - 1:
                    return self._line(first, hanging, room, size, leading)
                step = math.prod(self.lines[axis + 1:])
                separator = self.separator.rstrip()
                gap = separator + "\n" * (rank - axis - 1)
                parts = [self.text(axis + 1, first + place * step, hanging + " ", room - 1) for place in range(size)]
                if isCut:
                    parts.insert(leading, "...")
                text = ""
                for place, part in enumerate(parts):
                    text += gap + hanging + " " + part if place else part
                return "[" + text + "]"

            def _line(self, first, hanging, room, size, leading):
                words = self.words[first:first + size]
                if leading:
                    words = words[:leading] + ["..."] + words[leading:]
                indent, text, line = hanging + " ", "", hanging + " "
                least = max(len(self.separator.rstrip()), 1)
                for place, word in enumerate(words):
                    isLast = place == len(words) - 1
                    if len(line) + len(word) > room - least and line != indent:
                        text += line.rstrip() + "\n"
                        line = indent
                    line += word if isLast else word + self.separator
                return "[" + (text + line)[len(indent):] + "]"


        def array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=" ", prefix="", *,
                         formatter=None, threshold=None, edgeitems=None, sign=None, floatmode=None, suffix="", legacy=None):
            _host.refuse("array2string", legacy=legacy)
            a = np.asarray(a)
            given = {"precision": precision, "suppress": suppress_small, "sign": sign, "floatmode": floatmode}
            options = np.get_printoptions()
            formatter = options["formatter"] if formatter is None else formatter
            threshold = options["threshold"] if threshold is None else threshold
            edge = options["edgeitems"] if edgeitems is None else edgeitems
            width = (options["linewidth"] if max_line_width is None else max_line_width) - len(suffix)
            if a.size == 0:
                return "[]"
            with printoptions(**{name: value for name, value in given.items() if value is not None}):
                isShort = a.size > threshold
                words = _words(_shown(a, edge) if isShort else a, formatter)
            if a.ndim == 0:
                return words[0].strip()
            return _Layout(a, words, separator, edge, isShort).text(0, 0, " " * len(prefix), width)


        def array_str(a, max_line_width=None, precision=None, suppress_small=None):
            return array2string(a, max_line_width, precision, suppress_small)


        def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
            given = {"linewidth": max_line_width, "precision": precision, "suppress": suppress_small}
            with printoptions(**{name: value for name, value in given.items() if value is not None}):
                return repr(np.asarray(arr))


        def _is_path(source):
            return isinstance(source, str) or hasattr(source, "__fspath__")


        def _text(line):
            return line.decode("latin1") if isinstance(line, bytes) else line


        def _lines(source):
            if _is_path(source):
                try:
                    with open(source) as file:
                        return file.read().split("\n")
                except FileNotFoundError:
                    raise FileNotFoundError(f"{source} not found.")
            if hasattr(source, "read"):
                return _text(source.read()).split("\n")
            return [_text(each).rstrip("\n") for each in source]


        def _without_comment(line, comments):
            for mark in comments:
                line = line.split(mark)[0]
            return line.strip("\r\n")


        def _marks(comments):
            if comments is None:
                return []
            return [comments] if isinstance(comments, (str, bytes)) else list(comments)


        def _columns(usecols):
            if usecols is None:
                return None
            return [usecols] if isinstance(usecols, (int, np.integer)) else list(usecols)


        def _number(word, kind):
            word = word.strip()
            if kind.kind in "iu":
                return int(word)
            if kind.kind == "b":
                return int(word) != 0
            return float(word)


        def _with_axes(made, ndmin):
            while made.ndim > ndmin and 1 in made.shape:
                made = np.reshape(made, [size for size in made.shape if size != 1])
            if made.ndim < ndmin:
                made = np.reshape(made, (1,) * (ndmin - made.ndim) + made.shape if ndmin == 1 else (made.size, 1))
            return made


        def _converter(converters, column, words):
            if converters is None:
                return None
            if callable(converters):
                return converters
            return converters.get(column, converters.get(column - words))


        def loadtxt(fname, dtype=float, comments="#", delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False,
                    ndmin=0, encoding=None, max_rows=None, *, quotechar=None, like=None):
            _host.refuse("loadtxt", encoding=encoding, quotechar=quotechar, like=like)
            if ndmin not in (0, 1, 2):
                raise ValueError(f"Illegal value of ndmin keyword: {ndmin}")
            kind = dtype if dtype is str else np.dtype(dtype)
            marks, columns = _marks(comments), _columns(usecols)
            rows = []
            for number, line in enumerate(_lines(fname)[skiprows:]):
                if max_rows is not None and len(rows) >= max_rows:
                    break
                line = _without_comment(line, [_text(mark) for mark in marks])
                if not line.strip():
                    continue
                words = line.split(delimiter)
                if columns is None and rows and len(words) != len(rows[0]):
                    raise ValueError(
                        f"the number of columns changed from {len(rows[0])} to {len(words)} at row {number + 1}; use "
                        "`usecols` to select a subset and avoid this error")
                row = []
                for column in range(len(words)) if columns is None else columns:
                    if not -len(words) <= column < len(words):
                        raise ValueError(f"invalid column index {column} at row {number + 1} with {len(words)} columns")
                    word = words[column].strip() if kind is not str else words[column]
                    change = _converter(converters, column % len(words), len(words))
                    try:
                        row.append(word if kind is str and not change else change(word) if change else _number(word, kind))
                    except ValueError:
                        place = column % len(words) + 1
                        where = f"at row {len(rows)}, column {place}."
                        raise ValueError(f"could not convert string {word!r} to {kind.name} {where}")
                rows.append(row)
            if not rows:
                made = np.zeros((0,) if ndmin < 2 else (0, 1), kind)
            else:
                made = np.array(rows) if kind is str else np.array(rows, kind)
            made = _with_axes(made, ndmin) if rows else made
            return np.asarray(made.T if unpack else made)


        def genfromtxt(fname, dtype=float, comments="#", delimiter=None, skip_header=0, skip_footer=0, converters=None,
                       missing_values=None, filling_values=None, usecols=None, names=None, unpack=False, ndmin=0,
                       invalid_raise=True, max_rows=None, autostrip=False, encoding=None):
            _host.refuse("genfromtxt", invalid_raise=invalid_raise != True, autostrip=autostrip, encoding=encoding)
            if names is not None or isinstance(dtype, (list, tuple)):
                raise NotImplementedError("arrays with named columns are outside this program")
            columns, marks = _columns(usecols), _marks(comments)
            lines = _lines(fname)[skip_header:]
            rows = []
            for line in lines:
                line = _without_comment(line, [_text(mark) for mark in marks])
                if not line.strip():
                    continue
                rows.append([word.strip() for word in _split(line, delimiter)])
            rows = rows[:len(rows) - skip_footer] if skip_footer else rows
            rows = rows if max_rows is None else rows[:max_rows]
            if any(len(row) != len(rows[0]) for row in rows):
                bad = [(n, row) for n, row in enumerate(rows) if len(row) != len(rows[0])]
                told = "\n".join([f"    Line #{n + 1 + skip_header} (got {len(row)} columns instead of {len(rows[0])})"
                                  for n, row in bad])
                raise ValueError("Some errors were detected !\n" + told)
            if columns is not None:
                rows = [[row[column] for column in columns] for row in rows]
            numbers = columns if columns is not None else range(len(rows[0]) if rows else 0)
            gaps = _gap_words(missing_values)
            kind = _guessed(rows, gaps) if dtype is None else np.dtype(dtype)
            fill = _filling(filling_values, kind)
            values = [[_read(word, number, place, kind, gaps, fill, converters)
                       for place, (word, number) in enumerate(zip(row, numbers))] for row in rows]
            made = np.array(values, kind) if values else np.zeros(0, kind)
            made = _with_axes(made, ndmin) if values else made
            return np.asarray(made.T if unpack else made)


        def _split(line, delimiter):
            if isinstance(delimiter, int):
                return [line[place:place + delimiter] for place in range(0, len(line), delimiter)]
            return line.split(delimiter)


        def _gap_words(missing_values):
            if missing_values is None:
                return {""}
            if isinstance(missing_values, dict):
                missing_values = list(missing_values.values())
            words = missing_values.split(",") if isinstance(missing_values, str) else list(missing_values)
            return {"", *words}


        def _filling(filling_values, kind):
            usual = math.nan if kind.kind == "f" else False if kind.kind == "b" else -1
            if filling_values is None:
                return lambda place, number: usual
            if isinstance(filling_values, dict):
                return lambda place, number: filling_values.get(number, usual)
            if isinstance(filling_values, (list, tuple)):
                return lambda place, number: filling_values[place] if place < len(filling_values) else usual
            return lambda place, number: filling_values


        # What cannot be read as a number counts as missing.
        def _read(word, number, place, kind, gaps, fill, converters):
            if converters is not None and number in converters:
                return converters[number](word)
            if word in gaps:
                return fill(place, number)
            try:
                if kind.kind == "b":
                    return {"TRUE": True, "FALSE": False}[word.upper()]
                return _number(word, kind)
            except (ValueError, KeyError):
                return fill(place, number)


        def _guessed(rows, gaps):
            words = [word for row in rows for word in row if word not in gaps]
            if words and all(word.upper() in ("TRUE", "FALSE") for word in words):
                return np.dtype(bool)
            kind = "int64"
            for word in words:
                try:
                    int(word)
                except ValueError:
                    kind = "float64"
                    float(word)
            return np.dtype(kind)


        def _row_format(fmt, columns, delimiter):
            if isinstance(fmt, (list, tuple)):
                if len(fmt) != columns:
                    raise AttributeError(f"fmt has wrong shape.  {fmt}")
                return delimiter.join(fmt)
            count = fmt.count("%")
            if count == 1:
                return delimiter.join([fmt] * columns)
            if count != columns:
                raise ValueError(f"fmt has wrong number of % formats:  {fmt}")
            return fmt


        def savetxt(fname, X, fmt="%.18e", delimiter=" ", newline="\n", header="", footer="", comments="# ", encoding=None):
            _host.refuse("savetxt", encoding=encoding)
            X = np.asarray(X)
            if X.ndim == 0 or X.ndim > 2:
                raise ValueError(f"Expected 1D or 2D array, got {X.ndim}D array instead")
            X = np.reshape(X, (-1, 1)) if X.ndim == 1 else X
            form = _row_format(fmt, X.shape[1], delimiter)
            lines = [comments + header.replace("\n", "\n" + comments)] if header else []
            for row in X.tolist():
                try:
                    lines.append(form % tuple(row))
                except TypeError:
                    raise TypeError(
                        f"Mismatch between array dtype ('{X.dtype}') and format specifier ('{form}')")
            if footer:
                lines.append(comments + footer.replace("\n", "\n" + comments))
            text = "".join([line + newline for line in lines])
            if _is_path(fname):
                with open(fname, "w") as file:
                    file.write(text)
                return
            try:
                fname.write(text)
            except TypeError:
                # A file of bytes.
                fname.write(text.encode("latin1"))
        """#
}
