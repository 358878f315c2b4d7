import Language
import Signatures

/// A function written in the language.
public final class FunctionObject {
    /// The name it is found by.
    public let name: String
    /// The name with those of the functions around it: `outer.<locals>.inner`.
    let qualifiedName: String
    /// The module in which it is defined.
    let module: String
    /// One sentence for help.
    public let documentation: String?
    /// The code that defines it.
    public let code: SourceLocation
    /// The name and the parameters; the parameters' slots are in the same order.
    public let signature: Signature
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
    /// What its parameters and its result are annotated with; nil where nothing is.
    let annotations: Annotations?

    init(
        name: String, qualifiedName: String, module: String, documentation: String?, code: SourceLocation,
        signature: Signature,
        defaults: [Value?],
        slotCount: Int, enclosing: Frame?, annotations: Annotations? = nil,
        body: @escaping (Frame) throws(RaisedError) -> Value
    ) {
        self.name = name
        self.qualifiedName = qualifiedName
        self.module = module
        self.documentation = documentation
        self.code = code
        self.signature = signature
        self.defaults = defaults
        self.slotCount = slotCount
        self.enclosing = enclosing
        self.body = body
        self.annotations = annotations
        isSimple = signature.positionalCount == signature.parameters.count
    }

    /// The default of a parameter; nil where it has none.
    public func defaultValue(of name: String) -> Value? {
        guard let index = signature.parameters.firstIndex(where: { $0.name == name }), index < defaults.count else {
            return nil
        }
        return defaults[index]
    }

    /// The defaults of the positional parameters, as `__defaults__` shows them.
    var positionalDefaults: Value {
        let given = defaults.prefix(signature.positionalCount).compactMap { $0 }
        return given.isEmpty ? .none : .tuple(given)
    }
}

/// The variables of one call of a function, or of one comprehension.
final class Frame: ManagedBuffer<Frame.Header, Value?> {
    /// What stands before the variables, which follow in the same piece of memory.
    struct Header {
        let slotCount: Int
        let parent: Frame?
    }

    /// A frame of so many variables without values.
    @inline(__always)
    static func make(slotCount: Int, parent: Frame?) -> Frame {
        let made = unsafeDowncast(
            Frame.create(minimumCapacity: slotCount) { _ in Header(slotCount: slotCount, parent: parent) },
            to: Frame.self)
        made.slots.initialize(repeating: nil, count: slotCount)
        return made
    }

    /// The variables; nil where one has no value.
    @inline(__always)
    var slots: UnsafeMutablePointer<Value?> { withUnsafeMutablePointerToElements { $0 } }

    /// The frame around it.
    var parent: Frame? { header.parent }

    deinit {
        _ = withUnsafeMutablePointers { header, slots in slots.deinitialize(count: header.pointee.slotCount) }
    }
}
