extension Prelude {
    /// The module `argparse`: what is done with an argument that was given.
    static let argparseActions = #"""
        class Action:
            # Declaring an option is nothing to look at.
            _is_silent = True

            def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False,
                         help=None, metavar=None):
                self.option_strings = option_strings
                self.dest = dest
                self.nargs = nargs
                self.const = const
                self.default = default
                self.type = type
                self.choices = choices
                self.required = required
                self.help = help
                self.metavar = metavar

            @property
            def _choices_actions(self):
                return []

            def format_usage(self):
                return self.option_strings[0]

            def __call__(self, parser, namespace, values, option_string=None):
                raise NotImplementedError(".__call__() not defined")

            def __repr__(self):
                names = ["option_strings", "dest", "nargs", "const", "default", "type", "choices", "required", "help", "metavar"]
                parts = [f"{name}={getattr(self, name)!r}" for name in names]
                return f"{type(self).__name__}({', '.join(parts)})"


        class BooleanOptionalAction(Action):
            def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None,
                         metavar=None):
                names = []
                for name in option_strings:
                    names.append(name)
                    if name.startswith("--"):
                        names.append("--no-" + name[2:])
                super().__init__(names, dest, 0, None, default, type, choices, required, help, metavar)

            def __call__(self, parser, namespace, values, option_string=None):
                if option_string in self.option_strings:
                    setattr(namespace, self.dest, not option_string.startswith("--no-"))

            def format_usage(self):
                return " | ".join(self.option_strings)


        class _StoreAction(Action):
            def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False,
                         help=None, metavar=None):
                if nargs == 0:
                    raise ValueError("nargs for store actions must be != 0; if you have nothing to store, actions such as store "
                                     "true or store const may be more appropriate")
                if const is not None and nargs != OPTIONAL:
                    raise ValueError(f"nargs must be {OPTIONAL!r} to supply const")
                super().__init__(option_strings, dest, nargs, const, default, type, choices, required, help, metavar)

            def __call__(self, parser, namespace, values, option_string=None):
                setattr(namespace, self.dest, values)


        class _StoreConstAction(Action):
            def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
                super().__init__(option_strings, dest, 0, const, default, required=required, help=help, metavar=metavar)

            def __call__(self, parser, namespace, values, option_string=None):
                setattr(namespace, self.dest, self.const)


        class _StoreTrueAction(_StoreConstAction):
            def __init__(self, option_strings, dest, default=False, required=False, help=None):
                super().__init__(option_strings, dest, True, default, required, help)


        class _StoreFalseAction(_StoreConstAction):
            def __init__(self, option_strings, dest, default=True, required=False, help=None):
                super().__init__(option_strings, dest, False, default, required, help)


        def _copied(items):
            return [] if items is None else list(items)


        class _AppendAction(_StoreAction):
            def __call__(self, parser, namespace, values, option_string=None):
                setattr(namespace, self.dest, _copied(getattr(namespace, self.dest, None)) + [values])


        class _AppendConstAction(_StoreConstAction):
            def __call__(self, parser, namespace, values, option_string=None):
                setattr(namespace, self.dest, _copied(getattr(namespace, self.dest, None)) + [self.const])


        class _ExtendAction(_StoreAction):
            def __call__(self, parser, namespace, values, option_string=None):
                setattr(namespace, self.dest, _copied(getattr(namespace, self.dest, None)) + list(values))


        class _CountAction(Action):
            def __init__(self, option_strings, dest, default=None, required=False, help=None):
                super().__init__(option_strings, dest, 0, None, default, required=required, help=help)

            def __call__(self, parser, namespace, values, option_string=None):
                count = getattr(namespace, self.dest, None)
                setattr(namespace, self.dest, (0 if count is None else count) + 1)


        class _HelpAction(Action):
            def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
                super().__init__(option_strings, dest, 0, None, default, help=help)

            def __call__(self, parser, namespace, values, option_string=None):
                parser.print_help()
                parser.exit()


        class _VersionAction(Action):
            def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS,
                         help="show program's version number and exit"):
                super().__init__(option_strings, dest, 0, None, default, help=help)
                self.version = version

            def __call__(self, parser, namespace, values, option_string=None):
                version = parser.version if self.version is None and hasattr(parser, "version") else self.version
                formatter = parser._get_formatter()
                text = formatter._text(version, 0)
                parser._print_message(text.strip("\n") + "\n", _sys.stdout)
                parser.exit()


        class _ChoiceAction(Action):
            def __init__(self, name, aliases, help):
                metavar = name + (f" ({', '.join(aliases)})" if aliases else "")
                super().__init__([], name, help=help, metavar=metavar)


        class _SubParsersAction(Action):
            def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
                self._prog_prefix = prog
                self._parser_class = parser_class
                self._name_parser_map = {}
                self._listed = []
                super().__init__(option_strings, dest, PARSER, choices=self._name_parser_map, required=required, help=help,
                                 metavar=metavar)

            @property
            def _choices_actions(self):
                return self._listed

            def add_parser(self, name, **kwargs):
                if kwargs.get("prog") is None:
                    kwargs["prog"] = f"{self._prog_prefix} {name}"
                aliases = kwargs.pop("aliases", ())
                if "help" in kwargs:
                    self._listed.append(_ChoiceAction(name, aliases, kwargs.pop("help")))
                for each in (name, *aliases):
                    if each in self._name_parser_map:
                        word = "subparser" if each == name else "subparser alias"
                        raise ArgumentError(self, f"conflicting {word}: {each}")
                parser = self._parser_class(**kwargs)
                for each in (name, *aliases):
                    self._name_parser_map[each] = parser
                return parser

            def __call__(self, parser, namespace, values, option_string=None):
                name, *rest = values
                if self.dest is not SUPPRESS:
                    setattr(namespace, self.dest, name)
                if name not in self._name_parser_map:
                    names = ", ".join(self._name_parser_map)
                    raise ArgumentError(self, f"unknown parser {name!r} (choices: {names})")
                inner, unknown = self._name_parser_map[name].parse_known_args(rest, None)
                for key, value in vars(inner).items():
                    setattr(namespace, key, value)
                if unknown:
                    vars(namespace).setdefault("_unrecognized_args", [])
                    namespace._unrecognized_args.extend(unknown)


        _ACTIONS = {
            None: _StoreAction, "store": _StoreAction, "store_const": _StoreConstAction, "store_true": _StoreTrueAction,
            "store_false": _StoreFalseAction, "append": _AppendAction, "append_const": _AppendConstAction,
            "extend": _ExtendAction, "count": _CountAction, "help": _HelpAction, "version": _VersionAction,
            "parsers": _SubParsersAction}


        class FileType:
            def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
                if bufsize != -1 or errors is not None:
                    raise NotImplementedError("FileType takes a mode and an encoding here")
                self._mode = mode
                self._encoding = encoding

            def __call__(self, string):
                if string == "-":
                    if "r" in self._mode:
                        return _sys.stdin
                    return _sys.stdout
                try:
                    return open(string, self._mode, encoding=self._encoding)
                except OSError as error:
                    raise ArgumentTypeError(f"can't open '{string}': {error}")
        """#
}
