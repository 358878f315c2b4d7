import CZlib
import TensorEngine

/// The compression of zip files, by zlib.
///
/// Source: RFC 1951.
enum Deflate {
    /// The cyclic redundancy check by which zip files tell damaged bytes.
    static func checksum(_ bytes: [UInt8]) -> UInt32 { UInt32(truncatingIfNeeded: crc32_z(0, bytes, bytes.count)) }

    /// Bytes in a shorter form.
    /// - Throws: `outOfMemory`.
    static func compress(_ bytes: [UInt8]) throws(EngineError) -> [UInt8] {
        var stream = z_stream()
        guard
            deflateInit2_(
                &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, rawWindow, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, streamSize)
                == Z_OK
        else { throw .outOfMemory(needed: bytes.count, available: Memory.available()) }
        defer { deflateEnd(&stream) }
        let room = Int(deflateBound(&stream, UInt(bytes.count)))
        guard let result = run(&stream, bytes, room: room, deflate) else {
            throw .invalidArgument("the array could not be compressed")
        }
        return result
    }

    /// What was compressed; nil where it is damaged or is not `count` bytes long.
    static func expand(_ bytes: [UInt8], count: Int) -> [UInt8]? {
        var stream = z_stream()
        guard inflateInit2_(&stream, rawWindow, ZLIB_VERSION, streamSize) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        let result = run(&stream, bytes, room: count, inflate)
        return result?.count == count ? result : nil
    }

    /// Without zlib's own header and checksum, which zip files do not have.
    private static let rawWindow = -MAX_WBITS
    private static let streamSize = Int32(MemoryLayout<z_stream>.size)

    /// Feeds all bytes to a stream at once.
    private static func run(
        _ stream: inout z_stream, _ bytes: [UInt8], room: Int,
        _ step: (UnsafeMutablePointer<z_stream>?, Int32) -> Int32
    ) -> [UInt8]? {
        guard let input = UInt32(exactly: bytes.count), let output = UInt32(exactly: room) else { return nil }
        var source = bytes
        var isComplete = false
        let result = [UInt8](unsafeUninitializedCapacity: room) { target, count in
            source.withUnsafeMutableBufferPointer { source in
                (stream.next_in, stream.avail_in) = (source.baseAddress, input)
                (stream.next_out, stream.avail_out) = (target.baseAddress, output)
                isComplete = step(&stream, Z_FINISH) == Z_STREAM_END
            }
            count = room - Int(stream.avail_out)
        }
        return isComplete ? result : nil
    }
}
