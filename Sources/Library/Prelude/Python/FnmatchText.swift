extension Prelude {
    /// The module `fnmatch`: names and patterns.
    static let fnmatchText = #"""
        def fnmatch(name, pat):
            """Whether name matches the shell pattern pat."""
            return fnmatchcase(name, pat)


        def fnmatchcase(name, pat):
            """Whether name matches the shell pattern pat, minding case."""
            if not isinstance(name, str) or not isinstance(pat, str):
                raise TypeError("expected string or bytes-like object, got '" + type(name).__name__ + "'")
            return _match(name, _tokens(pat))


        def filter(names, pat):
            """The list of those names that match the pattern."""
            tokens = _tokens(pat)
            return [name for name in names if _match(name, tokens)]


        def _tokens(pat):
            # A token is "*", "?", a 1-tuple with a character, or a pair (negated, ranges) for a bracket.
            tokens = []
            i = 0
            while i < len(pat):
                end = _bracket_end(pat, i) if pat[i] == "[" else -1
                if end > 0:
                    tokens.append(_bracket(pat[i + 1:end]))
                    i = end
                elif pat[i] == "*" or pat[i] == "?":
                    tokens.append(pat[i])
                else:
                    tokens.append((pat[i],))
                i += 1
            return tokens


        def _bracket_end(pat, start):
            i = start + 1
            if pat[i:i + 1] == "!":
                i += 1
            # A "]" that comes first stands for itself.
            return pat.find("]", i + 1)


        def _bracket(body):
            negated = body.startswith("!")
            if negated:
                body = body[1:]
            ranges = []
            i = 0
            while i < len(body):
                last = i + 2 if body[i + 1:i + 2] == "-" and i + 2 < len(body) else i
                ranges.append((body[i], body[last]))
                i = last + 1
            return (negated, ranges)


        def _matches_one(char, token):
            if token == "?":
                return True
            if len(token) == 1:
                return char == token[0]
            negated, ranges = token
            return any(low <= char <= high for low, high in ranges) != negated


        def _match(name, tokens):
            # After a mismatch only the last star needs to take one character more.
            i = 0
            j = 0
            star = -1
            resume = 0
            while i < len(name):
                if j < len(tokens) and tokens[j] == "*":
                    star = j
                    resume = i
                    j += 1
                elif j < len(tokens) and _matches_one(name[i], tokens[j]):
                    i += 1
                    j += 1
                elif star >= 0:
                    resume += 1
                    i = resume
                    j = star + 1
                else:
                    return False
            return all(token == "*" for token in tokens[j:])
        """#
}
