import Arrays
import Interpreter
import Layers

/// The functions over tensors that `keras.backend` had until Keras 3: `K.sum`, `K.concatenate`, …
enum KerasBackendFunctions {
    static func add(to module: ModuleObject, _ functions: TensorFunctions) {
        for spelling in spellings { module[spelling.name] = spelling.builtin(functions).map(Value.builtin) }
        for function in made(functions.library) { module[function.name] = .builtin(function) }
        for name in ["function", "gradients", "rnn", "ctc_decode", "ctc_batch_cost"] {
            module[name] = .builtin(KerasModels.unavailable(name, of: "keras.backend"))
        }
    }

    private static let spellings =
        [
            "abs", "square", "sqrt", "exp", "log", "round", "sign", "sin", "cos", "softplus", "softsign", "sigmoid",
            "tanh", "batch_flatten",
        ].map { Spelling("\($0)(x)") }
        // The one of Keras 1 and 2: 0.2·x + 0.5 between 0 and 1.
        + [Spelling("hard_sigmoid(x)", "hard_sigmoid_of_backend")]
        + [
            "mean", "sum", "max", "min", "prod", "std", "var", "any", "all",
        ].map { Spelling("\($0)(x, axis=None, keepdims=False)") }
        + [
            "maximum", "minimum", "equal", "not_equal", "greater", "greater_equal", "less", "less_equal",
        ].map { Spelling("\($0)(x, y)") }
        + ["conv1d", "conv2d", "conv3d"].map {
            Spelling("\($0)(x, kernel, strides=1, padding='valid', data_format=None, dilation_rate=1)", "conv")
        } + [
            Spelling("concatenate(tensors, axis=-1)", "concatenate_last"),
            Spelling("elu(x, alpha=1.0)"),
            Spelling("expand_dims(x, axis=-1)"),
            Spelling("squeeze(x, axis)"),
            Spelling("stack(x, axis=0)"),
            Spelling("reshape(x, shape)"),
            Spelling("tile(x, n)"),
            Spelling("dot(x, y)"),
            Spelling("zeros_like(x, !dtype=None, name=None)"),
            Spelling("ones_like(x, !dtype=None, name=None)"),
            Spelling("identity(x, name=None)", operands: 1),
            Spelling("stop_gradient(variables)", operands: 1),
            Spelling("cast(x, dtype)"),
            Spelling("cumsum(x, axis=0)"),
            Spelling("one_hot(indices, num_classes)"),
            Spelling("argmax(x, axis=-1)"),
            Spelling("argmin(x, axis=-1)"),
            Spelling("relu(x, alpha=0.0, max_value=None, threshold=0.0)", "relu_of_backend"),
            Spelling("softmax(x, axis=-1)"),
            Spelling("clip(x, min_value, max_value)"),
            Spelling("pow(x, a)", "power"),
            Spelling("permute_dimensions(x, pattern)", "transpose"),
            Spelling("transpose(x)", operands: 1),
            Spelling("repeat_elements(x, rep, axis)", "repeat"),
            Spelling("flatten(x)", "ravel"),
            Spelling("reverse(x, axes)", "flip"),
            Spelling("l2_normalize(x, axis=None)", "normalize"),
            Spelling("gather(reference, indices)"),
            Spelling(
                "resize_images(x, height_factor, width_factor, data_format=None, interpolation='nearest')",
                "resize_by_factors"),
            Spelling("switch(condition, then_expression, else_expression)", "where"),
            Spelling("spatial_2d_padding(x, padding=..., data_format=None)"),
            Spelling("depth_to_space(x, block_size, data_format=None)"),
            Spelling("space_to_depth(x, block_size, data_format=None)"),
            Spelling("dropout(x, level, noise_shape=None, seed=None)", "dropout_of_backend"),
            Spelling("pool2d(x, pool_size, strides=(1, 1), padding='valid', data_format=None, pool_mode='max')"),
        ]

    /// Functions that make arrays, read values, or choose between training and inference.
    private static func made(_ library: LibraryContext) -> [BuiltinFunction] {
        func array(_ text: String, _ documentation: String) -> BuiltinFunction {
            .python(text, documentation) { arguments, interpreter in
                .host(
                    ArrayObject(
                        try NumpyCreation.typed(
                            try ArrayObject.array(from: arguments[0], interpreter), arguments.optional("dtype"))))
            }
        }
        func values(_ name: String) -> BuiltinFunction {
            .python("\(name)(x)", "The values.") { arguments, interpreter in
                .host(ArrayObject(try ArrayObject.array(from: arguments[0], interpreter)))
            }
        }
        return TensorCreation.all(library) + [
            array("variable(value, dtype='float32', name=None, !constraint=None)", "An array."),
            array("constant(value, dtype='float32', !shape=None, name=None)", "An array."), values("eval"),
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
        ] + TensorFlowRandom.ofBackend(library)
    }
}
