import Interpreter
import Network

/// The module `tensorflow`: keras, the functions over tensors that models use, and settings that have no effect here.
enum TensorFlowModule {
    static func make(_ modules: Modules, _ functions: TensorFunctions) -> ModuleObject {
        let library = functions.library
        let module = ModuleObject(
            "tensorflow", documentation: "keras, and functions of tensors.", memberNames: ["keras"]
        ) { name in
            if name == "TensorSpec" { return modules.find("tensorflow.data")?[name] }
            return modules.find("tensorflow.\(name)").map(Value.module) ?? carried(name, of: "tensorflow", modules)
        }
        module["keras"] = modules.find("keras").map(Value.module)
        module["__version__"] = .string("2.21.0")
        module["newaxis"] = Value.none
        for type in ["float16", "float32", "float64", "int32", "int64", "uint8", "bool", "string"] {
            module[type] = .string(type)
        }
        func part(_ name: String, _ documentation: String) -> ModuleObject {
            let path = "tensorflow.\(name)"
            return ModuleObject(path, documentation: documentation, memberNames: Prelude.names(of: path)) {
                carried($0, of: path, modules)
            }
        }
        let (nn, math) = (part("nn", "Functions of tensors."), part("math", "Functions of tensors."))
        let image = part("image", "Functions of images.")
        for spelling in plain { module[spelling.name] = spelling.builtin(functions).map(Value.builtin) }
        for spelling in plain + mathematical { math[spelling.name] = spelling.builtin(functions).map(Value.builtin) }
        for spelling in mathematical { module[spelling.name] = spelling.builtin(functions).map(Value.builtin) }
        for spelling in neural { nn[spelling.name] = spelling.builtin(functions).map(Value.builtin) }
        nn.add(TensorFlowNeural.all(functions))
        for name in ["sigmoid", "tanh", "depth_to_space", "space_to_depth"] { module[name] = nn[name] }
        for name in ["resize", "resize_images", "resize_bilinear", "resize_nearest_neighbor"] {
            image[name] = resize(name, functions).map(Value.builtin)
        }
        module.add(TensorFlowRandom.old(library))
        for function in TensorCreation.all(library) { module[function.name] = .builtin(function) }
        module.add([TensorCreation.shape("shape(input, !out_type=None, name=None)", library, isVector: true)])
        module.add([constant])
        module["Variable"] = .builtin(FreeVariable.tensorFlow())
        for name in ["device", "name_scope", "variable_scope"] { module[name] = .builtin(ScopeObject.function(name)) }
        let initializers = modules.find("keras.initializers")
        for (name, own) in initializerNames { module[name] = initializers?[own] }
        module["nn"] = .module(nn)
        module["math"] = .module(math)
        module["image"] = .module(image)
        module["Tensor"] = .type(tensorClass)
        return module
    }

    /// `tf.constant`: numbers of the language become int32 and float32, those of numpy keep their types.
    private static var constant: BuiltinFunction {
        .python("constant(value, dtype=None, shape=None, name='Const')", "An array.") { arguments, interpreter in
            var array = try ArrayObject.array(from: arguments[0], interpreter)
            if let type = arguments.optional("dtype") {
                array = try array.converted(to: try TypeNameObject.type(type))
            } else if !isArray(arguments[0]) {
                array = try array.converted(
                    to: array.type == .float64 ? .float32 : array.type == .int64 ? .int32 : array.type)
            }
            guard let shape = arguments.optional("shape") else { return .host(ArrayObject(array)) }
            let sizes = try ArrayObject.sizes(shape)
            return .host(ArrayObject(try array.count == 1 ? array.broadcast(to: sizes) : array.reshaped(sizes)))
        }
    }

    private static func isArray(_ value: Value) -> Bool {
        if case .host(let object) = value { object is ArrayObject || object is WeightObject } else { false }
    }

    /// A function that is written in the language, or that is not implemented.
    private static func carried(_ name: String, of module: String, _ modules: Modules) -> Value? {
        modules.prelude?.member(name, of: module) ?? Placeholder.member(name, of: module)
    }

    /// TensorFlow's names of initializers.
    private static let initializerNames = [
        "random_normal_initializer": "RandomNormal", "random_uniform_initializer": "RandomUniform",
        "truncated_normal_initializer": "TruncatedNormal", "zeros_initializer": "Zeros", "ones_initializer": "Ones",
        "constant_initializer": "Constant", "variance_scaling_initializer": "VarianceScaling",
    ]

