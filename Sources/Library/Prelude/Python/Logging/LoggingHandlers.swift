extension Prelude {
    /// The module `logging`: levels, records, and what writes them.
    static let loggingHandlers = #"""
        import os
        import sys
        import time

        import traceback

        CRITICAL = 50
        FATAL = CRITICAL
        ERROR = 40
        WARNING = 30
        WARN = WARNING
        INFO = 20
        DEBUG = 10
        NOTSET = 0

        BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"
        raiseExceptions = True

        _level_names = {CRITICAL: "CRITICAL", ERROR: "ERROR", WARNING: "WARNING", INFO: "INFO", DEBUG: "DEBUG",
                        NOTSET: "NOTSET"}
        _name_levels = {"CRITICAL": CRITICAL, "FATAL": FATAL, "ERROR": ERROR, "WARN": WARNING, "WARNING": WARNING,
                        "INFO": INFO, "DEBUG": DEBUG, "NOTSET": NOTSET}
        _start = time.time()


        def getLevelName(level):
            """The name of a level, or the level of a name."""
            if level in _level_names:
                return _level_names[level]
            if level in _name_levels:
                return _name_levels[level]
            return "Level {}".format(level)


        def getLevelNamesMapping():
            """The levels by their names."""
            return dict(_name_levels)


        def addLevelName(level, levelName):
            """Give a level a name."""
            _level_names[level] = levelName
            _name_levels[levelName] = level


        def _check_level(level):
            if isinstance(level, int):
                return level
            if not isinstance(level, str):
                raise TypeError("Level not an integer or a valid string: {!r}".format(level))
            if level not in _name_levels:
                raise ValueError("Unknown level: {!r}".format(level))
            return _name_levels[level]


        class LogRecord:
            """One event; where in the program it happened is not known."""

            def __init__(self, name, level, msg, args, exc_info=None):
                now = time.time()
                self.name = name
                self.msg = msg
                # A single dict serves the %(key)s of the message.
                self.args = args[0] if len(args) == 1 and isinstance(args[0], dict) and args[0] else args
                self.levelno = level
                self.levelname = getLevelName(level)
                self.exc_info = exc_info
                self.exc_text = None
                self.stack_info = None
                self.created = now
                self.msecs = int((now - int(now)) * 1000) + 0.0
                self.relativeCreated = (now - _start) * 1000
                self.threadName = "MainThread"
                self.processName = "MainProcess"

            def __repr__(self):
                return "<LogRecord: {}, {}, {!r}>".format(self.name, self.levelno, str(self.msg))

            def getMessage(self):
                """The message with its arguments in place."""
                message = str(self.msg)
                return message % self.args if self.args else message


        class Formatter:
            """Makes the text of a record."""

            default_time_format = "%Y-%m-%d %H:%M:%S"
            default_msec_format = "%s,%03d"

            def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
                if style not in _FORMATS:
                    raise ValueError("Style must be one of: %,{,$")
                if style == "$":
                    raise NotImplementedError("formats in the style of string.Template are left out")
                self._style = style
                self._fmt = fmt or _FORMATS[style]
                self._defaults = defaults or {}
                self.datefmt = datefmt
                if validate and not _has_field(self._fmt, style):
                    if style == "%":
                        raise ValueError("Invalid format '{}' for '%' style".format(self._fmt))
                    raise ValueError("invalid format: no fields")

            def usesTime(self):
                """Whether the format asks for the time."""
                return ("%(asctime)" if self._style == "%" else "{asctime") in self._fmt

            def formatTime(self, record, datefmt=None):
                """The time of a record as text."""
                moment = time.localtime(record.created)
                if datefmt:
                    return time.strftime(datefmt, moment)
                text = time.strftime(self.default_time_format, moment)
                return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

            def formatException(self, ei):
                """The last line of a traceback, from what sys.exc_info() returns."""
                return "".join(traceback.format_exception_only(ei[0], ei[1])).rstrip("\n")

            def formatMessage(self, record):
                """The format with the record's attributes in place."""
                values = dict(self._defaults)
                values.update(record.__dict__)
                try:
                    if self._style == "%":
                        return self._fmt % values
                    return self._fmt.format(**values)
                except KeyError as e:
                    raise ValueError("Formatting field not found in record: {}".format(e))

            def format(self, record):
                """The text of a record, an exception on lines after it."""
                record.message = record.getMessage()
                if self.usesTime():
                    record.asctime = self.formatTime(record, self.datefmt)
                text = self.formatMessage(record)
                if record.exc_info and not record.exc_text:
                    record.exc_text = self.formatException(record.exc_info)
                if record.exc_text:
                    text = text.rstrip("\n") + "\n" + record.exc_text
                return text


        _FORMATS = {"%": "%(message)s", "{": "{message}", "$": "${message}"}


        def _has_field(fmt, style):
            start = "%(" if style == "%" else "{"
            end = ")" if style == "%" else "}"
            i = fmt.find(start)
            while i >= 0:
                name = fmt[i + len(start):].split(end)[0].split(":")[0].split("!")[0]
                if name.isidentifier() and end in fmt[i:]:
                    return True
                i = fmt.find(start, i + 1)
            return False


        class Filter:
            """Lets the records of one logger and of those below it pass."""

            def __init__(self, name=""):
                self.name = name

            def filter(self, record):
                """Whether the record passes."""
                return not self.name or record.name == self.name or record.name.startswith(self.name + ".")


        class Filterer:
            """What loggers and handlers share: a list of filters."""

            def __init__(self):
                self.filters = []

            def addFilter(self, filter):
                """Add a filter: an object with that method, or a function of the record."""
                if filter not in self.filters:
                    self.filters.append(filter)

            def removeFilter(self, filter):
                """Take a filter away."""
                if filter in self.filters:
                    self.filters.remove(filter)

            def filter(self, record):
                """Whether every filter lets the record pass."""
                for each in self.filters:
                    passes = each.filter(record) if hasattr(each, "filter") else each(record)
                    if not passes:
                        return False
                return True


        class Handler(Filterer):
            """Sends records somewhere; subclasses say where in emit."""

            def __init__(self, level=NOTSET):
                super().__init__()
                self.level = _check_level(level)
                self.formatter = None
                self.name = None

            def get_name(self):
                """The name of the handler."""
                return self.name

            def set_name(self, name):
                """Give the handler a name."""
                self.name = name

            def setLevel(self, level):
                """Leave out records below this level."""
                self.level = _check_level(level)

            def setFormatter(self, fmt):
                """Set what makes the text of a record."""
                self.formatter = fmt

            def format(self, record):
                """The text of a record."""
                return (self.formatter or _default_formatter).format(record)

            def handle(self, record):
                """Emit the record if the filters let it pass."""
                passes = self.filter(record)
                if passes:
                    self.emit(record)
                return passes

            def emit(self, record):
                """Send the record on."""
                raise NotImplementedError("emit must be implemented by Handler subclasses")

            def handleError(self, record, error):
                """Tell of an error in emit, on standard error."""
                if raiseExceptions:
                    sys.stderr.write("--- Logging error ---\n")
                    sys.stderr.write("".join(traceback.format_exception_only(type(error), error)))
                    sys.stderr.write("Message: {!r}\nArguments: {}\n".format(record.msg, record.args))

            def flush(self):
                """See that everything is out."""

            def close(self):
                """Let go of what the handler holds."""


        class StreamHandler(Handler):
            """Writes records to a stream, standard error without one."""

            terminator = "\n"

            def __init__(self, stream=None):
                super().__init__()
                self.stream = sys.stderr if stream is None else stream

            def __repr__(self):
                name = getattr(self.stream, "name", "")
                name = str(name) + " " if name else ""
                return "<{} {}({})>".format(type(self).__name__, name, getLevelName(self.level))

            def setStream(self, stream):
                """Write to another stream from now on, and return the old one."""
                if stream is self.stream:
                    return None
                old = self.stream
                self.flush()
                self.stream = stream
                return old

            def flush(self):
                """Flush the stream."""
                if self.stream and hasattr(self.stream, "flush"):
                    self.stream.flush()

            def emit(self, record):
                """Write the text of the record and a line end."""
                try:
                    self.stream.write(self.format(record) + self.terminator)
                    self.flush()
                except Exception as e:
                    self.handleError(record, e)


        class FileHandler(StreamHandler):
            """Writes records to a file."""

            def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
                self.baseFilename = _absolute(filename)
                self.mode = mode
                self.encoding = encoding
                self.errors = errors
                super().__init__("later")
                self.stream = None if delay else self._open()

            def __repr__(self):
                return "<{} {} ({})>".format(type(self).__name__, self.baseFilename, getLevelName(self.level))

            def _open(self):
                return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

            def emit(self, record):
                """Write the record, opening the file if it is not open yet."""
                if self.stream is None:
                    self.stream = self._open()
                super().emit(record)

            def close(self):
                """Close the file."""
                if self.stream is not None:
                    self.stream.close()
                    self.stream = None


        class NullHandler(Handler):
            """Does nothing, for libraries that leave logging to the program."""

            def __repr__(self):
                return "<NullHandler ({})>".format(getLevelName(self.level))

            def handle(self, record):
                """Do nothing."""

            def emit(self, record):
                """Do nothing."""


        class _LastResort(StreamHandler):
            # Standard error is looked up at each record, since a program may have put another in its place.
            def emit(self, record):
                self.stream = sys.stderr
                super().emit(record)
        """#
}
