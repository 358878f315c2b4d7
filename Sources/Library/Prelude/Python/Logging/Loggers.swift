extension Prelude {
    /// The module `logging`: loggers, and the functions of the module.
    static let loggers = #"""
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
