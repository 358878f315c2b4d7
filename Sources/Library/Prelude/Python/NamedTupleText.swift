extension Prelude {
    /// What `collections.namedtuple` checks before the class is made.
    static let namedTupleText = """
        import collections

        _KEYWORDS = {
            "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
            "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
            "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"}


        def _renamed(names):
            seen = set()
            result = []
            for index, name in enumerate(names):
                if not name.isidentifier() or name in _KEYWORDS or name.startswith("_") or name in seen:
                    result.append(f"_{index}")
                else:
                    result.append(name)
                seen.add(name)
            return result


        def _check_fields(typename, names, rename):
            for name in [typename] + names:
                if not name.isidentifier():
                    raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
                if name in _KEYWORDS:
                    raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
            seen = set()
            for name in names:
                if name.startswith("_") and not rename:
                    raise ValueError(f"Field names cannot start with an underscore: {name!r}")
                if name in seen:
                    raise ValueError(f"Encountered duplicate field name: {name!r}")
                seen.add(name)


        def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
            if isinstance(field_names, str):
                field_names = field_names.replace(",", " ").split()
            names = [str(name) for name in field_names]
            if rename:
                names = _renamed(names)
            _check_fields(str(typename), names, rename)
            defaults = [] if defaults is None else list(defaults)
            if len(defaults) > len(names):
                raise TypeError("Got more default values than field names")
            return collections._tuple_class(str(typename), names, defaults, module)
        """
}
