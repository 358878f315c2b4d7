import Layers

/// How Keras writes a function of tensors in a config: the module of its class, and which arguments are in the config
/// rather than among those of the call.
///
/// Source: the constructors of the operations in `keras.src.ops`.
struct FunctionForm: Sendable {
    let module: String
    /// The arguments in the config, with their defaults.
    let config: [(name: String, usual: Argument)]

    /// The form of a class; one that is not listed belongs to `keras.src.ops.numpy` and keeps nothing in its config.
    static func of(_ className: String) -> FunctionForm {
        for (module, classes) in plain where classes.contains(className) {
            return FunctionForm(module: module, config: [])
        }
        return configured[className] ?? FunctionForm(module: numpy, config: [])
    }

    private static let numpy = "keras.src.ops.numpy"
    private static let nn = "keras.src.ops.nn"
    private static let core = "keras.src.ops.core"

    /// Classes without arguments of their own, in other modules than that of numpy's functions.
    private static let plain: [(String, Set<String>)] = [
        (
            nn,
            [
                "HardSigmoid", "HardSilu", "HardTanh", "LogSigmoid", "Relu", "Relu6", "Selu", "Sigmoid", "Silu",
                "Softplus", "Softsign", "SparsePlus", "SparseSigmoid", "TanhShrink",
            ]
        ),
        (core, ["StopGradient"]), ("keras.src.ops.math", ["Erf", "Rsqrt"]),
    ]

    private static let configured: [String: FunctionForm] = {
        let none = Argument.none
        let last = Argument.int(-1)
        let reduction: [(String, Argument)] = [("axis", none), ("keepdims", .bool(false))]
        var forms: [String: FunctionForm] = [:]
        func add(_ module: String, _ className: String, _ config: [(String, Argument)]) {
            forms[className] = FunctionForm(module: module, config: config.map { (name: $0.0, usual: $0.1) })
        }
        for name in ["Mean", "Sum", "Std", "Var", "Any", "All", "Argmax", "Argmin", "Amax", "Amin"] {
            add(numpy, name, reduction)
        }
        for name in ["Max", "Min"] { add(numpy, name, reduction + [("initial", none)]) }
        add(numpy, "Prod", reduction + [("dtype", none)])
        for name in ["ExpandDims", "Squeeze", "Flip"] { add(numpy, name, [("axis", none)]) }
        add(numpy, "Transpose", [("axes", none)])
        add(numpy, "Swapaxes", [("axis1", none), ("axis2", none)])
        add(numpy, "Moveaxis", [("source", none), ("destination", none)])
        add(numpy, "Roll", [("shift", none), ("axis", none)])
        add(numpy, "Tile", [("repeats", none)])
        add(numpy, "Repeat", [("repeats", none), ("axis", none)])
        add(numpy, "BroadcastTo", [("shape", none)])
        for name in ["Concatenate", "Stack"] { add(numpy, name, [("axis", .int(0))]) }
        add(numpy, "Cumsum", [("axis", none), ("dtype", none)])
        add(numpy, "Reshape", [("newshape", none)])
        add(numpy, "Pad", [("pad_width", none), ("mode", .string("constant"))])
        add(numpy, "Split", [("indices_or_sections", none), ("axis", .int(0))])
        add(numpy, "Take", [("axis", none)])
        add(numpy, "Round", [("decimals", .int(0))])
        add(numpy, "Clip", [("x_min", none), ("x_max", none)])
        add(numpy, "Einsum", [("subscripts", none)])
        add(numpy, "Tensordot", [("axes", .int(2))])
        for name in ["OnesLike", "ZerosLike"] { add(numpy, name, [("dtype", none)]) }
        add(core, "Cast", [("dtype", none)])
        add(core, "ConvertToTensor", [("dtype", none), ("sparse", none), ("ragged", none)])
        add(core, "Unstack", [("num", none), ("axis", .int(0))])
        for name in ["Softmax", "LogSoftmax", "Glu", "Sparsemax"] { add(nn, name, [("axis", last)]) }
        for name in ["Elu", "Celu"] { add(nn, name, [("alpha", .float(1))]) }
        add(nn, "LeakyRelu", [("negative_slope", .float(0.2))])
        add(nn, "Gelu", [("approximate", .bool(true))])
        for name in ["HardShrink", "SoftShrink"] { add(nn, name, [("threshold", .float(0.5))]) }
        add(nn, "Squareplus", [("b", .int(4))])
        add(nn, "Threshold", [("threshold", none), ("default_value", none)])
        add(nn, "Normalize", [("axis", last), ("order", .int(2)), ("epsilon", none)])
        add(nn, "Moments", [("axes", none), ("keepdims", .bool(false)), ("synchronized", .bool(false))])
        add(
            nn, "OneHot",
            [("num_classes", none), ("axis", last), ("dtype", .string("float32")), ("sparse", .bool(false))])
        let pooling: [(String, Argument)] = [
            ("pool_size", none), ("strides", none), ("padding", .string("valid")),
            ("data_format", .string("channels_last")),
        ]
        for name in ["MaxPool", "AveragePool"] { add(nn, name, pooling) }
        let convolution: [(String, Argument)] = [
            ("strides", .int(1)), ("padding", .string("valid")), ("data_format", .string("channels_last")),
            ("dilation_rate", .int(1)),
        ]
        for name in ["Conv", "DepthwiseConv"] { add(nn, name, convolution) }
        for name in ["DepthToSpace", "SpaceToDepth"] {
            add(nn, name, [("block_size", none), ("data_format", .string("channels_last"))])
        }
        add(
            "keras.src.ops.image", "Resize",
            [
                ("size", none), ("interpolation", .string("bilinear")), ("antialias", .bool(false)),
                ("crop_to_aspect_ratio", .bool(false)), ("pad_to_aspect_ratio", .bool(false)),
                ("fill_mode", .string("constant")), ("fill_value", .float(0)), ("data_format", none),
            ])
        add(
            "keras.src.activations.activations", "ReLU",
            [("negative_slope", .float(0)), ("max_value", none), ("threshold", .float(0))])
        return forms
    }()
}
