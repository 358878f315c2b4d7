import Layers
import Network
import TensorEngine

/// For which sizes two inputs of a layer agree that joins or combines them.
public struct SizeAgreement: Hashable, Sendable {
    /// The condition: `2⌊H/2⌋ = H`.
    public let condition: SizeCondition
    /// The sizes for which it holds; nil where they depend on several sizes, or cannot be listed.
    public let set: SizeSet?

    /// What a call needs of its inputs' sizes that is not known to be so.
    public static func all(of node: Node) -> [SizeAgreement] {
        // Formulas are compared only where there are any.
        guard node.inputs.count > 1, node.inputs.contains(where: { $0.shape.dims.contains { $0.formula != nil } })
        else {
            return []
        }
        var seen: Set<SizeCondition> = []
        return node.layer.matches(node.inputs.map(\.shape)).compactMap(condition).filter { seen.insert($0).inserted }
            .map { condition in
                let symbols = condition.symbols
                let set = symbols.count == 1 ? symbols.first.flatMap { SizeSet(of: $0, [condition]) } : nil
                return SizeAgreement(condition: condition, set: set)
            }
    }

    /// The condition that two sizes be equal; nil where nothing is known of one, or none of them has a formula.
    static func condition(_ match: SizeMatch) -> SizeCondition? {
        switch (match.first.formula, match.second.formula) {
        case (let a?, let b?): .equal(a, b)
        case (let formula?, nil): match.second.known.map { .number(formula, $0) }
        case (nil, let formula?): match.first.known.map { .number(formula, $0) }
        case (nil, nil): nil
        }
    }

    /// `fits where 2⌊H/2⌋ = H, that is H is even`
    public var text: String {
        guard let set, let symbol = condition.symbols.first else { return "fits where \(condition.text)" }
        guard set.minimum != nil else { return "\(condition.text) for no \(symbol.name)" }
        return "fits where \(condition.text), that is \(set.text(symbol.name))"
    }
}
