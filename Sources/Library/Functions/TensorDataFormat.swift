import Inspection
import Layers
import Network

extension LibraryContext {
    /// Where a feature map has its channels: what its layer says, or the layers before it.
    ///
    /// Scores of attention have a map for each head, (batch, heads, queries, keys), whatever the images have.
    /// - Complexity: O(layers before it whose format is not known yet): each node keeps its own.
    public func dataFormat(of tensor: SymbolicTensor) -> DataFormat {
        AttentionScores.areIn(tensor) ? .channelsFirst : FieldReport.format(of: tensor)
    }
}
