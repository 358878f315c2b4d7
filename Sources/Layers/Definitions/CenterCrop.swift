extension LayerDefinition {
    /// CenterCrop: the middle of an image.
    static let centerCrop = layer(
        "CenterCrop",
        summary: "The middle of an image; one that is too small is cropped to the aspect ratio and resized.",
        source: "keras/src/layers/preprocessing/image_preprocessing/center_crop.py",
        sizes: "(batch, height, width, channels) → (batch, `height`, `width`, channels)",
        example: "CenterCrop(14, 14)(Input((28, 28, 3)))",
        parameters: [
            Parameter("height", .integer(minimum: 1), "Rows of the output."),
            Parameter("width", .integer(minimum: 1), "Columns of the output."),
            .dataFormat,
        ],
        configOrder: ["data_format", "height", "width"]
    ) { arguments throws(Refusal) in
        CenterCropping(size: [arguments.int("height"), arguments.int("width")], format: arguments.dataFormat())
    }
}
