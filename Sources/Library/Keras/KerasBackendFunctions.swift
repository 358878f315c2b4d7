import Arrays
import Interpreter
import Layers

/// The functions over tensors that `keras.backend` had until Keras 3: `K.sum`, `K.concatenate`, …
enum KerasBackendFunctions {
    static func add(to module: ModuleObject, _ functions: TensorFunctions) {
        for spelling in spellings { module[spelling.name] = spelling.builtin(functions).map(Value.builtin) }
        for function in made(functions.library) { module[function.name] = .builtin(function) }
        for name in ["function", "gradients", "rnn", "foldl", "foldr", "map_fn", "ctc_decode", "ctc_batch_cost"] {
            module[name] = .builtin(KerasModels.unavailable(name))
        }
    }

    private static let spellings =
        [
            "mean", "sum", "max", "min", "prod", "std", "var", "any", "all", "argmax", "argmin", "abs", "square",
            "sqrt", "exp", "log", "round", "sign", "sin", "cos", "maximum", "minimum", "equal", "not_equal", "greater",
            "greater_equal", "less", "less_equal", "elu", "softplus", "softsign", "sigmoid", "hard_sigmoid", "tanh",
            "expand_dims", "squeeze", "stack", "reshape", "tile", "dot", "batch_flatten", "zeros_like", "ones_like",
            "identity", "stop_gradient", "cast", "cumsum", "one_hot",
        ].map { Spelling($0) } + [
            Spelling("relu", "relu_of_backend"), Spelling("softmax", nil, ["x", "axis"]),
            Spelling("clip", nil, ["x", "min_value", "max_value"]), Spelling("pow", "power", ["x", "a"]),
            Spelling("concatenate", "concatenate_last"), Spelling("permute_dimensions", "transpose", ["x", "pattern"]),
            Spelling("transpose", nil, ["x"]), Spelling("repeat_elements", "repeat", ["x", "rep", "axis"]),
            Spelling("flatten", "ravel"), Spelling("reverse", "flip", ["x", "axes"]),
            Spelling("l2_normalize", "normalize"), Spelling("gather", "take", ["reference", "indices"]),
            Spelling("resize_images", "resize_by_factors"),
            Spelling("switch", "where", ["condition", "then_expression", "else_expression"]),
            Spelling("spatial_2d_padding"), Spelling("depth_to_space"), Spelling("space_to_depth"),
            Spelling("batch_dot", "matmul", ["x", "y", "axes"]),
            Spelling("conv1d", "conv", ["x", "kernel", "strides", "padding", "data_format", "dilation_rate"]),
            Spelling("conv2d", "conv", ["x", "kernel", "strides", "padding", "data_format", "dilation_rate"]),
            Spelling("conv3d", "conv", ["x", "kernel", "strides", "padding", "data_format", "dilation_rate"]),
            Spelling("pool2d", nil, ["x", "pool_size", "strides", "padding", "data_format", "pool_mode"]),
            Spelling("dropout", "identity", ["x", "level", "noise_shape", "seed"]),
        ]

    /// Functions that make arrays, read values, or choose between training and inference.
    private static func made(_ library: LibraryContext) -> [BuiltinFunction] {
        func array(_ text: String, _ documentation: String) -> BuiltinFunction {
            .python(text, documentation) { arguments, interpreter in
                .host(
                    ArrayObject(
                        try NumpyCreation.typed(
                            try ArrayObject.array(from: arguments[0], interpreter), arguments.given("dtype"))))
            }
        }
        func values(_ name: String) -> BuiltinFunction {
            .python("\(name)(x)", "The values.") { arguments, interpreter in
                .host(ArrayObject(try ArrayObject.array(from: arguments[0], interpreter)))
            }
        }
        return TensorCreation.all(library) + [
            array("variable(value, dtype=None, name=None, !constraint=None)", "An array."),
            array("constant(value, dtype=None, !shape=None, name=None)", "An array."), values("eval"),
            values("get_value"),
            .python("in_train_phase(x, alt, training=None)", "`alt`: convsh computes at inference.") {
                arguments, interpreter in
                let isTraining = try arguments.bool("training")
                let chosen = arguments[isTraining ? "x" : "alt"]
                return interpreter.isCallable(chosen) ? try interpreter.call(chosen, CallArguments()) : chosen
            },
            .python("in_test_phase(x, alt, training=None)", "`x`: convsh computes at inference.") {
                arguments, interpreter in
                let isTraining = try arguments.bool("training")
                let chosen = arguments[isTraining ? "alt" : "x"]
                return interpreter.isCallable(chosen) ? try interpreter.call(chosen, CallArguments()) : chosen
            },
            .python("learning_phase()", "0: inference.") { _, _ in .int(0) },
            .python("print_tensor(x, message='', summarize=3)", "The tensor; nothing is printed.") { arguments, _ in
                arguments[0]
            },
            KerasRandom.function("random_normal", .normal, library),
            KerasRandom.function("random_uniform", .uniform, library),
            KerasRandom.function("truncated_normal", .truncatedNormal, library),
        ]
    }
}
