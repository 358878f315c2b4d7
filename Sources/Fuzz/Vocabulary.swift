import Interpreter
import Layers
import Workbench

/// The words from which inputs are made: those of the language, those of the catalogue, and numbers at the edges.
struct Vocabulary {
    /// Values at the edges of what arithmetic, sizes and conversions can take.
    let values = [
        "0", "1", "-1", "2", "3", "5", "7", "16", "255", "1000", "65536", "10**6", "10**9", "2**31", "2**31-1",
        "-2**31", "2**32",
        "2**53", "2**62", "2**63", "2**63-1", "-2**63", "2**64", "10**30", "-10**30", "10**400", "0.5", "-0.0", "1e-7",
        "1e30", "1e308", "-1e308", "1e400", "5e-324", "float('nan')", "float('inf')", "float('-inf')", "True", "False",
        "None",
        "...", "''", "'a'", "'same'", "'valid'", "'causal'", "'relu'", "'channels_first'", "'é'", "'\\n'", "'a' * 1000",
        "[]", "()",
        "{}", "set()", "[1, 2]", "(1, 2)", "(3, 3)", "(0, 0)", "(-1, -1)", "(2**31, 2**31)", "(2**62, 2**62)",
        "((1, 1), (2, 2))",
        "[[1, 2], [3, 4]]", "(None, None, 3)", "range(5)", "range(2**62)", "range(-2**63, 2**63-1)",
        "slice(None, None, -1)", "x", "y", "m", "lambda v: v", "len",
        "int", "(i for i in range(3))", "iter([])", "ValueError", "np.zeros((2, 3))", "np.arange(6)", "x.shape",
        "[x, x]", "'x' * 10**9", "[0] * 10**9",
        "1 << 200", "{'a': 1}", "{1: {2: 3}}", "(1,)", "((),)", "(1, 2, 3)", "(2, 2, 2)", "(10**9, 10**9, 10**9)",
    ]
    let keywords = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
        "elif",
        "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not",
        "or",
        "pass", "raise", "return", "try", "while", "with", "yield", "match", "case",
    ]
    let symbols = [
        "**=", "//=", ">>=", "<<=", "...", "->", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=", "==", "!=", "<=",
        ">=", "<<", ">>", "**", "//", ":=", "+", "-", "*", "/", "%", "@", "&", "|", "^", "~", "<", ">", "(", ")", "[",
        "]",
        "{", "}", ",", ":", ".", ";", "=", "\\", "\\\n", "\n", "\n    ", "\n        ", "\t", "'", "\"", "\"\"\"", "#",
        "f'{", "}'", "!r", "%", "?", "!",
    ]
    let formats = [
        "", "5", "<8", "^9.3f", ",", "_", "x", "#b", "010.2e", "%", "g", "c", "n", ".0", "99999999", "1000000000",
        ".400f", "=+5d", "z", "s", "{1}", "é>5",
    ]
    let strings: [String]
    let listMethods = [
        "append", "extend", "insert", "pop", "remove", "index", "count", "sort", "reverse", "copy", "clear",
    ]
    let others = [
        "get", "keys", "items", "update", "setdefault", "union", "add", "difference", "bit_length", "hex", "indices",
        "__len__", "as_integer_ratio",
    ]
    let builtins: [String]
    /// The members of numpy, keras.ops and their like, with their modules.
    let members: [String]
    /// Layers, each with the names of its parameters.
    let layers: [(name: String, parameters: [String])]
    let inspections = [
        "show", "summary", "shapes", "help", "receptive_field", "weights", "maps", "dir", "repr", "str", "print",
    ]

    init() {
        let session = Session()
        builtins = session.interpreter.builtinNames.filter { $0 != "input" }
        var members: [String] = []
        for (module, name) in [
            ("numpy", "np"), ("numpy.random", "np.random"), ("keras.backend", "K"), ("keras.utils", "keras.utils"),
            ("keras.ops", "keras.ops"), ("math", "math"), ("keras.activations", "keras.activations"),
            ("keras.initializers", "keras.initializers"), ("keras.models", "keras.models"),
        ] {
            for member in session.interpreter.findModule(module)?.memberNames ?? [] {
                members.append("\(name).\(member)")
            }
        }
        self.members = members.isEmpty ? ["np.zeros"] : members
        strings = [
            "upper", "title", "split", "rsplit", "splitlines", "join", "replace", "find", "rfind", "index", "count",
            "startswith",
            "endswith", "partition", "rpartition", "zfill", "ljust", "rjust", "center", "strip", "expandtabs",
            "translate",
            "format", "format_map", "removeprefix", "isdigit", "encode", "casefold",
        ]
        layers = Catalogue.layers.definitions.map { ($0.name, $0.parameters.map(\.name)) }
    }
}
