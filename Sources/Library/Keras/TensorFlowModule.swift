import Interpreter
import Network

/// The module `tensorflow`: keras, the functions over tensors that models use, and settings that have no effect here.
enum TensorFlowModule {
    static func make(_ modules: Modules, _ functions: TensorFunctions) -> ModuleObject {
        let library = functions.library
        let module = ModuleObject(
            "tensorflow", documentation: "keras, and functions of tensors.", memberNames: ["keras"]
        ) { name in modules.find("tensorflow.\(name)").map(Value.module) ?? Placeholder.member(name, of: "tensorflow") }
        module["keras"] = modules.find("keras").map(Value.module)
        module["__version__"] = .string("2.21.0")
        for type in ["float16", "float32", "float64", "int32", "int64", "uint8", "bool", "string"] {
            module[type] = .string(type)
        }
        let nn = ModuleObject("tensorflow.nn", documentation: "Functions of tensors.")
        let math = ModuleObject("tensorflow.math", documentation: "Functions of tensors.")
        let image = ModuleObject("tensorflow.image", documentation: "Functions of images.") {
            Placeholder.member($0, of: "tensorflow.image")
        }
        for spelling in plain { module[spelling.name] = spelling.builtin(functions).map(Value.builtin) }
        for spelling in plain + mathematical { math[spelling.name] = spelling.builtin(functions).map(Value.builtin) }
        for spelling in mathematical { module[spelling.name] = spelling.builtin(functions).map(Value.builtin) }
        for spelling in neural { nn[spelling.name] = spelling.builtin(functions).map(Value.builtin) }
        for name in ["sigmoid", "tanh", "depth_to_space", "space_to_depth"] { module[name] = nn[name] }
        for name in ["resize", "resize_images", "resize_bilinear", "resize_nearest_neighbor"] {
            image[name] = resize(name, functions).map(Value.builtin)
        }
        for function in TensorCreation.all(library) { module[function.name] = .builtin(function) }
        module.add([TensorCreation.shape("shape(input, !out_type=None, name=None)")])
        module["range"] = module["arange"]
        module["constant"] = modules.find("keras.backend")?["constant"]
        module["Variable"] = modules.find("keras.backend")?["variable"]
        for name in ["device", "name_scope", "variable_scope"] { module[name] = .builtin(ScopeObject.function(name)) }
        let initializers = modules.find("keras.initializers")
        for (name, own) in initializerNames { module[name] = initializers?[own] }
        module["nn"] = .module(nn)
        module["math"] = .module(math)
        module["image"] = .module(image)
        module["Tensor"] = .type(tensorClass)
        return module
    }

    /// TensorFlow's names of initializers.
    private static let initializerNames = [
        "random_normal_initializer": "RandomNormal", "random_uniform_initializer": "RandomUniform",
        "truncated_normal_initializer": "TruncatedNormal", "zeros_initializer": "Zeros", "ones_initializer": "Ones",
        "constant_initializer": "Constant", "variance_scaling_initializer": "VarianceScaling",
    ]

    private static let plain = [
        Spelling("concat", "concatenate", ["values", "axis"], others: ["concat_dim": "axis"]),
        Spelling("add", nil, ["x", "y"]), Spelling("subtract", nil, ["x", "y"]), Spelling("multiply", nil, ["x", "y"]),
        Spelling("divide", nil, ["x", "y"]), Spelling("pow", "power", ["x", "y"]),
        Spelling("maximum", nil, ["x", "y"]),
        Spelling("minimum", nil, ["x", "y"]), Spelling("square"), Spelling("sqrt"), Spelling("exp"), Spelling("abs"),
        Spelling("sign"), Spelling("round"), Spelling("floor"), Spelling("negative"),
        Spelling("reshape", nil, ["tensor", "shape"]), Spelling("transpose", nil, ["a", "perm"]),
        Spelling("expand_dims", nil, ["input", "axis"], others: ["dim": "axis"]),
        Spelling("squeeze", nil, ["input", "axis"], others: ["squeeze_dims": "axis"]),
        Spelling("stack", nil, ["values", "axis"]), Spelling("unstack", nil, ["value", "num", "axis"]),
        Spelling("split", "split_by_sizes"), Spelling("tile", nil, ["input", "multiples"]),
        Spelling("repeat", nil, ["input", "repeats", "axis"]),
        Spelling("pad", nil, ["tensor", "paddings", "mode", "constant_values"]),
        Spelling("gather", "take", ["params", "indices", "axis"]), Spelling("reverse", "flip", ["tensor", "axis"]),
        Spelling("matmul", nil, ["a", "b"]), Spelling("cast"), Spelling("identity", nil, ["input"]),
        Spelling("stop_gradient", nil, ["input"]), Spelling("zeros_like", nil, ["input"]),
        Spelling("ones_like", nil, ["input"]), Spelling("where", nil, ["condition", "x", "y"]),
        Spelling("clip_by_value", "clip", ["t", "clip_value_min", "clip_value_max"]),
        Spelling("one_hot", nil, ["indices", "depth"]), Spelling("convert_to_tensor", "identity", ["value", "dtype"]),
        Spelling("argmax", nil, ["input", "axis"]),
        Spelling("equal", nil, ["x", "y"]), Spelling("greater", nil, ["x", "y"]), Spelling("less", nil, ["x", "y"]),
    ]

    private static let mathematical =
        [
            ("reduce_mean", "mean"), ("reduce_sum", "sum"), ("reduce_max", "max"), ("reduce_min", "min"),
            ("reduce_prod", "prod"), ("reduce_std", "std"), ("reduce_variance", "var"),
        ].map {
            Spelling(
                $0.0, $0.1, ["input_tensor", "axis", "keepdims"],
                others: ["keep_dims": "keepdims", "reduction_indices": "axis"])
        } + [
            Spelling("sigmoid"), Spelling("tanh"), Spelling("log"), Spelling("log1p"), Spelling("rsqrt"),
            Spelling("softplus", nil, ["features"]), Spelling("squared_difference"), Spelling("erf"),
            Spelling("l2_normalize", "normalize"), Spelling("cumsum"), Spelling("sin"), Spelling("cos"),
        ]

    private static let neural = [
        Spelling("relu", nil, ["features"]), Spelling("relu6", nil, ["features"]),
        Spelling("leaky_relu", nil, ["features", "alpha"]), Spelling("elu", nil, ["features"]),
        Spelling("selu", nil, ["features"]), Spelling("gelu", nil, ["features", "approximate"]),
        Spelling("silu", nil, ["features"]), Spelling("swish", "silu", ["features"]), Spelling("sigmoid"),
        Spelling("tanh"), Spelling("softplus", nil, ["features"]), Spelling("softsign", nil, ["features"]),
        Spelling("softmax", nil, ["logits", "axis"]), Spelling("log_softmax", nil, ["logits", "axis"]),
        Spelling("l2_normalize", "normalize", ["x", "axis"], others: ["dim": "axis"]),
        Spelling("depth_to_space", nil, ["input", "block_size", "data_format"]),
        Spelling("space_to_depth", nil, ["input", "block_size", "data_format"]),
        Spelling("dropout", "identity", ["x", "rate"]), Spelling("moments", nil, ["x", "axes", "shift", "keepdims"]),
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
            return try general.apply(
                Operands(name, [arguments[0], arguments[1], method, arguments.optional("antialias")]),
                name: try arguments.optionalString("name"), interpreter, functions.library)
        }
    }

    private static var tensorClass: TypeObject {
        TypeObject("Tensor", module: "tensorflow", "Tensors of a network.", original: KerasClasses.tensor)
    }
}
