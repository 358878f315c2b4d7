import Interpreter

extension CallArguments {
    /// The value of a keyword; nil if it was not given.
    func keyword(_ name: String) -> Value? { keywords.first { $0.name == name }?.value }
}
