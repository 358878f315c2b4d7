import PythonText
import Signatures

/// What is declared of something that can be called: its signature, the values of its defaults, and how errors about its
/// arguments are worded.
public final class Declaration: @unchecked Sendable {
    // All is set once, and the defaults are numbers, strings, None and tuples of them.

    /// The name and the parameters.
    public let signature: Signature
    let wording: Wording
    /// The default of each parameter; None where it is required or has no value of its own.
    let defaults: [Value]
    /// Whether parameters of the original are missing here, so that arguments for them must be refused.
    let hasUnimplemented: Bool

    /// What is declared by a signature.
    public init(_ signature: Signature, _ wording: Wording) {
        self.signature = signature
        self.wording = wording
        defaults = signature.parameters.map { $0.defaultText.map(Declaration.value) ?? .none }
        hasUnimplemented = signature.parameters.contains { !$0.isImplemented }
    }

    /// - Parameters:
    ///   - text: the signature as Python writes it, `sum(iterable, /, start=0)`.
    ///   - owner: the class of a method, put before its name; empty for a function.
    public convenience init(_ text: String, owner: String = "", _ wording: Wording = .builtin) {
        self.init(Signature(owner.isEmpty ? text : "\(owner).\(text)"), wording)
    }

    // MARK: Defaults

    /// The value that a default's text stands for: a number, a string, a name such as None, or a tuple or list of them.
    private static func value(_ text: String) -> Value {
        switch text {
        case "None", "...": return .none
        case "True": return .bool(true)
        case "False": return .bool(false)
        default: break
        }
        if let number = Int(text) { return .int(number) }
        if let quote = text.first, quote == "'" || quote == "\"" { return .string(String(text.dropFirst().dropLast())) }
        if let number = Double(text) { return .float(number) }
        if text.hasPrefix("("), text.hasSuffix(")") {
            let items = text.dropFirst().dropLast().split(separator: ",").map { value($0.filter { $0 != " " }) }
            return .tuple(items)
        }
        return .none
    }
}
