/// Reads GIF files as the standard describes them: an implementation of its own, for tests.
struct GIFDecoder {
    struct Failure: Error {
        let text: String
    }

    private(set) var width = 0
    private(set) var height = 0
    /// The whole picture after each frame, 0xRRGGBB.
    private(set) var frames: [[UInt32]] = []
    private(set) var delays: [Int] = []
    private(set) var isEndless = false

    private let bytes: [UInt8]
    private var place = 0
    /// The index of the next picture that lets the one before through.
    private var transparent: Int?

    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        guard String(decoding: try take(6), as: UTF8.self) == "GIF89a" else { throw Failure(text: "no GIF") }
        (width, height) = (try word(), try word())
        let flags = try byte()
        _ = try take(2)
        let palette = try (0..<1 << (Int(flags & 7) + 1)).map { _ in
            try take(3).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        var canvas = [UInt32](repeating: 0, count: width * height)
        while true {
            switch try byte() {
            case 0x21: try readExtension()
            case 0x2C:
                let (x, y, w, h) = (try word(), try word(), try word(), try word())
                guard try byte() == 0 else { throw Failure(text: "a palette of its own") }
                let indices = try decoded(bits: Int(try byte()), count: w * h)
                for (index, colour) in indices.enumerated() where colour != transparent {
                    canvas[(y + index / w) * width + x + index % w] = palette[colour]
                }
                frames.append(canvas)
            case 0x3B: return
            case let other: throw Failure(text: "block \(other)")
            }
        }
    }

    private mutating func readExtension() throws {
        let kind = try byte()
        let data = try blocks()
        if kind == 0xF9 {
            delays.append(Int(data[1]) | Int(data[2]) << 8)
            transparent = data[0] & 1 == 1 ? Int(data[3]) : nil
        }
        if kind == 0xFF { isEndless = data.starts(with: Array("NETSCAPE2.0".utf8)) && data.suffix(2) == [0, 0] }
    }

    private mutating func blocks() throws -> [UInt8] {
        var data: [UInt8] = []
        while case let length = Int(try byte()), length > 0 { data += try take(length) }
        return data
    }

    /// The indices of a picture, by a table of whole strings.
    private mutating func decoded(bits: Int, count: Int) throws -> [Int] {
        let data = try blocks()
        let (clear, end) = (1 << bits, (1 << bits) + 1)
        var table: [[Int]] = []
        var (result, before): ([Int], [Int]?) = ([], nil)
        var (length, position) = (bits + 1, 0)
        func reset() -> [[Int]] { (0..<1 << bits).map { [$0] } + [[], []] }
        while true {
            guard position + length <= data.count * 8 else { throw Failure(text: "no end of data") }
            let code = (0..<length).reduce(0) { $0 | Int(data[(position + $1) / 8] >> ((position + $1) % 8) & 1) << $1 }
            position += length
            if code == end { break }
            if code == clear {
                (table, length, before) = (reset(), bits + 1, nil)
                continue
            }
            let string: [Int]
            if code < table.count {
                string = table[code]
            } else if let before, code == table.count {
                string = before + [before[0]]
            } else {
                throw Failure(text: "code \(code) of \(table.count)")
            }
            if let before, table.count < 4096 { table.append(before + [string[0]]) }
            if table.count == 1 << length, length < 12 { length += 1 }
            result += string
            before = string
        }
        guard result.count == count else { throw Failure(text: "\(result.count) pixels of \(count)") }
        return result
    }

    private mutating func byte() throws -> UInt8 { try take(1)[0] }

    private mutating func word() throws -> Int { Int(try byte()) | Int(try byte()) << 8 }

    private mutating func take(_ count: Int) throws -> [UInt8] {
        guard place + count <= bytes.count else { throw Failure(text: "the file is cut off") }
        defer { place += count }
        return Array(bytes[place..<place + count])
    }
}
