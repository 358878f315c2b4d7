import TensorEngine

extension Definition where Product == ActivationFunction {
    /// eˣ / Σeˣ along an axis.
    static let softmax = Definition(
        name: "softmax", summary: "eˣ / Σeˣ along an axis.",
        parameters: [Parameter("axis", .integer(minimum: .min), default: .int(-1), "The axis.")]
    ) { arguments in
        let axis = arguments.int("axis")
        return ActivationFunction(mixing: .axis(axis)) { try activate($0, AxisActivation.softmax, axis: axis) }
    }
}
