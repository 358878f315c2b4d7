import TensorEngine

/// A zip file: what `numpy.savez` and `numpy.savez_compressed` write.
///
/// Source: PKWARE, APPNOTE.TXT 6.3.3.
public enum ZipArchive {
    /// A file in the archive.
    public struct Member: Sendable {
        /// Its name.
        public let name: String
        /// What is in it.
        public let bytes: [UInt8]

        /// A file of that name.
        public init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    private static let localMark: UInt32 = 0x0403_4b50
    private static let centralMark: UInt32 = 0x0201_4b50
    private static let endMark: UInt32 = 0x0605_4b50
    private static let stored: UInt16 = 0
    private static let deflated: UInt16 = 8

    /// The archive of the members.
    /// - Throws: `invalidArgument` above 4 GB, where the format needs another form; `outOfMemory`.
    public static func encode(_ members: [Member], isCompressed: Bool = false) throws(EngineError) -> [UInt8] {
        guard members.reduce(0, { $0 + $1.bytes.count + 200 }) < 1 << 32, members.count < 1 << 16 else {
            throw .invalidArgument("a .npz file of more than 4 GB cannot be written")
        }
        for member in members where member.name.utf8.count > 1000 {
            throw .invalidArgument("a name of \(member.name.utf8.count) bytes is too long for a .npz file")
        }
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let place = UInt32(archive.count)
            let content = isCompressed ? try Deflate.compress(member.bytes) : member.bytes
            let about = description(member, method: isCompressed ? deflated : stored, size: content.count)
            archive.append(localMark)
            archive += about + member.name.utf8 + content
            directory.append(centralMark)
            directory.append(UInt16(20))
            directory += about
            directory.append(UInt16(0))  // comment
            directory.append(UInt16(0))  // disk
            directory.append(UInt16(0))  // attributes
            directory.append(UInt32(0o600) << 16)
            directory.append(place)
            directory += member.name.utf8
        }
        let start = UInt32(archive.count)
        archive += directory
        archive.append(endMark)
        archive.append(UInt32(0))
        archive.append(UInt16(members.count))
        archive.append(UInt16(members.count))
        archive.append(UInt32(directory.count))
        archive.append(start)
        archive.append(UInt16(0))
        return archive
    }

    /// The fields that a member's own header and the directory share, with the first date there is.
    private static func description(_ member: Member, method: UInt16, size: Int) -> [UInt8] {
        var fields: [UInt8] = []
        for field: UInt16 in [20, 0x0800, method, 0, 0x21] { fields.append(field) }
        fields.append(Deflate.checksum(member.bytes))
        fields.append(UInt32(size))
        fields.append(UInt32(member.bytes.count))
        fields.append(UInt16(member.name.utf8.count))
        fields.append(UInt16(0))
        return fields
    }

    /// The members of an archive, in the order of its directory.
    /// - Throws: `invalidArgument` for data that are not a zip archive or are damaged.
    public static func decode(_ bytes: [UInt8]) throws(EngineError) -> [Member] {
        let reader = ByteReader(bytes)
        var place = bytes.count - 22
        while place >= 0, reader.word32(place) != endMark { place -= 1 }
        guard place >= 0, let count = reader.word16(place + 10), let start = reader.word32(place + 16) else {
            throw .invalidArgument("this is no .npz file")
        }
        var members: [Member] = []
        var total = 0
        let available = Memory.available()
        var entry = Int(start)
        for _ in 0..<count {
            guard reader.word32(entry) == centralMark, let method = reader.word16(entry + 10),
                let sum = reader.word32(entry + 16), let size = reader.word32(entry + 20),
                let count = reader.word32(entry + 24),
                let nameLength = reader.word16(entry + 28), let extraLength = reader.word16(entry + 30),
                let commentLength = reader.word16(entry + 32), let header = reader.word32(entry + 42),
                let name = reader.bytes(entry + 46, Int(nameLength)),
                let localName = reader.word16(Int(header) + 26), let localExtra = reader.word16(Int(header) + 28)
            else { throw .invalidArgument("the .npz file is damaged") }
            let title = String(decoding: name, as: UTF8.self)
            guard method == stored || method == deflated else {
                throw .invalidArgument("'\(title)' is compressed in a way that numpy does not write")
            }
            // What is read is held once more as numbers.
            total += Int(count)
            guard total <= available / 2 else { throw .outOfMemory(needed: total * 2, available: available) }
            guard let kept = reader.bytes(Int(header) + 30 + Int(localName) + Int(localExtra), Int(size)),
                let content = method == stored ? kept : try Deflate.expand(kept, count: Int(count)),
                Deflate.checksum(content) == sum
            else { throw .invalidArgument("'\(title)' in the .npz file is damaged") }
            members.append(Member(name: title, bytes: content))
            entry += 46 + Int(nameLength) + Int(extraLength) + Int(commentLength)
        }
        return members
    }
}

/// Reads little-endian numbers; nil beyond the end.
private struct ByteReader {
    private let source: [UInt8]

    init(_ source: [UInt8]) { self.source = source }

    func bytes(_ start: Int, _ count: Int) -> [UInt8]? {
        guard start >= 0, count >= 0, start <= source.count, count <= source.count - start else { return nil }
        return Array(source[start..<start + count])
    }

    func word16(_ start: Int) -> UInt16? {
        guard start >= 0, start <= source.count - 2 else { return nil }
        return UInt16(source[start]) | UInt16(source[start + 1]) << 8
    }

    func word32(_ start: Int) -> UInt32? {
        guard let low = word16(start), let high = word16(start + 2) else { return nil }
        return UInt32(low) | UInt32(high) << 16
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ number: UInt16) { Swift.withUnsafeBytes(of: number.littleEndian) { self += $0 } }
    fileprivate mutating func append(_ number: UInt32) { Swift.withUnsafeBytes(of: number.littleEndian) { self += $0 } }
}
