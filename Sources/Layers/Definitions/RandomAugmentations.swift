/// Layers that change images at random in training, and pass them on at inference: one definition each.
extension LayerDefinition {
    static let randomFlip = augmentation(
        "RandomFlip", "Flips images", file: "random_flip", "RandomFlip(\"horizontal\")",
        [
            Parameter(
                "mode", .choice(["horizontal", "vertical", "horizontal_and_vertical"]),
                default: .string("horizontal_and_vertical"), "Along which axes."),
            .augmentationSeed, .dataFormat,
        ], order: ["data_format", "seed", "mode"])

    static let randomRotation = augmentation(
        "RandomRotation", "Rotates images", file: "random_rotation", "RandomRotation(0.1)",
        [.factor("factor", "Parts of a full turn, at most.")] + filling,
        order: ["data_format", "factor"] + fillingOrder + ["seed"])

    static let randomZoom = augmentation(
        "RandomZoom", "Enlarges or shrinks images", file: "random_zoom", "RandomZoom(0.2)",
        [
            .factor("height_factor", "Part of the height, at most."),
            .factor("width_factor", "Part of the width, at most; None keeps the aspect ratio.", default: Argument.none),
        ] + filling,
        order: ["data_format", "height_factor", "width_factor", "fill_mode", "interpolation", "seed", "fill_value"])

    static let randomTranslation = augmentation(
        "RandomTranslation", "Shifts images", file: "random_translation", "RandomTranslation(0.1, 0.1)",
        [
            .factor("height_factor", "Part of the height, at most."),
            .factor("width_factor", "Part of the width, at most."),
        ] + filling,
        order: ["data_format", "height_factor", "width_factor", "fill_mode", "interpolation", "seed", "fill_value"])

    static let randomContrast = augmentation(
        "RandomContrast", "Changes the contrast of images", file: "random_contrast", "RandomContrast(0.2)",
        [.factor("factor", "Part of the contrast, at most."), .valueRange, .augmentationSeed, .dataFormat],
        order: ["data_format", "factor", "value_range", "seed"])

    static let randomBrightness = augmentation(
        "RandomBrightness", "Changes the brightness of images", file: "random_brightness", "RandomBrightness(0.2)",
        [.factor("factor", "Part of the range of values, at most."), .valueRange, .augmentationSeed, .dataFormat],
        order: ["data_format", "factor", "value_range", "seed"])

    static let randomCrop = augmentation(
        "RandomCrop", "Cuts a part out of images", file: "random_crop", "RandomCrop(14, 14)",
        [
            Parameter("height", .integer(minimum: 1), "Rows of the part."),
            Parameter("width", .integer(minimum: 1), "Columns of the part."), .augmentationSeed, .dataFormat,
            .positionalName,
        ], order: ["data_format", "height", "width", "seed"])

    private static let filling: [Parameter] = [
        Parameter(
            "fill_mode", .choice(["constant", "nearest", "wrap", "reflect"]), default: .string("reflect"),
            "What stands outside of the image."),
        Parameter(
            "interpolation", .choice(["nearest", "bilinear"]), default: .string("bilinear"),
            "How pixels between pixels are found."),
        .augmentationSeed,
        Parameter(
            "fill_value", .number(minimum: nil, maximum: nil), default: .float(0),
            "What stands outside of the image with fill_mode=\"constant\"."),
        .dataFormat,
    ]
    private static let fillingOrder = ["fill_mode", "fill_value", "interpolation"]

    private static func augmentation(
        _ name: String, _ what: String, file: String, _ call: String, _ parameters: [Parameter], order: [String]
    ) -> LayerDefinition {
        let crops = parameters.contains { $0.name == "height" }
        return layer(
            name, summary: "\(what) at random in training; passes them on at inference.",
            source: "keras/src/layers/preprocessing/image_preprocessing/\(file).py",
            sizes: crops
                ? "(batch, height, width, channels) → (batch, `height`, `width`, channels)" : OutputSizes.unchanged,
            example: "\(call)(Input((28, 28, 3)))", parameters: parameters, drawsSeed: { _ in true },
            configOrder: order
        ) { arguments throws(Refusal) in
            RandomAugmentation(
                layer: name, size: crops ? [arguments.int("height"), arguments.int("width")] : nil,
                format: arguments.dataFormat())
        }
    }
}

extension Parameter {
    fileprivate static let augmentationSeed = Parameter(
        "seed", .optional(.integer(minimum: .min)), default: Argument.none, "Fixes what is drawn.", typeErrors: .checked
    )

    fileprivate static let valueRange = Parameter(
        "value_range", .any, default: .tuple([.int(0), .int(255)]), "The range of the values of images.")

    fileprivate static func factor(_ name: String, _ doc: String, default value: Argument? = nil) -> Parameter {
        Parameter(name, .any, default: value, "\(doc) One number, or the least and the greatest.")
    }
}
