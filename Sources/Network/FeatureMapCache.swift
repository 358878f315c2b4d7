import TensorEngine

/// Feature maps that were computed and are kept, the oldest dropped when they pass a budget.
public final class FeatureMapCache {
    /// Bytes to keep at most.
    public let budget: Int
    private var entries: [ObjectIdentifier: Entry] = [:]
    private var clock = 0
    private var bytes = 0

    private struct Entry {
        // Kept alive, so that the identifier cannot come to mean another tensor.
        let tensor: SymbolicTensor
        let value: Tensor
        var lastUse: Int
    }

    init(budget: Int) { self.budget = budget }

    /// The map of a tensor; nil if it is not kept.
    func value(of tensor: SymbolicTensor) -> Tensor? {
        clock += 1
        entries[ObjectIdentifier(tensor)]?.lastUse = clock
        return entries[ObjectIdentifier(tensor)]?.value
    }

    /// Whether the map of a tensor is kept.
    public func contains(_ tensor: SymbolicTensor) -> Bool { entries[ObjectIdentifier(tensor)] != nil }

    /// Keeps a map, dropping the least recently used ones beyond the budget.
    func keep(_ value: Tensor, of tensor: SymbolicTensor) {
        let size = value.count * 4
        guard size <= budget else { return }
        clock += 1
        if let old = entries.updateValue(
            Entry(tensor: tensor, value: value, lastUse: clock), forKey: ObjectIdentifier(tensor))
        {
            bytes -= old.value.count * 4
        }
        bytes += size
        while bytes > budget, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            bytes -= oldest.value.value.count * 4
            entries[oldest.key] = nil
        }
    }

    /// Drops everything, when weights or data change.
    public func removeAll() {
        entries = [:]
        bytes = 0
    }
}
