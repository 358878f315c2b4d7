import Layers
import Network
import TensorEngine

/// What the sizes of a model's inputs must fulfil, found by going through the model with sizes that are not known.
public struct SizeRequirements {
    /// A condition and the layer that has it.
    public struct Requirement: Sendable {
        /// The condition.
        public let condition: SizeCondition
        /// What the tensor is called for which it has to hold, or its layer.
        public let layer: String
    }

    /// An axis of an input whose size may be chosen.
    public struct Axis: Sendable {
        /// The size.
        public let symbol: SizeSymbol
        /// Which of the model's inputs it belongs to.
        public let input: Int
        /// Its place among the axes, batch axis included.
        public let axis: Int
    }

    /// The inputs' shapes, with symbols for the sizes that may be chosen.
    public let inputs: [BatchShape]
    /// The outputs' shapes for these.
    public private(set) var outputs: [BatchShape] = []
    /// The sizes that may be chosen.
    public let axes: [Axis]
    /// What they must fulfil, each once.
    public private(set) var requirements: [Requirement] = []

    /// Whether no size that is a number is less than 1.
    public private(set) var arePositive = true

    private var known: Set<SizeCondition> = []
    private let name: (SymbolicTensor) -> String

    /// Goes through a model.
    /// - Parameters:
    ///   - fixed: numbers in place of some of the sizes.
    ///   - name: the name of a tensor.
    /// - Throws: `Refusal` where a layer refuses what reaches it for all sizes, or its shapes are not known.
    public init(
        of model: Model, fixing fixed: [SizeSymbol: Int] = [:],
        name: @escaping (SymbolicTensor) -> String = \.layer.name
    ) throws(Refusal) {
        self.name = name
        (inputs, axes) = SizeRequirements.places(in: model, fixing: fixed)
        outputs = try follow(model, inputs)
    }

    /// The inputs' shapes with symbols for the sizes that may be chosen, and where these stand.
    static func places(
        in model: Model, fixing fixed: [SizeSymbol: Int] = [:]
    ) -> (inputs: [BatchShape], axes: [Axis]) {
        let format = model.context.settings.imageDataFormat
        var (inputs, axes): ([BatchShape], [Axis]) = ([], [])
        for (index, input) in model.inputs.enumerated() {
            let own =
                model.outputs.first { NodeFields.fields(of: $0)?.format != nil }
                .map { FieldReport.format(of: input, seenFrom: $0) } ?? format
            let spatial = SpatialAxes(input.shape, own)
            var shape = input.shape
            for (place, name) in zip(spatial.places, spatial.symbolNames) {
                let symbol =
                    shape.dims[place + 1].formula?.soleSymbol
                    ?? SizeSymbol(id: axes.count - 1000, name: name, number: index + 1)
                shape.dims[place + 1] = fixed[symbol].map { Dim($0) } ?? Dim(symbol)
                axes.append(Axis(symbol: symbol, input: index, axis: place + 1))
            }
            inputs.append(shape)
        }
        return (inputs, axes)
    }

    private mutating func require(_ condition: SizeCondition, _ node: Node) {
        if !condition.symbols.isEmpty, known.insert(condition).inserted {
            let layer = node.outputs.first.map(name) ?? node.layer.name
            requirements.append(Requirement(condition: condition, layer: layer))
        }
    }

    /// Follows shapes through a model and the models in it.
    private mutating func follow(_ model: Model, _ inputs: [BatchShape]) throws(Refusal) -> [BatchShape] {
        var shapes: [ObjectIdentifier: BatchShape] = [:]
        for (input, shape) in zip(model.inputs, inputs) { shapes[ObjectIdentifier(input)] = shape }
        for node in model.nodes where !node.inputs.isEmpty {
            let before = node.inputs.map { shapes[ObjectIdentifier($0)] ?? $0.shape }
            let after: [BatchShape]
            // A script that cannot be called with sizes that are not known may have been with those that are.
            if let inner = node.layer.network(inside: node, for: before) ?? node.network {
                after = try follow(inner, before)
            } else {
                let fixed = try requireWeights(node, node.roles.parts(of: before).inputs)
                for condition in node.layer.matches(fixed).compactMap(SizeCondition.init) {
                    require(condition, node)
                }
                after = try node.layer.outputShapes(for: fixed)
            }
            for (tensor, shape) in zip(node.outputs, after) {
                for formula in shape.dims.compactMap(\.formula) { require(.positive(formula), node) }
                if shape.perSample.contains(where: { ($0.known ?? 1) < 1 }) { arePositive = false }
                shapes[ObjectIdentifier(tensor)] = shape
            }
        }
        return model.outputs.map { shapes[ObjectIdentifier($0)] ?? $0.shape }
    }

    /// Requires the sizes on which a layer's weights depend to be those that they were made for.
    /// - Returns: the shapes with these sizes.
    /// - Throws: `Refusal` where a size is a number, and another one.
    private mutating func requireWeights(_ node: Node, _ inputs: [BatchShape]) throws(Refusal) -> [BatchShape] {
        guard let layer = node.layer as? CatalogueLayer, !layer.weights.isEmpty, layer.builtFor.count == inputs.count
        else {
            return inputs
        }
        let made = try? layer.operation.weights(for: layer.builtFor).map(\.shape)
        var result = inputs
        for (index, shape) in inputs.enumerated() where shape.rank == layer.builtFor[index].rank {
            for (axis, size) in shape.dims.enumerated() {
                guard let built = layer.builtFor[index].dims[axis].known, size != Dim(built), size != .unknown else {
                    continue
                }
                var other = layer.builtFor
                other[index].dims[axis] = Dim(built + 1)
                guard (try? layer.operation.weights(for: other).map(\.shape)) != made else { continue }
                guard let formula = size.formula else {
                    throw Refusal("The weights of '\(layer.name)' were made for the size \(built), not \(size).")
                }
                require(.number(formula, built, orOne: false), node)
                result[index].dims[axis] = Dim(built)
            }
        }
        return result
    }
}

extension SpatialAxes {
    /// What the sizes are called in formulas: `H`, `W`.
    fileprivate var symbolNames: [String] { SizeSymbol.names(spatialAxes: count) }
}

extension SizeFormula {
    /// The one size that it is; nil for any other formula.
    fileprivate var soleSymbol: SizeSymbol? {
        guard symbols.count == 1, let symbol = symbols.first, self == SizeFormula(symbol) else { return nil }
        return symbol
    }
}
