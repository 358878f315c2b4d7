extension Prelude {
    /// The module `inspect`: what an object is.
    static let inspectText = #"""
        import sys


        def _generator():
            yield None


        class _Example:
            def method(self):
                """Stand for all methods."""


        _FUNCTION = type(_generator)
        _METHOD = type(_Example().method)
        _BUILTIN = type(len)
        _MODULE = type(sys)
        _GENERATOR = type(_generator())


        def isclass(object):
            """Whether the object is a class."""
            return isinstance(object, type)


        def isfunction(object):
            """Whether the object is a function that a program defined."""
            return isinstance(object, _FUNCTION)


        def ismethod(object):
            """Whether the object is a method of an instance."""
            return isinstance(object, _METHOD)


        def isbuiltin(object):
            """Whether the object is a function of the language."""
            return isinstance(object, _BUILTIN)


        def isroutine(object):
            """Whether the object is any kind of function or method."""
            return isbuiltin(object) or isfunction(object) or ismethod(object)


        def ismodule(object):
            """Whether the object is a module."""
            return isinstance(object, _MODULE)


        def isgenerator(object):
            """Whether the object is a generator."""
            return isinstance(object, _GENERATOR)


        def getmro(cls):
            """The class and its bases in the order they are searched."""
            return cls.__mro__


        def getmembers(object, predicate=None):
            """The pairs of name and value of what the object has, in order of the names."""
            members = []
            for name in sorted(set(dir(object))):
                try:
                    value = getattr(object, name)
                except AttributeError:
                    continue
                if predicate is None or predicate(value):
                    members.append((name, value))
            return members


        def getdoc(object):
            """The documentation of an object, its indentation taken away."""
            doc = getattr(object, "__doc__", None) or _inherited_doc(object)
            return cleandoc(doc) if isinstance(doc, str) else None


        def cleandoc(doc):
            """The text without the indentation its lines share, and without empty lines at its ends."""
            lines = doc.expandtabs().split("\n")
            margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
            margin = min(margins) if margins else 0
            lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
            while lines and not lines[-1]:
                lines.pop()
            while lines and not lines[0]:
                lines.pop(0)
            return "\n".join(lines)


        def _inherited_doc(object):
            if isclass(object):
                docs = [base.__doc__ for base in object.__mro__[1:] if base.__name__ != "object"]
            elif ismethod(object):
                classes = type(object.__self__).__mro__[1:]
                docs = [getattr(getattr(base, object.__name__, None), "__doc__", None) for base in classes]
            else:
                docs = []
            for doc in docs:
                if doc:
                    return doc
            return None
        """#
}
