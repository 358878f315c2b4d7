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
    ///   - precision: digits after the point, or significant ones for `g`; at most 100,000.
    public static func float(_ value: Double, _ style: Character, precision: Int) -> String {
        float(value, String(style), precision: precision)
    }

    private static func float(_ value: Double, _ style: String, precision: Int) -> String {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        let mark = style.dropLast()
        let format = "%\(mark).\(min(precision, mostDigits))\(style.suffix(1))"
        // A double has at most 309 digits before its point.
        var buffer = [CChar](repeating: 0, count: min(precision, mostDigits) + 340)
        let length = withVaList([value]) { vsnprintf(&buffer, buffer.count, format, $0) }
        return String(
            decoding: buffer.prefix(Int(max(0, min(length, Int32(buffer.count - 1))))).map(UInt8.init(bitPattern:)),
            as: UTF8.self)
    }

    /// Digits after the point beyond which no more are written.
    private static let mostDigits = 100_000

    /// A float in the style of `%g`.
    /// - Parameters:
    ///   - value: the number.
    ///   - precision: significant digits, at least one.
    ///   - keepsZeros: whether zeros at the end stay, as `%#g` has it.
    public static func general(_ value: Double, precision: Int, keepsZeros: Bool) -> String {
        float(value, keepsZeros ? "#g" : "g", precision: precision)
    }
}
