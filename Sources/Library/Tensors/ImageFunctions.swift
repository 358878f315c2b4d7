import Arrays
import Interpreter
import Layers
import TensorEngine

/// Tensor functions over images: resizing, pooling, convolution, pixels that become channels and back.
enum ImageFunctions {
    static func all(_ library: LibraryContext) -> [String: TensorFunction] {
        var functions: [String: TensorFunction] = [:]
        functions["resize"] = TensorFunction(
            "Resize", ["images", "size", "interpolation", "antialias", "data_format"]
        ) { operands, interpreter throws(RaisedError) in
            let images = try operands.array(0, interpreter)
            let size = try operands.sizes(1) ?? []
            if try operands[3]?.truth() ?? false {
                throw RaisedError(.notImplementedError, "resize with antialias=True is outside this program")
            }
            let word = operands.text(2)?.lowercased() ?? "bilinear"
            let method = try interpolation(word)
            let layout = try format(operands[4], library)
            return .host(
                ArrayObject(
                    try raising {
                        try resize(try images.tensor(), size: size, interpolation: method, dataFormat: layout.layout)
                    }))
        }
        functions["resize_by_factors"] = TensorFunction(
            "Resize", ["x", "height_factor", "width_factor", "data_format", "interpolation"]
        ) { operands, interpreter throws(RaisedError) in
            let images = try operands.array(0, interpreter)
            let factors = [try operands.integer(1) ?? 1, try operands.integer(2) ?? 1]
            let layout = try format(operands[3], library)
            let method = try interpolation(operands.text(4) ?? "nearest")
            return .host(
                ArrayObject(
                    try raising {
                        try upsample(
                            try images.tensor(), factors: factors, interpolation: method, dataFormat: layout.layout)
                    }))
        }
        functions["depth_to_space"] = TensorFunction("DepthToSpace", ["x", "block_size", "data_format"]) {
            operands, interpreter throws(RaisedError) in
            try blocks(operands, interpreter, library) { shape, block in
                let (n, h, w, c) = (shape[0], shape[1], shape[2], shape[3])
                guard c > 0, c % block == 0, c / block % block == 0 else { return nil }
                return (
                    [n, h, w, block, block, c / block / block], [0, 1, 3, 2, 4, 5], [n, h * block, w * block, -1]
                )
            }
        }
        functions["space_to_depth"] = TensorFunction("SpaceToDepth", ["x", "block_size", "data_format"]) {
            operands, interpreter throws(RaisedError) in
            try blocks(operands, interpreter, library) { shape, block in
                let (n, h, w, c) = (shape[0], shape[1], shape[2], shape[3])
                guard h % block == 0, w % block == 0 else { return nil }
                return (
                    [n, h / block, block, w / block, block, c], [0, 1, 3, 2, 4, 5], [n, h / block, w / block, -1]
                )
            }
        }
        functions["spatial_2d_padding"] = borders("ZeroPadding", library)
        let pooling = ["inputs", "pool_size", "strides", "padding", "data_format"]
        functions["max_pool"] = layer("MaxPool", "MaxPooling", pooling, library)
        functions["average_pool"] = layer("AveragePool", "AveragePooling", pooling, library)
        functions["pool2d"] = TensorFunction("Pool", pooling + ["pool_mode"]) {
            operands, interpreter throws(RaisedError) in
            let name = operands.text(5) == "avg" ? "average_pool" : "max_pool"
            let rest = Operands(operands.function, Array(operands.values.prefix(5)))
            return try functions[name]?.body(rest, interpreter) ?? .none
        }
        let convolution = ["inputs", "kernel", "strides", "padding", "data_format", "dilation_rate"]
        functions["conv"] = convolving("Conv", "Conv", convolution, library)
        functions["depthwise_conv"] = convolving("DepthwiseConv", "DepthwiseConv", convolution, library)
        return functions
    }

    private static func interpolation(_ word: String) throws(RaisedError) -> Interpolation {
        guard let method = Interpolation(rawValue: word) else {
            throw RaisedError(
                .valueError, "Invalid `interpolation` argument. Received: interpolation=\(word)",
                hint: "nearest, bilinear, bicubic, lanczos3, lanczos5 or area")
        }
        return method
    }

    private static func format(_ value: Value?, _ library: LibraryContext) throws(RaisedError) -> DataFormat {
        switch value {
        case .string("channels_first")?, .string("NCHW")?: .channelsFirst
        case .string("channels_last")?, .string("NHWC")?: .channelsLast
        case nil, .none?: library.network.settings.imageDataFormat
        default: throw RaisedError(.valueError, "The `data_format` must be 'channels_last' or 'channels_first'")
        }
    }

