/// The language's own classes: `int`, `str`, `list`, …
extension TypeObject {
    /// Those that have a name in every script.
    static let builtins: [TypeObject] = [
        int, float, bool, str, bytes, tuple, list, dict, set, frozenset, range, slice, type, object, zip, map, filter,
        StaticMethod.type,
        ClassMethod.type, Property.type, SuperObject.type,
        enumerate, reversed,
    ]

    /// The class that all others derive from.
    public static let object = TypeObject(
        Declaration("object()"), "Anything.", bases: []
    ) { type, _, interpreter throws(RaisedError) in .host(InstanceObject(type, interpreter)) }

    /// The class of classes.
    public static let type = TypeObject(
        Declaration("type(object, bases=..., dict=..., /, **kwds)"), "The class of a value, or a new class."
    ) { _, arguments, interpreter throws(RaisedError) in
        if arguments.given(1) != nil { return try interpreter.makeClass(arguments) }
        return .type(interpreter.typeOf(arguments[0]))
    }

    /// Whole numbers.
    public static let int = TypeObject(
        Declaration("int(x=0, /, base=10)"), "A whole number.", attributes: NumberMethods.int
    ) { _, arguments, _ throws(RaisedError) in
        let base = arguments.given(1) == nil ? nil : try arguments.int(1)
        guard let value = arguments.given(0) else {
            if base == nil { return .int(0) }
            throw RaisedError(.typeError, "int() missing string argument")
        }
        return value.isAbsent ? value : try Conversion.int(value, base: base)
    }

    /// True and False, which are whole numbers as well.
    public static let bool = TypeObject(
        Declaration("bool(x=False, /)"), "True or False.", bases: [int]
    ) { _, arguments, _ throws(RaisedError) in
        .bool(try arguments[0].truth())
    }

    /// Numbers with a fraction.
    public static let float = TypeObject(
        Declaration("float(x=0, /)"), "A number with a fraction.", attributes: NumberMethods.float
    ) { _, arguments, _ throws(RaisedError) in
        arguments[0].isAbsent ? arguments[0] : .float(try Conversion.float(arguments[0]))
    }

    /// Text.
    public static let str = TypeObject(
        Declaration("str(object='', encoding=..., errors=...)"), "Text.", attributes: StringMethods.table
    ) { _, arguments, _ throws(RaisedError) in
        let value = arguments[0]
        for name in ["encoding", "errors"] where arguments.given(name) != nil {
            _ = try arguments.string(name)
            if case .bytes(let bytes) = value { return .string(try TextCodec(arguments).text(of: bytes)) }
            throw RaisedError(
                .typeError,
                value.typeName == "str"
                    ? "decoding str is not supported"
                    : "decoding to str: need a bytes-like object, \(value.typeName) found")
        }
        try value.requirePrintable()
        let text = value.str
        try requireText(text.utf8.count)
        return .string(text)
    }

    /// Sequences that do not change.
    public static let tuple = TypeObject(
        Declaration("tuple(iterable=(), /)"), "A sequence that does not change.", attributes: TupleMethods.table
    ) { _, arguments, interpreter throws(RaisedError) in
        .tuple(try interpreter.items(of: arguments[0]))
    }

    /// Sequences that change.
    public static let list = TypeObject(
        Declaration("list(iterable=(), /)"), "A sequence that can change.", attributes: ListMethods.table
    ) { _, arguments, interpreter throws(RaisedError) in
        .list(ListObject(try interpreter.items(of: arguments[0])))
    }

    /// Values found by keys.
    public static let dict = TypeObject(
        Declaration("dict(iterable=..., /, **kwargs)"), "Values found by keys.", attributes: DictMethods.table
    ) { type, arguments, interpreter throws(RaisedError) in
        let result = DictObject(type: type)
        if let value = arguments.given(0) { result.entries = try interpreter.entries(from: value) }
        for (name, value) in arguments.keywordRest { result.entries[HashKey(name)] = value }
        return .dict(result)
    }

