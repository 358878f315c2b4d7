import Layers
import Network

extension LibraryContext {
    /// Where a feature map has its channels: what its layer says, or the layers before it.
    /// - Complexity: O(layers before it whose format is not known yet): each node keeps its own.
    public func dataFormat(of tensor: SymbolicTensor) -> DataFormat {
        for node in GraphWalk.nodes(before: [tensor], unless: { $0.node[KeptFormat.self] != nil }) {
            let own = (node.layer as? CatalogueLayer)?.operation.dataFormat
            let before = node.inputs.lazy.compactMap { $0.node[KeptFormat.self]?.format }
            node[KeptFormat.self] = KeptFormat(format: own ?? before.first)
        }
        return tensor.node[KeptFormat.self]?.format ?? network.settings.imageDataFormat
    }

    /// The format that a node's layer, or one before it, was given; nil where none was.
    private struct KeptFormat {
        let format: DataFormat?
    }
}
