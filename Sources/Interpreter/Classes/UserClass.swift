import OrderedCollections

/// What a class that a script defines has by itself: the names of its body, which a script may change later.
public final class UserClass {
    /// The name with those of the functions and classes around it: `make.<locals>.Block`.
    let qualifiedName: String
    /// The module in which it is defined.
    let module: String
    /// What stands at the beginning of its body.
    let documentation: String?
    /// The names that its body annotates, `x: int`, in their order.
    public let annotations: [String]
    /// What it annotates them with; nil where there are none.
    let annotationValues: Annotations?
    /// Its names and their values, in the order in which they were bound.
    public private(set) var namespace: OrderedDictionary<String, Value>
    /// The code that defines it; nil for a class that a call has made.
    public internal(set) var code: SourceLocation?
    /// The interpreter in which it was defined.
    unowned let interpreter: Interpreter
    private var keptTable: AttributeTable?
    private var found: [String: Value?] = [:]
    private var foundAt = -1

    init(
        qualifiedName: String, module: String, documentation: String?,
        annotations: Annotations? = nil, annotated names: [String],
        namespace: OrderedDictionary<String, Value>, _ interpreter: Interpreter
    ) {
        self.qualifiedName = qualifiedName
        self.module = module
        self.documentation = documentation
        self.annotations = names
        annotationValues = annotations
        self.namespace = namespace
        self.interpreter = interpreter
    }

    /// An empty class, for a call that makes one.
    public convenience init(named name: String, in module: String = "__main__", _ interpreter: Interpreter) {
        self.init(
            qualifiedName: name, module: module, documentation: nil, annotated: [], namespace: [:], interpreter)
    }

    /// Binds a name of the class; nil takes it away.
    public func set(_ name: String, to value: Value?) {
        namespace[name] = value
        keptTable = nil
        interpreter.classVersion += 1
    }

    /// The names as attributes.
    var table: AttributeTable {
        if let keptTable { return keptTable }
        let made = AttributeTable(namespace.map { Attribute(user: $0.key, $0.value) })
        keptTable = made
        return made
    }

    /// The value that a class of scripts, the class itself or one that it derives from, has under a name.
    func find(_ name: String, in type: TypeObject) -> Value? {
        if foundAt != interpreter.classVersion {
            found = [:]
            foundAt = interpreter.classVersion
        }
        if let known = found[name] { return known }
        let value = type.mro.lazy.compactMap { $0.userClass?.namespace[name] }.first
        found[name] = .some(value)
        return value
    }
}

extension TypeObject {
    /// The value that the class, or a class of scripts that it derives from, has under a name; nil for a class that no script
    /// defines.
    func userAttribute(_ name: String) -> Value? { userClass?.find(name, in: self) }

    /// Makes a class that a script defines.
    /// - Throws: TypeError where the bases cannot be put in an order.
    public static func user(_ name: String, bases: [TypeObject], _ user: UserClass) throws(RaisedError) -> TypeObject {
        guard isConsistent(bases) else {
            throw RaisedError(
                .typeError,
                "Cannot create a consistent method resolution\norder (MRO) for bases "
                    + bases.map(\.name).joined(separator: ", "))
        }
        return TypeObject(name, bases: bases, user: user)
    }
}

extension Interpreter {
    /// Makes the class of a `class` statement.
    /// - Parameter arguments: the bases, and keywords such as `metaclass`.
    func makeClass(
        _ name: String, _ arguments: CallArguments, _ user: UserClass
    ) throws(RaisedError) -> Value {
        var bases: [TypeObject] = []
        for value in arguments.positional {
            guard case .type(let base) = try replacedBase(value, arguments.positional) else {
                throw RaisedError(.typeError, "a class derives from classes, not from '\(value.typeName)'")
            }
            guard !bases.contains(where: { $0 === base }) else {
                throw RaisedError(.typeError, "duplicate base class \(base.name)")
            }
            bases.append(base)
        }
        if user.namespace["__getattribute__"] != nil {
            throw RaisedError(
                .notImplementedError, "__getattribute__ is outside this language",
                hint: "__getattr__ answers what is not there")
        }
        if let make = bases.lazy.compactMap(\.classMaker).first { return .type(try make(name, bases, user, self)) }
        for base in bases { try requireBase(base, of: name) }
        let initializer = bases.lazy.compactMap { $0.userAttribute("__init_subclass__") }.first
        var keywords: [(name: String, value: Value)] = []
        for (keyword, value) in arguments.keywords {
            if keyword != "metaclass", initializer != nil {
                keywords.append((keyword, value))
                continue
            }
            // ABCMeta adds nothing that classes do not do by themselves.
            guard keyword == "metaclass" else {
                throw RaisedError(.typeError, "\(name).__init_subclass__() takes no keyword arguments")
            }
            guard case .type(let type) = value, ["type", "ABCMeta"].contains(type.name) else {
                throw RaisedError(.typeError, "a metaclass other than ABCMeta is outside this language")
            }
        }
        let type = try TypeObject.user(name, bases: bases.isEmpty ? [.object] : bases, user)
        try tellNames(in: type)
        if let initializer {
            // Written without `@classmethod`, it is one all the same.
            var function = initializer
            if case .host(let object) = initializer, let method = object as? ClassMethod { function = method.function }
            _ = try call(function, CallArguments([.type(type)], keywords: keywords))
        }
        return .type(type)
    }

