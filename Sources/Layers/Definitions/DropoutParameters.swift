/// The parameters of layers that act in training only.
extension Parameter {
    static let rate = Parameter(
        "rate", .number(minimum: 0, maximum: 1), "The part that is dropped, from 0 to 1.", oldNames: ["p"])

    static let noiseSeed = Parameter(
        "seed", .optional(.integer(minimum: .min)), default: Argument.none, "Fixes the noise.",
        typeErrors: .checked)

    static let noiseShape = Parameter(
        "noise_shape", .optional(.maskShape), default: Argument.none, "Shape of the mask, 1 along axes that share it.")
}
