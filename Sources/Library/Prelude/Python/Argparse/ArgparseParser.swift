extension Prelude {
    /// The module `argparse`: the parser.
    static let argparseParser = #"""
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
        """#
}
