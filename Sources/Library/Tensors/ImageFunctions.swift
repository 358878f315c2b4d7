import Arrays
import Interpreter
import Layers
import TensorEngine

/// Tensor functions over images: resizing, pooling, convolution, pixels that become channels and back.
enum ImageFunctions {
    static func all(_ library: LibraryContext) -> [String: TensorFunction] {
        var functions: [String: TensorFunction] = [:]
        functions["resize"] = TensorFunction(
            "Resize",
            [
                "images", "size", "interpolation", "antialias", "crop_to_aspect_ratio", "pad_to_aspect_ratio",
                "fill_mode",
                "fill_value", "data_format",
            ], batchRank: 4,
            layer: { operands, _, interpreter throws(RaisedError) in
                let size = try operands.sizes(1) ?? []
                guard size.count == 2 else {
                    throw RaisedError(.valueError, "resize: `size` must be (height, width)")
                }
                return try make(
                    "Resizing",
                    [
                        .init("height", .int(size[0])), .init("width", .int(size[1])),
                        .init("interpolation", try interpolation(operands.text(2)?.lowercased() ?? "bilinear")),
                        .init("antialias", .bool(try operands[3]?.truth() ?? false)),
                        .init("crop_to_aspect_ratio", .bool(try operands[4]?.truth() ?? false)),
                        .init("pad_to_aspect_ratio", .bool(try operands[5]?.truth() ?? false)),
                        .init("fill_mode", .string(operands.text(6) ?? "constant")),
                        .init("fill_value", .float(try operands.number(7) ?? 0)),
                        .init("data_format", try format(operands[8], library)),
                    ], library)
            })
        functions["resize_by_factors"] = TensorFunction(
            "Resize", ["x", "height_factor", "width_factor", "data_format", "interpolation"],
            layer: { operands, _, interpreter throws(RaisedError) in
                try make(
                    "UpSampling2D",
                    [
                        .init(
                            "size", .tuple([.int(try operands.integer(1) ?? 1), .int(try operands.integer(2) ?? 1)])),
                        .init("interpolation", try interpolation(operands.text(4) ?? "nearest")),
                        .init("data_format", try format(operands[3], library)),
                    ], library)
            })
        functions["depth_to_space"] = TensorFunction(
            "DepthToSpace", ["x", "block_size", "data_format"], block(joinsPixels: false, library)
        ) {
            operands, interpreter throws(RaisedError) in
            try blocks(operands, interpreter, library) { shape, block in
                let (n, h, w, c) = (shape[0], shape[1], shape[2], shape[3])
                guard c > 0, c % block == 0, c / block % block == 0 else { return nil }
                return (
                    [n, h, w, block, block, c / block / block], [0, 1, 3, 2, 4, 5], [n, h * block, w * block, -1]
                )
            }
        }
        functions["space_to_depth"] = TensorFunction(
            "SpaceToDepth", ["x", "block_size", "data_format"], block(joinsPixels: true, library)
        ) {
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
        functions["pool2d"] = TensorFunction(
            "Pool", pooling + ["pool_mode"],
            layer: { operands, rank, interpreter throws(RaisedError) in
                let stem = operands.text(5) == "avg" ? "AveragePooling" : "MaxPooling"
                return try operation(stem, rank, operands, pooling, [], interpreter, library)
            })
        let convolution = ["inputs", "kernel", "strides", "padding", "data_format", "dilation_rate"]
        functions["conv"] = convolving("Conv", "Conv", convolution, library)
        functions["depthwise_conv"] = convolving("DepthwiseConv", "DepthwiseConv", convolution, library)
        functions["conv_transpose"] = convolving(
            "ConvTranspose", "Conv", suffix: "DTranspose",
            ["inputs", "kernel", "strides", "padding", "output_padding", "data_format", "dilation_rate"], library)
        functions["separable_conv"] = separable(library)
        functions["extract_patches"] = PatchFunctions.extraction(axes: 2, library)
        functions["extract_patches_3d"] = PatchFunctions.extraction(axes: 3, library)
        return functions
    }

    private static func interpolation(_ word: String) throws(RaisedError) -> Argument {
        guard Interpolation(rawValue: word) != nil else {
            throw RaisedError(
                .valueError, "Invalid `interpolation` argument. Received: interpolation=\(word)",
                hint: "nearest, bilinear, bicubic, lanczos3, lanczos5 or area")
        }
        return .string(word)
    }

    private static func format(_ value: Value?, _ library: LibraryContext) throws(RaisedError) -> Argument {
        .string((try dataFormat(value, library)).rawValue)
    }

    static func dataFormat(_ value: Value?, _ library: LibraryContext) throws(RaisedError) -> DataFormat {
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
        let isFirst = try dataFormat(operands[2], library) == .channelsFirst
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

    /// What is known of blocks of pixels that become channels, or of channels that become blocks.
    private static func block(joinsPixels: Bool, _ library: LibraryContext) -> KnownRule {
        KnownRule { operands in
            guard let size = try? operands.integer(1), let format = try? dataFormat(operands[2], library) else {
                return nil
            }
            return BlockRule(size: size, format: format, joinsPixels: joinsPixels)
        }
    }

    /// What a layer without weights does, as a function: the layer for the input's number of axes.
    private static func layer(
        _ className: String, _ stem: String, _ parameters: [String], _ library: LibraryContext
    ) -> TensorFunction {
        TensorFunction(
            className, parameters,
            layer: { operands, rank, interpreter throws(RaisedError) in
                try operation(stem, rank, operands, parameters, [], interpreter, library)
            })
    }

    /// `K.spatial_2d_padding(x, padding, data_format)`.
    private static func borders(_ stem: String, _ library: LibraryContext) -> TensorFunction {
        layer("Pad", stem, ["x", "padding", "data_format"], library)
    }

    /// A convolution with a given kernel, which may be a tensor of the network.
    /// - Parameters:
    ///   - stem: the layer's name before the number of axes.
    ///   - suffix: what stands after it.
    private static func convolving(
        _ className: String, _ stem: String, suffix: String = "D", _ parameters: [String], _ library: LibraryContext
    ) -> TensorFunction {
        TensorFunction(
            className, parameters,
            layer: { operands, rank, interpreter throws(RaisedError) in
                guard (3...5).contains(rank) else {
                    throw RaisedError(.valueError, "\(operands.function) takes images or sequences, not \(rank) axes")
                }
                let kernel = operands.tensorShape(1) == nil ? try operands.array(1, interpreter) : nil
                guard let shape = kernel?.shape ?? operands.tensorShape(1)?.known, shape.count == rank else {
                    throw RaisedError(
                        .valueError, "the kernel of \(operands.function) must have \(rank) axes of known sizes")
                }
                let extra: [CallSite.Keyword] = [
                    .init("kernel_size", .tuple(shape.dropLast(2).map(Argument.int))),
                    .init("use_bias", .bool(false)),
                    // A transposed convolution has the channels of the output before those of the input.
                    .init(
                        stem == "Conv" ? "filters" : "depth_multiplier",
                        .int(shape[suffix == "D" ? rank - 1 : rank - 2])),
                ]
                var rest = operands
                rest.values[1] = nil
                let made = try operation(stem, suffix: suffix, rank, rest, parameters, extra, interpreter, library)
                return GivenWeights(made, constants: try raising { try kernel.map { [try $0.tensor()] } })
            })
    }

    /// `separable_conv(inputs, depthwise_kernel, pointwise_kernel, …)`: both kernels are arrays, or both tensors of the network.
    private static func separable(_ library: LibraryContext) -> TensorFunction {
        let parameters = [
            "inputs", "depthwise_kernel", "pointwise_kernel", "strides", "padding", "data_format", "dilation_rate",
        ]
        return TensorFunction(
            "SeparableConv", parameters,
            layer: { operands, rank, interpreter throws(RaisedError) in
                var shapes: [[Int]] = []
                var kernels: [NumericArray] = []
                for place in [1, 2] {
                    if operands.tensorShape(place) == nil { kernels.append(try operands.array(place, interpreter)) }
                    guard let shape = operands.tensorShape(place)?.known ?? kernels.last?.shape, shape.count == rank
                    else {
                        throw RaisedError(
                            .valueError, "the kernels of \(operands.function) must have \(rank) axes of known sizes")
                    }
                    shapes.append(shape)
                }
                guard kernels.count != 1 else {
                    throw RaisedError(
                        .notImplementedError,
                        "the kernels of \(operands.function) must both be arrays or both be tensors of the network")
                }
                let extra: [CallSite.Keyword] = [
                    .init("kernel_size", .tuple(shapes[0].dropLast(2).map(Argument.int))),
                    .init("use_bias", .bool(false)), .init("depth_multiplier", .int(shapes[0][rank - 1])),
                    .init("filters", .int(shapes[1][rank - 1])),
                ]
                var rest = operands
                (rest.values[1], rest.values[2]) = (nil, nil)
                let made = try operation("SeparableConv", rank, rest, parameters, extra, interpreter, library)
                let tensors = try raising { try kernels.map { try $0.tensor() } }
                return GivenWeights(made, constants: tensors.isEmpty ? nil : tensors)
            })
    }

    /// The operation of the layer for so many axes, with the arguments after the first as its own.
    static func operation(
        _ stem: String, suffix: String = "D", _ rank: Int, _ operands: Operands, _ parameters: [String],
        _ extra: [CallSite.Keyword],
        _ interpreter: Interpreter, _ library: LibraryContext
    ) throws(RaisedError) -> any Operation {
        let layer = "\(stem)\(rank - 2)\(suffix)"
        guard Catalogue.layers[layer] != nil else {
            throw RaisedError(.valueError, "\(operands.function) takes images or sequences, not \(rank) axes")
        }
        var keywords = extra
        for place in parameters.indices.dropFirst() {
            guard let value = operands[place] else { continue }
            // TensorFlow writes paddings in capitals, and strides for all axes.
            let known =
                if case .string(let text) = value, parameters[place] == "padding" {
                    Value.string(text.lowercased())
                } else { value }
            keywords.append(.init(parameters[place], try interpreter.argument(known)))
        }
        return try make(layer, keywords, library)
    }

    /// The operation of a layer.
    private static func make(
        _ layer: String, _ keywords: [CallSite.Keyword], _ library: LibraryContext
    ) throws(RaisedError) -> any Operation {
        guard let definition = Catalogue.layers[layer] else {
            throw RaisedError(.valueError, "there is no layer \(layer)")
        }
        return try raising {
            try definition.make(CallSite([], keywords: keywords), settings: library.network.settings).product
        }
    }
}
