extension Prelude {
    /// The module `ast`: `literal_eval`.
    static let astText = #"""
        """Values that are written as in a program."""

        __all__ = ["literal_eval"]

        _ESCAPES = {
            "\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v",
            "\n": ""}
        _DIGITS = {"x": 2, "u": 4, "U": 8}
        _CONSTANTS = {"None": None, "True": True, "False": False}
        _OPERATORS = ("+", "-", "*", "/", "%", "<", ">", "|", "&", "=")
        _KEYWORDS = ("if", "else", "for", "in", "is", "and", "or", "not")
        _CLOSING = {"(": ")", "[": "]", "{": "}"}


        def literal_eval(node_or_string):
            """The value of a literal: text, bytes, a number, a tuple, list, dict or set, True, False or None."""
            if not isinstance(node_or_string, str):
                raise ValueError(f"malformed node or string: {node_or_string!r}")
            return _Reader(node_or_string.lstrip(" \t")).value()


        class _Reader:
            def __init__(self, text):
                self.tokens = _tokens(text)
                self.place = 0
                # The first fault of a text whose syntax is right: it is raised only once all of the text is read.
                self.fault = None

            def value(self):
                value = self._listed("end")
                if self.tokens[self.place][0] != "end":
                    raise SyntaxError("invalid syntax")
                if self.fault is not None:
                    raise self.fault
                return value

            def _note(self, error):
                if self.fault is None:
                    self.fault = error

            def _note_malformed(self, kind, token):
                self._note(ValueError(f"malformed node or string on line {token[2]}: <ast.{kind} object>"))

            def _next_is(self, *signs):
                kind, text = self.tokens[self.place][:2]
                return kind == "sign" and text in signs

            def _take(self):
                self.place += 1
                return self.tokens[self.place - 1]

            def _expect(self, sign, message="invalid syntax"):
                if not self._next_is(sign):
                    raise SyntaxError(message)
                self.place += 1

            def _at_end(self, closing):
                return self.tokens[self.place][0] == "end" if closing == "end" else self._next_is(closing)

            # One value, or a tuple of several between commas.
            def _listed(self, closing):
                first = self._sum()
                if not self._next_is(","):
                    return first
                return (first, *self._more(closing))

            def _more(self, closing):
                items = []
                while self._next_is(","):
                    self.place += 1
                    if self._at_end(closing):
                        break
                    items.append(self._sum())
                return items

            def _sum(self):
                value = self._signed()
                while self._next_is(*_OPERATORS):
                    token = self._take()
                    if token[1] in "*/<>=" and self._next_is(token[1], "="):
                        self.place += 1
                    elif token[1] == "=":
                        raise SyntaxError("invalid syntax")
                    self._signed()
                    self._note_malformed("BinOp", token)
                token = self.tokens[self.place]
                if token[0] == "name" and token[1] in _KEYWORDS or token[0] == "other" and token[1] in "@^":
                    self._note_malformed("BinOp", token)
                    raise self.fault
                return value

            def _signed(self):
                if not self._next_is("+", "-"):
                    return self._followed(self._atom())
                sign = self._take()
                is_plain = not self._next_is("+", "-")
                value = self._signed()
                if not is_plain or type(value) not in (int, float):
                    self._note_malformed("UnaryOp", sign)
                    return None
                return -value if sign[1] == "-" else +value

            # What is called, an item of or a member of a value: right in a program, but not in a literal.
            def _followed(self, value):
                while self._next_is("(", "[", "."):
                    token = self._take()
                    self._note_malformed({"(": "Call", "[": "Subscript", ".": "Attribute"}[token[1]], token)
                    if token[1] == ".":
                        if self._take()[0] != "name":
                            raise SyntaxError("invalid syntax")
                    elif token[1] == "(" and self._next_is(")"):
                        self.place += 1
                    else:
                        closing = _CLOSING[token[1]]
                        self._closed(closing, self._listed(closing))
                return value

