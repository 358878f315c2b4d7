extension Prelude {
    /// The module `csv`: tables in files of text.
    static let csvText = #"""
        QUOTE_MINIMAL = 0
        QUOTE_ALL = 1
        QUOTE_NONNUMERIC = 2
        QUOTE_NONE = 3


        class Error(Exception):
            """What reading or writing a table cannot do."""


        class Dialect:
            """How a table is written; subclasses set what differs."""

            delimiter = ","
            quotechar = '"'
            escapechar = None
            doublequote = True
            skipinitialspace = False
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL
            strict = False


        class excel(Dialect):
            """The table as Excel writes it."""

            delimiter = ","


        class excel_tab(excel):
            """The table as Excel writes it, with tabs."""

            delimiter = "\t"


        class unix_dialect(Dialect):
            """The table as Unix programs write it: all quoted, lines ending in a line feed."""

            quoting = QUOTE_ALL
            lineterminator = "\n"


        _dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
        _limit = [131072]
        _OPTIONS = ["delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting",
                    "skipinitialspace", "strict"]


        def register_dialect(name, dialect=excel, **options):
            """Give a dialect a name."""
            if not isinstance(name, str):
                raise TypeError("dialect name must be a string")
            _dialects[name] = _Format(dialect, options)


        def unregister_dialect(name):
            """Forget the dialect of this name."""
            if name not in _dialects:
                raise Error("unknown dialect")
            del _dialects[name]


        def get_dialect(name):
            """The dialect of this name."""
            return _Format(name, {})


        def list_dialects():
            """The names of the dialects."""
            return list(_dialects)


        def field_size_limit(*limit):
            """The longest field that is read; with an argument, set it and return the old one."""
            old = _limit[0]
            if limit:
                if not isinstance(limit[0], int):
                    raise TypeError("limit must be an integer")
                _limit[0] = limit[0]
            return old


        def reader(csvfile, dialect="excel", **options):
            """An iterator over the rows of a table, each a list of strings."""
            return _Reader(csvfile, _Format(dialect, options))


        def writer(csvfile, dialect="excel", **options):
            """An object that writes rows to a file."""
            return _Writer(csvfile, _Format(dialect, options))


        class _Format:
            """A dialect with the options of one call, checked."""

            def __init__(self, dialect, options):
                if isinstance(dialect, str):
                    if dialect not in _dialects:
                        raise Error("unknown dialect")
                    dialect = _dialects[dialect]
                for name in options:
                    if name not in _OPTIONS:
                        raise TypeError("'" + name + "' is an invalid keyword argument for this function")
                for name in _OPTIONS:
                    setattr(self, name, options.get(name, getattr(dialect, name, getattr(Dialect, name))))
                if self.quotechar is None and "quoting" not in options:
                    self.quoting = QUOTE_NONE
                self._check()

            def _check(self):
                if isinstance(self.quoting, bool) or not isinstance(self.quoting, int):
                    raise TypeError('"quoting" must be an integer')
                if not QUOTE_MINIMAL <= self.quoting <= QUOTE_NONE:
                    raise TypeError('bad "quoting" value')
                _check_character("delimiter", self.delimiter, False)
                _check_character("escapechar", self.escapechar, True)
                _check_character("quotechar", self.quotechar, True)
                if self.quotechar is None and self.quoting != QUOTE_NONE:
                    raise TypeError("quotechar must be set if quoting enabled")
                if self.lineterminator is None:
                    raise TypeError("lineterminator must be set")
                if not isinstance(self.lineterminator, str):
                    raise TypeError('"lineterminator" must be a string')
                self.doublequote = bool(self.doublequote)
                self.skipinitialspace = bool(self.skipinitialspace)
                self.strict = bool(self.strict)


        def _check_character(name, value, optional):
            if value is None and optional:
                return
            if not isinstance(value, str):
                message = '"{}" must be string or None, not {}' if optional else '"{}" must be string, not {}'
                raise TypeError(message.format(name, type(value).__name__))
            if len(value) != 1:
                raise TypeError('"{}" must be a 1-character string'.format(name))


        class _Reader:
            """Rows of a table: a machine that takes one character after the other."""

            def __init__(self, lines, dialect):
                self._lines = iter(lines)
                self.dialect = dialect
                self.line_num = 0

            def __iter__(self):
                return self

            def __next__(self):
                self._row = []
                self._start_field()
                self._state = self._at_record
                while True:
                    line = next(self._lines, None)
                    if line is None:
                        return self._end_of_data()
                    if not isinstance(line, str):
                        message = "iterator should return strings, not {} (the file should be opened in text mode)"
                        raise Error(message.format(type(line).__name__))
                    self.line_num += 1
                    for char in line:
                        self._state(char)
                    # The empty string stands for the end of the line.
                    self._state("")
                    if self._state == self._at_record:
                        return self._row

            def _end_of_data(self):
                unfinished = self._text or self._state == self._in_quotes
                if not unfinished and self._state == self._at_record:
                    raise StopIteration
                if self.dialect.strict:
                    raise Error("unexpected end of data")
                self._end_field()
                return self._row

            def _start_field(self):
                self._text = []
                self._numeric = False

            def _add(self, char):
                if len(self._text) >= _limit[0]:
                    raise Error("field larger than field limit ({})".format(_limit[0]))
                self._text.append(char)

            def _end_field(self):
                text = "".join(self._text)
                self._row.append(float(text) if self._numeric else text)
                self._start_field()

            def _end_record(self, char):
                self._end_field()
                self._state = self._after_newline if char else self._at_record

            def _at_record(self, char):
                if char == "":
                    return
                if char in "\r\n":
                    self._state = self._after_newline
                else:
                    self._at_field(char)

            def _at_field(self, char):
                dialect = self.dialect
                if char in "\r\n":
                    self._end_record(char)
                elif char == dialect.quotechar and dialect.quoting != QUOTE_NONE:
                    self._state = self._in_quotes
                elif char == dialect.escapechar:
                    self._state = self._after_escape
                elif char == " " and dialect.skipinitialspace:
                    self._state = self._at_field
                elif char == dialect.delimiter:
                    self._end_field()
                    self._state = self._at_field
                else:
                    self._numeric = dialect.quoting == QUOTE_NONNUMERIC
                    self._add(char)
                    self._state = self._in_field

            def _in_field(self, char):
                dialect = self.dialect
                if char in "\r\n":
                    self._end_record(char)
                elif char == dialect.escapechar:
                    self._state = self._after_escape
                elif char == dialect.delimiter:
                    self._end_field()
                    self._state = self._at_field
                else:
                    self._add(char)

            def _after_escape(self, char):
                if char and char in "\r\n":
                    self._add(char)
                    self._state = self._after_escaped_newline
                else:
                    self._add(char or "\n")
                    self._state = self._in_field

            def _after_escaped_newline(self, char):
                if char:
                    self._in_field(char)

            def _in_quotes(self, char):
                dialect = self.dialect
                if char == "":
                    return
                if char == dialect.escapechar:
                    self._state = self._after_escape_in_quotes
                elif char == dialect.quotechar and dialect.quoting != QUOTE_NONE:
                    self._state = self._after_quote if dialect.doublequote else self._in_field
                else:
                    self._add(char)

            def _after_escape_in_quotes(self, char):
                self._add(char or "\n")
                self._state = self._in_quotes

            def _after_quote(self, char):
                dialect = self.dialect
                if char == dialect.quotechar and dialect.quoting != QUOTE_NONE:
                    self._add(char)
                    self._state = self._in_quotes
                elif char == dialect.delimiter:
                    self._end_field()
                    self._state = self._at_field
                elif char in "\r\n":
                    self._end_record(char)
                elif dialect.strict:
                    raise Error("'{}' expected after '{}'".format(dialect.delimiter, dialect.quotechar))
                else:
                    self._add(char)
                    self._state = self._in_field

            def _after_newline(self, char):
                if char == "":
                    self._state = self._at_record
                elif char not in "\r\n":
                    raise Error("new-line character seen in unquoted field - "
                                "do you need to open the file with newline=''?")


        class _Writer:
            """Writes rows, quoting what the dialect asks for."""

            def __init__(self, file, dialect):
                if not hasattr(file, "write"):
                    raise TypeError('argument 1 must have a "write" method')
                self._file = file
                self.dialect = dialect

            def writerow(self, row):
                """Write one row, and return what the file's write returns."""
                try:
                    fields = list(row)
                except TypeError:
                    raise Error("iterable expected, not " + type(row).__name__)
                if len(fields) == 1 and fields[0] in ("", None):
                    if self.dialect.quoting == QUOTE_NONE:
                        raise Error("single empty field record must be quoted")
                    texts = [self._quoted("")]
                else:
                    texts = [self._field(value) for value in fields]
                return self._file.write(self.dialect.delimiter.join(texts) + self.dialect.lineterminator)

            def writerows(self, rows):
                """Write every row."""
                for row in rows:
                    self.writerow(row)

            def _field(self, value):
                quoting = self.dialect.quoting
                text = "" if value is None else str(value)
                if quoting == QUOTE_ALL or (quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float))):
                    return self._quoted(text)
                if quoting != QUOTE_NONE and self._must_quote(text):
                    return self._quoted(text)
                return self._escaped(text)

            def _must_quote(self, text):
                dialect = self.dialect
                for char in text:
                    # With doublequote off a quote is escaped, which needs no quotes around the field.
                    if char == dialect.quotechar:
                        if dialect.doublequote:
                            return True
                    elif self._is_special(char) and char != dialect.escapechar:
                        return True
                return False

            def _is_special(self, char):
                dialect = self.dialect
                signs = (dialect.delimiter, dialect.quotechar, dialect.escapechar)
                return char in signs or char in dialect.lineterminator

            def _escape(self, char):
                if self.dialect.escapechar is None:
                    raise Error("need to escape, but no escapechar set")
                return self.dialect.escapechar + char

            def _escaped(self, text):
                return "".join([self._escape(char) if self._is_special(char) else char for char in text])

            def _quoted(self, text):
                dialect = self.dialect
                quote = dialect.quotechar
                chars = []
                for char in text:
                    if char == quote and dialect.doublequote:
                        chars.append(char + char)
                    elif char == quote or char == dialect.escapechar:
                        chars.append(self._escape(char))
                    else:
                        chars.append(char)
                return quote + "".join(chars) + quote


        class DictReader:
            """An iterator over the rows of a table, each a dict with the column names as keys."""

            def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", **options):
                self._fieldnames = fieldnames if fieldnames is None else list(fieldnames)
                self.restkey = restkey
                self.restval = restval
                self.reader = reader(f, dialect, **options)
                self.dialect = dialect
                self.line_num = 0

            def __iter__(self):
                return self

            @property
            def fieldnames(self):
                """The column names: as given, or the first row."""
                if self._fieldnames is None:
                    self._fieldnames = next(self.reader, None)
                self.line_num = self.reader.line_num
                return self._fieldnames

            @fieldnames.setter
            def fieldnames(self, value):
                self._fieldnames = value

            def __next__(self):
                names = self.fieldnames
                row = next(self.reader)
                while row == []:
                    row = next(self.reader)
                self.line_num = self.reader.line_num
                result = dict(zip(names, row))
                if len(row) > len(names):
                    result[self.restkey] = row[len(names):]
                for name in names[len(row):]:
                    result[name] = self.restval
                return result


        class DictWriter:
            """Writes dicts as the rows of a table."""

            def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", **options):
                if extrasaction.lower() not in ("raise", "ignore"):
                    raise ValueError("extrasaction ({}) must be 'raise' or 'ignore'".format(extrasaction))
                self.fieldnames = fieldnames
                self.restval = restval
                self.extrasaction = extrasaction.lower()
                self.writer = writer(f, dialect, **options)

            def writeheader(self):
                """Write the column names as a row."""
                return self.writer.writerow(self.fieldnames)

            def writerow(self, rowdict):
                """Write one dict."""
                return self.writer.writerow(self._values(rowdict))

            def writerows(self, rowdicts):
                """Write every dict."""
                return self.writer.writerows([self._values(rowdict) for rowdict in rowdicts])

            def _values(self, rowdict):
                extra = [key for key in rowdict if key not in self.fieldnames]
                if extra and self.extrasaction == "raise":
                    names = ", ".join([repr(key) for key in extra])
                    raise ValueError("dict contains fields not in fieldnames: " + names)
                return [rowdict.get(name, self.restval) for name in self.fieldnames]
        """#
}
