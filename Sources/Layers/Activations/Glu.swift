import TensorEngine

extension Definition where Product == ActivationFunction {
    /// The first half times the sigmoid of the second along an axis.
    static let glu = Definition(
        name: "glu", summary: "The first half times the sigmoid of the second along an axis.",
        parameters: [Parameter("axis", .integer(minimum: .min), default: .int(-1), "The axis.")]
    ) { arguments in
        let axis = arguments.int("axis")
        return ActivationFunction(mixing: .axis(axis)) { try activate($0, AxisActivation.glu, axis: axis) }
    }
}
