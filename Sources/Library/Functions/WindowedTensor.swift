import Interpreter
import Layers
import Network

extension Subject {
    /// The tensor whose layer's window is to be watched. Of a model, or what one made, that is the last in it that a layer
    /// makes by moving a window, which is said.
    /// - Throws: as `tensor`.
    func windowedTensor() throws(RaisedError) -> SymbolicTensor {
        let tensor = try tensor()
        guard !tensor.layer.movesWindow, isNetwork || tensor.node.network != nil else { return tensor }
        let windows = GraphWalk.nodes(before: [tensor.inlined]).filter(\.layer.movesWindow)
        guard let found = windows.last?.outputs.first else { return tensor }
        noteChoice(of: found, among: windows.map(\.layer))
        return found
    }

    private var isNetwork: Bool { if case .model = kind { true } else { false } }

    /// Says which tensor was chosen, and how to choose.
    private func noteChoice(of tensor: SymbolicTensor, among layers: [Layer]) {
        let other = layers.first { $0 !== tensor.layer } ?? tensor.layer
        library.note(
            .text(
                "this is \(tensor.shownName), the last layer of \(shownName) that moves a window; for another, give that "
                    + "layer: \(function)(\(library.typedName(other)))"))
    }
}

extension Layer {
    /// Whether it is a layer that moves a window.
    fileprivate var movesWindow: Bool { (self as? CatalogueLayer)?.operation is any WindowedOperation }
}
