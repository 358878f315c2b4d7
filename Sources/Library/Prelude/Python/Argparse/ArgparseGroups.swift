extension Prelude {
    /// The module `argparse`: the arguments of a parser, and groups of them.
    static let argparseGroups = #"""
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
        """#
}
