extension Prelude {
    /// The module `argparse`: its constants and errors, and the help text.
    static let argparseHelp = #"""
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
        """#
}