    /// Items of which each occurs once.
    public static let set = TypeObject(
        Declaration("set(iterable=(), /)"), "Items of which each occurs once.", attributes: SetMethods.table
    ) { _, arguments, interpreter throws(RaisedError) in
        var members = SetTable()
        try interpreter.add(itemsOf: arguments[0], to: &members)
        return .set(SetObject(members))
    }

    /// Sets that do not change.
    public static let frozenset = TypeObject(
        Declaration("frozenset(iterable=(), /)"), "A set that does not change.", attributes: SetMethods.frozen
    ) { _, arguments, interpreter throws(RaisedError) in
        if case .set(let set) = arguments[0], set.isFrozen { return arguments[0] }
        var members = SetTable()
        try interpreter.add(itemsOf: arguments[0], to: &members)
        return .set(SetObject(members, isFrozen: true))
    }

    /// Whole numbers at equal distances.
    public static let range = TypeObject(
        Declaration("range(start, stop=..., step=1, /)"), "Whole numbers at equal distances.",
        attributes: RangeMethods.table
    ) { _, arguments, _ throws(RaisedError) in
        let first = try arguments.int(0)
        guard arguments.given(1) != nil else { return .range(RangeObject(start: 0, stop: first, step: 1)) }
        let (stop, step) = (try arguments.int(1), try arguments.int(2))
        guard step != 0 else { throw RaisedError(.valueError, "range() arg 3 must not be zero") }
        return .range(RangeObject(start: first, stop: stop, step: step))
    }

    /// What stands between square brackets.
    public static let slice = TypeObject(
        Declaration("slice(start, stop=..., step=None, /)"), "Start, stop and step of a part.",
        attributes: RangeMethods.slice
    ) { _, arguments, _ throws(RaisedError) in
        guard let stop = arguments.given(1) else { return .slice(SliceObject(.none, arguments[0], .none)) }
        return .slice(SliceObject(arguments[0], stop, arguments[2]))
    }

    // MARK: Classes that have no name of their own

    /// The class of None.
    static let noneType = TypeObject("NoneType", "None.")
    /// The class of `...`.
    static let ellipsis = TypeObject("ellipsis", "What `...` stands for.")
    /// The class of functions that are written in the language.
    public static let function = TypeObject("function", "A function.", attributes: FunctionAttributes.table)
    /// The class of functions that are not.
    public static let builtinFunction = TypeObject(
        "builtin_function_or_method", "A function.", attributes: FunctionAttributes.builtin)
    /// The class of modules.
    public static let module = TypeObject("module", "A module.")
}

extension Interpreter {
    /// The class of a value.
    public func typeOf(_ value: Value) -> TypeObject {
        switch value {
        case .none: .noneType
        case .ellipsis: .ellipsis
        case .bool: .bool
        case .int, .big: .int
        case .float: .float
        case .string: .str
        case .bytes: .bytes
        case .tuple: .tuple
        case .list: .list
        case .dict(let dict): dict.type
        case .set(let set): set.isFrozen ? .frozenset : .set
        case .range: .range
        case .slice: .slice
        case .function: .function
        case .builtin: .builtinFunction
        case .type: .type
        case .module: .module
        case .exception(let exception): exception.type
        case .iterator(let iterator): iteratorType(iterator.typeName)
        case .host(let object): object.typeObject
        }
    }

    /// The class of iterators of that name.
    private func iteratorType(_ name: String) -> TypeObject {
        if case .type(let type)? = builtins[name] { return type }
        if name == "generator" { return .generator }
        if let known = iteratorTypes[name] { return known }
        let dot = name.lastIndex(of: ".")
        let type = TypeObject(
            dot.map { String(name[name.index(after: $0)...]) } ?? name, module: dot.map { String(name[..<$0]) },
            "Gives one value after the other.")
        iteratorTypes[name] = type
        return type
    }

    /// Whether a value is of a class, or of one that derives from it.
    public func isInstance(_ value: Value, _ type: TypeObject) -> Bool { typeOf(value).isKind(of: type) }
}
