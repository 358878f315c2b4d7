import TensorEngine

extension Definition where Product == ActivationFunction {
    /// The nearest probabilities, most of them zero, along an axis.
    static let sparsemax = Definition(
        name: "sparsemax", summary: "The nearest probabilities, most of them zero, along an axis.",
        parameters: [Parameter("axis", .integer(minimum: .min), default: .int(-1), "The axis.")]
    ) { arguments in
        let axis = arguments.int("axis")
        return ActivationFunction(mixing: .axis(axis)) { try activate($0, AxisActivation.sparsemax, axis: axis) }
    }
}
