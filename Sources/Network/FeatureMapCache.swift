import TensorEngine

/// Feature maps that were computed and are kept, the oldest dropped when they pass a budget.
///
/// Maps that were computed before the last change of a weight or of an input's data are out of date and never returned.
public final class FeatureMapCache {
    /// Bytes to keep at most.
    public let budget: Int
    private var entries: [ObjectIdentifier: Entry] = [:]
    private var clock = 0
    private var bytes = 0

    private struct Entry {
        // Kept alive, so that the identifier cannot come to mean another tensor.
        let tensor: SymbolicTensor
        let value: MaskedTensor
        var lastUse: Int
    }

    private let changes: ChangeCounter
    /// The number of changes before the maps were computed.
    private var changesSeen = 0

    init(budget: Int, changes: ChangeCounter) {
        self.budget = budget
        self.changes = changes
    }

    /// The state of weights and data, by which a computation tells when it began.
    var now: Int { changes.count }

    private func dropOutdated() {
        if changesSeen != changes.count { removeAll() }
        changesSeen = changes.count
    }

    /// The map of a tensor; nil if it is not kept.
    func value(of tensor: SymbolicTensor) -> MaskedTensor? {
        dropOutdated()
        clock += 1
        entries[ObjectIdentifier(tensor)]?.lastUse = clock
        // The mask is one of its own, as it may be taken away.
        return (entries[ObjectIdentifier(tensor)]?.value).map { MaskedTensor($0.tensor, mask: $0.mask) }
    }

    /// Whether the map of a tensor is kept.
    public func contains(_ tensor: SymbolicTensor) -> Bool {
        dropOutdated()
        return entries[ObjectIdentifier(tensor)] != nil
    }

    /// Keeps a map, dropping the least recently used ones beyond the budget.
    /// - Parameter start: `now` when its computation began; a map is not kept if something changed since then.
    func keep(_ value: MaskedTensor, of tensor: SymbolicTensor, computedFrom start: Int) {
        dropOutdated()
        let size = value.tensor.count * 4
        guard size <= budget, start == now else { return }
        clock += 1
        if let old = entries.updateValue(
            Entry(tensor: tensor, value: MaskedTensor(value.tensor, mask: value.mask), lastUse: clock),
            forKey: ObjectIdentifier(tensor))
        {
            bytes -= old.value.tensor.count * 4
        }
        bytes += size
        while bytes > budget, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            bytes -= oldest.value.value.tensor.count * 4
            entries[oldest.key] = nil
        }
    }

    /// Drops everything.
    public func removeAll() {
        entries = [:]
        bytes = 0
    }
}
