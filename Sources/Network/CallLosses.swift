import Layers
import TensorEngine

/// What the calls of a layer on data have added to the loss since the last call that no other was around.
public final class CallLosses {
    /// Penalties of outputs, and what the `call` of a script gave to `add_loss`, in the order in which they were added.
    public private(set) var values: [Tensor] = []
    private let journal: Journal

    init(_ journal: Journal) { self.journal = journal }

    /// Adds a loss, as `add_loss` does.
    public func add(_ loss: Tensor) { replace(by: values + [loss]) }

    /// Forgets all losses.
    public func clear() { if !values.isEmpty { replace(by: []) } }

    /// Adds the penalty of each output, for one sample of its batch.
    ///
    /// Source: `Layer.__call__` in keras/src/layers/layer.py.
    /// - Parameter penalty: the penalty of a tensor; nil for none.
    public func addPenalties(of outputs: [Tensor], _ penalty: (Tensor) throws -> Float?) throws {
        for output in outputs {
            guard let whole = try penalty(output) else { continue }
            let batch = output.shape.dims.first ?? 1
            add(try Tensor(scalar: batch == 0 ? 0 : whole / Float(batch)))
        }
    }

    private func replace(by new: [Tensor]) {
        let before = values
        journal.keep(self) { self.values = before }
        values = new
    }
}
