extension Prelude {
    /// What the module `string` has that is written in the language: templates and formatters.
    static let stringText = #"""
        import re as _re
        from string import ascii_letters, ascii_lowercase, ascii_uppercase, digits, hexdigits, octdigits, printable
        from string import punctuation, whitespace


        def capwords(s, sep=None):
            """Capitalize the words of s, split at sep, or at runs of spaces if it is None."""
            return (" " if sep is None else sep).join([word.capitalize() for word in s.split(sep)])


        def _compiled(cls):
            """Return the pattern of a class of templates."""
            pattern = cls.__dict__.get("pattern", None)
            if pattern is None:
                mark = _re.escape(cls.delimiter)
                name = cls.idpattern
                braced = cls.braceidpattern or name
                pattern = (
                    f"{mark}(?:(?P<escaped>{mark})|(?P<named>{name})|" + r"\{" + f"(?P<braced>{braced})" + r"\}"
                    "|(?P<invalid>))"
                )
            return _re.compile(pattern, cls.flags | _re.VERBOSE)


        def _first_values(mapping, kws):
            """Return a function that finds a name among the keywords, then in the mapping."""

            def value(name):
                return kws[name] if name in kws else mapping[name]

            return value


        class Template:
            """A text whose places of the form $name or ${name} are filled in."""

            delimiter = "$"
            idpattern = r"(?a:[_a-z][_a-z0-9]*)"
            braceidpattern = None
            flags = _re.IGNORECASE

            def __init_subclass__(cls):
                super().__init_subclass__()
                cls.pattern = _compiled(cls)

            def __init__(self, template):
                self.template = template

            def _invalid(self, mo):
                start = mo.start("invalid")
                lines = self.template[:start].splitlines(keepends=True)
                if not lines:
                    column, line = 1, 1
                else:
                    column = start - len("".join(lines[:-1]))
                    line = len(lines)
                raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")

            def _unknown(self):
                raise ValueError("Unrecognized named group in pattern", self.pattern)

            def substitute(self, mapping={}, /, **kws):
                """Return the text with all its places filled in."""
                value = _first_values(mapping, kws)

                def filled(mo):
                    name = mo.group("named") or mo.group("braced")
                    if name is not None:
                        return str(value(name))
                    if mo.group("escaped") is not None:
                        return self.delimiter
                    if mo.group("invalid") is not None:
                        self._invalid(mo)
                    self._unknown()

                return self.pattern.sub(filled, self.template)

            def safe_substitute(self, mapping={}, /, **kws):
                """Return the text with its places filled in, those without a value left as they are."""
                value = _first_values(mapping, kws)

                def filled(mo):
                    name = mo.group("named") or mo.group("braced")
                    if name is not None:
                        try:
                            return str(value(name))
                        except KeyError:
                            return mo.group()
                    if mo.group("escaped") is not None:
                        return self.delimiter
                    if mo.group("invalid") is not None:
                        return mo.group()
                    self._unknown()

                return self.pattern.sub(filled, self.template)

            def is_valid(self):
                """Return whether every delimiter stands before a name or another delimiter."""
                for mo in self.pattern.finditer(self.template):
                    if mo.group("invalid") is not None:
                        return False
                    if all(mo.group(kind) is None for kind in ("named", "braced", "escaped")):
                        self._unknown()
                return True

            def get_identifiers(self):
                """Return the names of the places, each once, in their order."""
                names = []
                for mo in self.pattern.finditer(self.template):
                    name = mo.group("named") or mo.group("braced")
                    if name is not None:
                        if name not in names:
                            names.append(name)
                    elif mo.group("escaped") is None and mo.group("invalid") is None:
                        self._unknown()
                return names


        Template.pattern = _compiled(Template)


        def _literal(text, start):
            """Return the literal text from start, the place after it, and whether a field is there."""
            literal = ""
            while start < len(text):
                character = text[start]
                if character not in "{}":
                    literal += character
                elif text[start + 1:start + 2] == character:
                    return literal + character, start + 2, False
                elif character == "}":
                    raise ValueError("Single '}' encountered in format string")
                elif start + 1 == len(text):
                    raise ValueError("Single '{' encountered in format string")
                else:
                    return literal, start + 1, True
                start += 1
            return literal, start, False


        def _name_end(text, start):
            """Return the place of the mark that ends the name of the field from start."""
            place = start
            while place < len(text):
                if text[place] == "{":
                    raise ValueError("unexpected '{' in field name")
                if text[place] in "}:!":
                    return place
                if text[place] == "[":
                    place = text.find("]", place)
                    if place < 0:
                        break
                place += 1
            raise ValueError("expected '}' before end of string")


