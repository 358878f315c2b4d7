/// Numbers as Python prints them.
public enum PythonNumber {
    /// A whole number with commas between the thousands, as `f"{n:,}"` writes it: `5,248`.
    public static func grouped(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return value < 0 ? "-" + result : result
    }

    /// A float as Python's `repr` shows it: the shortest digits that read back as the same number.
    public static func describe(_ value: Double) -> String {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        let magnitude = value.magnitude
        let text = "\(value)"
        if magnitude == 0 || (magnitude >= 1e-4 && magnitude < 1e16) {
            return text.contains("e") ? positional(value) : text
        }
        return exponential(text)
    }

    /// Swift writes 1e-05 as `1e-05` and 1.5e+20 as `1.5e+20`; Python wants two exponent digits at least.
    private static func exponential(_ text: String) -> String {
        guard let e = text.firstIndex(of: "e") else { return text }
        var mantissa = String(text[..<e])
        if mantissa.hasSuffix(".0") { mantissa.removeLast(2) }
        var exponent = String(text[text.index(after: e)...])
        let sign = exponent.hasPrefix("-") ? "-" : "+"
        exponent = String(exponent.drop { $0 == "-" || $0 == "+" })
        return "\(mantissa)e\(sign)\(exponent.count < 2 ? "0" + exponent : exponent)"
    }

    /// Digits without an exponent, for numbers that Python writes so and Swift does not.
    private static func positional(_ value: Double) -> String {
        let text = "\(value.magnitude)"
        guard let e = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: e)...]) else { return text }
        let mantissa = text[..<e].split(separator: ".")
        let whole = String(mantissa[0])
        let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
        let digits = whole + fraction
        let point = whole.count + exponent
        let sign = value < 0 ? "-" : ""
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        if point >= digits.count { return sign + digits + String(repeating: "0", count: point - digits.count) + ".0" }
        return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }
}
