/// The parameters that recurrent layers share, in Keras 3's words.
extension Parameter {
    static let recurrentUnits = Parameter(
        "units", .positiveInteger, "Size of the state and of the output.",
        oldNames: ["output_dim"],
        typeErrors: .comparedUnlessNone)

    static func activation(default name: String) -> Parameter {
        Parameter("activation", .optional(.activation), default: .string(name), "Function of the candidate state.")
    }

    static let recurrentActivation = Parameter(
        "recurrent_activation", .optional(.activation), default: .string("sigmoid"), "Function of the gates.",
        oldNames: ["inner_activation"])

    static let recurrentBias = Parameter("use_bias", .bool, default: .bool(true), "Whether a bias is added.")

    static let recurrentInitializers: [Parameter] = [
        .initializer("kernel", default: "glorot_uniform", oldNames: ["init"]),
        .initializer("recurrent", default: "orthogonal", oldNames: ["inner_init"]),
        .initializer("bias", default: "zeros"),
    ]

    static let unitForgetBias = Parameter(
        "unit_forget_bias", .bool, default: .bool(true), "Whether the bias of the gate that forgets starts at 1.")

    static let recurrentPenalties: [Parameter] = [
        .regularizer("kernel", oldNames: ["W_regularizer"]), .regularizer("recurrent", oldNames: ["U_regularizer"]),
        .regularizer("bias", oldNames: ["b_regularizer"]), .activityRegularizer,
        .constraint("kernel"), .constraint("recurrent"), .constraint("bias"),
        Parameter(
            "dropout", .number(minimum: 0, maximum: 1), default: .float(0),
            "The part of the inputs that is dropped in training.",
            oldNames: ["dropout_W"]),
        Parameter(
            "recurrent_dropout", .number(minimum: 0, maximum: 1), default: .float(0),
            "The part of the state that is dropped in training.", oldNames: ["dropout_U"]),
    ]

    static func recurrentSeed(isInConfig: Bool = true) -> Parameter {
        Parameter(
            "seed", .optional(.integer(minimum: .min)), default: Argument.none, "Fixes what is dropped.",
            typeErrors: .checked, isInConfig: isInConfig)
    }

    static let returns: [Parameter] = [
        Parameter(
            "return_sequences", .bool, default: .bool(false), "Whether the outputs of all steps are given, or the last."
        ),
        Parameter("return_state", .bool, default: .bool(false), "Whether the last states are given as well."),
        Parameter("go_backwards", .bool, default: .bool(false), "Whether the sequence is gone through from its end."),
        Parameter(
            "stateful", .bool, default: .bool(false),
            "Whether states are kept from call to call."),
    ]

    static let unroll = Parameter(
        "unroll", .bool, default: .bool(false), "Whether Keras unrolls the loop; same values.")

    static let zeroOutputForMask = Parameter(
        "zero_output_for_mask", .bool, default: .bool(false),
        "Whether masked steps give zeros, and not what the step before gave.",
        keywordOnly: true, isInConfig: true)

    static let implementation = Parameter(
        "implementation", .any, default: .int(2), "How Keras brings products of matrices together; same values.",
        keywordOnly: true, isInConfig: false)

    static let useCudnn = Parameter(
        "use_cudnn", .any, default: .string("auto"), "Whether Keras may use cuDNN; the values are the same.",
        isInConfig: false)
}

/// What stands first in the configs of recurrent layers.
enum RecurrentConfig {
    static let order = [
        "return_sequences", "return_state", "go_backwards", "stateful", "unroll", "zero_output_for_mask", "units",
        "activation", "recurrent_activation", "use_bias", "kernel_initializer", "recurrent_initializer",
        "bias_initializer", "unit_forget_bias", "kernel_regularizer", "recurrent_regularizer", "bias_regularizer",
        "activity_regularizer", "kernel_constraint", "recurrent_constraint", "bias_constraint", "dropout",
        "recurrent_dropout", "reset_after", "seed",
    ]
    static let sizes = "(batch, steps, channels) → (batch, units), or (batch, steps, units)"
}