            def _atom(self):
                token = self._take()
                kind, text = token[:2]
                if kind == "number":
                    return text
                if kind == "text":
                    return self._joined(text)
                if kind == "name":
                    return self._named(token)
                if kind == "sign" and text in _CLOSING:
                    if text == "(":
                        return self._round()
                    return self._square() if text == "[" else self._curly()
                if kind == "end" and self._unclosed():
                    raise SyntaxError(f"'{self._unclosed()}' was never closed")
                raise SyntaxError("invalid syntax")

            def _unclosed(self):
                opened = []
                for kind, text in [token[:2] for token in self.tokens]:
                    if kind == "sign" and text in "([{":
                        opened.append(text)
                    elif kind == "sign" and text in ")]}" and opened:
                        opened.pop()
                return opened[-1] if opened else ""

            def _joined(self, text):
                while self.tokens[self.place][0] == "text":
                    other = self._take()[1]
                    if type(other) is not type(text):
                        raise SyntaxError("cannot mix bytes and nonbytes literals")
                    text += other
                return text

            def _named(self, token):
                name = token[1]
                if name in _CONSTANTS:
                    return _CONSTANTS[name]
                is_set = name == "set" and self._next_is("(") and self.tokens[self.place + 1][:2] == ("sign", ")")
                if is_set:
                    self.place += 2
                    return set()
                self._note_malformed("Name", token)
                if name in ("lambda", "not", "await"):
                    raise self.fault
                if name in _KEYWORDS:
                    raise SyntaxError("invalid syntax")
                if name.lower() in ("f", "fr", "rf") and self.tokens[self.place][0] == "text":
                    self.place += 1
                return None

            def _closed(self, sign, value):
                if not self._next_is(sign):
                    kind, text = self.tokens[self.place][:2]
                    if kind == "end" and self._unclosed():
                        raise SyntaxError(f"'{self._unclosed()}' was never closed")
                    if kind == "sign" and text in ")]}":
                        raise SyntaxError(
                            f"closing parenthesis '{text}' does not match opening parenthesis '{self._opening(sign)}'")
                    raise SyntaxError("invalid syntax. Perhaps you forgot a comma?")
                self.place += 1
                return value

            def _opening(self, closing):
                return [sign for sign in _CLOSING if _CLOSING[sign] == closing][0]

            def _round(self):
                if self._next_is(")"):
                    self.place += 1
                    return ()
                return self._closed(")", self._listed(")"))

            def _square(self):
                if self._next_is("]"):
                    self.place += 1
                    return []
                first = self._sum()
                return self._closed("]", [first, *self._more("]")])

            def _curly(self):
                if self._next_is("}"):
                    self.place += 1
                    return {}
                first = self._sum()
                if not self._next_is(":"):
                    return self._closed("}", self._made(set, [first, *self._more("}")]))
                self.place += 1
                pairs = [(first, self._sum())]
                while self._next_is(","):
                    self.place += 1
                    if self._next_is("}"):
                        break
                    key = self._sum()
                    self._expect(":", "':' expected after dictionary key")
                    pairs.append((key, self._sum()))
                return self._closed("}", self._made(dict, pairs))

            def _made(self, kind, items):
                try:
                    return kind(items)
                except TypeError as error:
                    self._note(error)
                    return kind()


        # The pieces of the text, each with its kind, its value and its line.
        def _tokens(text):
            found, place, line, depth = [], 0, 1, 0
            while place < len(text):
                char = text[place]
                if char == "\n":
                    line += 1
                if char.isspace():
                    if char == "\n" and depth == 0 and text[place:].strip():
                        raise SyntaxError("invalid syntax")
                    place += 1
                elif char == "#":
                    while place < len(text) and text[place] != "\n":
                        place += 1
                elif char.isdigit() or char == "." and text[place + 1:place + 2].isdigit():
                    value, place = _number(text, place)
                    found.append(("number", value, line))
                elif _quote(text, place) is not None:
                    value, end = _text(text, place)
                    found.append(("text", value, line))
                    line += text[place:end].count("\n")
                    place = end
                elif char.isalpha() or char == "_":
                    end = place
                    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
                        end += 1
                    found.append(("name", text[place:end], line))
                    place = end
                elif text[place:place + 3] == "...":
                    found.append(("number", ..., line))
                    place += 3
                else:
                    depth += (char in "([{") - (char in ")]}")
                    found.append(("sign" if char in "()[]{},:+-.*/%<>|&=" else "other", char, line))
                    place += 1
            return found + [("end", "", line)]


