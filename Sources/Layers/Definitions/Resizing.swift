import TensorEngine

extension LayerDefinition {
    /// Resizing: images brought to a given size.
    static let resizing = layer(
        "Resizing",
        summary: "Images brought to a given height and width.",
        source: "keras/src/layers/preprocessing/image_preprocessing/resizing.py",
        sizes: "(batch, height, width, channels) → (batch, `height`, `width`, channels)",
        example: "Resizing(14, 14)(Input((28, 28, 3)))",
        parameters: [
            Parameter("height", .integer(minimum: 1), "Rows of the output."),
            Parameter("width", .integer(minimum: 1), "Columns of the output."),
            Parameter(
                "interpolation", .choice(["bilinear", "nearest", "bicubic", "lanczos3", "lanczos5"]),
                default: .string("bilinear"), "How pixels between pixels are found."),
            Parameter(
                "crop_to_aspect_ratio", .bool, default: .bool(false),
                "Whether the image is cropped to the aspect ratio of the new size first."),
            Parameter(
                "pad_to_aspect_ratio", .bool, default: .bool(false),
                "Whether the image is padded to the aspect ratio of the new size first."),
            Parameter("fill_mode", .choice(["constant"]), default: .string("constant"), "How padding is filled."),
            Parameter("fill_value", .number(minimum: nil, maximum: nil), default: .float(0), "What padding holds."),
            Parameter(
                "antialias", .bool, default: .bool(false), "Whether every input pixel counts where an image shrinks."),
            .dataFormat,
        ],
        configOrder: [
            "data_format", "height", "width", "interpolation", "crop_to_aspect_ratio", "pad_to_aspect_ratio",
            "fill_mode", "fill_value", "antialias",
        ]
    ) { arguments throws(Refusal) in
        let (crops, pads) = (arguments.bool("crop_to_aspect_ratio"), arguments.bool("pad_to_aspect_ratio"))
        guard !crops || !pads else {
            throw Refusal(
                argument: "pad_to_aspect_ratio",
                "Only one of `pad_to_aspect_ratio` & `crop_to_aspect_ratio` can be `True`.", remedy: "choose one")
        }
        return ResizingOperation(
            size: [arguments.int("height"), arguments.int("width")],
            interpolation: Interpolation(rawValue: arguments.string("interpolation")) ?? .bilinear,
            antialias: arguments.bool("antialias"),
            fit: crops ? .crop : pads ? .pad(Float(arguments.double("fill_value"))) : .stretch,
            format: arguments.dataFormat())
    }
}
