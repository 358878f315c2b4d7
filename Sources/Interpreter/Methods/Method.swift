/// A method of one of the language's own classes.
struct Method: Sendable {
    typealias Body = @Sendable (Value, CallArguments, Interpreter) throws(RaisedError) -> Value

    let name: String
    let parameters: [String]
    let documentation: String
    let body: Body

    init(_ name: String, _ parameters: [String] = [], _ documentation: String, _ body: @escaping Body) {
        self.name = name
        self.parameters = parameters
        self.documentation = documentation
        self.body = body
    }
}

/// The methods of the language's own classes: one table each.
enum MethodRegistry {
    private struct Tables: Sendable {
        let string = table("str", StringMethods.all)
        let list = table("list", ListMethods.all)
        let tuple = table("tuple", TupleMethods.all)
        let range = table("range", RangeMethods.all)
        let slice = table("slice", RangeMethods.slice)
        let dict = table("dict", DictMethods.all)
        let set = table("set", SetMethods.all)
        let frozenset = table("frozenset", SetMethods.unchanging)
        let int = table("int", NumberMethods.int)
        let float = table("float", NumberMethods.float)
        let exception = table("BaseException", ExceptionMethods.all)

        private static func table(_ owner: String, _ methods: [Method]) -> [String: Method] {
            Dictionary(uniqueKeysWithValues: methods.map { ($0.name, $0.checked(owner)) })
        }
    }

    private static let tables = Tables()

    private static func table(of value: Value) -> [String: Method]? {
        switch value {
        case .string: tables.string
        case .list: tables.list
        case .tuple: tables.tuple
        case .range: tables.range
        case .slice: tables.slice
        case .dict: tables.dict
        case .set(let set): set.isFrozen ? tables.frozenset : tables.set
        case .float: tables.float
        case .int, .big, .bool: tables.int
        case .exception: tables.exception
        default: nil
        }
    }

    /// The methods of a class by its name.
    private static func table(named type: String) -> [String: Method]? {
        switch type {
        case "str": tables.string
        case "list": tables.list
        case "tuple": tables.tuple
        case "range": tables.range
        case "dict": tables.dict
        case "set": tables.set
        case "frozenset": tables.frozenset
        case "float": tables.float
        case "int", "bool": tables.int
        default: nil
        }
    }

    /// The method of that name; nil where the value's class has none.
    static func method(_ name: String, of value: Value) -> Method? { table(of: value)?[name] }

    /// The method of that name of a class; nil where it has none.
    static func method(_ name: String, ofType type: String) -> Method? { table(named: type)?[name] }

    /// The names of the methods of a value's class, sorted.
    static func names(of value: Value) -> [String] { table(of: value)?.keys.sorted() ?? [] }

    /// The methods of one name in every class, for a place that calls it again and again.
    struct Candidates {
        private let string, list, tuple, range, dict, set, frozenset, float, int: Method?

        init(_ name: String) {
            string = tables.string[name]
            list = tables.list[name]
            tuple = tables.tuple[name]
            range = tables.range[name]
            dict = tables.dict[name]
            set = tables.set[name]
            frozenset = tables.frozenset[name]
            float = tables.float[name]
            int = tables.int[name]
        }

        /// The one for a value; nil where its class has none, or is not among the commonest.
        func method(of value: Value) -> Method? {
            switch value {
            case .string: string
            case .list: list
            case .tuple: tuple
            case .range: range
            case .dict: dict
            case .set(let object): object.isFrozen ? frozenset : set
            case .float: float
            case .int, .big, .bool: int
            default: nil
            }
        }
    }
}

extension Method {
    /// The method, with its arguments counted as its class's signature says.
    fileprivate func checked(_ owner: String) -> Method {
        guard let signature = Signature.of("\(owner == "frozenset" ? "set" : owner).\(name)") else { return self }
        let (name, body) = (self.name, self.body)
        return Method(name, parameters, documentation) { value, arguments, interpreter throws(RaisedError) in
            try signature.check(name, owner: owner + ".", arguments)
            return try body(value, arguments, interpreter)
        }
    }
}

