extension Prelude {
    /// The module `argparse`.
    static let argparseText = #"""
        import os as _os
        import re as _re
        import sys as _sys

        SUPPRESS = "==SUPPRESS=="
        OPTIONAL = "?"
        ZERO_OR_MORE = "*"
        ONE_OR_MORE = "+"
        PARSER = "A..."
        REMAINDER = "..."


        class ArgumentError(Exception):
            def __init__(self, argument, message):
                self.argument_name = _action_name(argument)
                self.message = message

            def __str__(self):
                if self.argument_name is None:
                    return str(self.message)
                return f"argument {self.argument_name}: {self.message}"


        class ArgumentTypeError(Exception):
            pass


        def _action_name(argument):
            if argument is None:
                return None
            if argument.option_strings:
                return "/".join(argument.option_strings)
            if argument.metavar not in (None, SUPPRESS):
                return argument.metavar
            if argument.dest not in (None, SUPPRESS):
                return argument.dest
            if argument.choices:
                return "{" + ",".join(argument.choices) + "}"
            return None


        class Namespace:
            def __init__(self, **kwargs):
                for name, value in kwargs.items():
                    setattr(self, name, value)

            def __eq__(self, other):
                if not isinstance(other, Namespace):
                    return NotImplemented
                return vars(self) == vars(other)

            def __contains__(self, key):
                return key in self.__dict__

            def __repr__(self):
                parts = []
                others = {}
                for name, value in self.__dict__.items():
                    if name.isidentifier():
                        parts.append(f"{name}={value!r}")
                    else:
                        others[name] = value
                if others:
                    parts.append(f"**{others!r}")
                return f"{type(self).__name__}({', '.join(parts)})"


        # Lines of words, which may be parted behind hyphens.
        def _wrapped(text, width):
            lines = []
            line = ""
            for word in text.split():
                blank = " " if line else ""
                for piece in _pieces(word):
                    if line and len(line) + len(blank) + len(piece) > width:
                        lines.append(line)
                        line, blank = "", ""
                    line += blank + piece
                    blank = ""
                    while len(line) > width:
                        lines.append(line[:width])
                        line = line[width:]
            if line:
                lines.append(line)
            return lines


        def _pieces(word):
            pieces = []
            start = 0
            for place in range(2, len(word) - 2):
                before, behind = word[start:place], word[place + 1:place + 3]
                if word[place] == "-" and before[-1:].isalpha() and len(before) > 1 and behind[0].isalnum() and behind[1].isalpha():
                    pieces.append(word[start:place + 1])
                    start = place + 1
            pieces.append(word[start:])
            return pieces


