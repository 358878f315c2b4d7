import TensorEngine

/// The files of MNIST and its like: unsigned bytes in any number of axes, compressed by gzip.
///
/// Source: RFC 1952; yann.lecun.com/exdb/mnist.
public enum IdxFormat {
    /// Reads a compressed file of bytes.
    /// - Throws: `invalidArgument` for data that are no such file or are damaged.
    public static func decode(compressed bytes: [UInt8]) throws(EngineError) -> NumericArray {
        let content = try expanded(bytes)
        guard content.count >= 4, content[0] == 0, content[1] == 0, content[2] == 8 else {
            throw .invalidArgument("this is no idx file of unsigned bytes")
        }
        let start = 4 + 4 * Int(content[3])
        guard content.count >= start else { throw .invalidArgument("the idx file ends in its header") }
        let shape = stride(from: 4, to: start, by: 4).map { place in
            content[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
        }
        guard try NumericArray.checkedCount(shape) == content.count - start else {
            throw .invalidArgument("the idx file has not as many numbers as it says")
        }
        return try NumericArray(shape: shape, bytes: Array(content[start...]))
    }

    /// What a gzip file of one member holds.
    private static func expanded(_ bytes: [UInt8]) throws(EngineError) -> [UInt8] {
        guard bytes.count > 18, bytes[0] == 0x1f, bytes[1] == 0x8b, bytes[2] == 8 else {
            throw .invalidArgument("this is no gzip file")
        }
        let (flags, end) = (bytes[3], bytes.count - 8)
        var start = 10
        if flags & 4 != 0 { start += 2 + Int(bytes[10]) + Int(bytes[11]) << 8 }
        // A name and a comment, which end in a zero each.
        for flag: UInt8 in [8, 16] where flags & flag != 0 {
            while start < end, bytes[start] != 0 { start += 1 }
            start += 1
        }
        if flags & 2 != 0 { start += 2 }
        guard start < end else { throw .invalidArgument("the gzip file ends in its header") }
        let count = (0..<4).reversed().reduce(0) { $0 << 8 | Int(bytes[end + 4 + $1]) }
        _ = try NumericArray.checkedCount([count])
        guard let content = try Deflate.expand(Array(bytes[start..<end]), count: count), content.count == count else {
            throw .invalidArgument("the gzip file is damaged")
        }
        return content
    }
}