        def _spec_end(text, start):
            """Return the place of the brace that closes the specification from start."""
            depth = 1
            for place in range(start, len(text)):
                depth += {"{": 1, "}": -1}.get(text[place], 0)
                if depth == 0:
                    return place
            raise ValueError("unmatched '{' in format spec")


        def _field(text, start):
            """Return the name, specification and conversion of the field from start, and the place after it."""
            end = _name_end(text, start)
            name = text[start:end]
            mark = text[end]
            conversion = None
            if mark == "!":
                if end + 1 == len(text):
                    raise ValueError("end of string while looking for conversion specifier")
                conversion = text[end + 1]
                end += 2
                mark = text[end:end + 1]
                if mark not in ("", ":", "}"):
                    raise ValueError("expected ':' after conversion specifier")
            if mark == "}":
                return name, "", conversion, end + 1
            close = _spec_end(text, end + 1)
            return name, text[end + 1:close], conversion, close + 1


        def _steps(path):
            """Yield the attributes and items of a field's name after its first part."""
            while path:
                if path[0] == ".":
                    end = min([i for i in (path.find(".", 1), path.find("[", 1), len(path)) if i > 0])
                    step = path[1:end]
                elif path[0] == "[":
                    end = path.find("]") + 1
                    if not end:
                        raise ValueError("Missing ']' in format string")
                    step = path[1:end - 1]
                else:
                    raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
                if not step:
                    raise ValueError("Empty attribute in format string")
                yield path[0] == ".", int(step) if path[0] == "[" and step.isdecimal() else step
                path = path[end:]


        class Formatter:
            """The rules of str.format, each of which a subclass may replace."""

            def format(*args, **kwargs):
                """Format the arguments by the text."""
                if not args:
                    raise TypeError("descriptor 'format' of 'Formatter' object needs an argument")
                if len(args) == 1:
                    raise TypeError("Formatter.format() missing 1 required positional argument: 'format_string'")
                return args[0].vformat(args[1], args[2:], kwargs)

            def vformat(self, format_string, args, kwargs):
                """Format a tuple and a dictionary of arguments by the text."""
                used = set()
                result, following = self._vformat(format_string, args, kwargs, used, 2, 0)
                self.check_unused_args(used, args, kwargs)
                return result

            def _vformat(self, format_string, args, kwargs, used, depth, following):
                if depth < 0:
                    raise ValueError("Max string recursion exceeded")
                result = []
                for literal, name, spec, conversion in self.parse(format_string):
                    if literal:
                        result.append(literal)
                    if name is None:
                        continue
                    name, following = _numbered(name, following)
                    value, key = self.get_field(name, args, kwargs)
                    used.add(key)
                    value = self.convert_field(value, conversion)
                    spec, following = self._vformat(spec, args, kwargs, used, depth - 1, following)
                    result.append(self.format_field(value, spec))
                return "".join(result), following

            def parse(self, format_string):
                """Yield literal texts, each with the name, specification and conversion of the field after it."""
                place = 0
                while place < len(format_string):
                    literal, place, is_field = _literal(format_string, place)
                    if not is_field:
                        yield literal, None, None, None
                        continue
                    name, spec, conversion, place = _field(format_string, place)
                    yield literal, name, spec, conversion

            def get_field(self, field_name, args, kwargs):
                """Return the value of a field's name, and the key of the argument it comes from."""
                mo = _re.match(r"[^.\[]*", field_name)
                first = mo.group()
                key = int(first) if first.isdecimal() else first
                value = self.get_value(key, args, kwargs)
                for is_attribute, step in _steps(field_name[mo.end():]):
                    value = getattr(value, step) if is_attribute else value[step]
                return value, key

            def get_value(self, key, args, kwargs):
                """Return the argument of a number or a name."""
                return args[key] if isinstance(key, int) else kwargs[key]

            def check_unused_args(self, used_args, args, kwargs):
                """Do nothing: a subclass may reject arguments that are not used."""

            def convert_field(self, value, conversion):
                """Return the value converted by s, r or a."""
                if conversion is None:
                    return value
                if conversion == "s":
                    return str(value)
                if conversion == "r":
                    return repr(value)
                if conversion == "a":
                    return ascii(value)
                raise ValueError(f"Unknown conversion specifier {conversion!s}")

            def format_field(self, value, format_spec):
                """Return the value formatted."""
                return format(value, format_spec)


        def _numbered(name, following):
            """Return a field's name, with its number if it has none, and the number of the field after it."""
            if name == "":
                if following is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                return str(following), following + 1
            if name.isdigit():
                if following:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                return name, False
            return name, following
        """#
}
