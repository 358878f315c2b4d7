/// Reads arithmetic as `AxisArithmetic` writes it, `⌊(28 − 3) / 2⌋ + 1`, and works it out with fractions.
struct WrittenArithmetic {
    private var rest: Substring
    private(set) var value: Int?

    init(_ text: String) {
        rest = Substring(text.filter { $0 != " " })
        let (numerator, denominator) = sum()
        value = rest.isEmpty && denominator == 1 ? numerator : nil
    }

    private typealias Fraction = (numerator: Int, denominator: Int)

    private mutating func take(_ character: Character) -> Bool {
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func sum() -> Fraction {
        var result = product()
        while true {
            let sign = take("+") ? 1 : take("−") ? -1 : 0
            guard sign != 0 else { return result }
            let next = product()
            result = reduced(
                (
                    result.numerator * next.denominator + sign * next.numerator * result.denominator,
                    result.denominator * next.denominator
                ))
        }
    }

    private mutating func product() -> Fraction {
        var result = factor()
        while true {
            if take("·") {
                let next = factor()
                result = (result.numerator * next.numerator, result.denominator * next.denominator)
            } else if take("/") {
                let next = factor()
                result = (result.numerator * next.denominator, result.denominator * next.numerator)
            } else if rest.hasPrefix("mod") {
                rest.removeFirst(3)
                result = (result.numerator % factor().numerator, 1)
            } else {
                return reduced(result)
            }
        }
    }

    private mutating func factor() -> Fraction {
        if take("(") {
            let inner = sum()
            _ = take(")")
            return inner
        }
        for (open, close, roundsUp) in [("⌊", "⌋", false), ("⌈", "⌉", true)] as [(Character, Character, Bool)]
        where take(open) {
            let inner = sum()
            _ = take(close)
            let quotient = (Double(inner.numerator) / Double(inner.denominator)).rounded(roundsUp ? .up : .down)
            return (Int(quotient), 1)
        }
        let digits = rest.prefix { $0.isNumber }
        rest.removeFirst(digits.count)
        return (Int(digits) ?? 0, 1)
    }

    private func reduced(_ fraction: Fraction) -> Fraction {
        guard fraction.denominator != 1, fraction.numerator % fraction.denominator == 0 else { return fraction }
        return (fraction.numerator / fraction.denominator, 1)
    }
}
