import Signatures

/// A class: it can be called to make a value, asked for in `isinstance`, and has bases from which it inherits attributes.
///
/// The classes of the language are shared by all interpreters and never change; a host makes others for its objects.
public final class TypeObject: @unchecked Sendable {
    // What can change is only what a script sets on classes that it may change.

    /// Makes a value of a class, the one that was called or a class that derives from it, from the arguments of a call.
    public typealias Construct = (TypeObject, Arguments, Interpreter) throws(RaisedError) -> Value

    /// The name, without the module.
    public let name: String
    /// The module that `repr` and `__module__` name; nil for the language's own.
    public let module: String?
    /// One sentence for help.
    public let documentation: String
    /// The classes that it derives from directly.
    public let bases: [TypeObject]
    /// The class itself and all that it derives from, in the order in which attributes are looked for.
    public private(set) var mro: [TypeObject] = []
    /// The class that this one is another name of, as `Convolution2D` is of `Conv2D`.
    public let original: TypeObject?
    /// Shows a value of the class, with `repr` for what it holds; nil to show it as its base does.
    public let represent: ((Value, (Value) -> String) -> String)?
    /// What the class has of its own, where a script defines it; nil for all others.
    public let userClass: UserClass?
    /// Makes the objects of the classes of scripts that derive from it; nil for a class of the host that is no base.
    private var makeObject: MakeObject?
    private var makeClass: MakeClass?
    /// What the class is as a value, where that is more than other classes are.
    public var metaclass: (any Metaclass)?
    private let table: () -> AttributeTable
    private let declare: () -> Declaration?
    private let make: Make?

    private enum Make {
        case bound(Construct)
        case raw(RawConstruct)
    }

    /// Makes an object of a script's class, before its `__init__`, which gets the arguments.
    public typealias MakeObject = (TypeObject, CallArguments, Interpreter) throws(RaisedError) -> any HostObject

    /// The class, from which classes of scripts may derive.
    /// - Parameter makeObject: makes an object of such a class, before its `__init__`.
    public func deriving(_ makeObject: @escaping MakeObject) -> TypeObject {
        self.makeObject = makeObject
        return self
    }

    /// Makes a class of scripts that derives from it, of its name and its bases.
    public typealias MakeClass = (String, [TypeObject], UserClass, Interpreter) throws(RaisedError) -> TypeObject

    /// The class, which makes the classes of scripts that derive from it.
    public func deriving(classes makeClass: @escaping MakeClass) -> TypeObject {
        self.makeClass = makeClass
        return self
    }

    /// What makes the classes that derive from it; nil where that happens as usual.
    var classMaker: MakeClass? { mro.lazy.compactMap(\.makeClass).first }

    /// What makes the objects of a script's class; nil where it derives from no class of the host.
    var objectMaker: MakeObject? {
        if let made = mro.lazy.compactMap(\.makeObject).first { return made }
        guard dataBase != nil else { return nil }
        return { type, arguments, interpreter throws(RaisedError) in try DataObject.make(type, arguments, interpreter) }
    }

    /// Makes a value from the arguments as they were written.
    public typealias RawConstruct = (TypeObject, CallArguments, Interpreter) throws(RaisedError) -> Value

    /// Makes a class.
    /// - Parameters:
    ///   - name: the name, without the module.
    ///   - bases: the classes that it derives from; `object` where none are given.
    ///   - original: the class that this one is another name of.
    ///   - attributes: the attributes that it adds to those of its bases, asked for again and again.
    ///   - declaration: the signature of its calls.
    ///   - construct: makes a value; nil where the class cannot be called.
    public init(
        _ name: String, module: String? = nil, _ documentation: String = "", bases: [TypeObject] = [.object],
        original: TypeObject? = nil, attributes: @escaping @autoclosure () -> AttributeTable = .empty,
        represent: ((Value, (Value) -> String) -> String)? = nil,
        declaration: @escaping @autoclosure () -> Declaration? = nil, construct: Construct? = nil
    ) {
        self.name = name
        self.module = module
        self.documentation = documentation
        self.bases = bases
        self.original = original
        self.represent = represent
        table = attributes
        declare = declaration
        make = construct.map(Make.bound)
        userClass = nil
        mro = [self] + TypeObject.linearized(bases)
    }

    /// A class that reads the arguments of its calls itself; its signature is for help and completion.
    public init(
        _ name: String, module: String? = nil, _ documentation: String, bases: [TypeObject] = [.object],
        original: TypeObject? = nil, attributes: @escaping @autoclosure () -> AttributeTable = .empty,
        signature: @escaping @autoclosure () -> Signature, raw construct: @escaping RawConstruct
    ) {
        self.name = name
        self.module = module
        self.documentation = documentation
        self.bases = bases
        self.original = original
        represent = nil
        table = attributes
        declare = { Declaration(signature(), .python) }
        make = .raw(construct)
        userClass = nil
        mro = [self] + TypeObject.linearized(bases)
    }

