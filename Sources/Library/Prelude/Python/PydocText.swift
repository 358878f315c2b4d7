extension Prelude {
    /// The module `pydoc`: objects by their names, and what is written about them.
    static let pydocText = #"""
        """Objects by their dotted names, and what is written about them."""
        import importlib
        import inspect
        from keras import _host

        __all__ = ["getdoc", "help", "locate", "plain", "render_doc", "splitdoc"]


        class ErrorDuringImport(Exception):
            pass


        def locate(path, forceload=0):
            """What a dotted name means: a module, or something in one or among the built-in names; None for nothing."""
            parts = [part for part in path.split(".") if part]
            found, count = None, 0
            while count < len(parts):
                try:
                    found = importlib.import_module(".".join(parts[:count + 1]))
                except ImportError:
                    break
                count += 1
            if count == 0:
                if not parts or parts[0] not in _BUILTINS:
                    return None
                found, count = _BUILTINS[parts[0]], 1
            for part in parts[count:]:
                if not hasattr(found, part):
                    return None
                found = getattr(found, part)
            return found


        _BUILTINS = {
            "None": None, "True": True, "False": False, "abs": abs, "all": all, "any": any, "bool": bool, "bytes": bytes,
            "callable": callable, "chr": chr, "complex": complex, "dict": dict, "enumerate": enumerate, "filter": filter,
            "float": float, "frozenset": frozenset, "getattr": getattr, "hasattr": hasattr, "int": int,
            "isinstance": isinstance, "len": len, "list": list, "map": map, "max": max, "min": min, "object": object,
            "open": open, "ord": ord, "pow": pow, "print": print, "range": range, "repr": repr, "reversed": reversed,
            "round": round, "set": set, "sorted": sorted, "str": str, "sum": sum, "tuple": tuple, "type": type, "zip": zip}


        def getdoc(object):
            """What is written about an object, or else the remarks above it."""
            text = inspect.getdoc(object)
            return text.rstrip() if text else ""


        def splitdoc(doc):
            """The first line of a text, and what follows a blank line."""
            lines = doc.strip().split("\n")
            if len(lines) == 1:
                return lines[0], ""
            if not lines[1].rstrip():
                return lines[0], "\n".join(lines[2:])
            return "", "\n".join(lines)


        def plain(text):
            """The text without what makes letters bold."""
            kept = []
            for char in text:
                if char == "\b":
                    kept.pop()
                else:
                    kept.append(char)
            return "".join(kept)


        def render_doc(thing, title="Python Library Documentation: %s", forceload=0, renderer=None):
            """The name and the text of an object, less than CPython says."""
            _host.refuse("render_doc", renderer=renderer)
            if isinstance(thing, str):
                found = locate(thing)
                if found is None:
                    raise ImportError(f"No Python documentation found for {thing!r}.\n")
                thing = found
            name = getattr(thing, "__name__", type(thing).__name__)
            kind = "class" if isinstance(thing, type) else "function" if callable(thing) else "module"
            text = "\n".join("    " + line for line in getdoc(thing).split("\n"))
            return (title % f"{kind} {name}") + "\n\n" + name + "\n" + text + "\n"


        def doc(thing, title="Python Library Documentation: %s", forceload=0, output=None):
            _host.refuse("doc", output=output)
            print(render_doc(thing, title))


        help = doc
        """#
}
