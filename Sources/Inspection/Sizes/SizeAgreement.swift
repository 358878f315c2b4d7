import Layers
import Network
import TensorEngine

/// For which sizes two inputs of a layer agree that joins or combines them.
public struct SizeAgreement: Hashable, Sendable {
    /// The condition: `2⌊H/2⌋ = H`.
    public let condition: SizeCondition
    /// The sizes for which it holds and there are two tensors; nil where they depend on several sizes, or cannot be listed.
    public let set: SizeSet?
    /// Whether some of them fit only because a size of 1 repeats.
    private let repeatsOne: Bool

    /// What a call needs of its inputs' sizes that is not known to be so.
    public static func all(of node: Node) -> [SizeAgreement] {
        // Formulas are compared only where there are any.
        guard node.inputs.count > 1, node.inputs.contains(where: { $0.shape.dims.contains { $0.formula != nil } })
        else {
            return []
        }
        var seen: Set<SizeCondition> = []
        return node.layer.matches(node.inputs.map(\.shape)).compactMap(SizeCondition.init).filter {
            seen.insert($0).inserted
        }
        .map { SizeAgreement($0, before: node) }
    }

    private init(_ condition: SizeCondition, before node: Node) {
        self.condition = condition
        let symbols = condition.symbols
        guard symbols.count == 1, let symbol = symbols.first else {
            (set, repeatsOne) = (nil, condition.allowsOne)
            return
        }
        let positive = SizeAgreement.formulas(of: symbol, before: node).map { SizeCondition.positive($0) }
        set = SizeSet(of: symbol, positive + [condition])
        repeatsOne = set != SizeSet(of: symbol, positive + [condition.strict])
    }

    /// The sizes of all tensors before a call, as far as they depend on one size alone.
    private static func formulas(of symbol: SizeSymbol, before node: Node) -> Set<SizeFormula> {
        GraphWalk.nodes(before: node.inputs).reduce(into: []) { found, node in
            for formula in node.outputs.flatMap({ $0.shape.dims.compactMap(\.formula) })
            where formula.symbols == [symbol] { found.insert(formula) }
        }
    }

    /// `fits where 2⌊H/2⌋ = H, that is H is even`
    public var text: String {
        let text = condition.text + (repeatsOne ? " or one of them is 1" : "")
        guard let set, let symbol = condition.symbols.first else { return "fits where \(text)" }
        guard set.minimum != nil else { return "\(condition.text) for no \(symbol.name)" }
        return "fits where \(text), that is \(set.text(symbol.name))"
    }
}
