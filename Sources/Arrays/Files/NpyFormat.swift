import PythonText
import TensorEngine

/// numpy's file of one array: a magic word, a header that is a Python dict, and the numbers.
///
/// Source: NEP 1, A Simple File Format for NumPy Arrays.
public enum NpyFormat {
    private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

    /// The file of an array, in version 1.0.
    /// - Throws: `invalidArgument` for too many axes, `outOfMemory`.
    public static func encode(_ array: NumericArray) throws(EngineError) -> [UInt8] {
        _ = try NumericArray.checkedCount(array.shape)
        let code = (array.type.itemSize == 1 ? "|" : "<") + array.type.code
        let shape = PythonTuple.describe(array.shape)
        var header = Array("{'descr': '\(code)', 'fortran_order': False, 'shape': \(shape), }".utf8)
        // The numbers begin at a multiple of 64 bytes.
        header += [UInt8](repeating: UInt8(ascii: " "), count: 63 - (magic.count + 4 + header.count) % 64)
        header.append(UInt8(ascii: "\n"))
        var bytes = magic + [1, 0, UInt8(header.count & 0xff), UInt8(header.count >> 8)] + header
        // Machines on which this runs have the low byte first, as the format has.
        bytes += try array.type.element.bytes(array)
        return bytes
    }

    /// A header beyond this length is none that numpy writes.
    private static let longestHeader = 10_000

    /// Reads the file of an array.
    /// - Throws: `invalidArgument` for data that are not an .npy file or hold no numbers.
    public static func decode(_ bytes: [UInt8]) throws(EngineError) -> NumericArray {
        guard bytes.count >= 10, bytes.starts(with: magic) else { throw .invalidArgument("this is no .npy file") }
        let isLong = bytes[6] >= 2
        guard !isLong || bytes.count >= 12 else { throw .invalidArgument("the .npy file ends in its header") }
        let start = isLong ? 12 : 10
        let length = (8..<start).reversed().reduce(0) { $0 << 8 | Int(bytes[$1]) }
        guard length <= longestHeader else {
            throw .invalidArgument("a header of \(length) bytes is too long for a .npy file")
        }
        guard bytes.count >= start + length else { throw .invalidArgument("the .npy file ends in its header") }
        let header = NpyHeader(String(decoding: bytes[start..<start + length], as: UTF8.self))
        guard let code = header.code, let shape = header.shape else {
            throw .invalidArgument("the header of the .npy file cannot be read")
        }
        let values = bytes[(start + length)...]
        guard header.isColumnMajor else { return try array(code, shape, values) }
        return try array(code, shape.reversed(), values).transposed()
    }

    private static func array(
        _ code: String, _ shape: [Int], _ bytes: ArraySlice<UInt8>
    ) throws(EngineError) -> NumericArray {
        guard let type = NumericType.allCases.first(where: { $0.code == code.drop { "<>|=".contains($0) } }) else {
            throw .invalidArgument(unreadable(code))
        }
        let count = try NumericArray.checkedCount(shape)
        guard count <= bytes.count / type.itemSize else {
            throw .invalidArgument("the .npy file ends among its numbers")
        }
        return try type.element.decoded(bytes, isBigEndian: code.hasPrefix(">"), shape, count)
    }

    private static func unreadable(_ code: String) -> String {
        "arrays of type '\(code)' cannot be read: there are bool, whole numbers and floats up to 64 bits"
    }
}

extension ArrayElement {
    static func bytes(_ array: NumericArray) throws(EngineError) -> [UInt8] {
        try withElements(of: array) { Array(UnsafeRawBufferPointer($0)) }
    }
}

extension ArrayElement where Self: FixedWidthInteger {
    static func decoded(
        _ bytes: ArraySlice<UInt8>, isBigEndian: Bool, _ shape: [Int], _ count: Int
    ) throws(EngineError) -> NumericArray {
        try array(
            npyWords(bytes, isBigEndian: isBigEndian, width: bitWidth / 8, count) { Self(truncatingIfNeeded: $0) },
            shape: shape)
    }
}

extension Bool {
    static func decoded(
        _ bytes: ArraySlice<UInt8>, isBigEndian: Bool, _ shape: [Int], _ count: Int
    ) throws(EngineError) -> NumericArray {
        try array(npyWords(bytes, isBigEndian: isBigEndian, width: 1, count) { $0 != 0 }, shape: shape)
    }
}

extension ArrayElement where Self: BinaryFloatingPoint {
    static func decoded(
        _ bytes: ArraySlice<UInt8>, isBigEndian: Bool, _ shape: [Int], _ count: Int
    ) throws(EngineError) -> NumericArray {
        try array(
            npyWords(bytes, isBigEndian: isBigEndian, width: type.itemSize, count, number), shape: shape)
    }

    private static func number(_ word: UInt64) -> Self {
        switch type {
        case .float16: Self(Float16(bitPattern: UInt16(truncatingIfNeeded: word)))
        case .float32: Self(Float(bitPattern: UInt32(truncatingIfNeeded: word)))
        default: Self(Double(bitPattern: word))
        }
    }
}

/// Numbers of so many bytes each, one after the other.
private func npyWords<Number>(
    _ bytes: ArraySlice<UInt8>, isBigEndian: Bool, width: Int, _ count: Int, _ number: (UInt64) -> Number
) throws(EngineError) -> [Number] {
    let start = bytes.startIndex
    return try Elements.make(count) { index in
        var word: UInt64 = 0
        for byte in 0..<width {
            word = word << 8 | UInt64(bytes[start + index * width + (isBigEndian ? byte : width - 1 - byte)])
        }
        return number(word)
    }
}

/// What the header of a `.npy` file says.
private struct NpyHeader {
    /// The type of the numbers: `<f4`.
    var code: String?
    /// The sizes of the axes.
    var shape: [Int]?
    /// Whether the first axis is the fastest.
    var isColumnMajor = false

    init(_ text: String) {
        code = NpyHeader.value("descr", text).flatMap { value in
            value.first == "'" ? String(value.dropFirst().prefix { $0 != "'" }) : nil
        }
        isColumnMajor = NpyHeader.value("fortran_order", text)?.hasPrefix("True") ?? false
        if let value = NpyHeader.value("shape", text), value.first == "(" {
            let sizes = value.dropFirst().prefix { $0 != ")" }.split { $0 == "," || $0 == " " }.map { Int($0) }
            shape = sizes.contains { $0 == nil || $0 ?? 0 < 0 } ? nil : sizes.compactMap { $0 }
        }
    }

    /// The text behind a key.
    private static func value(_ key: String, _ text: String) -> Substring? {
        let mark = "'\(key)':"
        var rest = text[...]
        while !rest.isEmpty {
            if rest.hasPrefix(mark) { return rest.dropFirst(mark.count).drop { $0 == " " } }
            rest = rest.dropFirst()
        }
        return nil
    }
}
