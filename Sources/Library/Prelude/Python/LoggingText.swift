extension Prelude {
    /// The module `logging`: messages by importance.
    static let loggingText = #"""
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


        class Logger(Filterer):
            """A named place in the hierarchy, to which a program tells events."""

            def __init__(self, name, level=NOTSET):
                super().__init__()
                self.name = name
                self.level = _check_level(level)
                self.parent = None
                self.propagate = True
                self.handlers = []
                self.disabled = False

            def __repr__(self):
                kind = "RootLogger" if self is root else "Logger"
                return "<{} {} ({})>".format(kind, self.name, getLevelName(self.getEffectiveLevel()))

            def setLevel(self, level):
                """Leave out events below this level."""
                self.level = _check_level(level)

            def getEffectiveLevel(self):
                """The level set here, or the nearest one set above."""
                logger = self
                while logger:
                    if logger.level:
                        return logger.level
                    logger = logger.parent
                return NOTSET

            def isEnabledFor(self, level):
                """Whether an event of this level would be told."""
                return not self.disabled and _disabled[0] < level and level >= self.getEffectiveLevel()

            def getChild(self, suffix):
                """The logger of a name below this one."""
                return getLogger(suffix if self is root else self.name + "." + suffix)

            def debug(self, msg, *args, **kwargs):
                """Tell an event of level DEBUG."""
                self._log(DEBUG, msg, args, **kwargs)

            def info(self, msg, *args, **kwargs):
                """Tell an event of level INFO."""
                self._log(INFO, msg, args, **kwargs)

            def warning(self, msg, *args, **kwargs):
                """Tell an event of level WARNING."""
                self._log(WARNING, msg, args, **kwargs)

            warn = warning

            def error(self, msg, *args, **kwargs):
                """Tell an event of level ERROR."""
                self._log(ERROR, msg, args, **kwargs)

            def critical(self, msg, *args, **kwargs):
                """Tell an event of level CRITICAL."""
                self._log(CRITICAL, msg, args, **kwargs)

            fatal = critical

            def exception(self, msg, *args, exc_info=True, **kwargs):
                """Tell an event of level ERROR with the exception being handled."""
                self._log(ERROR, msg, args, exc_info=exc_info, **kwargs)

            def log(self, level, msg, *args, **kwargs):
                """Tell an event of any level."""
                if not isinstance(level, int):
                    raise TypeError("level must be an integer")
                self._log(level, msg, args, **kwargs)

            def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
                if not self.isEnabledFor(level):
                    return
                if stack_info:
                    raise NotImplementedError("the stack is not known here")
                # The place of a call is in no record, so that stacklevel has nothing to change.
                record = LogRecord(self.name, level, msg, args, _exc_info_of(exc_info))
                for key in extra or {}:
                    if key in ("message", "asctime") or key in record.__dict__:
                        raise KeyError("Attempt to overwrite {!r} in LogRecord".format(key))
                    setattr(record, key, extra[key])
                self.handle(record)

            def handle(self, record):
                """Send a record to the handlers if the filters let it pass."""
                if not self.disabled and self.filter(record):
                    self.callHandlers(record)

            def addHandler(self, hdlr):
                """Add a handler."""
                if hdlr not in self.handlers:
                    self.handlers.append(hdlr)

            def removeHandler(self, hdlr):
                """Take a handler away."""
                if hdlr in self.handlers:
                    self.handlers.remove(hdlr)

            def hasHandlers(self):
                """Whether a record would find a handler here or above."""
                return bool(self._reachable_handlers())

            def _reachable_handlers(self):
                found = []
                logger = self
                while logger:
                    found.extend(logger.handlers)
                    logger = logger.parent if logger.propagate else None
                return found

            def callHandlers(self, record):
                """Hand a record to every handler here and above that takes its level."""
                handlers = self._reachable_handlers()
                for handler in handlers or [lastResort]:
                    if record.levelno >= handler.level:
                        handler.handle(record)


        def _exc_info_of(value):
            if isinstance(value, BaseException):
                return (type(value), value, None)
            if isinstance(value, tuple) or not value:
                return value
            return sys.exc_info()


        def _absolute(filename):
            text = filename.__fspath__() if hasattr(filename, "__fspath__") else filename
            return os.path.abspath(text)


        _default_formatter = Formatter()
        _disabled = [NOTSET]
        lastResort = _LastResort()
        lastResort.setLevel(WARNING)
        root = Logger("root", WARNING)
        _loggers = {}


        def getLogger(name=None):
            """The logger of this name, made when first asked for; without a name the root."""
            if not name or name == "root":
                return root
            if not isinstance(name, str):
                raise TypeError("A logger name must be a string")
            if name not in _loggers:
                logger = Logger(name)
                logger.parent = _nearest_above(name)
                _loggers[name] = logger
                _adopt(logger)
            return _loggers[name]


        def _nearest_above(name):
            while "." in name:
                name = name.rpartition(".")[0]
                if name in _loggers:
                    return _loggers[name]
            return root


        def _adopt(logger):
            # Loggers below a new one may have been made before it.
            for name, other in _loggers.items():
                if name.startswith(logger.name + "."):
                    other.parent = _nearest_above(name)


        def disable(level=CRITICAL):
            """Leave out the events of this level and below, whatever the loggers say."""
            _disabled[0] = _check_level(level)


        def basicConfig(**kwargs):
            """Give the root logger a handler and a format, unless it has one already."""
            force = kwargs.pop("force", False)
            encoding = kwargs.pop("encoding", None)
            errors = kwargs.pop("errors", "backslashreplace")
            if force:
                for handler in list(root.handlers):
                    root.removeHandler(handler)
                    handler.close()
            if root.handlers:
                return
            handlers = _configured_handlers(kwargs, encoding, errors)
            datefmt = kwargs.pop("datefmt", None)
            style = kwargs.pop("style", "%")
            if style not in _FORMATS:
                raise ValueError("Style must be one of: %,{,$")
            basic = BASIC_FORMAT if style == "%" else "{levelname}:{name}:{message}"
            formatter = Formatter(kwargs.pop("format", basic), datefmt, style)
            for handler in handlers:
                if handler.formatter is None:
                    handler.setFormatter(formatter)
                root.addHandler(handler)
            level = kwargs.pop("level", None)
            if level is not None:
                root.setLevel(level)
            if kwargs:
                raise ValueError("Unrecognised argument(s): " + ", ".join(kwargs))


        def _configured_handlers(kwargs, encoding, errors):
            handlers = kwargs.pop("handlers", None)
            if handlers is None:
                if "stream" in kwargs and "filename" in kwargs:
                    raise ValueError("'stream' and 'filename' should not be specified together")
            elif "stream" in kwargs or "filename" in kwargs:
                raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
            if handlers is not None:
                return handlers
            filename = kwargs.pop("filename", None)
            mode = kwargs.pop("filemode", "a")
            if filename:
                return [FileHandler(filename, mode, encoding, False, None if "b" in mode else errors)]
            return [StreamHandler(kwargs.pop("stream", None))]


        def _configured_root():
            if not root.handlers:
                basicConfig()
            return root


        def debug(msg, *args, **kwargs):
            """Tell the root logger an event of level DEBUG."""
            _configured_root().debug(msg, *args, **kwargs)


        def info(msg, *args, **kwargs):
            """Tell the root logger an event of level INFO."""
            _configured_root().info(msg, *args, **kwargs)


        def warning(msg, *args, **kwargs):
            """Tell the root logger an event of level WARNING."""
            _configured_root().warning(msg, *args, **kwargs)


        def error(msg, *args, **kwargs):
            """Tell the root logger an event of level ERROR."""
            _configured_root().error(msg, *args, **kwargs)


        def critical(msg, *args, **kwargs):
            """Tell the root logger an event of level CRITICAL."""
            _configured_root().critical(msg, *args, **kwargs)


        warn = warning
        fatal = critical


        def exception(msg, *args, exc_info=True, **kwargs):
            """Tell the root logger an event of level ERROR with the exception being handled."""
            error(msg, *args, exc_info=exc_info, **kwargs)


        def log(level, msg, *args, **kwargs):
            """Tell the root logger an event of any level."""
            _configured_root().log(level, msg, *args, **kwargs)


        def shutdown():
            """Flush and close the handlers of every logger."""
            for logger in [root] + list(_loggers.values()):
                for handler in logger.handlers:
                    handler.flush()
                    handler.close()
        """#
}
