import Interpreter

/// The convolutions and pools of `tensorflow.nn`, whose windows and strides may be written with an item for every axis.
enum TensorFlowNeural {
    /// All of them.
    static func all(_ functions: TensorFunctions) -> [BuiltinFunction] {
        ["conv1d", "conv2d", "conv3d"].map { convolution($0, functions) }
            + [depthwise(functions), biasAdd(functions)]
            + ["max_pool", "max_pool2d", "avg_pool", "avg_pool2d", "max_pool1d", "avg_pool1d"].map {
                pool($0, functions)
            }
    }

    private static func convolution(_ name: String, _ functions: TensorFunctions) -> BuiltinFunction {
        let input = name == "conv1d" ? "stride" : "strides"
        let format = ["conv1d": "NWC", "conv2d": "NHWC", "conv3d": "NDHWC"][name] ?? "NHWC"
        return .python(
            "\(name)(input, filters, \(input), padding, data_format='\(format)', dilations=None, name=None)",
            "A convolution."
        ) { arguments, interpreter in
            try functions["conv"]?.apply(
                Operands(
                    name,
                    [
                        arguments[0], arguments[1], windowed(arguments[2]), padding(arguments[3]),
                        dataFormat(arguments[4]), windowed(arguments["dilations"]) ?? .int(1),
                    ]), name: try arguments.optionalString("name"), interpreter, functions.library) ?? .none
        }
    }

    private static func depthwise(_ functions: TensorFunctions) -> BuiltinFunction {
        .python(
            "depthwise_conv2d(input, filter, strides, padding, data_format='NHWC', dilations=None, name=None)",
            "A convolution of each channel by itself."
        ) { arguments, interpreter in
            try functions["depthwise_conv"]?.apply(
                Operands(
                    "depthwise_conv2d",
                    [
                        arguments[0], arguments[1], windowed(arguments[2]), padding(arguments[3]),
                        dataFormat(arguments[4]), windowed(arguments["dilations"]) ?? .int(1),
                    ]), name: try arguments.optionalString("name"), interpreter, functions.library) ?? .none
        }
    }

    private static func pool(_ name: String, _ functions: TensorFunctions) -> BuiltinFunction {
        let function = name.hasPrefix("max") ? "max_pool" : "average_pool"
        return .python(
            "\(name)(input, ksize, strides, padding, data_format=None, name=None)", "Pooling."
        ) { arguments, interpreter in
            try functions[function]?.apply(
                Operands(
                    name,
                    [
                        arguments[0], windowed(arguments[1]), windowed(arguments[2]), padding(arguments[3]),
                        dataFormat(arguments[4]),
                    ]), name: try arguments.optionalString("name"), interpreter, functions.library) ?? .none
        }
    }

    private static func biasAdd(_ functions: TensorFunctions) -> BuiltinFunction {
        .python("bias_add(value, bias, !data_format=None, name=None)", "A bias for each channel.") {
            arguments, interpreter in
            try functions["add"]?.apply(
                Operands("bias_add", [arguments[0], arguments[1]]), name: try arguments.optionalString("name"),
                interpreter, functions.library) ?? .none
        }
    }

    /// The window's own sizes: of `[1, s, s, 1]` those in the middle.
    private static func windowed(_ value: Value) -> Value? {
        let items: [Value]
        switch value {
        case .list(let list): items = list.items
        case .tuple(let values): items = values
        case .none: return nil
        default: return value
        }
        guard items.count >= 3, items.first.map(isOne) == true, items.last.map(isOne) == true else {
            return items.count == 1 ? items[0] : .tuple(items)
        }
        return .tuple(Array(items.dropFirst().dropLast()))
    }

    private static func isOne(_ value: Value) -> Bool { if case .int(1) = value { true } else { false } }

    /// "SAME" and "VALID" as Keras writes them.
    private static func padding(_ value: Value) -> Value {
        if case .string(let word) = value { .string(word.lowercased()) } else { value }
    }

    private static func dataFormat(_ value: Value) -> Value {
        guard case .string(let word) = value else { return .string("channels_last") }
        return .string(word.hasPrefix("NC") ? "channels_first" : "channels_last")
    }
}
