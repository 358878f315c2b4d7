import Layers
import Network
import TensorEngine

/// What is found in the values that a network has for the data of its inputs.
struct ValueFindings {
    /// Dead maps and saturated ones, where there are any.
    var findings: [Finding] { [undefinedFinding, deadFinding, saturatedFinding].compactMap { $0 } }
    private var undefined: [Found] = []
    private var dead: [Found] = []
    private var saturated: [Found] = []
    /// Why the values were not looked at; nil where they were.
    private(set) var skipped: String?

    /// How many maps of a tensor have something.
    private struct Found {
        let place: String
        let count: Int
        let total: Int
        let activation: String

        var share: Double { Double(count) / Double(total) }
    }

    /// Seconds, as they are estimated, beyond which values are not computed.
    private static let mostSeconds = 2.0

    /// Activations with values at which they hardly change, and these values.
    private static let bounded: [String: (Float, Float)] = [
        "sigmoid": (0, 1), "hard_sigmoid": (0, 1), "tanh": (-1, 1), "hard_tanh": (-1, 1), "softsign": (-1, 1),
    ]

    /// Computes the values of a model.
    init(_ model: Model, _ nodes: [Node], name: (SymbolicTensor) -> String) throws {
        var seconds = 0.0
        for output in model.outputs {
            guard let cost = PendingCost(of: output, model.context) else {
                skipped = "sizes are not known"
                return
            }
            seconds += cost.estimatedSeconds
        }
        guard seconds <= ValueFindings.mostSeconds else {
            skipped = "it would take too long"
            return
        }
        let evaluator = Evaluator(model.context)
        for node in nodes {
            guard let output = node.outputs.first, let layer = node.layer as? CatalogueLayer else { continue }
            let kind = ValueFindings.activation(layer)
            guard kind != nil, output.shape.rank >= 2 else { continue }
            guard let value = try? evaluator.value(of: output) else {
                try Interrupt.check()
                continue
            }
            look(at: value, of: output, activation: kind ?? "", name(output))
        }
    }

    /// The activation that a layer ends with, or is; nil for none.
    private static func activation(_ layer: CatalogueLayer) -> String? {
        switch layer.className {
        case "ReLU": return "relu"
        case "Activation": break
        default:
            guard layer.made.arguments.parameters.contains(where: { $0.name == "activation" }) else { return nil }
        }
        return layer.made.arguments.activation()?.definition.nickname
    }

    private mutating func look(at value: Tensor, of tensor: SymbolicTensor, activation: String, _ place: String) {
        let maps = FeatureMaps(value, dataFormat: FieldReport.format(of: tensor))
        guard tensor.shape.rank > 2, maps.channelCount > 0, !maps.isEmpty else { return }
        var (deadCount, saturatedCount, undefinedCount) = (0, 0, 0)
        for channel in 0..<maps.channelCount {
            var (isDead, atEnds, count, isUndefined) = (true, 0, 0, false)
            for slice in 0..<maps.sliceCount {
                for number in maps.view(channel: channel, slice: slice).values {
                    count += 1
                    if number != 0 { isDead = false }
                    if number.isNaN { isUndefined = true }
                    if let (low, high) = ValueFindings.bounded[activation],
                        number - low < 0.01 * (high - low) || high - number < 0.01 * (high - low)
                    {
                        atEnds += 1
                    }
                }
            }
            if isDead { deadCount += 1 }
            if isUndefined { undefinedCount += 1 }
            if atEnds * 20 >= count * 19 { saturatedCount += 1 }
        }
        func found(_ count: Int) -> Found {
            Found(place: place, count: count, total: maps.channelCount, activation: activation)
        }
        if undefinedCount > 0 { undefined.append(found(undefinedCount)) }
        if deadCount > 0, activation != "linear" { dead.append(found(deadCount)) }
        if saturatedCount > 0 { saturated.append(found(saturatedCount)) }
    }

    /// One finding for all layers, of the first: NaN goes on from there.
    private var undefinedFinding: Finding? {
        guard let first = undefined.first else { return nil }
        return Finding(
            kind: .undefined, place: first.place,
            text: "\(first.count) of \(first.total) maps have values that are NaN\(ValueFindings.others(undefined))",
            fix: "other data or weights; np.isnan(x.numpy()).any() tells where NaN begins")
    }

    /// One finding for all layers, of the one that has most: a few dead maps are usual where weights are random.
    private var deadFinding: Finding? {
        guard let worst = dead.max(by: { $0.share < $1.share }) else { return nil }
        return Finding(
            kind: .deadMaps, place: worst.place,
            text:
                "\(worst.count) of \(worst.total) maps are zero everywhere for these data\(ValueFindings.others(dead))",
            fix: "LeakyReLU in place of \(worst.activation), kernel_initializer=\"he_normal\", or other data: x.feed(…)"
        )
    }

    private var saturatedFinding: Finding? {
        guard let worst = saturated.max(by: { $0.share < $1.share }) else { return nil }
        return Finding(
            kind: .saturated, place: worst.place,
            text:
                "\(worst.count) of \(worst.total) maps are saturated: 95 % of their values lie within 1 % of an end of "
                + "\(worst.activation)\(ValueFindings.others(saturated))",
            fix: "a BatchNormalization before the activation, or smaller data: Rescaling(1 / 255)")
    }

    private static func others(_ found: [Found]) -> String {
        found.count > 1 ? "; \(found.count - 1) other layers have some, too" : ""
    }
}
