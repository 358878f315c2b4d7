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
        guard let result = try run(&stream, bytes, room: room, deflate) else {
            throw .invalidArgument("the array could not be compressed")
        }
        return result
    }

    /// What was compressed; nil where it is damaged or is not `count` bytes long.
    /// - Throws: `interrupted`.
    static func expand(_ bytes: [UInt8], count: Int) throws(EngineError) -> [UInt8]? {
        // Nothing shrinks by more than this, whatever a file says of itself.
        guard count <= bytes.count.multipliedReportingOverflow(by: 1032).partialValue + 64 else { return nil }
        var stream = z_stream()
        guard inflateInit2_(&stream, rawWindow, ZLIB_VERSION, streamSize) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        let result = try run(&stream, bytes, room: count, inflate)
        return result?.count == count ? result : nil
    }

    /// Without zlib's own header and checksum, which zip files do not have.
    private static let rawWindow = -MAX_WBITS
    private static let streamSize = Int32(MemoryLayout<z_stream>.size)

    /// Feeds bytes to a stream piece by piece.
    private static func run(
        _ stream: inout z_stream, _ bytes: [UInt8], room: Int,
        _ step: (UnsafeMutablePointer<z_stream>?, Int32) -> Int32
    ) throws(EngineError) -> [UInt8]? {
        guard let output = UInt32(exactly: room) else { return nil }
        let piece = 1 << 20
        var source = bytes
        var status = Z_OK
        let result = [UInt8](unsafeUninitializedCapacity: room) { target, count in
            (stream.next_out, stream.avail_out) = (target.baseAddress, output)
            source.withUnsafeMutableBufferPointer { source in
                var start = 0
                repeat {
                    let end = min(start + piece, source.count)
                    (stream.next_in, stream.avail_in) = (source.baseAddress.map { $0 + start }, UInt32(end - start))
                    status = step(&stream, end == source.count ? Z_FINISH : Z_NO_FLUSH)
                    start = end
                } while start < source.count && status == Z_OK && !Interrupt.isRequested
            }
            count = room - Int(stream.avail_out)
        }
        try Interrupt.check()
        return status == Z_STREAM_END ? result : nil
    }
}
