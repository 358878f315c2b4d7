import Language

/// The arguments of a call, evaluated.
public struct CallArguments {
    /// The arguments given by position, in order.
    public var positional: [Value]
    /// The arguments given by keyword, in order.
    public var keywords: [(name: String, value: Value)]

    /// Makes one from its parts.
    public init(_ positional: [Value] = [], keywords: [(name: String, value: Value)] = []) {
        self.positional = positional
        self.keywords = keywords
    }
}

/// A function that is not written in the language.
public final class BuiltinFunction {
    /// The signature of such a function.
    public typealias Body = (CallArguments, Interpreter) throws(RaisedError) -> Value

    /// The name it is found by.
    public let name: String
    /// One sentence for help.
    public let documentation: String
    /// Parameter names, for completion and help.
    public let parameters: [String]
    /// Calls it.
    public let body: Body

    /// Makes one from its parts.
    public init(_ name: String, parameters: [String] = [], documentation: String = "", _ body: @escaping Body) {
        self.name = name
        self.parameters = parameters
        self.documentation = documentation
        self.body = body
    }
}

/// A class that can be called to make a value and asked for in `isinstance`: `int`, `ValueError`, `Conv2D`.
public final class TypeObject {
    /// The name it is found by.
    public let name: String
    /// One sentence for help.
    public let documentation: String
    /// Parameter names, for completion and help.
    public let parameters: [String]
    /// Makes a value.
    public let construct: BuiltinFunction.Body
    /// Whether a value is of this class.
    public let isInstance: (Value) -> Bool
    /// The class of exceptions it stands for.
    public let exceptionType: ExceptionType?
    /// Attributes of the class itself, such as `dict.fromkeys`.
    public let attribute: (String) -> Value?

    /// Makes one from its parts.
    public init(
        _ name: String, parameters: [String] = [], documentation: String = "", exceptionType: ExceptionType? = nil,
        isInstance: @escaping (Value) -> Bool, attribute: @escaping (String) -> Value? = { _ in nil },
        construct: @escaping BuiltinFunction.Body
    ) {
        self.name = name
        self.parameters = parameters
        self.documentation = documentation
        self.exceptionType = exceptionType
        self.isInstance = isInstance
        self.attribute = attribute
        self.construct = construct
    }
}

/// A function written in the language.
public final class FunctionObject {
    /// The name it is found by.
    public let name: String
    /// The name with those of the functions around it: `outer.<locals>.inner`.
    let qualifiedName: String
    /// One sentence for help.
    public let documentation: String?
    let parameters: Parameters
    /// Defaults of the positional parameters, then of the keyword-only ones; nil where required.
    let defaults: [Value?]
    let slotCount: Int
    let body: (Frame) throws(RaisedError) -> Value
    /// The frame in which it was defined, whose names it sees; nil at the top level.
    let enclosing: Frame?
    /// Attributes a script has set on it.
    var attributes: [String: Value] = [:]
    /// Whether its arguments fill the slots one by one: no defaults needed, no stars.
    let isSimple: Bool

    init(
        name: String, qualifiedName: String, documentation: String?, parameters: Parameters, defaults: [Value?],
        slotCount: Int,
        enclosing: Frame?, body: @escaping (Frame) throws(RaisedError) -> Value
    ) {
        self.name = name
        self.qualifiedName = qualifiedName
        self.documentation = documentation
        self.parameters = parameters
        self.defaults = defaults
        self.slotCount = slotCount
        self.enclosing = enclosing
        self.body = body
        isSimple = parameters.rest == nil && parameters.keywordRest == nil && parameters.keywordOnly.isEmpty
    }

    /// The defaults of the positional parameters, as `__defaults__` shows them.
    var positionalDefaults: Value {
        let given = defaults.prefix(parameters.positional.count).compactMap { $0 }
        return given.isEmpty ? .none : .tuple(given)
    }

    /// Parameter names, for help and completion.
    public var parameterNames: [String] { parameters.names }
}

/// The variables of one call of a function, or of one comprehension.
final class Frame {
    /// The variables; nil where one has no value.
    let slots: UnsafeMutablePointer<Value?>
    let parent: Frame?
    private let slotCount: Int

    init(slotCount: Int, parent: Frame?) {
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: nil, count: slotCount)
        self.slotCount = slotCount
        self.parent = parent
    }

    deinit {
        slots.deinitialize(count: slotCount)
        slots.deallocate()
    }
}
