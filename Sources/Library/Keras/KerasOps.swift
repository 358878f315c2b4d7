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
            shape("shape"), shape("int_shape"),
            BuiltinFunction("convert_to_numpy", parameters: ["x"], documentation: "The values, as an array.") {
                arguments, interpreter throws(RaisedError) in
                let value = try arguments.required(0, "x", of: "convert_to_numpy")
                return .host(ArrayObject(try ArrayObject.array(from: value, interpreter)))
            },
            BuiltinFunction("ndim", parameters: ["x"], documentation: "Number of axes.") {
                arguments, interpreter throws(RaisedError) in
                try interpreter.attribute("ndim", of: try arguments.required(0, "x", of: "ndim"))
            },
        ]
    }

    /// The shape as a tuple, unknown sizes as None.
    static func shape(_ name: String) -> BuiltinFunction {
        BuiltinFunction(name, parameters: ["x"], documentation: "The shape, unknown sizes as None.") {
            arguments, interpreter throws(RaisedError) in
            let value = arguments.positional.first ?? arguments.keyword("x") ?? arguments.keyword("input")
            guard let value else {
                throw RaisedError(.typeError, "\(name)() missing 1 required positional argument: 'x'")
            }
            return try interpreter.attribute("shape", of: value)
        }
    }
}
