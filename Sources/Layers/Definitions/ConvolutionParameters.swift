/// The parameters that convolution layers share, in Keras 3's words.
extension Parameter {
    static let filters = Parameter(
        "filters", .positiveInteger, "Number of filters: the channels of the output.", oldNames: ["nb_filter"],
        typeErrors: .comparedUnlessNone)

    static func kernelSize(rank: Int, oldNames: [String] = [], oldParts: [String] = []) -> Parameter {
        Parameter(
            "kernel_size", .sizes(rank: rank, minimum: 1),
            "Length of the window along each spatial axis, in pixels.", oldNames: oldNames, oldParts: oldParts)
    }

    static func strides(rank: Int) -> Parameter {
        Parameter(
            "strides", .sizes(rank: rank, minimum: 1), default: .tuple(Array(repeating: .int(1), count: rank)),
            "Pixels the window moves at each step.", oldNames: ["subsample", "subsample_length"])
    }

    static func padding(_ choices: [String] = ["valid", "same"]) -> Parameter {
        let causal = choices.contains("causal") ? "; \"causal\": zeros at the start only" : ""
        return Parameter(
            "padding", .padding(choices, old: ["full"]), default: .string("valid"),
            "\"valid\": no padding; \"same\": zeros around, so that stride 1 keeps the size\(causal).",
            oldNames: ["border_mode"])
    }

    static let dataFormat = Parameter(
        "data_format", .dataFormat, default: Argument.none,
        "Whether channels come last (batch, …, channels) or first (batch, channels, …).", oldNames: ["dim_ordering"])

    static func dilationRate(rank: Int) -> Parameter {
        Parameter(
            "dilation_rate", .sizes(rank: rank, minimum: 1), default: .tuple(Array(repeating: .int(1), count: rank)),
            "Distance between the taps of the kernel, in pixels.", oldNames: ["atrous_rate"])
    }

    static let groups = Parameter(
        "groups", .positiveInteger, default: .int(1),
        "Number of groups: each group of filters sees its own share of the channels.")

    static let depthMultiplier = Parameter(
        "depth_multiplier", .positiveInteger, default: .int(1), "Number of filters for each input channel.")

    static func outputPadding(rank: Int) -> Parameter {
        Parameter(
            "output_padding", .optional(.sizes(rank: rank, minimum: 0)), default: Argument.none,
            "Pixels added at one end of the output; None lets Keras's rule choose.")
    }

    /// The size that Keras 1's Deconvolution2D was told; honoured by choosing the output padding.
    static let oldOutputShape = Parameter(
        "output_shape", .any, default: Argument.none, "The output's shape with the batch, in Keras 1's spelling.",
        keywordOnly: true, isOldOnly: true)

    static let activation = Parameter(
        "activation", .optional(.activation), default: Argument.none, "Function applied to the output.")

    static let useBias = Parameter(
        "use_bias", .bool, default: .bool(true), "Whether a bias per filter is added.", oldNames: ["bias"])

    static func initializer(_ weight: String, default name: String, oldNames: [String] = []) -> Parameter {
        Parameter(
            "\(weight)_initializer", .optional(.initializer), default: .string(name), "How the \(weight) starts.",
            oldNames: oldNames)
    }

    static func regularizer(_ weight: String, oldNames: [String] = [], isInConfig: Bool? = nil) -> Parameter {
        Parameter(
            "\(weight)_regularizer", .optional(.regularizer), default: Argument.none, "Penalty on the \(weight).",
            oldNames: oldNames, isInConfig: isInConfig)
    }

    static func constraint(_ weight: String, oldNames: [String] = []) -> Parameter {
        Parameter(
            "\(weight)_constraint", .optional(.constraint), default: Argument.none,
            "Rule that the \(weight) must obey.",
            oldNames: oldNames)
    }

    /// What Keras has for tuning and shrinking large trained layers.
    /// - Parameter inConfig: those that `get_config` tells.
    static func tuning(inConfig: Set<String> = []) -> [Parameter] {
        ["lora_rank", "lora_alpha", "quantization_config"].map {
            Parameter(
                $0, .outside, default: Argument.none, "For tuning trained layers; only None.", keywordOnly: true,
                isInConfig: inConfig.contains($0))
        }
    }

    static let activityRegularizer = regularizer("activity")

    /// The tail of a convolution's signature: activation, bias, initializers, regularizers, constraints.
    static let kernelAndBias: [Parameter] =
        [
            .activation, .useBias,
            .initializer("kernel", default: "glorot_uniform", oldNames: ["init"]),
            .initializer("bias", default: "zeros", oldNames: ["b_init"]),
            .regularizer("kernel", oldNames: ["W_regularizer"]),
            .regularizer("bias", oldNames: ["b_regularizer"]),
            .activityRegularizer,
            .constraint("kernel", oldNames: ["W_constraint"]),
            .constraint("bias", oldNames: ["b_constraint"]),
        ] + tuning()
}

/// Keras 1's tail of a convolution's signature.
enum OldConvolution {
    /// Between the sizes and the strides.
    static let beforeStrides = ["init", "activation", "weights", "border_mode"]
    /// After the strides and the data format.
    static let penalties = [
        "W_regularizer", "b_regularizer", "activity_regularizer", "W_constraint", "b_constraint", "bias",
    ]
}