        def _number(text, place):
            base = {"x": 16, "o": 8, "b": 2}.get(text[place + 1:place + 2].lower()) if text[place] == "0" else None
            end = place + 2 if base else place
            allowed = {16: "0123456789abcdefABCDEF_", 8: "01234567_", 2: "01_"}.get(base, "0123456789._eE")
            while end < len(text) and (text[end] in allowed or not base and text[end] in "+-" and text[end - 1] in "eE"):
                end += 1
            digits = text[place:end].replace("_", "")
            if base:
                return int(digits[2:], base), end
            if text[end:end + 1] in ("j", "J"):
                raise NotImplementedError(f"complex numbers are outside this language: {text[place:end + 1]}")
            if end < len(text) and (text[end].isalnum()):
                raise SyntaxError("invalid decimal literal")
            try:
                if any(char in ".eE" for char in digits):
                    return float(digits), end
            except ValueError:
                raise SyntaxError("invalid syntax")
            if digits[0] == "0" and digits.strip("0"):
                raise SyntaxError(
                    "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
            return int(digits), end


        # The prefix and the quote of a text that begins at this place; None where none does.
        def _quote(text, place):
            end = place
            while end < len(text) and end < place + 2 and text[end] in "rRbBuU":
                end += 1
            prefix = text[place:end].lower()
            if prefix not in ("", "r", "b", "u", "rb", "br") or text[end:end + 1] not in ("'", '"'):
                return None
            quote = text[end] * 3 if text[end:end + 3] == text[end] * 3 else text[end]
            return prefix, quote


        def _text(text, place):
            prefix, quote = _quote(text, place)
            start = place + len(prefix) + len(quote)
            end = start
            while text[end:end + len(quote)] != quote:
                if end >= len(text) or len(quote) == 1 and text[end] == "\n":
                    kind = "triple-quoted string" if len(quote) == 3 else "string"
                    raise SyntaxError(f"unterminated {kind} literal (detected at line {text[:end].count(chr(10)) + 1})")
                end += 2 if text[end] == "\\" else 1
            body = text[start:end]
            if "b" in prefix and any(ord(char) > 127 for char in body):
                raise SyntaxError("bytes can only contain ASCII literal characters")
            if "r" not in prefix:
                body = _unescaped(body, "b" in prefix)
            return (body.encode("latin-1") if "b" in prefix else body), end + len(quote)


        def _unescaped(body, in_bytes):
            parts, place = [], 0
            while place < len(body):
                if body[place] != "\\":
                    parts.append(body[place])
                    place += 1
                    continue
                sign = body[place + 1]
                place += 2
                if sign in _ESCAPES:
                    parts.append(_ESCAPES[sign])
                elif sign == "x" or sign in "uU" and not in_bytes:
                    digits = body[place:place + _DIGITS[sign]]
                    if len(digits) < _DIGITS[sign] or any(digit not in "0123456789abcdefABCDEF" for digit in digits):
                        raise SyntaxError("(unicode error) 'unicodeescape' codec can't decode bytes: truncated escape")
                    parts.append(chr(int(digits, 16)))
                    place += _DIGITS[sign]
                elif sign in "01234567":
                    digits = sign
                    while len(digits) < 3 and body[place:place + 1] and body[place] in "01234567":
                        digits += body[place]
                        place += 1
                    parts.append(chr(int(digits, 8)))
                elif sign == "N" and not in_bytes:
                    raise NotImplementedError("characters by name are not implemented")
                else:
                    parts.append("\\" + sign)
            return "".join(parts)
        """#
}
