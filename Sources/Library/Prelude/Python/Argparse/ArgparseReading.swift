extension Prelude {
    /// The module `argparse`: how the words of a command line become values.
    static let argparseReading = #"""
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
