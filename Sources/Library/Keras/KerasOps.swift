import Interpreter
import Layers

/// The module `keras.ops`, as far as models use it, and the functions that `keras.activations` has for tensors.
enum KerasOps {
    static func make(_ functions: TensorFunctions) -> ModuleObject {
        let own = functions.names.filter { !["concatenate_last", "resize_by_factors", "relu_of_backend"].contains($0) }
        let module = ModuleObject(
            "keras.ops",
            documentation: "Functions of tensors: on arrays they compute, on tensors they join the network.",
            memberNames: own
        ) { own.contains($0) ? functions.member($0) : nil }
        for spelling in spellings { module[spelling.name] = spelling.builtin(functions).map(Value.builtin) }
        for function in TensorCreation.all(functions.library) { module[function.name] = .builtin(function) }
        let image = ModuleObject("keras.ops.image", documentation: "Functions of images.")
        image["resize"] = functions.member("resize")
        module["image"] = .module(image)
        module["nn"] = .module(module)
        module["numpy"] = .module(module)
        return module
    }

    /// Names and parameters that are other than the functions' own.
    private static let spellings = [
        Spelling("relu", nil, ["x"]), Spelling("swish", "silu"), Spelling("hard_swish", "hard_silu"),
        Spelling("softmax", nil, ["x", "axis"]), Spelling("log_softmax", nil, ["x", "axis"]),
        Spelling("convert_to_tensor", "identity", ["x", "dtype"]), Spelling("erf", "erf"),
        Spelling("reshape", nil, ["x", "newshape"]), Spelling("bitwise_not", "logical_not"),
    ]
}

/// Functions of the tensor namespaces that make arrays, or ask for shapes.
enum TensorCreation {
    static func all(_ library: LibraryContext) -> [BuiltinFunction] {
        let numpy = NumpyModule.make(library, random: nil)
        let makers = ["zeros", "ones", "full", "eye", "arange", "linspace", "array"].compactMap {
            name -> BuiltinFunction? in if case .builtin(let function)? = numpy[name] { function } else { nil }
        }
        return makers + [
            shape("shape(x)"), shape("int_shape(x)"),
            .python("convert_to_numpy(x)", "The values, as an array.") { arguments, interpreter in
                .host(ArrayObject(try ArrayObject.array(from: arguments[0], interpreter)))
            },
            .python("ndim(x)", "Number of axes.") { arguments, interpreter in
                try interpreter.attribute("ndim", of: arguments[0])
            },
        ]
    }

    /// The shape as a tuple, unknown sizes as None.
    /// - Parameter text: the signature in its namespace.
    static func shape(_ text: String) -> BuiltinFunction {
        .python(text, "The shape, unknown sizes as None.") { arguments, interpreter in
            try interpreter.attribute("shape", of: arguments[0])
        }
    }
}
