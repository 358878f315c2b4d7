import Signatures

/// A method of a class that is not written in the language.
struct Method {
    typealias Body = (Value, Arguments, Interpreter) throws(RaisedError) -> Value

    let declaration: Declaration
    let documentation: String
    private let body: Body

    var name: String { declaration.signature.shortName }

    init(_ declaration: Declaration, _ documentation: String, _ body: @escaping Body) {
        self.declaration = declaration
        self.documentation = documentation
        self.body = body
    }

    /// - Parameter text: the signature without the object itself: `append(object, /)`.
    init(_ text: String, wording: Wording = .builtin, _ documentation: String, _ body: @escaping Body) {
        self.init(Declaration(text, wording), documentation, body)
    }

    func call(_ object: Value, _ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        try body(object, Arguments(arguments, declaration), interpreter)
    }

    /// The same method in errors that name a class: `list.append`.
    func named(in owner: String) -> Method {
        let signature = Signature("\(owner).\(name)", declaration.signature.parameters)
        return Method(Declaration(signature, declaration.wording), documentation, body)
    }

    /// The method as `object.name` answers it.
    func bound(to object: Value) -> BuiltinFunction {
        BuiltinFunction(declaration, documentation) { [body] arguments, interpreter throws(RaisedError) in
            try body(object, arguments, interpreter)
        }
    }

    /// The method as `list.append` answers it: it takes the object as its first argument.
    func unbound(from type: TypeObject) -> BuiltinFunction {
        let own = declaration.signature
        let signature = Signature(own.name, [Parameter("self", .positionalOnly)] + own.parameters)
        return BuiltinFunction(signature: signature, documentation) {
            [self] arguments, interpreter throws(RaisedError) in
            guard let object = arguments.positional.first else {
                throw RaisedError(.typeError, "unbound method \(type.name).\(name)() needs an argument")
            }
            guard interpreter.typeOf(object).isKind(of: type) else {
                throw RaisedError(
                    .typeError,
                    "descriptor '\(name)' for '\(type.name)' objects doesn't apply to a '\(object.typeName)' object")
            }
            let rest = CallArguments(Array(arguments.positional.dropFirst()), keywords: arguments.keywords)
            return try call(type.holdsData ? object.plain : object, rest, interpreter)
        }
    }
}
