import CKernels

/// The memory of a tensor: floats from a 64-byte boundary on, given back when the last copy goes.
final class TensorStorage: @unchecked Sendable {
    let base: UnsafeMutablePointer<Float>
    let count: Int
    private let bytes: Int

    /// Memory for `count` floats, whose values are not set.
    init(count: Int) throws(EngineError) {
        let (bytes, overflow) = max(count, 1).multipliedReportingOverflow(by: 4)
        if overflow || count < 0 { throw .sizeOverflow("the number of bytes of \(count) elements") }
        try Memory.check(bytes: bytes)
        let rounded = StorageCache.roundedSize(bytes)
        guard let memory = StorageCache.take(rounded) else {
            throw .outOfMemory(needed: bytes, available: Memory.available())
        }
        self.base = memory.assumingMemoryBound(to: Float.self)
        self.count = count
        self.bytes = rounded
    }

    deinit { StorageCache.give(UnsafeMutableRawPointer(base), bytes) }

    /// A copy of its own.
    func copy() throws(EngineError) -> TensorStorage {
        let copy = try TensorStorage(count: count)
        copy.base.update(from: base, count: count)
        return copy
    }
}
