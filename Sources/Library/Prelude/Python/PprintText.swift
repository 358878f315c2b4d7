extension Prelude {
    /// The module `pprint`: values over several lines.
    static let pprintText = #"""
        import sys


        class PrettyPrinter:
            """Lays values out over as many lines as the width asks for."""

            def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                         underscore_numbers=False):
                indent = int(indent)
                width = int(width)
                if indent < 0:
                    raise ValueError("indent must be >= 0")
                if depth is not None and depth <= 0:
                    raise ValueError("depth must be > 0")
                if not width:
                    raise ValueError("width must be != 0")
                self._indent = indent
                self._width = width
                self._depth = depth
                self._stream = stream
                self._compact = bool(compact)
                self._sort_dicts = sort_dicts
                self._underscores = underscore_numbers

            def pprint(self, object):
                """Print the value."""
                stream = sys.stdout if self._stream is None else self._stream
                stream.write(self.pformat(object) + "\n")

            def pformat(self, object):
                """The text of the value."""
                pieces = []
                self._lay_out(object, pieces, 0, 0, [], 0)
                return "".join(pieces)

            def _lay_out(self, value, out, indent, allowance, above, level):
                if id(value) in above:
                    out.append(_recursion(value))
                    return
                text = self._one_line(value, above, level)
                kind = _kind(value)
                if len(text) <= self._width - indent - allowance or kind is None:
                    out.append(text)
                    return
                above.append(id(value))
                if kind == "dict":
                    self._lay_out_dict(value, out, indent, allowance, above, level + 1)
                elif kind == "OrderedDict":
                    out.append("OrderedDict(")
                    self._lay_out(list(value.items()), out, indent + 12, allowance + 1, above, level + 1)
                    out.append(")")
                elif kind == "str":
                    self._lay_out_text(value, out, indent, allowance, level + 1)
                else:
                    self._lay_out_sequence(kind, value, out, indent, allowance, above, level + 1)
                above.pop()

            def _lay_out_dict(self, value, out, indent, allowance, above, level):
                out.append("{" + " " * (self._indent - 1))
                indent += self._indent
                items = self._items(value)
                for i, (key, item) in enumerate(items):
                    text = self._one_line(key, above, level)
                    last = i == len(items) - 1
                    out.append(text + ": ")
                    room = allowance + 1 if last else 1
                    self._lay_out(item, out, indent + len(text) + 2, room, above, level)
                    if not last:
                        out.append(",\n" + " " * indent)
                out.append("}")

            def _lay_out_sequence(self, kind, value, out, indent, allowance, above, level):
                start, end = _BRACKETS[kind]
                if kind == "tuple" and len(value) == 1:
                    end = ",)"
                if kind == "set" or kind == "frozenset":
                    value = sorted(value, key=_Key)
                out.append(start)
                # What frozenset({ has more than a bracket moves all lines after it.
                self._lay_out_items(value, out, indent + len(start) - 1, allowance + len(end), above, level)
                out.append(end)

            def _lay_out_items(self, values, out, indent, allowance, above, level):
                out.append(" " * (self._indent - 1))
                indent += self._indent
                new_line = ",\n" + " " * indent
                full = self._width - indent + 1
                left = full
                values = list(values)
                separator = ""
                for i, value in enumerate(values):
                    last = i == len(values) - 1
                    if last:
                        full -= allowance
                        left -= allowance
                    if self._compact:
                        text = self._one_line(value, above, level)
                        taken = len(text) + 2
                        if left < taken:
                            left = full
                            separator = new_line if separator else ""
                        if left >= taken:
                            left -= taken
                            out.append(separator + text)
                            separator = ", "
                            continue
                    out.append(separator)
                    separator = new_line
                    self._lay_out(value, out, indent, allowance if last else 1, above, level)

            def _lay_out_text(self, text, out, indent, allowance, level):
                # At the top level the pieces of a string stand in parentheses.
                if level == 1:
                    indent += 1
                    allowance += 1
                pieces = self._text_pieces(text, self._width - indent, allowance)
                joined = ("\n" + " " * indent).join(pieces)
                out.append("(" + joined + ")" if level == 1 and len(pieces) > 1 else joined)

            def _text_pieces(self, text, width, allowance):
                pieces = []
                lines = text.splitlines(True)
                for i, line in enumerate(lines):
                    taken = allowance if i == len(lines) - 1 else 0
                    if len(repr(line)) <= width - taken:
                        pieces.append(repr(line))
                    else:
                        pieces.extend(_broken_line(line, width, taken))
                return pieces

            def _items(self, value):
                items = list(value.items())
                return sorted(items, key=lambda item: _Key(item[0])) if self._sort_dicts else items

            def _one_line(self, value, above, level):
                if type(value) is int and self._underscores:
                    return "{:_d}".format(value)
                kind = _kind(value)
                if kind not in ("dict", "list", "tuple") or not value:
                    return repr(value)
                start, end = _BRACKETS[kind]
                if kind == "tuple" and len(value) == 1:
                    end = ",)"
                if self._depth and level >= self._depth:
                    return start + "..." + end
                if id(value) in above:
                    return _recursion(value)
                above = above + [id(value)]
                if kind == "dict":
                    texts = []
                    for key, item in self._items(value):
                        key_text = self._one_line(key, above, level + 1)
                        texts.append(key_text + ": " + self._one_line(item, above, level + 1))
                else:
                    texts = [self._one_line(item, above, level + 1) for item in value]
                return start + ", ".join(texts) + end


        _BRACKETS = {"dict": ("{", "}"), "list": ("[", "]"), "tuple": ("(", ")"), "set": ("{", "}"),
                     "frozenset": ("frozenset({", "})")}


        class _Key:
            """Orders values that have no order between them by their types."""

            def __init__(self, value):
                self.value = value

            def __lt__(self, other):
                try:
                    return self.value < other.value
                except TypeError:
                    return _type_key(self.value) < _type_key(other.value)


        def _type_key(value):
            return (str(type(value)), id(value))


        def _kind(value):
            # Subclasses print as their own repr says. Empty sets and strings have but one layout.
            name = type(value).__name__
            plain = type(value) in (dict, list, tuple) or (type(value) in (set, frozenset, str) and len(value) > 0)
            if plain or (name == "OrderedDict" and isinstance(value, dict) and len(value) > 0):
                return name
            return None


        def _broken_line(line, width, allowance):
            pieces = []
            current = ""
            words = _words(line)
            for i, word in enumerate(words):
                room = width - allowance if i == len(words) - 1 else width
                if len(repr(current + word)) > room:
                    if current:
                        pieces.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                pieces.append(repr(current))
            return pieces


        def _words(line):
            # Each word with the whitespace after it.
            words = []
            start = 0
            for i in range(1, len(line)):
                if line[i - 1].isspace() and not line[i].isspace():
                    words.append(line[start:i])
                    start = i
            return words + [line[start:]]


        def _recursion(value):
            return "<Recursion on {} with id={}>".format(type(value).__name__, id(value))


        def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
                   underscore_numbers=False):
            """Print a value over as many lines as the width asks for."""
            PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                          underscore_numbers=underscore_numbers).pprint(object)


        def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
                    underscore_numbers=False):
            """The text that pprint prints, without the last line end."""
            return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                                 underscore_numbers=underscore_numbers).pformat(object)


        def pp(object, *args, sort_dicts=False, **kwargs):
            """Print a value, dicts in their own order."""
            pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


        def saferepr(object):
            """The value on one line, dicts in order of their keys."""
            return PrettyPrinter()._one_line(object, [], 0)
        """#
}
