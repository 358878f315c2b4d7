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
        func first(_ name: String, _ doc: String) -> BuiltinFunction {
            BuiltinFunction(name, parameters: ["value"], documentation: doc) {
                arguments, interpreter throws(RaisedError) in
                let value = try arguments.required(0, "value", of: name)
                return .host(ArrayObject(try ArrayObject.array(from: value, interpreter)))
            }
        }
        let inference = BuiltinFunction(
            "in_train_phase", parameters: ["x", "alt"], documentation: "`alt`: convsh computes at inference."
        ) { arguments, interpreter throws(RaisedError) in
            let alternative = try arguments.required(1, "alt", of: "in_train_phase")
            return interpreter.isCallable(alternative)
                ? try interpreter.call(alternative, CallArguments()) : alternative
        }
        return TensorCreation.all(library) + [
            first("variable", "An array."), first("constant", "An array."), first("eval", "The values."),
            first("get_value", "The values."), inference,
            BuiltinFunction("learning_phase", documentation: "0: inference.") { _, _ throws(RaisedError) in .int(0) },
            BuiltinFunction("in_test_phase", parameters: ["x", "alt"], documentation: "`x`: convsh is at inference.") {
                arguments, _ throws(RaisedError) in try arguments.required(0, "x", of: "in_test_phase")
            },
            BuiltinFunction("print_tensor", parameters: ["x"], documentation: "The tensor; nothing is printed.") {
                arguments, _ throws(RaisedError) in try arguments.required(0, "x", of: "print_tensor")
            },
            KerasRandom.function("random_normal", .normal, library),
            KerasRandom.function("random_uniform", .uniform, library),
            KerasRandom.function("truncated_normal", .truncatedNormal, library),
        ]
    }
}
