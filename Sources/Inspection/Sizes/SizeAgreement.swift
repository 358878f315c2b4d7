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
        return node.layer.matches(node.inputs.map(\.shape)).compactMap(SizeCondition.init).filter {
            seen.insert($0).inserted
        }
        .map { SizeAgreement(condition: $0, set: set($0)) }
    }

    /// The sizes for which it holds, and there are two tensors.
    private static func set(_ condition: SizeCondition) -> SizeSet? {
        let symbols = condition.symbols
        guard symbols.count == 1, let symbol = symbols.first else { return nil }
        return SizeSet(of: symbol, [condition] + condition.formulas.map { .positive($0) })
    }

    /// `fits where 2⌊H/2⌋ = H, that is H is even`
    public var text: String {
        guard let set, let symbol = condition.symbols.first else { return "fits where \(condition.text)" }
        guard set.minimum != nil else { return "\(condition.text) for no \(symbol.name)" }
        let isStrict = SizeAgreement.set(condition.strict) == set
        return "fits where \(condition.text)\(isStrict ? "" : " or one of them is 1"), that is \(set.text(symbol.name))"
    }
}
