import Signatures

/// A function that is not written in the language.
public final class BuiltinFunction {
    /// What a function does with its arguments, which are bound to its parameters.
    public typealias Body = (Arguments, Interpreter) throws(RaisedError) -> Value
    /// What a function does that reads its arguments as they were written.
    public typealias RawBody = (CallArguments, Interpreter) throws(RaisedError) -> Value

    /// The name it is found by.
    public let name: String
    /// One sentence for help.
    public let documentation: String
    /// Whether it only makes parts of a network from its arguments, and neither prints nor changes anything else.
    public private(set) var isPure = false
    private let makeDeclaration: () -> Declaration
    private let body: Content
    /// The signature, which is read when it is first needed.
    private lazy var declaration = makeDeclaration()

    private enum Content {
        case bound(Body)
        case raw(RawBody)
    }

    private init(
        _ name: String, _ documentation: String, _ body: Content, _ declaration: @escaping () -> Declaration
    ) {
        self.name = name
        self.documentation = documentation
        self.body = body
        makeDeclaration = declaration
    }

    /// A function with a signature as Python writes it: `sum(iterable, /, start=0)`.
    /// - Parameter wording: how errors about its arguments are worded.
    public convenience init(
        _ text: String, wording: Wording = .builtin, _ documentation: String, _ body: @escaping Body
    ) {
        self.init(Signature.shortName(in: text), documentation, .bound(body)) { Declaration(text, wording) }
    }

    /// A function that is declared already.
    public convenience init(_ declaration: Declaration, _ documentation: String, _ body: @escaping Body) {
        self.init(declaration.signature.shortName, documentation, .bound(body)) { declaration }
    }

    /// A function that reads its arguments as they were written, whatever its signature says.
    public convenience init(signature: Signature, _ documentation: String, _ body: @escaping RawBody) {
        self.init(signature.shortName, documentation, .raw(body)) { Declaration(signature, .python) }
    }

    /// A function of the same name and signature that does something else around it.
    public convenience init(of other: BuiltinFunction, _ body: @escaping RawBody) {
        self.init(other.name, other.documentation, .raw(body)) { other.declaration }
    }

    /// The name and the parameters.
    public var signature: Signature { declaration.signature }

    /// The same function, known to be pure.
    public func pure() -> BuiltinFunction {
        isPure = true
        return self
    }

    /// Calls it.
    /// - Throws: TypeError where the arguments do not fit its signature; what the function itself raises.
    public func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        switch body {
        case .bound(let body): try body(try Arguments(arguments, declaration), interpreter)
        case .raw(let body): try body(arguments, interpreter)
        }
    }
}
