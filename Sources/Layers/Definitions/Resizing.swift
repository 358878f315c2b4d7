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
            Parameter("crop_to_aspect_ratio", .outside, default: .bool(false), "Cropping first: outside this program."),
            Parameter("pad_to_aspect_ratio", .outside, default: .bool(false), "Padding first: outside this program."),
            Parameter("fill_mode", .choice(["constant"]), default: .string("constant"), "How padding is filled."),
            Parameter("fill_value", .number(minimum: nil, maximum: nil), default: .float(0), "What padding holds."),
            Parameter(
                "antialias", .bool, default: .bool(false), "Whether every input pixel counts where an image shrinks."),
            .dataFormat,
        ]
    ) { arguments throws(Refusal) in
        ResizingOperation(
            size: [arguments.int("height"), arguments.int("width")],
            interpolation: Interpolation(rawValue: arguments.string("interpolation")) ?? .bilinear,
            antialias: arguments.bool("antialias"), format: arguments.dataFormat())
    }
}
