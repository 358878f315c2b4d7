/// Writes the numbers of a picture's cells, all with the same number of decimals.
struct CellNumbers: Hashable, Sendable {
    /// Digits after the point; nil for powers of ten.
    private let decimals: Int?
    /// The characters of the longest number.
    private(set) var width: Int

    /// - Parameters:
    ///   - values: all numbers to be written.
    init(_ values: [Float]) {
        var largest: Float = 0
        var areWhole = true
        var longest = 1
        for value in values {
            if value.isFinite {
                largest = max(largest, abs(value))
                areWhole = areWhole && value == value.rounded()
            } else {
                longest = max(longest, value.isNaN ? 3 : 4)
            }
        }
        decimals = CellNumbers.decimals(largest, areWhole: areWhole)
        width = longest
        width = values.reduce(longest) { max($0, text($1).utf8.count) }
    }

    private static func decimals(_ largest: Float, areWhole: Bool) -> Int? {
        if areWhole { return largest < 1e6 ? 0 : nil }
        switch largest {
        case 1e6...: return nil
        case 100...: return 1
        case 0.1...: return 2
        case 0.01...: return 3
        case 0.001...: return 4
        default: return nil
        }
    }

    /// A number; zero is `0` and nothing else is.
    func text(_ value: Float) -> String {
        if value == 0 { return "0" }
        guard let decimals, value.isFinite else { return NumberText.compact(Double(value), digits: 2) }
        return NumberText.fixed(Double(value), decimals: decimals)
    }
}
