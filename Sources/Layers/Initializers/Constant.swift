import TensorEngine

extension Definition where Product == Initializer {
    /// The same value everywhere, or an array that is broadcast.
    static let constant = Definition(
        name: "Constant", nickname: "constant", summary: "The same value everywhere, or an array that is broadcast.",
        parameters: [Parameter("value", .any, default: .float(0), "A number or an array.")]
    ) { arguments throws(Refusal) in
        let value = try arguments.factor("value")
        return Initializer { shape, _ in try combine(value, try Tensor(filling: 1, Shape(shape)), .multiply) }
    }
}
