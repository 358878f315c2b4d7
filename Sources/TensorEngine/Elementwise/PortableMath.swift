/// Functions whose last bit must not depend on the machine's mathematical library.
enum PortableMath {
    /// The natural logarithm, for normal positive numbers: x = m · 2ᵉ, log m = 2 · (s + s³/3 + …), s = (m − 1)/(m + 1).
    static func log(_ x: Double) -> Double {
        guard x > 0 else { return -.infinity }
        var exponent = Double(x.exponent)
        var significand = x.significand
        if significand > 1.4142135623730951 {
            significand /= 2
            exponent += 1
        }
        let s = (significand - 1) / (significand + 1)
        let z = s * s
        var sum = 0.0
        for odd in stride(from: 21.0, through: 1, by: -2) { sum = sum * z + 1 / odd }
        return exponent * 0.6931471805599453 + 2 * s * sum
    }
}
