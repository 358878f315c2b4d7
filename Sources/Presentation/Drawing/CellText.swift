/// Writes cells of a picture as bytes: a colour code only where the colours change, which saves most of them.
enum CellText {
    static func append(_ text: String, _ colours: CellColours, to bytes: inout [UInt8]) {
        var (front, back) = (Paint.none, Paint.none)
        var index = 0
        let count = min(colours.foreground.count, colours.background.count)
        var text = text
        text.withUTF8 { characters in
            var position = 0
            while position < characters.count {
                let length = length(characters[position])
                if index < count {
                    let (newFront, newBack) = (colours.foreground[index], colours.background[index])
                    if newFront != front || newBack != back {
                        appendCode(from: (front, back), to: (newFront, newBack), &bytes)
                        (front, back) = (newFront, newBack)
                    }
                }
                for byte in position..<min(position + length, characters.count) { bytes.append(characters[byte]) }
                position += length
                index += 1
            }
        }
        if front != .none || back != .none { bytes.append(contentsOf: reset) }
    }

    private static func appendCode(
        from old: (front: Paint, back: Paint), to new: (front: Paint, back: Paint), _ bytes: inout [UInt8]
    ) {
        bytes.append(0x1B)
        bytes.append(UInt8(ascii: "["))
        if new.front == .none, new.back == .none {
            bytes.append(UInt8(ascii: "0"))
        } else {
            if new.front != old.front { new.front.appendParameters(to: &bytes, isBackground: false) }
            if new.back != old.back {
                if new.front != old.front { bytes.append(UInt8(ascii: ";")) }
                new.back.appendParameters(to: &bytes, isBackground: true)
            }
        }
        bytes.append(UInt8(ascii: "m"))
    }

    /// The bytes of the character that begins with this one.
    private static func length(_ first: UInt8) -> Int { first < 0x80 ? 1 : (first < 0xE0 ? 2 : (first < 0xF0 ? 3 : 4)) }

    private static let reset = Array("\u{1B}[0m".utf8)
}