/// Reads the arguments of a builtin or a method, refusing as Python refuses.
struct ArgumentReader {
    private let name: String
    private var positional: ArraySlice<Value>
    private var keywords: [(name: String, value: Value)]

    /// - Parameters:
    ///   - name: the function, for messages.
    ///   - most: how many positional arguments it takes at most.
    init(_ name: String, _ arguments: CallArguments, most: Int = .max) throws(RaisedError) {
        guard arguments.positional.count <= most else {
            let takes = most == 0 ? "no arguments" : "at most \(most) argument\(most == 1 ? "" : "s")"
            throw RaisedError(.typeError, "\(name)() takes \(takes) (\(arguments.positional.count) given)")
        }
        self.name = name
        positional = arguments.positional[...]
        keywords = arguments.keywords
    }

    /// The next argument, by position or by this keyword; nil if it was not given.
    mutating func optional(_ keyword: String) -> Value? {
        if let value = positional.popFirst() { return value }
        guard let index = keywords.firstIndex(where: { $0.name == keyword }) else { return nil }
        return keywords.remove(at: index).value
    }

    /// An argument that is given by keyword only.
    mutating func keyword(_ keyword: String) -> Value? {
        guard let index = keywords.firstIndex(where: { $0.name == keyword }) else { return nil }
        return keywords.remove(at: index).value
    }

    /// The next argument, which must be there.
    mutating func required(_ keyword: String) throws(RaisedError) -> Value {
        guard let value = optional(keyword) else {
            throw RaisedError(.typeError, "\(name)() missing required argument: '\(keyword)'")
        }
        return value
    }

    /// A keyword that nobody has asked for.
    var firstKeyword: String? { keywords.first?.name }

    /// All that are left by position.
    mutating func rest() -> [Value] {
        defer { positional = [] }
        return Array(positional)
    }

    /// Refuses what nobody asked for.
    func finish() throws(RaisedError) {
        if let extra = keywords.first {
            throw RaisedError(.typeError, "\(name)() got an unexpected keyword argument '\(extra.name)'")
        }
        if !positional.isEmpty { throw RaisedError(.typeError, "\(name)() got too many arguments") }
    }

    mutating func string(_ keyword: String) throws(RaisedError) -> String {
        let value = try required(keyword)
        guard case .string(let text) = value else {
            throw RaisedError(.typeError, "\(name)() argument '\(keyword)' must be str, not \(value.typeName)")
        }
        return text
    }

    mutating func optionalString(_ keyword: String) throws(RaisedError) -> String? {
        guard let value = optional(keyword) else { return nil }
        if case .none = value { return nil }
        guard case .string(let text) = value else {
            throw RaisedError(.typeError, "\(name)() argument '\(keyword)' must be str, not \(value.typeName)")
        }
        return text
    }

    /// - Throws: OverflowError where the number has more than 64 bits.
    mutating func optionalInt(_ keyword: String) throws(RaisedError) -> Int? {
        guard let value = optional(keyword) else { return nil }
        switch value {
        case .none: return nil
        case .int(let number): return number
        case .big: throw RaisedError(.overflowError, "Python int too large to convert to C ssize_t")
        case .bool(let truth): return truth ? 1 : 0
        case .host(let object):
            if case .int(let number)? = try object.number() { return number }
        default: break
        }
        throw RaisedError(.typeError, "'\(value.typeName)' object cannot be interpreted as an integer")
    }

    mutating func int(_ keyword: String) throws(RaisedError) -> Int {
        if case .none? = positional.first {
            throw RaisedError(.typeError, "'NoneType' object cannot be interpreted as an integer")
        }
        guard let number = try optionalInt(keyword) else {
            throw RaisedError(.typeError, "\(name)() missing required argument: '\(keyword)'")
        }
        return number
    }
}