    private static let plain =
        [
            "add", "subtract", "multiply", "divide", "maximum", "minimum", "equal", "greater", "less",
        ].map { Spelling("\($0)(x, y, name=None)") }
        + [
            "square", "sqrt", "exp", "abs", "sign", "round", "floor", "negative",
        ].map { Spelling("\($0)(x, name=None)") }
        + [
            Spelling("concat(values, axis=..., name='concat')", "concatenate", synonyms: ["concat_dim": "axis"]),
            Spelling("pow(x, y, name=None)", "power"), Spelling("reshape(tensor, shape, name=None)"),
            Spelling("transpose(a, perm=None, !conjugate=False, name='transpose')"),
            Spelling("expand_dims(input, axis=..., name=None)", synonyms: ["dim": "axis"]),
            Spelling("squeeze(input, axis=None, name=None)", "squeeze_unknown", synonyms: ["squeeze_dims": "axis"]),
            Spelling("stack(values, axis=0, name='stack')"),
            Spelling("unstack(value, num=None, axis=0, name='unstack')"),
            Spelling("split(value, num_or_size_splits, axis=0, !num=None, name='split')", "split_by_sizes"),
            Spelling("tile(input, multiples, name=None)"), Spelling("repeat(input, repeats, axis=None, name=None)"),
            Spelling("pad(tensor, paddings, mode='CONSTANT', constant_values=0, name=None)"),
            Spelling("gather(params, indices, !validate_indices=None, axis=None, !batch_dims=0, name=None)"),
            Spelling("reverse(tensor, axis, name=None)", "flip"),
            Spelling("cast(x, dtype, name=None)"), Spelling("identity(input, name=None)", operands: 1),
            Spelling("stop_gradient(input, name=None)", operands: 1),
            Spelling("zeros_like(input, !dtype=None, name=None)"), Spelling("ones_like(input, !dtype=None, name=None)"),
            Spelling("clip_by_value(t, clip_value_min, clip_value_max, name=None)", "clip"),
            Spelling("one_hot(indices, depth, !on_value=None, !off_value=None, axis=None, dtype=None, name=None)"),
            Spelling("convert_to_tensor(value, dtype=None, !dtype_hint=None, name=None)", "identity"),
            Spelling("argmax(input, axis=0, !output_type=None, name=None)"),
        ]

    private static let mathematical =
        [
            ("reduce_sum", "sum"), ("reduce_max", "max"), ("reduce_min", "min"),
            ("reduce_prod", "prod"), ("reduce_std", "std"), ("reduce_variance", "var"), ("reduce_any", "any"),
            ("reduce_all", "all"),
        ].map { name, function in
            Spelling(
                "\(name)(input_tensor, axis=None, keepdims=False, name=None)", function,
                synonyms: ["keep_dims": "keepdims", "reduction_indices": "axis"])
        } + ["sigmoid", "tanh", "log", "log1p", "rsqrt", "erf", "sin", "cos"].map { Spelling("\($0)(x, name=None)") }
        + [
            Spelling("softplus(features, name=None)"), Spelling("squared_difference(x, y, name=None)"),
            Spelling("l2_normalize(x, axis=None, !epsilon=1e-12, name=None)", "normalize", synonyms: ["dim": "axis"]),
            Spelling("cumsum(x, axis=0, !exclusive=False, !reverse=False, name=None)"),
        ]

    private static let neural =
        ["relu", "relu6", "elu", "selu", "softplus", "softsign"].map {
            Spelling("\($0)(features, name=None)", operands: 1)
        } + [
            Spelling("leaky_relu(features, alpha=0.2, name=None)"),
            Spelling("gelu(features, approximate=False, name=None)"), Spelling("silu(features, !beta=1.0)"),
            Spelling("swish(features, !beta=1.0)", "silu"), Spelling("sigmoid(x, name=None)"),
            Spelling("tanh(x, name=None)"), Spelling("softmax(logits, axis=None, name=None)"),
            Spelling("log_softmax(logits, axis=None, name=None)"),
            Spelling("l2_normalize(x, axis=None, !epsilon=1e-12, name=None)", "normalize", synonyms: ["dim": "axis"]),
            Spelling("depth_to_space(input, block_size, data_format='NHWC', name=None)"),
            Spelling("space_to_depth(input, block_size, data_format='NHWC', name=None)"),
            Spelling("dropout(x, rate, noise_shape=None, seed=None, name=None)", "dropout_of_tensorflow"),
            Spelling("moments(x, axes, !shift=None, keepdims=False, name=None)"),
        ]

    /// `tf.image.resize(images, size, method)`, and its older names.
    private static func resize(_ name: String, _ functions: TensorFunctions) -> BuiltinFunction? {
        guard let general = functions["resize"] else { return nil }
        let text =
            name == "resize"
            ? "resize(images, size, method='bilinear', !preserve_aspect_ratio=False, antialias=False, name=None)"
            : "\(name)(images, size, method=..., !align_corners=False, !half_pixel_centers=True, name=None)"
        return .python(text, "Images of another size.") { arguments, interpreter in
            let method: Value =
                name == "resize_nearest_neighbor"
                ? .string("nearest") : arguments.optional("method") ?? .string("bilinear")
            let antialias = name == "resize" ? arguments["antialias"] : nil
            return try general.apply(
                Operands(name, [arguments[0], arguments[1], method, antialias]),
                name: try arguments.optionalString("name"), interpreter, functions.library)
        }
    }

    private static var tensorClass: TypeObject {
        TypeObject("Tensor", module: "tensorflow", "Tensors of a network.", original: KerasClasses.tensor)
    }
}