        class HelpFormatter:
            def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
                if width is None:
                    columns = _os.environ.get("COLUMNS", "")
                    width = (int(columns) if columns.isdigit() and int(columns) else 80) - 2
                self._prog = prog
                self._width = width
                self._indent_increment = indent_increment
                self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))

            def format_help(self, parser):
                parts = [self._usage(parser.usage, parser._actions, parser._mutually_exclusive_groups, "usage: ")]
                parts.append(self._text(parser.description, 0))
                sections = [(group.title, group.description, group._group_actions) for group in parser._action_groups]
                longest = 0
                for title, description, actions in sections:
                    for action in self._shown(actions):
                        longest = max(longest, *[len(self._invocation(each)) for each in [action] + action._choices_actions])
                        longest = longest if not action._choices_actions else longest
                self._action_max_length = longest + self._indent_increment
                for title, description, actions in sections:
                    parts.append(self._section(title, description, actions))
                parts.append(self._text(parser.epilog, 0))
                text = _re.sub("\n\n\n+", "\n\n", "".join(parts))
                return text.strip("\n") + "\n"

            def format_usage(self, parser):
                text = self._usage(parser.usage, parser._actions, parser._mutually_exclusive_groups, "usage: ")
                return text.strip("\n") + "\n"

            def _shown(self, actions):
                return [action for action in actions if action.help is not SUPPRESS]

            def _section(self, title, description, actions):
                shown = self._shown(actions)
                inside = self._text(description, self._indent_increment)
                inside += "".join([self._action(action, self._indent_increment) for action in shown])
                if not inside:
                    return ""
                heading = f"{title}:\n" if title is not SUPPRESS and title is not None else ""
                return "\n" + heading + inside + "\n"

            def _text(self, text, indent):
                if text is SUPPRESS or text is None:
                    return ""
                if "%(prog)" in text:
                    text = text % {"prog": self._prog}
                return self._fill_text(text, max(self._width - indent, 11), " " * indent) + "\n\n"

            def _fill_text(self, text, width, indent):
                return "\n".join([indent + line for line in _wrapped(text, width - len(indent))])

            def _split_lines(self, text, width):
                return _wrapped(text, width)

            def _get_help_string(self, action):
                return action.help

            def _get_default_metavar_for_optional(self, action):
                return action.dest.upper()

            def _get_default_metavar_for_positional(self, action):
                return action.dest

            def _action(self, action, indent):
                help_position = min(self._action_max_length + 2, self._max_help_position)
                help_width = max(self._width - help_position, 11)
                action_width = help_position - indent - 2
                header = self._invocation(action)
                blank = " " * indent
                if not action.help:
                    parts = [f"{blank}{header}\n"]
                else:
                    if len(header) <= action_width:
                        first = blank + header.ljust(action_width) + "  "
                        parts = [first]
                        begin = 0
                    else:
                        parts = [f"{blank}{header}\n"]
                        begin = help_position
                    if action.help.strip():
                        lines = self._split_lines(self._expand_help(action), help_width)
                        for number, line in enumerate(lines):
                            parts.append(" " * (begin if number == 0 else help_position) + line + "\n")
                if not parts[-1].endswith("\n"):
                    parts.append("\n")
                for each in self._shown(action._choices_actions):
                    parts.append(self._action(each, indent + self._indent_increment))
                return "".join(parts)

            def _expand_help(self, action):
                params = {name: value for name, value in vars(action).items() if value is not SUPPRESS}
                params["prog"] = self._prog
                for name, value in list(params.items()):
                    if hasattr(value, "__name__"):
                        params[name] = value.__name__
                if params.get("choices") is not None:
                    params["choices"] = ", ".join([str(each) for each in params["choices"]])
                return self._get_help_string(action) % params

            def _invocation(self, action):
                if not action.option_strings:
                    return self._metavar(action, self._get_default_metavar_for_positional(action), 1)[0]
                if action.nargs == 0:
                    return ", ".join(action.option_strings)
                default = self._get_default_metavar_for_optional(action)
                return ", ".join([f"{name} {self._args(action, default)}" for name in action.option_strings])

            def _metavar(self, action, default, count):
                if action.metavar is not None:
                    result = action.metavar
                elif action.choices is not None:
                    result = "{" + ",".join([str(each) for each in action.choices]) + "}"
                else:
                    result = default
                return result if isinstance(result, tuple) else (result,) * count

            def _args(self, action, default):
                nargs = action.nargs
                if nargs is None:
                    return "%s" % self._metavar(action, default, 1)
                if nargs == OPTIONAL:
                    return "[%s]" % self._metavar(action, default, 1)
                if nargs == ZERO_OR_MORE:
                    names = self._metavar(action, default, 1)
                    return "[%s [%s ...]]" % names if len(names) == 2 else "[%s ...]" % names
                if nargs == ONE_OR_MORE:
                    return "%s [%s ...]" % self._metavar(action, default, 2)
                if nargs == REMAINDER:
                    return "..."
                if nargs == PARSER:
                    return "%s ..." % self._metavar(action, default, 1)
                if nargs == SUPPRESS:
                    return ""
                return " ".join(self._metavar(action, default, nargs)[:nargs])

            def _usage(self, usage, actions, groups, prefix):
                if usage is SUPPRESS:
                    return ""
                prog = self._prog
                if usage is not None:
                    usage = usage % {"prog": prog}
                else:
                    optionals = [action for action in actions if action.option_strings]
                    positionals = [action for action in actions if not action.option_strings]
                    usage = " ".join([part for part in [prog, self._actions_usage(optionals + positionals, groups)] if part])
                    if len(prefix) + len(usage) > self._width:
                        usage = self._long_usage(prog, prefix, optionals, positionals, groups)
                return f"{prefix}{usage}\n\n"

            def _long_usage(self, prog, prefix, optionals, positionals, groups):
                pattern = r"\(.*?\)+(?=\s|$)|\[.*?\]+(?=\s|$)|\S+"
                optional_parts = _re.findall(pattern, self._actions_usage(optionals, groups))
                positional_parts = _re.findall(pattern, self._actions_usage(positionals, groups))
                if len(prefix) + len(prog) <= 0.75 * self._width:
                    indent = " " * (len(prefix) + len(prog) + 1)
                    if optional_parts:
                        lines = self._lines([prog] + optional_parts, indent, prefix)
                        lines += self._lines(positional_parts, indent)
                    elif positional_parts:
                        lines = self._lines([prog] + positional_parts, indent, prefix)
                    else:
                        lines = [prog]
                else:
                    indent = " " * len(prefix)
                    lines = self._lines(optional_parts + positional_parts, indent)
                    if len(lines) > 1:
                        lines = self._lines(optional_parts, indent) + self._lines(positional_parts, indent)
                    lines = [prog] + lines
                return "\n".join(lines)

            def _lines(self, parts, indent, prefix=None):
                lines = []
                line = []
                length = (len(indent) if prefix is None else len(prefix)) - 1
                for part in parts:
                    if length + 1 + len(part) > self._width and line:
                        lines.append(indent + " ".join(line))
                        line = []
                        length = len(indent) - 1
                    line.append(part)
                    length += len(part) + 1
                if line:
                    lines.append(indent + " ".join(line))
                if prefix is not None:
                    lines[0] = lines[0][len(indent):]
                return lines

            def _actions_usage(self, actions, groups):
                grouped = []
                inserts = {}
                for group in groups:
                    members = group._group_actions
                    if not members or members[0] not in actions:
                        continue
                    start = actions.index(members[0])
                    end = start + len(members)
                    if actions[start:end] != members:
                        continue
                    hidden = len([action for action in members if action.help is SUPPRESS])
                    grouped += members
                    if len(members) - hidden < 1:
                        continue
                    opening, closing = ("(", ")") if group.required else ("[", "]")
                    inserts[start] = inserts[start] + " " + opening if start in inserts else opening
                    inserts[end] = inserts[end] + closing if end in inserts else closing
                    for place in range(start + 1, end):
                        inserts[place] = "|"
                parts = []
                for place, action in enumerate(actions):
                    if action.help is SUPPRESS:
                        parts.append(None)
                        if inserts.get(place) == "|":
                            del inserts[place]
                        elif inserts.get(place + 1) == "|":
                            del inserts[place + 1]
                    else:
                        parts.append(self._action_usage(action, action in grouped))
                for place in sorted(inserts, reverse=True):
                    parts[place:place] = [inserts[place]]
                text = " ".join([part for part in parts if part is not None])
                text = _re.sub(r"([\[(]) ", r"\1", text)
                text = _re.sub(r" ([\])])", r"\1", text)
                text = _re.sub(r"[\[(] *[\])]", "", text)
                return text.strip()

            def _action_usage(self, action, is_grouped):
                if not action.option_strings:
                    part = self._args(action, self._get_default_metavar_for_positional(action))
                    return part[1:-1] if is_grouped and part[:1] == "[" and part[-1:] == "]" else part
                name = action.option_strings[0]
                if action.nargs == 0:
                    part = action.format_usage()
                else:
                    part = f"{name} {self._args(action, self._get_default_metavar_for_optional(action))}"
                return part if action.required or is_grouped else f"[{part}]"


        class RawDescriptionHelpFormatter(HelpFormatter):
            def _fill_text(self, text, width, indent):
                return "".join([indent + line for line in text.splitlines(keepends=True)])


        class RawTextHelpFormatter(RawDescriptionHelpFormatter):
            def _split_lines(self, text, width):
                return text.splitlines()


        class ArgumentDefaultsHelpFormatter(HelpFormatter):
            def _get_help_string(self, action):
                help = action.help or ""
                if "%(default)" not in help and action.default is not SUPPRESS:
                    if action.option_strings or action.nargs in [OPTIONAL, ZERO_OR_MORE]:
                        help += " (default: %(default)s)"
                return help


        class MetavarTypeHelpFormatter(HelpFormatter):
            def _get_default_metavar_for_optional(self, action):
                return action.type.__name__

            def _get_default_metavar_for_positional(self, action):
                return action.type.__name__


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


        class _ActionsContainer:
            _is_silent = True

            def __init__(self, description, prefix_chars, argument_default, conflict_handler):
                self.description = description
                self.argument_default = argument_default
                self.prefix_chars = prefix_chars
                self.conflict_handler = conflict_handler
                if conflict_handler not in ("error", "resolve"):
                    raise ValueError(f"invalid conflict_resolution value: {conflict_handler!r}")
                self._actions = []
                self._option_string_actions = {}
                self._action_groups = []
                self._mutually_exclusive_groups = []
                self._defaults = {}
                self._negatives = []

            def set_defaults(self, **kwargs):
                self._defaults.update(kwargs)
                for action in self._actions:
                    if action.dest in kwargs:
                        action.default = kwargs[action.dest]

            def get_default(self, dest):
                for action in self._actions:
                    if action.dest == dest and action.default is not None:
                        return action.default
                return self._defaults.get(dest)

            def add_argument(self, *args, **kwargs):
                chars = self.prefix_chars
                if not args or len(args) == 1 and args[0][0] not in chars:
                    if args and "dest" in kwargs:
                        raise ValueError("dest supplied twice for positional argument")
                    kwargs = self._positional(*args, **kwargs)
                else:
                    kwargs = self._optional(*args, **kwargs)
                if "default" not in kwargs:
                    if kwargs["dest"] in self._defaults:
                        kwargs["default"] = self._defaults[kwargs["dest"]]
                    elif self.argument_default is not None:
                        kwargs["default"] = self.argument_default
                word = kwargs.pop("action", None)
                action_class = _ACTIONS.get(word, word) if word is None or isinstance(word, str) else word
                if not callable(action_class):
                    raise ValueError(f"unknown action \"{action_class}\"")
                action = action_class(**kwargs)
                if action.type is not None and not callable(action.type):
                    raise ValueError(f"{action.type!r} is not callable")
                if action.type is FileType:
                    raise ValueError(f"{action.type!r} is a FileType class object, instance of it must be passed")
                if isinstance(action.metavar, tuple) and isinstance(action.nargs, int) and len(action.metavar) != action.nargs:
                    raise ValueError("length of metavar tuple does not match nargs")
                return self._add_action(action)

            def add_argument_group(self, title=None, description=None, *, prefix_chars=None, argument_default=None,
                                   conflict_handler=None):
                group = _ArgumentGroup(self, title, description, prefix_chars, argument_default, conflict_handler)
                self._action_groups.append(group)
                return group

            def add_mutually_exclusive_group(self, *, required=False):
                group = _MutuallyExclusiveGroup(self, required)
                self._mutually_exclusive_groups.append(group)
                return group

            def _add_action(self, action):
                self._check_conflict(action)
                self._actions.append(action)
                action.container = self
                for name in action.option_strings:
                    self._option_string_actions[name] = action
                    if _re.match(r"^-\d+$|^-\d*\.\d+$", name):
                        self._negatives.append(True)
                return action

            def _remove_action(self, action):
                self._actions.remove(action)

            def _positional(self, dest, **kwargs):
                if "required" in kwargs:
                    raise TypeError("'required' is an invalid argument for positionals")
                if kwargs.get("nargs") not in [OPTIONAL, ZERO_OR_MORE]:
                    kwargs["required"] = True
                if kwargs.get("nargs") == ZERO_OR_MORE and "default" not in kwargs:
                    kwargs["required"] = True
                return dict(kwargs, dest=dest, option_strings=[])

            def _optional(self, *args, **kwargs):
                names = []
                long = []
                for name in args:
                    if name[0] not in self.prefix_chars:
                        raise ValueError(
                            f"invalid option string {name!r}: must start with a character {self.prefix_chars!r}")
                    names.append(name)
                    if len(name) > 1 and name[1] in self.prefix_chars:
                        long.append(name)
                dest = kwargs.pop("dest", None)
                if dest is None:
                    chosen = long[0] if long else names[0]
                    dest = chosen.lstrip(self.prefix_chars)
                    if not dest:
                        raise ValueError(f"dest= is required for options like {chosen!r}")
                    dest = dest.replace("-", "_")
                return dict(kwargs, dest=dest, option_strings=names)

            def _check_conflict(self, action):
                known = [(name, self._option_string_actions[name]) for name in action.option_strings
                         if name in self._option_string_actions]
                if not known:
                    return
                if self.conflict_handler == "error":
                    words = "conflicting option strings" if len(known) > 1 else "conflicting option string"
                    raise ArgumentError(action, f"{words}: {', '.join([name for name, _ in known])}")
                for name, other in known:
                    other.option_strings.remove(name)
                    del self._option_string_actions[name]
                    if not other.option_strings:
                        other.container._remove_action(other)


        class _ArgumentGroup(_ActionsContainer):
            def __init__(self, container, title=None, description=None, prefix_chars=None, argument_default=None,
                         conflict_handler=None):
                super().__init__(
                    description, container.prefix_chars if prefix_chars is None else prefix_chars,
                    container.argument_default if argument_default is None else argument_default,
                    container.conflict_handler if conflict_handler is None else conflict_handler)
                self.title = title
                self._group_actions = []
                self._container = container
                self._actions = container._actions
                self._option_string_actions = container._option_string_actions
                self._defaults = container._defaults
                self._negatives = container._negatives
                self._mutually_exclusive_groups = container._mutually_exclusive_groups

            def _add_action(self, action):
                action = super()._add_action(action)
                self._group_actions.append(action)
                return action

            def _remove_action(self, action):
                super()._remove_action(action)
                self._group_actions.remove(action)


        class _MutuallyExclusiveGroup(_ArgumentGroup):
            def __init__(self, container, required=False):
                super().__init__(container)
                self.required = required

            def _add_action(self, action):
                if action.required:
                    raise ValueError("mutually exclusive arguments must be optional")
                action = self._container._add_action(action)
                self._group_actions.append(action)
                return action

            def _remove_action(self, action):
                self._container._remove_action(action)
                self._group_actions.remove(action)


        class ArgumentParser(_ActionsContainer):
            def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter,
                         prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error",
                         add_help=True, allow_abbrev=True, exit_on_error=True):
                super().__init__(description, prefix_chars, argument_default, conflict_handler)
                self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
                self.usage = usage
                self.epilog = epilog
                self.formatter_class = formatter_class
                self.fromfile_prefix_chars = fromfile_prefix_chars
                self.add_help = add_help
                self.allow_abbrev = allow_abbrev
                self.exit_on_error = exit_on_error
                self._positionals = self.add_argument_group("positional arguments")
                self._optionals = self.add_argument_group("options")
                self._subparsers = None
                if add_help:
                    char = "-" if "-" in prefix_chars else prefix_chars[0]
                    self.add_argument(
                        char + "h", char * 2 + "help", action="help", default=SUPPRESS, help="show this help message and exit")
                for parent in parents:
                    self._add_parent(parent)

            def _add_parent(self, parent):
                titles = {group.title: group for group in self._action_groups}
                moved = []
                for group in parent._action_groups:
                    if group.title not in titles:
                        titles[group.title] = self.add_argument_group(title=group.title, description=group.description)
                    for action in group._group_actions:
                        titles[group.title]._add_action(action)
                        moved.append(action)
                for group in parent._mutually_exclusive_groups:
                    new = self.add_mutually_exclusive_group(required=group.required)
                    new._group_actions = group._group_actions
                for action in parent._actions:
                    if action not in moved:
                        self._add_action(action)
                self._defaults.update(parent._defaults)

            def __repr__(self):
                names = ["prog", "usage", "description", "formatter_class", "conflict_handler", "add_help"]
                return f"{type(self).__name__}({', '.join([f'{name}={getattr(self, name)!r}' for name in names])})"

            def add_subparsers(self, **kwargs):
                if self._subparsers is not None:
                    self.error("cannot have multiple subparser arguments")
                kwargs.setdefault("parser_class", type(self))
                if "title" in kwargs or "description" in kwargs:
                    title = kwargs.pop("title", "subcommands")
                    self._subparsers = self.add_argument_group(title, kwargs.pop("description", None))
                else:
                    self._subparsers = self._positionals
                if kwargs.get("prog") is None:
                    positionals = [action for action in self._actions if not action.option_strings]
                    usage = self._get_formatter()._usage(self.usage, positionals, self._mutually_exclusive_groups, "")
                    kwargs["prog"] = usage.strip()
                action_class = kwargs.pop("action", _SubParsersAction)
                action = action_class(option_strings=[], **kwargs)
                self._subparsers._add_action(action)
                return action

            def _add_action(self, action):
                if action.option_strings:
                    self._optionals._add_action(action)
                else:
                    self._positionals._add_action(action)
                return action

            def parse_args(self, args=None, namespace=None):
                namespace, rest = self.parse_known_args(args, namespace)
                if rest:
                    self.error(f"unrecognized arguments: {' '.join(rest)}")
                return namespace

            def parse_known_args(self, args=None, namespace=None):
                args = _sys.argv[1:] if args is None else list(args)
                if namespace is None:
                    namespace = Namespace()
                for action in self._actions:
                    if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) and action.default is not SUPPRESS:
                        setattr(namespace, action.dest, action.default)
                for dest, value in self._defaults.items():
                    if not hasattr(namespace, dest):
                        setattr(namespace, dest, value)
                if self.exit_on_error:
                    try:
                        namespace, rest = _Reading(self, args, namespace).result()
                    except ArgumentError as error:
                        self.error(str(error))
                else:
                    namespace, rest = _Reading(self, args, namespace).result()
                if hasattr(namespace, "_unrecognized_args"):
                    rest = rest + namespace._unrecognized_args
                    delattr(namespace, "_unrecognized_args")
                return namespace, rest

            def parse_intermixed_args(self, args=None, namespace=None):
                return self.parse_args(args, namespace)

            def convert_arg_line_to_args(self, arg_line):
                return [arg_line]

            def _get_formatter(self):
                return self.formatter_class(prog=self.prog)

            def format_usage(self):
                return self._get_formatter().format_usage(self)

            def format_help(self):
                return self._get_formatter().format_help(self)

            def print_usage(self, file=None):
                self._print_message(self.format_usage(), _sys.stdout if file is None else file)

            def print_help(self, file=None):
                self._print_message(self.format_help(), _sys.stdout if file is None else file)

            def _print_message(self, message, file=None):
                if message:
                    (_sys.stderr if file is None else file).write(message)

            def exit(self, status=0, message=None):
                if message:
                    self._print_message(message, _sys.stderr)
                raise SystemExit(status)

            def error(self, message):
                self.print_usage(_sys.stderr)
                self.exit(2, f"{self.prog}: error: {message}\n")


        # What becomes of the words of a command line.
        class _Reading:
            def __init__(self, parser, words, namespace):
                self.parser = parser
                self.namespace = namespace
                self.words = self._with_files(words) if parser.fromfile_prefix_chars is not None else words
                self.extras = []
                self.seen = []
                self.seen_non_default = []
                self.conflicts = {}
                for group in parser._mutually_exclusive_groups:
                    for place, action in enumerate(group._group_actions):
                        others = self.conflicts.setdefault(action, [])
                        others += group._group_actions[:place] + group._group_actions[place + 1:]

            def _with_files(self, words):
                result = []
                for word in words:
                    if not word or word[0] not in self.parser.fromfile_prefix_chars:
                        result.append(word)
                        continue
                    try:
                        with open(word[1:]) as file:
                            lines = file.read().splitlines()
                    except OSError as error:
                        raise ArgumentError(None, str(error))
                    inner = []
                    for line in lines:
                        inner += self.parser.convert_arg_line_to_args(line)
                    result += self._with_files(inner)
                return result

            def result(self):
                self._classify()
                self.positionals = [action for action in self.parser._actions if not action.option_strings]
                start = 0
                last = max(self.options) if self.options else -1
                while start <= last:
                    following = min([place for place in self.options if place >= start])
                    if start != following:
                        end = self._take_positionals(start)
                        if end > start:
                            start = end
                            continue
                        start = end
                    if start not in self.options:
                        self.extras += self.words[start:following]
                        start = following
                    start = self._take_option(start)
                stop = self._take_positionals(start)
                self.extras += self.words[stop:]
                self._require()
                return self.namespace, self.extras

            # A letter for each word: O is an option, A an argument, - the word --.
            def _classify(self):
                self.options = {}
                letters = []
                is_rest = False
                for place, word in enumerate(self.words):
                    if is_rest:
                        letters.append("A")
                    elif word == "--":
                        letters.append("-")
                        is_rest = True
                    else:
                        found = self._parse_optional(word)
                        if found is not None:
                            self.options[place] = found
                        letters.append("A" if found is None else "O")
                self.pattern = "".join(letters)

            def _parse_optional(self, word):
                known = self.parser._option_string_actions
                if not word or word[0] not in self.parser.prefix_chars:
                    return None
                if word in known:
                    return known[word], word, None
                if len(word) == 1:
                    return None
                if "=" in word:
                    name, explicit = word.split("=", 1)
                    if name in known:
                        return known[name], name, explicit
                found = self._abbreviated(word)
                if len(found) > 1:
                    names = ", ".join([name for _, name, _ in found])
                    raise ArgumentError(None, f"ambiguous option: {word} could match {names}")
                if found:
                    return found[0]
                if _re.match(r"^-\d+$|^-\d*\.\d+$", word) and not self.parser._negatives:
                    return None
                if " " in word:
                    return None
                return None, word, None

            def _abbreviated(self, word):
                known = self.parser._option_string_actions
                chars = self.parser.prefix_chars
                found = []
                if word[1] in chars:
                    if self.parser.allow_abbrev:
                        name, explicit = word.split("=", 1) if "=" in word else (word, None)
                        found = [(action, each, explicit) for each, action in known.items() if each.startswith(name)]
                else:
                    short, explicit = word[:2], word[2:]
                    for each, action in known.items():
                        if each == short:
                            found.append((action, each, explicit))
                        elif self.parser.allow_abbrev and each.startswith(word):
                            found.append((action, each, None))
                return found

            def _nargs_pattern(self, action):
                nargs = action.nargs
                if nargs is None:
                    pattern = "(-*A-*)"
                elif nargs == OPTIONAL:
                    pattern = "(-*A?-*)"
                elif nargs == ZERO_OR_MORE:
                    pattern = "(-*[A-]*)"
                elif nargs == ONE_OR_MORE:
                    pattern = "(-*A[A-]*)"
                elif nargs == REMAINDER:
                    pattern = "([-AO]*)"
                elif nargs == PARSER:
                    pattern = "(-*A[-AO]*)"
                elif nargs == SUPPRESS:
                    pattern = "(-*-*)"
                else:
                    pattern = "(-*" + "-*".join("A" * nargs) + ")"
                if action.option_strings:
                    pattern = pattern.replace("-*", "").replace("-", "")
                return pattern

            def _match_argument(self, action, letters):
                found = _re.match(self._nargs_pattern(action), letters)
                if found is None:
                    messages = {
                        None: "expected one argument", OPTIONAL: "expected at most one argument",
                        ONE_OR_MORE: "expected at least one argument"}
                    message = messages.get(action.nargs)
                    if message is None:
                        message = f"expected {action.nargs} argument{'' if action.nargs == 1 else 's'}"
                    raise ArgumentError(action, message)
                return len(found.group(1))

            def _match_partial(self, letters):
                for count in range(len(self.positionals), 0, -1):
                    pattern = "".join([self._nargs_pattern(action) for action in self.positionals[:count]])
                    found = _re.match(pattern, letters)
                    if found is not None:
                        return [len(each) for each in found.groups()]
                return []

            def _take_positionals(self, start):
                counts = self._match_partial(self.pattern[start:])
                for action, count in zip(self.positionals, counts):
                    words = self.words[start:start + count]
                    start += count
                    self._take(action, words)
                self.positionals = self.positionals[len(counts):]
                return start

            def _take_option(self, start):
                action, name, explicit = self.options[start]
                known = self.parser._option_string_actions
                tuples = []
                while True:
                    if action is None:
                        self.extras.append(self.words[start])
                        return start + 1
                    if explicit is None:
                        stop = start + 1 + self._match_argument(action, self.pattern[start + 1:])
                        tuples.append((action, self.words[start + 1:stop], name))
                        break
                    count = self._match_argument(action, "A")
                    if count == 0 and name[1] not in self.parser.prefix_chars and explicit != "":
                        tuples.append((action, [], name))
                        name = name[0] + explicit[0]
                        if name not in known:
                            raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
                        action = known[name]
                        explicit = explicit[1:] or None
                    elif count == 1:
                        stop = start + 1
                        tuples.append((action, [explicit], name))
                        break
                    else:
                        raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
                for action, words, name in tuples:
                    self._take(action, words, name)
                return stop

            def _take(self, action, words, name=None):
                self.seen.append(action)
                values = self._values(action, words)
                if values is not action.default:
                    self.seen_non_default.append(action)
                    for other in self.conflicts.get(action, []):
                        if other in self.seen_non_default:
                            raise ArgumentError(action, f"not allowed with argument {_action_name(other)}")
                if values is not SUPPRESS:
                    action(self.parser, self.namespace, values, name)

            def _values(self, action, words):
                if action.nargs not in [PARSER, REMAINDER] and "--" in words:
                    words = list(words)
                    words.remove("--")
                if not words and action.nargs == OPTIONAL:
                    value = action.const if action.option_strings else action.default
                    if isinstance(value, str):
                        value = self._value(action, value)
                        self._check(action, value)
                    return value
                if not words and action.nargs == ZERO_OR_MORE and not action.option_strings:
                    if action.default is not None:
                        return action.default
                    return words
                if len(words) == 1 and action.nargs in [None, OPTIONAL]:
                    value = self._value(action, words[0])
                    self._check(action, value)
                    return value
                if action.nargs == REMAINDER:
                    return [self._value(action, word) for word in words]
                if action.nargs == PARSER:
                    values = [self._value(action, word) for word in words]
                    self._check(action, values[0])
                    return values
                if action.nargs == SUPPRESS:
                    return SUPPRESS
                values = [self._value(action, word) for word in words]
                for value in values:
                    self._check(action, value)
                return values

            def _value(self, action, word):
                if action.type is None:
                    return word
                try:
                    return action.type(word)
                except ArgumentTypeError as error:
                    message = str(error)
                except (TypeError, ValueError):
                    name = getattr(action.type, "__name__", repr(action.type))
                    message = f"invalid {name} value: {word!r}"
                raise ArgumentError(action, message)

            def _check(self, action, value):
                if action.choices is not None and value not in action.choices:
                    names = ", ".join([repr(each) for each in action.choices])
                    raise ArgumentError(action, f"invalid choice: {value!r} (choose from {names})")

            def _require(self):
                missing = []
                for action in self.parser._actions:
                    if action in self.seen:
                        continue
                    if action.required:
                        missing.append(_action_name(action))
                    elif isinstance(action.default, str) and action.dest is not SUPPRESS:
                        if hasattr(self.namespace, action.dest) and getattr(self.namespace, action.dest) is action.default:
                            setattr(self.namespace, action.dest, self._value(action, action.default))
                if missing:
                    raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
                for group in self.parser._mutually_exclusive_groups:
                    if group.required and not [1 for action in group._group_actions if action in self.seen_non_default]:
                        names = [_action_name(action) for action in group._group_actions if action.help is not SUPPRESS]
                        raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")
        """#
}
