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
        let string = table(StringMethods.all)
        let list = table(ListMethods.all)
        let tuple = table(TupleMethods.all)
        let dict = table(DictMethods.all)
        let set = table(SetMethods.all)
        let number = table(NumberMethods.all)

        private static func table(_ methods: [Method]) -> [String: Method] {
            Dictionary(uniqueKeysWithValues: methods.map { ($0.name, $0) })
        }
    }

    private static let tables = Tables()

    private static func table(of value: Value) -> [String: Method]? {
        switch value {
        case .string: tables.string
        case .list: tables.list
        case .tuple, .range: tables.tuple
        case .dict: tables.dict
        case .set: tables.set
        case .float, .int: tables.number
        default: nil
        }
    }

    /// The method of that name; nil where the value's class has none.
    static func method(_ name: String, of value: Value) -> Method? { table(of: value)?[name] }

    /// The names of the methods of a value's class, sorted.
    static func names(of value: Value) -> [String] { table(of: value)?.keys.sorted() ?? [] }
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

    mutating func optionalInt(_ keyword: String) throws(RaisedError) -> Int? {
        guard let value = optional(keyword) else { return nil }
        switch value {
        case .none: return nil
        case .int(let number): return number
        case .bool(let truth): return truth ? 1 : 0
        case .host(let object):
            if case .int(let number)? = try object.number() { return number }
        default: break
        }
        throw RaisedError(.typeError, "'\(value.typeName)' object cannot be interpreted as an integer")
    }

    mutating func int(_ keyword: String) throws(RaisedError) -> Int {
        guard let number = try optionalInt(keyword) else {
            throw RaisedError(.typeError, "\(name)() missing required argument: '\(keyword)'")
        }
        return number
    }
}
