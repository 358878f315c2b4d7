import TensorEngine

/// Random values whose variance is scale / n, where n is the number of inputs, of outputs, or the mean of both.
///
/// Truncated normal: σ = √(scale / n) / 0.8796 (the deviation of a normal cut at two deviations);
/// uniform: between −√(3·scale / n) and √(3·scale / n).
/// Source: Glorot and Bengio 2010; He et al. 2015; Keras's `VarianceScaling`.
struct VarianceScaling: Sendable {
    /// What n is.
    enum Mode: String, CaseIterable, Sendable {
        case fanIn = "fan_in"
        case fanOut = "fan_out"
        case fanAverage = "fan_avg"
    }

    /// How the values are distributed.
    enum Distribution: String, CaseIterable, Sendable {
        case truncatedNormal = "truncated_normal"
        case untruncatedNormal = "untruncated_normal"
        case uniform
    }

    let scale: Double
    let mode: Mode
    let distribution: Distribution

    /// - Parameter axes: the axes that hold inputs and outputs; nil for Keras's rule.
    func values(_ shape: [Int], seed: RandomSeed, axes: (incoming: [Int], outgoing: [Int])?) throws -> Tensor {
        let fans =
            try axes.map { try Fans(shape: shape, incoming: $0.incoming, outgoing: $0.outgoing) } ?? Fans(shape: shape)
        let count =
            switch mode {
            case .fanIn: Double(fans.incoming)
            case .fanOut: Double(fans.outgoing)
            case .fanAverage: (Double(fans.incoming) + Double(fans.outgoing)) / 2
            }
        let variance = scale / max(1, count)
        switch distribution {
        case .truncatedNormal:
            let deviation = variance.squareRoot() / 0.879_625_661_034_239_78
            return try Tensor.truncatedNormal(Shape(shape), deviation: Float(deviation), seed: seed)
        case .untruncatedNormal:
            return try Tensor.normal(Shape(shape), deviation: Float(variance.squareRoot()), seed: seed)
        case .uniform:
            let limit = Float((3 * variance).squareRoot())
            return try Tensor.uniform(Shape(shape), low: -limit, high: limit, seed: seed)
        }
    }
}

extension VarianceScaling {
    /// The initializer with the seed and the axes of a call.
    func initializer(_ arguments: BoundArguments) -> Initializer {
        var axes: (incoming: [Int], outgoing: [Int])?
        if let incoming = arguments.optionalInts("input_axes"), let outgoing = arguments.optionalInts("output_axes") {
            axes = (incoming, outgoing)
        }
        return Initializer(source: arguments.seedSource) { [axes] shape, seed in
            try values(shape, seed: seed, axes: axes)
        }
    }
}

extension Parameter {
    static let inputAxes = Parameter(
        "input_axes", .optional(.axes), default: Argument.none,
        "The axes of the weight that hold inputs; None for Keras's rule.")

    static let outputAxes = Parameter(
        "output_axes", .optional(.axes), default: Argument.none,
        "The axes of the weight that hold outputs; None for Keras's rule.")
}

extension Definition where Product == Initializer {
    /// The general form, with every choice open.
    static let varianceScaling = Definition(
        name: "VarianceScaling", nickname: "variance_scaling",
        summary: "Random values whose variance is scale divided by the number of inputs or outputs.",
        source: "He et al. 2015, https://arxiv.org/abs/1502.01852",
        parameters: [
            Parameter("scale", .number(minimum: nil, maximum: nil), default: .float(1), "Factor on the variance."),
            Parameter(
                "mode", .choice(VarianceScaling.Mode.allCases.map(\.rawValue)), default: .string("fan_in"),
                "Whether inputs, outputs or their mean are counted."),
            Parameter(
                "distribution", .choice(["normal"] + VarianceScaling.Distribution.allCases.map(\.rawValue)),
                default: .string("truncated_normal"), "How the values are distributed."),
            .seed, .inputAxes, .outputAxes,
        ], drawsSeed: { _ in true }
    ) { arguments throws(Refusal) in
        guard arguments.double("scale") > 0 else {
            throw Refusal(
                argument: "scale", "Argument `scale` must be positive float.",
                received: "scale=\(arguments["scale"])")
        }
        let scaling = VarianceScaling(
            scale: arguments.double("scale"),
            mode: VarianceScaling.Mode(rawValue: arguments.string("mode")) ?? .fanIn,
            distribution: VarianceScaling.Distribution(rawValue: arguments.string("distribution")) ?? .truncatedNormal)
        return scaling.initializer(arguments)
    }

    /// A form with the choices made, as `GlorotUniform` is.
    static func scaled(
        _ name: String, nickname: String, _ scaling: VarianceScaling, summary: String, source: String
    ) -> Definition {
        Definition(
            name: name, nickname: nickname, summary: summary, source: source,
            parameters: [.seed, .inputAxes, .outputAxes], drawsSeed: { _ in true }
        ) {
            scaling.initializer($0)
        }
    }
}
