import Layers
import Network

/// Tells the scores of attention from images.
public enum AttentionScores {
    /// Whether a tensor holds scores, of each head those of all keys for each query: a product of matrices that a softmax has
    /// made shares of along the last axis, or what only changes these one by one.
    public static func areIn(_ tensor: SymbolicTensor) -> Bool {
        guard tensor.shape.rank == 4 else { return false }
        var current = tensor.inlined
        while current.shape.rank == 4 {
            if isSoftmaxOfProducts(current) { return true }
            guard current.node.inputs.count == 1, isElementwise(current) else { return false }
            current = current.node.inputs[0]
        }
        return false
    }

    private static func isSoftmaxOfProducts(_ tensor: SymbolicTensor) -> Bool {
        guard ["Softmax", "MaskedSoftmax"].contains(tensor.layer.className), mixesLastAxis(tensor),
            var source = tensor.node.inputs.first
        else { return false }
        // Between the two the products may be divided, and a mask added.
        while !isProduct(source.node) {
            guard isElementwise(source), let before = source.node.inputs.first, before.shape.rank == 4 else {
                return false
            }
            source = before
        }
        return true
    }

    private static func isProduct(_ node: Node) -> Bool {
        let operation = (node.layer as? CatalogueLayer)?.operation
        return (operation as? FunctionOperation)?.sumsProducts == true || node.layer.className == "Dot"
    }

    /// Whether an element depends on those along the last axis, and no others.
    private static func mixesLastAxis(_ tensor: SymbolicTensor) -> Bool {
        guard let axes = positions(of: tensor)?.axes, let last = axes.indices.last else { return false }
        return axes.indices.allSatisfy { (axes[$0] == .same($0)) == ($0 != last) }
    }

    private static func isElementwise(_ tensor: SymbolicTensor) -> Bool {
        guard let axes = positions(of: tensor)?.axes else { return false }
        return axes.enumerated().allSatisfy { $1 == .same($0) }
    }

    private static func positions(of tensor: SymbolicTensor) -> Positions? {
        let node = tensor.node
        return node.layer.positions(
            ofOutput: tensor.outputIndex, inputs: node.inputs.map(\.shape), outputs: node.outputs.map(\.shape)
        ).first
    }
}
