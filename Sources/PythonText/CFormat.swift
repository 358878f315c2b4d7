#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Floats through the C library's formatting, which rounds as Python does.
public enum CFormat {
    /// A float with a precision.
    /// - Parameters:
    ///   - value: the number; nan and infinities are written as Python writes them.
    ///   - style: `f`, `e` or `g`.
    ///   - precision: digits after the point, or significant ones for `g`; at most 400.
    public static func float(_ value: Double, _ style: Character, precision: Int) -> String {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        let format = "%.\(min(precision, 400))\(style)"
        var buffer = [CChar](repeating: 0, count: 800)
        let length = withVaList([value]) { vsnprintf(&buffer, buffer.count, format, $0) }
        return String(
            decoding: buffer.prefix(Int(max(0, min(length, 799)))).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