    /// Makes the class of a call, `type(name, bases, dict)`.
    func makeClass(_ arguments: Arguments) throws(RaisedError) -> Value {
        guard case .tuple(let bases)? = arguments.given(1), case .dict(let names)? = arguments.given(2) else {
            throw RaisedError(.typeError, "type() takes 1 or 3 arguments")
        }
        var module = "__main__"
        if case .string(let given)? = names.entries[HashKey("__module__")] { module = given }
        let name = try arguments.string(0)
        let user = UserClass(named: name, in: module, self)
        for (key, value) in names.entries { if let name = key.value.plainText { user.set(name, to: value) } }
        return try makeClass(name, CallArguments(bases, keywords: arguments.keywordRest), user)
    }

    /// A base of a class, or what stands for it: `list` for `list[int]`, the answer of `__mro_entries__`.
    private func replacedBase(_ value: Value, _ bases: [Value]) throws(RaisedError) -> Value {
        guard case .host(let object) = value else { return value }
        if let alias = object as? GenericAlias { return .type(alias.origin) }
        guard let answer = try object.instance?.callSpecial("__mro_entries__", [.tuple(bases)]) else { return value }
        return try items(of: answer).first ?? .type(.object)
    }

    private func requireBase(_ base: TypeObject, of name: String) throws(RaisedError) {
        if base === TypeObject.bool { throw RaisedError(.typeError, "type 'bool' is not an acceptable base type") }
        if base.identity === TypeObject.object || base.isException || base.userClass != nil || base.isAbstractBase
            || base.objectMaker != nil
        {
            return
        }
        throw RaisedError(
            .notImplementedError, "class \(name) derives from \(base.name), which is no base for classes here",
            hint: "write a function that takes what it needs and returns the result")
    }

    /// Makes an object of a class that a script defines.
    func makeInstance(of type: TypeObject, _ arguments: CallArguments) throws(RaisedError) -> Value {
        if let metaclass = type.metaclass { return try metaclass.call(arguments, self) }
        do throws(RaisedError) { try requireNothingAbstract(type) } catch {
            // What is too much is said before what is missing, as Python does.
            let isGiven = !arguments.positional.isEmpty || !arguments.keywords.isEmpty
            guard isGiven, type.userAttribute("__init__") == nil else { throw error }
            throw RaisedError(.typeError, "\(type.name)() takes no arguments")
        }
        let object: Value
        if let make = type.userAttribute("__new__") {
            object = try call(
                make.unbound(from: type),
                CallArguments([.type(type)] + arguments.positional, keywords: arguments.keywords))
            guard isInstance(object, type) else { return object }
        } else {
            object = try makeBareInstance(of: type, arguments)
        }
        guard let initialize = type.userAttribute("__init__") else {
            if let initialize = try attributeIfPresent("__init__", of: object) {
                _ = try call(initialize, arguments)
                return object
            }
            if type.isException || arguments.positional.isEmpty && arguments.keywords.isEmpty
                || type.userAttribute("__new__") != nil
            {
                return object
            }
            throw RaisedError(.typeError, "\(type.name)() takes no arguments")
        }
        var all = arguments
        all.positional.insert(object, at: 0)
        let result = try call(initialize, all)
        guard case .none = result else {
            throw RaisedError(.typeError, "__init__() should return None, not '\(result.typeName)'")
        }
        return object
    }

    /// Makes an object of a class that a script defines, as `object.__new__` does.
    func makeBareInstance(of type: TypeObject, _ arguments: CallArguments) throws(RaisedError) -> Value {
        if type.isException { return .exception(ExceptionObject(type, arguments.positional)) }
        if let make = type.objectMaker { return .host(try make(type, arguments, self)) }
        return .host(InstanceObject(type, self))
    }

    private func requireNothingAbstract(_ type: TypeObject) throws(RaisedError) {
        guard type.mro.contains(where: \.isAbstractBase) else { return }
        var names: [String] = []
        for base in type.mro {
            for name in base.userClass?.namespace.keys ?? [] where !names.contains(name) {
                if type.userAttribute(name)?.isAbstract == true { names.append(name) }
            }
        }
        guard !names.isEmpty else { return }
        throw RaisedError(
            .typeError,
            "Can't instantiate abstract class \(type.name) with abstract method\(names.count == 1 ? "" : "s") "
                + names.sorted().joined(separator: ", "))
    }
}

extension TypeObject {
    /// Python's `abc.ABC`.
    public static let abstractBase = TypeObject("ABC", module: "abc", "Classes with abstract methods derive from it.")

    /// Whether it is `abc.ABC`.
    var isAbstractBase: Bool { self === TypeObject.abstractBase }
}

extension Value {
    /// Whether `abc.abstractmethod` marked it.
    fileprivate var isAbstract: Bool {
        switch self {
        case .function(let function):
            if case .bool(true)? = function.attributes["__isabstractmethod__"] { true } else { false }
        case .host(let object): (object as? FunctionWrapper)?.function.isAbstract ?? false
        default: false
        }
    }
}
