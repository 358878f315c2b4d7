import Layers
import Network
import TensorEngine

/// Two layers, tensors or models side by side.
public struct ComparisonReport: Report {
    /// What there is to say of one side.
    public struct Side: Sendable {
        /// What it is called.
        public let name: String
        /// The class of the layer or the model.
        public let layer: String
        /// The shape of the output.
        public let shape: BatchShape
        /// The number of parameters.
        public let parameters: Int
        /// The multiply-accumulate operations for one sample.
        public let cost: Cost
        /// How much of the network's input one pixel sees.
        public let field: ReceptiveField?
    }

    /// Something that is not the same: an argument, or a layer of a model.
    public struct Difference: Sendable, Equatable {
        /// The argument's name; empty for layers of models.
        public let name: String
        /// What the first and the second one have; nil for nothing.
        public let first: String?
        /// What the second one has; nil for nothing.
        public let second: String?
    }

    /// The first and the second one.
    public let sides: [Side]
    /// What is not the same.
    public let differences: [Difference]
    /// Whose weights they have.
    public let weights: String
    /// How the values compare; nil where they cannot be computed.
    public let values: ValueComparison?
    /// Both outputs, and their difference; nil where there is nothing to draw.
    public let maps: MapsReport?

    /// Compares two sides. Leaves no trace.
    /// - Parameters:
    ///   - sharesWeights: whether the second one has the weights of the first where shapes allow it.
    ///   - dataFormat: where the outputs have their channels.
    /// - Throws: what computing the values throws, but for data that are missing.
    public init(
        _ first: ComparedSide, _ second: ComparedSide, sharesWeights: Bool, dataFormat: DataFormat,
        _ context: NetworkContext
    ) throws {
        sides = [first, second].map { side in
            Side(
                name: side.name, layer: side.layer.className, shape: side.shape, parameters: side.parameters,
                cost: side.cost, field: side.field)
        }
        differences = ComparisonReport.differences(first.layer, second.layer)
        var computed: (Tensor, Tensor)?
        var weights = ""
        do {
            (computed, weights) = try context.withoutTrace { () throws -> ((Tensor, Tensor), String) in
                let one = try first.value(context)
                if sharesWeights, first.layer !== second.layer, let other = try second.value(weightsOf: first, context)
                {
                    let names =
                        other.shared.count > 4
                        ? "weights in \(other.shared.count) layers" : other.shared.joined(separator: " and ")
                    return ((one, other.value), "\(second.name) computed with \(first.name)'s \(names)")
                }
                let hasWeights = first.layer !== second.layer && (!first.weights.isEmpty || !second.weights.isEmpty)
                return ((one, try second.value(context)), hasWeights ? "each with its own weights" : "")
            }
        } catch EngineError.interrupted {
            throw EngineError.interrupted
        } catch let refusal as Refusal {
            weights = "not computed: \(refusal.rule)"
        }
        self.weights = weights
        values = computed.map { ValueComparison($0.0, $0.1, dataFormat) }
        maps = computed.flatMap { ComparisonReport.maps($0.0, $0.1, first.name, second.name, dataFormat) }
    }

    // MARK: Arguments

    private static func differences(_ first: Layer, _ second: Layer) -> [Difference] {
        if let first = first as? Model, let second = second as? Model {
            return LayerAlignment(first.layers.map(\.representation), second.layers.map(\.representation)).differences
        }
        if [first, second].allSatisfy({ $0 is Model || $0 is ScriptedLayer }) {
            let layers = [first, second].map { ComparedSide.leaves(of: $0).map(\.representation) }
            return LayerAlignment(layers[0], layers[1]).differences
        }
        guard let first = (first as? CatalogueLayer)?.made.arguments,
            let second = (second as? CatalogueLayer)?.made.arguments
        else { return [] }
        var names = first.parameters.map(\.name)
        names += second.parameters.map(\.name).filter { !names.contains($0) }
        return names.compactMap { name in
            guard name != "name", name != "weights" else { return nil }
            let texts = [first, second].map { arguments in
                arguments.parameters.first { $0.name == name }.map { arguments.effective($0).text }
            }
            guard texts[0] != texts[1] else { return nil }
            // What only one of them has is worth a line where somebody gave it.
            let isShared = first.has(name) && second.has(name)
            let isGiven = [first, second].contains { $0.nonDefault.contains { $0.parameter.name == name } }
            guard isShared || isGiven else { return nil }
            return Difference(name: name, first: texts[0], second: texts[1])
        }
    }

    // MARK: Pictures

    /// The channel in which they differ most, of both, and the difference where the sizes are equal.
    private static func maps(
        _ first: Tensor, _ second: Tensor, _ firstName: String, _ secondName: String, _ format: DataFormat
    ) -> MapsReport? {
        let maps = [first, second].map { FeatureMaps($0, dataFormat: format) }
        guard maps.allSatisfy({ !$0.isEmpty }), maps[0].isLine == maps[1].isLine else { return nil }
        let channel = ValueComparison(first, second, format).channel ?? 0
        func panel(_ maps: FeatureMaps, _ name: String) -> MapsReport.Panel {
            let view = maps.view(channel: min(channel, maps.channelCount - 1))
            let size = maps.isLine ? "\(view.columns)" : "\(view.rows)×\(view.columns)"
            return MapsReport.Panel("\(name) #\(channel) \(size)", maps.isLine ? .plot(view) : .map(view))
        }
        var panels = [panel(maps[0], firstName), panel(maps[1], secondName)]
        if first.shape == second.shape, first != second, let difference = try? combine(second, first, .subtract) {
            let map = FeatureMaps(difference, dataFormat: format)
            var panel = panel(map, "\(secondName) − \(firstName)")
            panel.source = map.source
            panels.append(panel)
        }
        return MapsReport(
            title: "", sources: maps.map(\.source), groups: [MapsReport.Group(panels)],
            total: panels.count { $0.source == nil })
    }
}

extension Argument {
    /// As code, one number for equal sizes.
    fileprivate var text: String {
        guard case .tuple(let items) = self, let first = items.first, items.allSatisfy({ $0.isSame(as: first) }) else {
            return source
        }
        if case .int = first { return first.source }
        return source
    }
}
