import Arrays
import Interpreter
import Layers

/// The module `keras.ops`, as far as models use it, and the functions that `keras.activations` has for tensors.
enum KerasOps {
    static func make(_ functions: TensorFunctions, _ prelude: Prelude?) -> ModuleObject {
        let others = RandomFunctions.names.union(imageFunctions.dropFirst().map(\.name)).union([
            "gather", "concatenate_last", "resize_by_factors", "relu_of_backend", "invert",
            "split_by_sizes", "squeeze_unknown",
        ])
        let own = functions.names.filter { !others.contains($0) }
        let module = ModuleObject(
            "keras.ops",
            documentation: "Functions of tensors: on arrays they compute, on tensors they join the network.",
            memberNames: own + Prelude.names(of: "keras.ops")
        ) { name in
            guard own.contains(name) else {
                return prelude?.member(name, of: "keras.ops") ?? KerasMissing.placeholder(name, of: "keras.ops")
            }
            return Spelling(signatureOfName[name] ?? name).builtin(functions).map(Value.builtin)
        }
        for spelling in spellings { module[spelling.name] = spelling.builtin(functions).map(Value.builtin) }
        for function in TensorCreation.all(functions.library) { module[function.name] = .builtin(function) }
        // Keras's is numpy's: a matrix with ones on the diagonal.
        module["identity"] = TensorCreation.identity(functions.library).map(Value.builtin)
        let image = ModuleObject("keras.ops.image", documentation: "Functions of images.") {
            KerasMissing.placeholder($0, of: "keras.ops.image")
        }
        for spelling in imageFunctions { image[spelling.name] = spelling.builtin(functions).map(Value.builtin) }
        module["image"] = .module(image)
        module["nn"] = .module(module)
        module["numpy"] = .module(module)
        module["linalg"] = .module(module)
        return module
    }

    /// Functions of `keras.ops.image`.
    private static let imageFunctions = [
        Spelling("resize"),
        Spelling("extract_patches(images, size, strides=None, dilation_rate=1, padding='valid', data_format=None)"),
        Spelling("extract_patches_3d(volumes, size, strides=None, dilation_rate=1, padding='valid', data_format=None)"),
    ]

    /// Functions under another name, or with parameters of which the function takes fewer.
    private static let spellings = [
        Spelling("swish(x)", "silu", operands: 1), Spelling("hard_swish(x)", "hard_silu", operands: 1),
        Spelling("convert_to_tensor(x, dtype=None, !sparse=None, !ragged=None)"),
        Spelling("bitwise_not(x)", "invert"), Spelling("bitwise_invert(x)", "invert"), Spelling("relu(x)", operands: 1),
    ]

    /// Keras's signatures, where they say more than the function's own parameters.
    private static let signatures: [String] = [
        "gelu(x, approximate=True)",
        "einsum(\(SumFunctions.einsumParameters.joined(separator: "=..., "))=..., /)",
        "mean(x, axis=None, keepdims=False)",
        "sum(x, axis=None, keepdims=False)",
        "prod(x, axis=None, keepdims=False, !dtype=None)",
        "max(x, axis=None, keepdims=False, !initial=None)",
        "min(x, axis=None, keepdims=False, !initial=None)",
        "amax(x, axis=None, keepdims=False)",
        "amin(x, axis=None, keepdims=False)",
        "std(x, axis=None, keepdims=False)",
        "var(x, axis=None, keepdims=False)",
        "any(x, axis=None, keepdims=False)",
        "all(x, axis=None, keepdims=False)",
        "argmax(x, axis=None, keepdims=False)",
        "argmin(x, axis=None, keepdims=False)",
        "expand_dims(x, axis)",
        "squeeze(x, axis=None)",
        "transpose(x, axes=None)",
        "flip(x, axis=None)",
        "swapaxes(x, axis1, axis2)",
        "moveaxis(x, source, destination)",
        "roll(x, shift, axis=None)",
        "tile(x, repeats)",
        "repeat(x, repeats, axis=None)",
        "ravel(x)",
        "broadcast_to(x, shape)",
        "concatenate(xs, axis=0)",
        "stack(x, axis=0)",
        "cumsum(x, axis=None, !dtype=None)",
        "reshape(x, newshape)",
        "pad(x, pad_width, mode='constant', constant_values=None)",
        "split(x, indices_or_sections, axis=0)",
        "unstack(x, num=None, axis=0)",
        "take(x, indices, axis=None)",
        "where(condition, x1=None, x2=None)",
        "clip(x, x_min, x_max)",
        "round(x, !decimals=0)",
        "moments(x, axes, keepdims=False, !synchronized=False)",
        "normalize(x, axis=-1, !order=2, !epsilon=None)",
        "cast(x, dtype)",
        "stop_gradient(variable)",
        "zeros_like(x, !dtype=None)",
        "ones_like(x, !dtype=None)",
        "one_hot(x, num_classes, axis=-1, dtype=None, !sparse=False)",
        "tensordot(x1, x2, axes=2)",
        "softmax(x, axis=-1)",
        "log_softmax(x, axis=-1)",
        "depth_to_space(x, block_size, data_format='channels_last')",
        "space_to_depth(x, block_size, data_format='channels_last')",
        "conv(inputs, kernel, strides=1, padding='valid', data_format=None, dilation_rate=1)",
        "conv_transpose(inputs, kernel, strides=1, padding='valid', output_padding=None, data_format=None, dilation_rate=1)",
        "separable_conv(inputs, depthwise_kernel, pointwise_kernel, strides=1, padding='valid', data_format=None, "
            + "dilation_rate=1)",
        "depthwise_conv(inputs, kernel, strides=1, padding='valid', data_format=None, dilation_rate=1)",
        "max_pool(inputs, pool_size, strides=None, padding='valid', data_format=None)",
        "average_pool(inputs, pool_size, strides=None, padding='valid', data_format=None)",
    ]

