/// Finds how a file asks to be turned, in its EXIF data.
///
/// Source: CIPA DC-008, "Exchangeable image file format for digital still cameras: Exif Version 2.32", 2019.
enum Orientation {
    /// The orientation, 1…8; nil where the file does not say.
    static func find(in bytes: [UInt8], _ format: ImageFile.Format) -> Int? {
        switch format {
        case .jpeg: inJPEG(bytes)
        case .png: inPNG(bytes)
        case .pnm: nil
        }
    }

    /// Goes through the segments before the first scan.
    private static func inJPEG(_ bytes: [UInt8]) -> Int? {
        var place = 2
        while place + 4 <= bytes.count, bytes[place] == 0xFF {
            let marker = bytes[place + 1]
            if marker == 0xFF {
                place += 1
                continue
            }
            if marker == 0xDA || marker == 0xD9 { return nil }
            let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
            let end = place + 2 + length
            guard length >= 2, end <= bytes.count else { return nil }
            let body = bytes[place + 4..<end]
            if marker == 0xE1, body.starts(with: [0x45, 0x78, 0x69, 0x66, 0, 0]) { return inTIFF(body.dropFirst(6)) }
            place = end
        }
        return nil
    }

    /// Goes through the chunks.
    private static func inPNG(_ bytes: [UInt8]) -> Int? {
        var place = 8
        while place + 12 <= bytes.count {
            let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count - place - 12 else { return nil }
            let body = bytes[place + 8..<place + 8 + length]
            if bytes[place + 4..<place + 8].elementsEqual("eXIf".utf8) { return inTIFF(body) }
            place += 12 + length
        }
        return nil
    }

    /// Looks for tag 0x0112 in the first directory.
    private static func inTIFF(_ slice: ArraySlice<UInt8>) -> Int? {
        let bytes = Array(slice)
        let isLittle = bytes.starts(with: [0x49, 0x49, 0x2A, 0])
        guard isLittle || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A]) else { return nil }
        func number(_ place: Int, _ count: Int) -> Int? {
            guard place >= 0, place + count <= bytes.count else { return nil }
            let part = bytes[place..<place + count]
            return isLittle ? part.reversed().reduce(0) { $0 << 8 | Int($1) } : part.reduce(0) { $0 << 8 | Int($1) }
        }
        guard let directory = number(4, 4), let count = number(directory, 2) else { return nil }
        for entry in 0..<count {
            let place = directory + 2 + 12 * entry
            guard let tag = number(place, 2) else { return nil }
            if tag == 0x0112, let value = number(place + 8, 2) { return (1...8).contains(value) ? value : nil }
        }
        return nil
    }
}
