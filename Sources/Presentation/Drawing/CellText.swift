/// Writes cells of a picture as bytes: a colour code only where the colours change, which saves most of them.
enum CellText {
    /// The most bytes that a character and the colours before it take.
    private static let mostBytes = 48

    static func append(_ text: String, _ colours: CellColours, to bytes: inout [UInt8]) {
        let count = min(colours.foreground.count, colours.background.count)
        var text = text
        text.withUTF8 { characters in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: mostBytes * count + characters.count + 8) { room in
                guard let start = room.baseAddress else { return }
                var writer = ByteWriter(place: start)
                colours.foreground.withUnsafeBufferPointer { foreground in
                    colours.background.withUnsafeBufferPointer { background in
                        write(characters, foreground, background, count, to: &writer)
                    }
                }
                bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: writer.place - start))
            }
        }
    }

    private static func write(
        _ characters: UnsafeBufferPointer<UInt8>, _ foreground: UnsafeBufferPointer<Paint>,
        _ background: UnsafeBufferPointer<Paint>, _ count: Int, to writer: inout ByteWriter
    ) {
        var (front, back) = (Paint.none, Paint.none)
        var (index, position) = (0, 0)
        while position < characters.count {
            if index < count, foreground[index] != front || background[index] != back {
                writeCode(from: (front, back), to: (foreground[index], background[index]), &writer)
                (front, back) = (foreground[index], background[index])
            }
            let end = min(position + length(characters[position]), characters.count)
            while position < end {
                writer.write(characters[position])
                position += 1
            }
            index += 1
        }
        if front != .none || back != .none { writeCode(from: (front, back), to: (.none, .none), &writer) }
    }

    private static func writeCode(
        from old: (front: Paint, back: Paint), to new: (front: Paint, back: Paint), _ writer: inout ByteWriter
    ) {
        writer.write(0x1B)
        writer.write(UInt8(ascii: "["))
        if new.front == .none, new.back == .none {
            writer.write(UInt8(ascii: "0"))
        } else {
            if new.front != old.front { new.front.writeParameters(to: &writer, isBackground: false) }
            if new.back != old.back {
                if new.front != old.front { writer.write(UInt8(ascii: ";")) }
                new.back.writeParameters(to: &writer, isBackground: true)
            }
        }
        writer.write(UInt8(ascii: "m"))
    }

    /// The bytes of the character that begins with this one.
    private static func length(_ first: UInt8) -> Int { first < 0x80 ? 1 : (first < 0xE0 ? 2 : (first < 0xF0 ? 3 : 4)) }
}

/// Writes bytes into memory that has room for them.
struct ByteWriter {
    /// Where the next byte goes.
    private(set) var place: UnsafeMutablePointer<UInt8>

    init(place: UnsafeMutablePointer<UInt8>) { self.place = place }

    @inline(__always)
    mutating func write(_ byte: UInt8) {
        place.initialize(to: byte)
        place += 1
    }

    /// Writes the first `count` bytes of a word, the lowest first; up to eight bytes may change.
    @inline(__always)
    mutating func write(_ word: UInt64, count: Int) {
        UnsafeMutableRawPointer(place).storeBytes(of: word.littleEndian, as: UInt64.self)
        place += count
    }

    /// Writes a number from 0 to 255 in decimal digits; up to three bytes after it may change.
    @inline(__always)
    mutating func write(decimal number: UInt32) {
        let digits = ByteWriter.digits[Int(number & 255)]
        UnsafeMutableRawPointer(place).storeBytes(of: digits.littleEndian, as: UInt32.self)
        place += Int(digits >> 24)
    }

    /// The digits of the numbers from 0 to 255, the first one lowest, and in the highest byte how many there are.
    private static let digits: [UInt32] = (0..<256).map { number in
        let digits = String(number).utf8
        return digits.reversed().reduce(0) { $0 << 8 | UInt32($1) } | UInt32(digits.count) << 24
    }
}
