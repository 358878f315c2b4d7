import Layers
import Network

extension LibraryContext {
    /// Where a feature map has its channels: what its layer says, or the layers before it.
    /// - Complexity: O(layers before it whose format is not known yet): each node keeps its own.
    public func dataFormat(of tensor: SymbolicTensor) -> DataFormat {
        var (passed, current): ([Node], Node) = ([], tensor.node)
        while current[KeptFormat.self] == nil {
            passed.append(current)
            guard let layer = current.layer as? CatalogueLayer else { break }
            if let format = layer.operation.dataFormat {
                current[KeptFormat.self] = KeptFormat(format: format)
                break
            }
            guard let before = current.inputs.first?.node else { break }
            current = before
        }
        let found = current[KeptFormat.self] ?? KeptFormat(format: nil)
        for node in passed { node[KeptFormat.self] = found }
        return found.format ?? network.settings.imageDataFormat
    }

    /// The format that a node's layer, or one before it, was given; nil where none was.
    private struct KeptFormat {
        let format: DataFormat?
    }
}