    /// A class that a script defines. The bases must have passed `isConsistent`.
    init(_ name: String, bases: [TypeObject], user: UserClass) {
        self.name = name
        module = user.module
        documentation = user.documentation ?? ""
        self.bases = bases
        original = nil
        represent = nil
        table = { user.table }
        declare = { nil }
        make = .raw { type, arguments, interpreter throws(RaisedError) in
            try interpreter.makeInstance(of: type, arguments)
        }
        userClass = user
        mro = [self] + TypeObject.linearized(bases)
    }

    /// A class that is called with arguments by a signature such as `int(x=0, /, base=10)`.
    public convenience init(
        _ declaration: Declaration, module: String? = nil, _ documentation: String, bases: [TypeObject] = [.object],
        original: TypeObject? = nil, attributes: @escaping @autoclosure () -> AttributeTable = .empty,
        represent: ((Value, (Value) -> String) -> String)? = nil, construct: @escaping Construct
    ) {
        self.init(
            declaration.signature.name, module: module, documentation, bases: bases, original: original,
            attributes: attributes(), represent: represent, declaration: declaration, construct: construct)
    }

    // MARK: Kinship

    /// The class itself, or the one that it is another name of.
    public var identity: TypeObject { original ?? self }

    /// Whether it is a class or derives from it.
    public func isKind(of other: TypeObject) -> Bool {
        let other = other.identity
        return mro.contains { $0 === other } || original?.isKind(of: other) == true
    }

    /// The bases and theirs, each after those that derive from it.
    ///
    /// Source: Barrett and others, A Monotonic Superclass Linearization for Dylan (1996), which Python uses.
    static func linearized(_ bases: [TypeObject]) -> [TypeObject] {
        if bases.count == 1 { return bases[0].mro }
        var lists = bases.map { $0.mro[...] } + [bases[...]]
        var result: [TypeObject] = []
        while true {
            lists.removeAll(where: \.isEmpty)
            let heads = lists.compactMap(\.first)
            // A head that stands further back in another list has to wait; where all do, the order contradicts itself.
            let next = heads.first { head in !lists.contains { $0.dropFirst().contains { $0 === head } } }
            guard let next = next ?? heads.first else { return result }
            result.append(next)
            lists = lists.map { $0.first === next ? $0.dropFirst() : $0.filter { $0 !== next }[...] }
        }
    }

    /// Whether the order of the bases, and of theirs, does not contradict itself.
    static func isConsistent(_ bases: [TypeObject]) -> Bool {
        let order = linearized(bases)
        func place(_ type: TypeObject) -> Int { order.firstIndex { $0 === type } ?? 0 }
        return (bases.map(\.mro) + [bases]).allSatisfy { list in
            Swift.zip(list, list.dropFirst()).allSatisfy { place($0) < place($1) }
        }
    }

    // MARK: Attributes

    /// The attributes that the class adds to those of its bases.
    public var ownAttributes: AttributeTable { table() }

    /// The attribute of that name, of the class or of one that it derives from.
    public func attribute(_ name: String) -> Attribute? {
        for type in mro { if let found = type.table()[name] { return found } }
        return nil
    }

    /// The names of all attributes, those of the class itself first.
    public var attributeNames: [String] {
        var seen: Set<String> = []
        return mro.flatMap { $0.table().names }.filter { seen.insert($0).inserted }
    }

    // MARK: Calls

    /// The signature of its calls; nil where it cannot be called. That of a class that a script defines is its `__init__`'s,
    /// without `self`, otherwise its base's.
    public var signature: Signature? {
        guard userClass != nil else { return maker?.declare()?.signature }
        if let initializer = userAttribute("__init__")?.callSignature {
            return Signature(name, Array(initializer.parameters.dropFirst()))
        }
        guard let base = mro.first(where: { $0.userClass == nil && $0.make != nil && !$0.bases.isEmpty }) else {
            return Signature(name, [])
        }
        return base.signature.map { Signature(name, $0.parameters) }
    }

    /// The class that knows how to make values of this one: itself, or one that it derives from, short of `object`.
    private var maker: TypeObject? { mro.first { $0.make != nil && ($0 === self || !$0.bases.isEmpty) } }

    /// Makes a value of the class.
    public func construct(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        switch maker?.make {
        case .bound(let make)?:
            guard let declaration = maker?.declare() else { break }
            return try make(self, try Arguments(arguments, declaration), interpreter)
        case .raw(let make)?: return try make(self, arguments, interpreter)
        case nil: break
        }
        throw RaisedError(.typeError, "cannot create '\(qualifiedName)' instances")
    }

    /// The name with its module, as `repr` shows it.
    public var qualifiedName: String {
        let name = userClass?.qualifiedName ?? name
        return module.map { "\($0).\(name)" } ?? name
    }
}

extension Value {
    /// The signature of a function; nil for anything else.
    fileprivate var callSignature: Signature? {
        switch self {
        case .function(let function): function.signature
        case .builtin(let function): function.signature
        default: nil
        }
    }
}
