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
        let code: String
        switch array.type {
        case .bool: code = "|b1"
        case .int64: code = "<i8"
        case .float32: code = "<f4"
        case .float64: code = "<f8"
        }
        let shape = PythonTuple.describe(array.shape)
        var header = Array("{'descr': '\(code)', 'fortran_order': False, 'shape': \(shape), }".utf8)
        // The numbers begin at a multiple of 64 bytes.
        header += [UInt8](repeating: UInt8(ascii: " "), count: 63 - (magic.count + 4 + header.count) % 64)
        header.append(UInt8(ascii: "\n"))
        var bytes = magic + [1, 0, UInt8(header.count & 0xff), UInt8(header.count >> 8)] + header
        append(array, to: &bytes)
        return bytes
    }

    /// The numbers as they are in memory: machines on which this runs have the low byte first, as the format has.
    private static func append(_ array: NumericArray, to bytes: inout [UInt8]) {
        bytes.reserveCapacity(bytes.count + 8 * array.count)
        switch array.storage {
        case .bool(let values): bytes += values.map { $0 ? 1 : 0 }
        case .int64(let values): values.withUnsafeBytes { bytes += $0 }
        case .float64(let values): values.withUnsafeBytes { bytes += $0 }
        case .float32(let tensor): tensor.withUnsafeBufferPointer { bytes += UnsafeRawBufferPointer($0) }
        }
    }

    /// A header beyond this length is none that numpy writes.
    private static let longestHeader = 10_000

    /// Reads the file of an array; other types of whole numbers become int64, float16 becomes float32.
    /// - Throws: `invalidArgument` for what is no such file, or holds no numbers.
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
        let isBig = code.hasPrefix(">")
        let type = code.drop { "<>|=".contains($0) }
        let count = try NumericArray.checkedCount(shape)
        let width = Int(type.dropFirst()) ?? 0
        guard width > 0, width <= 8, count <= bytes.count / width else {
            throw .invalidArgument(width > 8 || width == 0 ? unreadable(code) : "the .npy file ends among its numbers")
        }
        func words<Number>(_ number: (UInt64) -> Number) throws(EngineError) -> [Number] {
            let start = bytes.startIndex
            return try Elements.make(count) { index in
                var word: UInt64 = 0
                for byte in 0..<width {
                    word = word << 8 | UInt64(bytes[start + index * width + (isBig ? byte : width - 1 - byte)])
                }
                return number(word)
            }
        }
        switch type {
        case "b1": return try NumericArray(shape: shape, bools: words { $0 != 0 })
        case "i1": return try NumericArray(shape: shape, ints: words { Int(Int8(truncatingIfNeeded: $0)) })
        case "i2": return try NumericArray(shape: shape, ints: words { Int(Int16(truncatingIfNeeded: $0)) })
        case "i4": return try NumericArray(shape: shape, ints: words { Int(Int32(truncatingIfNeeded: $0)) })
        case "i8", "u1", "u2", "u4", "u8":
            return try NumericArray(shape: shape, ints: words { Int(truncatingIfNeeded: $0) })
        case "f2": return NumericArray(try Tensor(Shape(shape), words { half(UInt16(truncatingIfNeeded: $0)) }))
        case "f4":
            return NumericArray(
                try Tensor(Shape(shape), words { Float(bitPattern: UInt32(truncatingIfNeeded: $0)) }))
        case "f8": return try NumericArray(shape: shape, doubles: words { Double(bitPattern: $0) })
        default: throw .invalidArgument(unreadable(code))
        }
    }

    private static func unreadable(_ code: String) -> String {
        "arrays of type '\(code)' cannot be read: there are bool, whole numbers and floats up to 64 bits"
    }

    /// A number of 16 bits: a sign, 5 bits of exponent, 10 of significand.
    private static func half(_ bits: UInt16) -> Float {
        let exponent = Int(bits >> 10 & 31)
        let fraction = Float(bits & 1023)
        let size: Float
        switch exponent {
        case 0: size = fraction * 0x1p-24
        case 31: size = fraction == 0 ? .infinity : .nan
        default: size = Float(sign: .plus, exponent: exponent - 15, significand: 1 + fraction / 1024)
        }
        return bits >> 15 == 1 ? -size : size
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
