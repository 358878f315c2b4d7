/// Compression by Lempel, Ziv and Welch as GIF has it: codes of growing length, least significant bit first.
enum LZW {
    /// Compresses indices that are less than 2^`bits`.
    static func encode(_ indices: [UInt8], bits: Int) -> [UInt8] {
        let (clear, end) = (1 << bits, (1 << bits) + 1)
        var writer = BitWriter()
        // What a code followed by an index has as its own code; a code has at most 12 bits, an index 8.
        var table: [UInt32: Int] = [:]
        var (next, length) = (end + 1, bits + 1)
        writer.write(clear, length)
        guard var prefix = indices.first.map(Int.init) else {
            writer.write(end, length)
            return writer.finished
        }
        for index in indices.dropFirst() {
            let key = UInt32(prefix) << 8 | UInt32(index)
            if let code = table[key] {
                prefix = code
                continue
            }
            writer.write(prefix, length)
            if next < 4096 {
                table[key] = next
                // The decoder makes its entry one code later, and lengthens when that no longer fits.
                if next == 1 << length { length += 1 }
                next += 1
            } else {
                writer.write(clear, length)
                table.removeAll(keepingCapacity: true)
                (next, length) = (end + 1, bits + 1)
            }
            prefix = Int(index)
        }
        writer.write(prefix, length)
        if next == 1 << length, length < 12 { length += 1 }
        writer.write(end, length)
        return writer.finished
    }
}

/// Packs numbers of some bits into bytes.
private struct BitWriter {
    private var bytes: [UInt8] = []
    private var pending: UInt32 = 0
    private var count = 0

    mutating func write(_ number: Int, _ bits: Int) {
        pending |= UInt32(number) << UInt32(count)
        count += bits
        while count >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: pending))
            pending >>= 8
            count -= 8
        }
    }

    var finished: [UInt8] { count > 0 ? bytes + [UInt8(truncatingIfNeeded: pending)] : bytes }
}
