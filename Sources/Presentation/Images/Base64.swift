/// Bytes as text of 64 characters.
///
/// Source: RFC 4648, section 4.
enum Base64 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        let length = (bytes.count + 2) / 3 * 4
        return [UInt8](unsafeUninitializedCapacity: length) { target, count in
            digits.withUnsafeBufferPointer { digits in
                for (group, start) in stride(from: 0, to: bytes.count, by: 3).enumerated() {
                    var word = UInt32(bytes[start]) << 16
                    if start + 1 < bytes.count { word |= UInt32(bytes[start + 1]) << 8 }
                    if start + 2 < bytes.count { word |= UInt32(bytes[start + 2]) }
                    for digit in 0..<4 {
                        target[4 * group + digit] = digits[Int(word >> (18 - 6 * UInt32(digit)) & 63)]
                    }
                }
            }
            for missing in 0..<(3 - bytes.count % 3) % 3 { target[length - 1 - missing] = UInt8(ascii: "=") }
            count = length
        }
    }
}
