import CKernels

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Large buffers that tensors have given back, kept for the next ones: fresh memory from the system costs a page fault
/// every 4 KiB, which for a feature map takes as long as computing it. What is kept is bounded.
enum StorageCache {
    /// At most this many bytes are kept.
    static let budget = 64 << 20
    /// Smaller buffers are left to malloc.
    private static let smallest = 128 << 10

    /// Buffers as (size, address); guarded by `lock`.
    private struct State {
        var buffers: [(bytes: Int, memory: UnsafeMutableRawPointer)] = []
        var held = 0
    }

    private nonisolated(unsafe) static var state = State()
    private static let lock = Lock()

    /// Bytes kept at present.
    static var bytesHeld: Int { locked { $0.held } }

    /// The size a buffer is given: whole cache lines; for large ones an eighth of a power of two, so that sizes repeat.
    static func roundedSize(_ bytes: Int) -> Int {
        guard bytes >= smallest else { return (bytes + 63) & ~63 }
        let step = 1 << (Int.bitWidth - 1 - bytes.leadingZeroBitCount - 3)
        return bytes > Int.max - step ? bytes : (bytes + step - 1) & ~(step - 1)
    }

    /// A buffer of `bytes` bytes (as `roundedSize` gives), or nil if the system has none.
    static func take(_ bytes: Int) -> UnsafeMutableRawPointer? {
        if bytes >= smallest {
            let kept = locked { state -> UnsafeMutableRawPointer? in
                guard let index = state.buffers.lastIndex(where: { $0.bytes == bytes }) else { return nil }
                state.held -= bytes
                return state.buffers.remove(at: index).memory
            }
            if let kept { return kept }
        }
        return ck_allocate(bytes)
    }

    /// Takes a buffer back; the oldest are freed when there are too many.
    static func give(_ memory: UnsafeMutableRawPointer, _ bytes: Int) {
        guard bytes >= smallest, bytes <= budget else { return free(memory) }
        let surplus = locked { state -> [UnsafeMutableRawPointer] in
            state.buffers.append((bytes, memory))
            state.held += bytes
            var surplus: [UnsafeMutableRawPointer] = []
            while state.held > budget {
                let oldest = state.buffers.removeFirst()
                state.held -= oldest.bytes
                surplus.append(oldest.memory)
            }
            return surplus
        }
        for memory in surplus { free(memory) }
    }

    private static func locked<R>(_ body: (inout State) -> R) -> R {
        lock.whileLocked { body(&state) }
    }
}
