#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

import PythonText

/// Numbers as people read them.
public enum NumberText {
    /// A whole number with commas between the thousands: `5,248`.
    public static func grouped(_ value: Int) -> String { PythonNumber.grouped(value) }

    /// A large number shortened to three significant digits and a unit: `5.23 M`. Small ones stay whole.
    public static func scaled(_ value: Int) -> String {
        if value.magnitude < 1000 { return String(value) }
        var number = Double(value)
        for unit in ["K", "M", "G", "T", "P"] {
            number /= 1000
            if number.magnitude < 999.5 { return significant(number) + " " + unit }
        }
        return significant(number / 1000) + " E"
    }

    /// A number of bytes in Keras's way: `215.04 KB`, `0.00 B`; one kilobyte is 1,024 bytes.
    public static func bytes(_ count: Int) -> String { bytes(Double(count)) }

    /// A number of bytes in Keras's way; truth values are counted as an eighth of a byte.
    public static func bytes(_ count: Double) -> String {
        var number = count
        for unit in ["B", "KB", "MB", "GB", "TB"] {
            if number.magnitude < 1024 { return formatted("%.2f", number) + " " + unit }
            number /= 1024
        }
        return formatted("%.2f", number) + " PB"
    }

    /// A measured value in at most `digits` significant digits, without zeros at the end: `1.73`, `0`, `1.2e-05`. Up to 99,999 all
    /// digits before the point are written, as `1.3e+02` is harder to read than `128`.
    public static func compact(_ value: Double, digits: Int = 3) -> String {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        let whole = value.magnitude.rounded() < 100_000 ? String(Int(value.magnitude.rounded())).utf8.count : 0
        let digits = max(1, digits, whole)
        return formatted("%.\(digits)g", value == 0 ? 0 : value)
    }

    /// Seconds in a unit that suits them: `1.23 ms`.
    public static func time(_ seconds: Double) -> String {
        var number = seconds
        for unit in ["s", "ms", "µs"] {
            if number >= 0.9995 || unit == "µs" { return significant(number) + " " + unit }
            number *= 1000
        }
        return significant(seconds) + " s"
    }

    /// A number with so many digits after the point: `-0.30`.
    static func fixed(_ value: Double, decimals: Int) -> String { formatted("%.\(max(0, decimals))f", value) }

    /// A number with three significant digits: `42.1`.
    public static func significant(_ number: Double) -> String {
        let magnitude = number.magnitude
        let decimals = magnitude < 9.995 ? 2 : magnitude < 99.95 ? 1 : 0
        return formatted("%.\(decimals)f", number)
    }

    private static func formatted(_ format: String, _ value: Double) -> String {
        var buffer = [CChar](repeating: 0, count: 400)
        let written = withVaList([value]) { vsnprintf(&buffer, buffer.count, format, $0) }
        let length = max(0, min(Int(written), buffer.count - 1))
        return String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
