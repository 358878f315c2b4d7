import TensorEngine

extension Definition where Product == ActivationFunction {
    /// log(softmax(x)) along an axis.
    static let logSoftmax = Definition(
        name: "log_softmax", summary: "log(softmax(x)) along an axis.",
        parameters: [Parameter("axis", .integer(minimum: .min), default: .int(-1), "The axis.")]
    ) { arguments in
        let axis = arguments.int("axis")
        return ActivationFunction(mixing: .axis(axis)) { try activate($0, AxisActivation.logSoftmax, axis: axis) }
    }
}
