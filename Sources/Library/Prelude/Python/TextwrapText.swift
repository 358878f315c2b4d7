extension Prelude {
    /// The module `textwrap`: text in lines.
    static let textwrapText = #"""
        _WHITESPACE = "\t\n\x0b\x0c\r "


        class TextWrapper:
            """Breaks text into lines of limited width."""

            def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
                         replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                         drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                         placeholder=" [...]"):
                self.width = width
                self.initial_indent = initial_indent
                self.subsequent_indent = subsequent_indent
                self.expand_tabs = expand_tabs
                self.replace_whitespace = replace_whitespace
                self.fix_sentence_endings = fix_sentence_endings
                self.break_long_words = break_long_words
                self.drop_whitespace = drop_whitespace
                self.break_on_hyphens = break_on_hyphens
                self.tabsize = tabsize
                self.max_lines = max_lines
                self.placeholder = placeholder

            def wrap(self, text):
                """The list of lines of the text, without line ends."""
                chunks = self._split(self._with_plain_whitespace(text))
                if self.fix_sentence_endings:
                    _widen_sentence_ends(chunks)
                return self._lines(chunks)

            def fill(self, text):
                """The lines of the text as one string."""
                return "\n".join(self.wrap(text))

            def _with_plain_whitespace(self, text):
                if self.expand_tabs:
                    text = text.expandtabs(self.tabsize)
                if self.replace_whitespace:
                    text = "".join([" " if char in _WHITESPACE else char for char in text])
                return text

            def _split(self, text):
                chunks = []
                start = 0
                while start < len(text):
                    end = _chunk_end(text, start, self.break_on_hyphens)
                    chunks.append(text[start:end])
                    start = end
                return chunks

            def _check(self):
                if self.width <= 0:
                    raise ValueError("invalid width {!r} (must be > 0)".format(self.width))
                if self.max_lines is not None:
                    indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
                    if len(indent) + len(self.placeholder.lstrip()) > self.width:
                        raise ValueError("placeholder too large for max width")

            def _lines(self, chunks):
                self._check()
                lines = []
                # The chunks left are kept in reverse, so that the next one is popped off the end.
                rest = chunks[::-1]
                while rest:
                    indent = self.subsequent_indent if lines else self.initial_indent
                    room = self.width - len(indent)
                    if self.drop_whitespace and lines and rest[-1].strip() == "":
                        rest.pop()
                    line = self._take_line(rest, room)
                    if not line:
                        continue
                    if self._may_add(lines, line, rest, room):
                        lines.append(indent + "".join(line))
                    else:
                        self._end_with_placeholder(lines, line, indent, room)
                        break
                return lines

            def _take_line(self, rest, room):
                line = []
                length = 0
                while rest and length + len(rest[-1]) <= room:
                    length += len(rest[-1])
                    line.append(rest.pop())
                if rest and len(rest[-1]) > room:
                    self._take_from_long_word(rest, line, length, room)
                if self.drop_whitespace and line and line[-1].strip() == "":
                    line.pop()
                return line

            def _take_from_long_word(self, rest, line, length, room):
                if not self.break_long_words:
                    if not line:
                        line.append(rest.pop())
                    return
                word = rest[-1]
                end = 1 if room < 1 else room - length
                if self.break_on_hyphens and len(word) > end:
                    hyphen = word.rfind("-", 0, end)
                    if hyphen > 0 and word[:hyphen].strip("-"):
                        end = hyphen + 1
                line.append(word[:end])
                rest[-1] = word[end:]

            def _may_add(self, lines, line, rest, room):
                if self.max_lines is None or len(lines) + 1 < self.max_lines:
                    return True
                is_last = not rest or (self.drop_whitespace and len(rest) == 1 and not rest[0].strip())
                return is_last and len("".join(line)) <= room

            def _end_with_placeholder(self, lines, line, indent, room):
                while line:
                    if line[-1].strip() and len("".join(line)) + len(self.placeholder) <= room:
                        lines.append(indent + "".join(line) + self.placeholder)
                        return
                    line.pop()
                if lines:
                    previous = lines[-1].rstrip()
                    if len(previous) + len(self.placeholder) <= self.width:
                        lines[-1] = previous + self.placeholder
                        return
                lines.append(indent + self.placeholder.lstrip())


        def wrap(text, width=70, **kwargs):
            """The list of lines of the text, each at most width long."""
            return TextWrapper(width=width, **kwargs).wrap(text)


        def fill(text, width=70, **kwargs):
            """The text broken into lines at most width long."""
            return TextWrapper(width=width, **kwargs).fill(text)


        def shorten(text, width, **kwargs):
            """The text in one line, words at its end left out to fit the width."""
            return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.split()))


        def dedent(text):
            """The text without the whitespace all its lines begin with."""
            lines = ["" if line.strip(" \t") == "" else line for line in text.split("\n")]
            margin = None
            for line in lines:
                if line:
                    indent = line[:len(line) - len(line.lstrip(" \t"))]
                    margin = indent if margin is None else _common_start(margin, indent)
            return "\n".join([line[len(margin or ""):] for line in lines])


        def indent(text, prefix, predicate=None):
            """The text with a prefix before its lines, those with nothing but whitespace excepted."""
            lines = text.splitlines(True)
            wanted = predicate or str.strip
            return "".join([prefix + line if wanted(line) else line for line in lines])


        def _common_start(a, b):
            length = 0
            while length < min(len(a), len(b)) and a[length] == b[length]:
                length += 1
            return a[:length]


        def _widen_sentence_ends(chunks):
            for i in range(len(chunks) - 1):
                if chunks[i + 1] == " " and _ends_sentence(chunks[i]):
                    chunks[i + 1] = "  "


        def _ends_sentence(word):
            if word[-1] in "\"'":
                word = word[:-1]
            return len(word) > 1 and word[-1] in ".!?" and "a" <= word[-2] <= "z"


        def _chunk_end(text, start, break_on_hyphens):
            is_space = text[start] in _WHITESPACE
            end = start
            while end < len(text) and (text[end] in _WHITESPACE) == is_space:
                end += 1
            if is_space or not break_on_hyphens:
                return end
            dash_end = _dash_end(text, start)
            if dash_end:
                return dash_end
            for i in range(start + 1, end):
                if text[i] == "-" and _is_hyphen(text, i):
                    return i + 1
                if _dash_end(text, i):
                    return i
            return end


        def _dash_end(text, start):
            # A dash is written as two hyphens or more between words.
            end = start
            while text[end:end + 1] == "-":
                end += 1
            is_dash = end - start >= 2 and start > 0 and _is_word_char(text[start - 1])
            return end if is_dash and end < len(text) and _is_alphanumeric(text[end]) else 0


        def _is_hyphen(text, i):
            # Letters must stand on both sides, so that -x and 1-2 stay whole.
            before = i >= 2 and _is_letter(text[i - 1]) and _is_letter(text[i - 2])
            if not before and i >= 3:
                before = _is_letter(text[i - 3]) and text[i - 2] == "-" and _is_word_char(text[i - 1])
            after = text[i + 1:i + 4]
            if not before or not after or not _is_letter(after[0]):
                return False
            rest = after[2:] if after[1:2] == "-" else after[1:]
            return rest != "" and _is_letter(rest[0])


        def _is_alphanumeric(char):
            return char.isalnum() or char == "_"


        def _is_word_char(char):
            return _is_alphanumeric(char) or char in "!\"'&.,?"


        def _is_letter(char):
            return _is_alphanumeric(char) and not char.isdigit()
        """#
}