    /// Functions of two operands.
    private static let pairs = [
        "add", "subtract", "multiply", "divide", "true_divide", "floor_divide", "power", "mod", "maximum", "minimum",
        "equal", "not_equal", "greater", "greater_equal", "less", "less_equal", "logical_and", "logical_or",
        "squared_difference", "matmul", "dot",
    ]

    /// The signature of each function that has one here, by its name.
    private static let signatureOfName = Dictionary(
        uniqueKeysWithValues: (signatures + pairs.map { "\($0)(x1, x2)" } + NumpyFunctions.signatures.map(\.text)
            + CarriedFunctions.signatures.map(\.text)).map { (String($0.prefix { $0 != "(" }), $0) }
    )
}

/// Functions of the tensor namespaces that make arrays, or ask for shapes.
enum TensorCreation {
    static func all(_ library: LibraryContext) -> [BuiltinFunction] {
        let numpy = NumpyModule.make(library, random: nil)
        let makers = ["zeros", "ones", "full", "eye", "arange", "linspace", "array"].compactMap {
            name -> BuiltinFunction? in
            guard case .builtin(let function)? = numpy[name] else { return nil }
            return typed(function, isFloat: !["arange", "array"].contains(name)).takingSizes(library)
        }
        return makers + [
            shape("shape(x)", library), staticShape("int_shape(x)"),
            .python("convert_to_numpy(x)", "The values, as an array.") { arguments, interpreter in
                .host(ArrayObject(try ArrayObject.array(from: arguments[0], interpreter)))
            },
            .python("is_tensor(x)", "Whether it is a tensor or an array.") { arguments, _ in
                guard case .host(let object) = arguments[0] else { return .bool(false) }
                return .bool(object is TensorObject || object is ArrayObject)
            },
            .python("ndim(x)", "Number of axes.") { arguments, interpreter in
                try interpreter.attribute("ndim", of: arguments[0])
            },
        ]
    }

    /// `identity(n, dtype=None)`, which elsewhere is a function of a tensor.
    static func identity(_ library: LibraryContext) -> BuiltinFunction? {
        guard case .builtin(let function)? = NumpyModule.make(library, random: nil)["identity"] else { return nil }
        return typed(function, isFloat: true).takingSizes(library)
    }

    /// A function of numpy whose results have Keras's types where none is asked for: float32, and int32 for whole numbers.
    /// - Parameter isFloat: whether whole numbers become float32, too.
    private static func typed(_ function: BuiltinFunction, isFloat: Bool) -> BuiltinFunction {
        let place = function.signature.parameters.firstIndex { $0.name == "dtype" }
        return BuiltinFunction(signature: function.signature, function.documentation) {
            arguments, interpreter throws(RaisedError) in
            let made = try function.call(arguments, interpreter)
            let given =
                arguments.keyword("dtype")
                ?? place.flatMap { $0 < arguments.positional.count ? arguments.positional[$0] : nil }
            guard given?.isNone ?? true, case .host(let object) = made, let array = (object as? ArrayObject)?.array
            else {
                return made
            }
            // What has a type already keeps it.
            if case .host(let source)? = arguments.positional.first, source is ArrayObject, !isFloat { return made }
            let type: NumericType =
                switch array.type {
                case .float64: .float32
                case .int64: isFloat ? .float32 : .int32
                default: array.type
                }
            return type == array.type
                ? made : .host(ArrayObject(try raising { try array.converted(to: type) }))
        }
    }

    /// The shape as a tuple, unknown sizes as None; in the `call` of a script they are tensors.
    /// - Parameters:
    ///   - text: the signature in its namespace.
    ///   - isVector: whether the shape itself is a tensor there.
    static func shape(_ text: String, _ library: LibraryContext, isVector: Bool = false) -> BuiltinFunction {
        .python(text, "The shape, unknown sizes as None.") { arguments, interpreter in
            if library.network.isTracing, case .host(let object as TensorObject) = arguments[0] {
                return try isVector ? SizeTensors.vector(of: object) : SizeTensors.tuple(of: object)
            }
            return try interpreter.attribute("shape", of: arguments[0])
        }
    }

    private static func staticShape(_ text: String) -> BuiltinFunction {
        .python(text, "The shape, unknown sizes as None.") { arguments, interpreter in
            try interpreter.attribute("shape", of: arguments[0])
        }
    }
}
