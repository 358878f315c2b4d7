/// How many arguments a builtin or a method takes, and how CPython words its refusal.
struct Signature: Sendable {
    /// The ways in which CPython's functions read their arguments, each with words of its own.
    private enum Style {
        /// `f() takes exactly one argument (2 given)`, and no keywords.
        case counted
        /// `f expected at most 2 arguments, got 3`, and no keywords.
        case unpacked
        /// `f() takes at most 2 arguments (3 given)`, and no keywords.
        case parsed
        /// `f() takes at most 2 arguments (3 given)`; these names may be keywords, the empty ones not.
        case named([String])
    }

    private let style: Style
    private let least: Int
    private let most: Int

    /// Refuses arguments of the wrong number, or by the wrong name.
    /// - Parameter owner: the class of a method with a point, `list.`; empty for a function.
    func check(_ name: String, owner: String, _ arguments: CallArguments) throws(RaisedError) {
        let given = arguments.positional.count
        if arguments.keywords.isEmpty, given >= least, given <= most { return }
        if case .named(let names) = style { return try checkNamed(name, names, arguments) }
        if !arguments.keywords.isEmpty {
            throw RaisedError(.typeError, "\(owner)\(name)() takes no keyword arguments")
        }
        guard given < least || given > most else { return }
        let bound = given < least ? least : most
        let range = least == most ? "" : (given < least ? "at least " : "at most ")
        let arguments = "argument\(bound == 1 ? "" : "s")"
        switch style {
        case .counted:
            let wanted = most == 0 ? "no arguments" : "exactly one argument"
            throw RaisedError(.typeError, "\(owner)\(name)() takes \(wanted) (\(given) given)")
        case .unpacked:
            throw RaisedError(.typeError, "\(name) expected \(range)\(bound) \(arguments), got \(given)")
        case .parsed, .named:
            throw RaisedError(.typeError, "\(name)() takes \(range)\(bound) \(arguments) (\(given) given)")
        }
    }

    private func checkNamed(_ name: String, _ names: [String], _ arguments: CallArguments) throws(RaisedError) {
        let given = arguments.positional.count
        let all = given + arguments.keywords.count
        if all > most {
            let plural = "argument\(most == 1 ? "" : "s")"
            let kind = arguments.keywords.isEmpty || names.contains("") ? "" : "keyword "
            throw RaisedError(
                .typeError,
                "\(name)() takes \(least == most ? "exactly" : "at most") \(most) \(given == 0 ? kind : "")\(plural) (\(all) given)"
            )
        }
        let positionalOnly = min(least, names.prefix { $0.isEmpty }.count)
        if given < positionalOnly {
            throw RaisedError(
                .typeError, "\(name)() takes at least \(positionalOnly) positional argument (\(given) given)")
        }
        for (index, known) in names.enumerated() {
            let isKeyword = !known.isEmpty && arguments.keywords.contains { $0.name == known }
            if isKeyword, index < given {
                throw RaisedError(
                    .typeError, "argument for \(name)() given by name ('\(known)') and position (\(index + 1))")
            }
            if index < least, index >= given, !isKeyword {
                throw RaisedError(.typeError, "\(name)() missing required argument '\(known)' (pos \(index + 1))")
            }
        }
        for keyword in arguments.keywords where !names.contains(keyword.name) {
            throw RaisedError(.typeError, "'\(keyword.name)' is an invalid keyword argument for \(name)()")
        }
    }

    // MARK: The kinds there are

    private static let nothing = Signature(style: .counted, least: 0, most: 0)
    private static let one = Signature(style: .counted, least: 1, most: 1)
    private static let any = unpacked(0, .max)

    private static func unpacked(_ least: Int, _ most: Int) -> Signature {
        Signature(style: .unpacked, least: least, most: most)
    }

    private static func parsed(_ least: Int, _ most: Int) -> Signature {
        Signature(style: .parsed, least: least, most: most)
    }

    private static func named(_ least: Int, _ names: String...) -> Signature {
        Signature(style: .named(names), least: least, most: names.count)
    }

    /// The signature of a function, `len`, or of a method, `list.append`; nil where it reads its arguments itself.
    static func of(_ name: String) -> Signature? { table[name] }

    private static let table: [String: Signature] = {
        var table: [String: Signature] = [:]
        func add(_ signature: Signature, _ owner: String, _ names: String) {
            for name in names.split(separator: " ") { table[owner + name] = signature }
        }
        add(one, "", "len abs repr ascii ord chr bin hex oct callable any all hash id")
        add(unpacked(1, 1), "", "reversed")
        add(unpacked(2, 2), "", "isinstance issubclass hasattr delattr divmod filter")
        add(unpacked(1, 2), "", "iter next format")
        add(unpacked(2, 3), "", "getattr")
        add(unpacked(3, 3), "", "setattr")
        add(unpacked(1, 3), "", "range slice")
        add(unpacked(0, 1), "", "list tuple set frozenset bool float")
        add(named(1, "", "start"), "", "sum")
        add(named(2, "base", "exp", "mod"), "", "pow")
        add(named(1, "number", "ndigits"), "", "round")
        add(named(1, "iterable", "start"), "", "enumerate")
        add(named(0, "", "base"), "", "int")
        add(named(0, "object", "encoding", "errors"), "", "str")
        add(one, "list.", "append extend remove count")
        add(nothing, "list.", "clear copy reverse")
        add(unpacked(2, 2), "list.", "insert")
        add(unpacked(0, 1), "list.", "pop")
        add(unpacked(1, 3), "list.", "index")
        add(one, "tuple.", "count")
        add(unpacked(1, 3), "tuple.", "index")
        add(one, "range.", "count index")
        add(nothing, "dict.", "keys values items copy clear popitem")
        add(unpacked(1, 2), "dict.", "get pop setdefault fromkeys")
        add(one, "set.", "add discard remove issubset issuperset isdisjoint symmetric_difference")
        add(one, "set.", "symmetric_difference_update")
        add(nothing, "set.", "pop copy clear")
        add(any, "set.", "union intersection difference update intersection_update difference_update")
        add(nothing, "str.", "upper lower casefold capitalize title swapcase isdigit isnumeric isdecimal isalpha")
        add(nothing, "str.", "isalnum isspace isprintable isascii isupper islower istitle isidentifier")
        add(one, "str.", "join partition rpartition removeprefix removesuffix translate format_map zfill")
        add(unpacked(0, 1), "str.", "strip lstrip rstrip")
        add(unpacked(1, 2), "str.", "ljust rjust center")
        add(unpacked(2, 3), "str.", "replace")
        add(parsed(1, 3), "str.", "find rfind index rindex count startswith endswith")
        add(named(0, "sep", "maxsplit"), "str.", "split rsplit")
        add(named(0, "keepends"), "str.", "splitlines")
        add(named(0, "tabsize"), "str.", "expandtabs")
        add(unpacked(1, 3), "str.", "maketrans")
        add(nothing, "int.", "bit_length bit_count conjugate as_integer_ratio")
        add(nothing, "float.", "is_integer conjugate as_integer_ratio hex")
        add(one, "slice.", "indices")
        return table
    }()
}