    /// Splits axes, brings them into another order and joins them, channels last.
    private static func blocks(
        _ operands: Operands, _ interpreter: Interpreter, _ library: LibraryContext,
        _ plan: ([Int], Int) -> (split: [Int], order: [Int], joined: [Int])?
    ) throws(RaisedError) -> Value {
        var array = try operands.array(0, interpreter)
        let block = try operands.integer(1) ?? 1
        let isFirst = try format(operands[2], library) == .channelsFirst
        guard array.rank == 4, block > 0 else {
            throw RaisedError(.valueError, "\(operands.function) takes images, a tensor with 4 axes, and a block size")
        }
        let images = array
        if isFirst { array = try raising { try images.transposed([0, 2, 3, 1]) } }
        guard let plan = plan(array.shape, block) else {
            throw RaisedError(
                .valueError, "\(operands.function): blocks of \(block) do not divide the shape \(array.shape)")
        }
        let moved = array
        return .host(
            ArrayObject(
                try raising {
                    let parts = try moved.reshaped(plan.split).transposed(plan.order)
                    let joined = try parts.reshaped(try NumpyShapes.resolve(plan.joined, count: parts.count))
                    return isFirst ? try joined.transposed([0, 3, 1, 2]) : joined
                }))
    }

    /// What a layer without weights does, as a function: the layer for the input's number of axes.
    private static func layer(
        _ className: String, _ stem: String, _ parameters: [String], _ library: LibraryContext
    ) -> TensorFunction {
        TensorFunction(className, parameters) { operands, interpreter throws(RaisedError) in
            let array = try operands.array(0, interpreter)
            return try run(stem, array, operands, parameters, weights: [], extra: [], interpreter, library)
        }
    }

    /// `K.spatial_2d_padding(x, padding, data_format)`.
    private static func borders(_ stem: String, _ library: LibraryContext) -> TensorFunction {
        layer("Pad", stem, ["x", "padding", "data_format"], library)
    }

    /// A convolution with a given kernel.
    private static func convolving(
        _ className: String, _ stem: String, _ parameters: [String], _ library: LibraryContext
    ) -> TensorFunction {
        TensorFunction(className, parameters) { operands, interpreter throws(RaisedError) in
            let array = try operands.array(0, interpreter)
            let kernel = try operands.array(1, interpreter)
            guard (3...5).contains(array.rank) else {
                throw RaisedError(.valueError, "\(operands.function) takes images or sequences, not \(array.rank) axes")
            }
            guard kernel.rank == array.rank else {
                throw RaisedError(.valueError, "the kernel of \(operands.function) must have \(array.rank) axes")
            }
            let weights = try raising { [try kernel.tensor()] }
            var extra: [CallSite.Keyword] = [
                .init("kernel_size", .tuple(kernel.shape.dropLast(2).map(Argument.int))),
                .init("use_bias", .bool(false)),
            ]
            let last = kernel.shape[kernel.rank - 1]
            extra.append(stem == "Conv" ? .init("filters", .int(last)) : .init("depth_multiplier", .int(last)))
            var rest = operands
            rest.values[1] = nil
            return try run(stem, array, rest, parameters, weights: weights, extra: extra, interpreter, library)
        }
    }

    private static func run(
        _ stem: String, _ array: NumericArray, _ operands: Operands, _ parameters: [String], weights: [Tensor],
        extra: [CallSite.Keyword], _ interpreter: Interpreter, _ library: LibraryContext
    ) throws(RaisedError) -> Value {
        guard let definition = Catalogue.layers["\(stem)\(array.rank - 2)D"] else {
            throw RaisedError(.valueError, "\(operands.function) takes images or sequences, not \(array.rank) axes")
        }
        var site = CallSite([], keywords: extra)
        for place in parameters.indices.dropFirst() {
            guard let value = operands[place] else { continue }
            // TensorFlow writes paddings in capitals, and strides for all axes.
            let known =
                if case .string(let text) = value, parameters[place] == "padding" {
                    Value.string(text.lowercased())
                } else { value }
            site.keywords.append(.init(parameters[place], try interpreter.argument(known)))
        }
        return .host(
            ArrayObject(
                try raising {
                    let made = try definition.make(site, settings: library.network.settings)
                    let shapes = [BatchShape(array.shape)]
                    let wanted = try made.product.weights(for: shapes).map(\.shape)
                    guard wanted == weights.map(\.shape.dims) else {
                        throw Refusal(
                            argument: "kernel",
                            "The kernel does not go with the input: its shape must be "
                                + "\(wanted.map { BatchShape($0).description }.joined(separator: ", ")).",
                            received: "an input of shape \(shapes[0])")
                    }
                    try made.product.requireFit(shapes)
                    return try made.product.forward([try array.tensor()], LayerState(weights: weights))
                }))
    }
}
