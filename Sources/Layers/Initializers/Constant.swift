import TensorEngine

extension Definition where Product == Initializer {
    /// The same value everywhere.
    static let constant = Definition(
        name: "Constant", nickname: "constant", summary: "The same value everywhere.",
        parameters: [Parameter("value", .number(minimum: nil, maximum: nil), default: .float(0), "The value.")]
    ) { arguments in
        let value = Float(arguments.double("value"))
        return Initializer { shape, _ in try Tensor(filling: value, Shape(shape)) }
    }
}
