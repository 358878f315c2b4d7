/// Writes numbers that stand below each other: the same number of decimals for all, aligned at the right.
public struct NumberColumn: Hashable, Sendable {
    /// Digits after the point; nil where powers of ten are needed.
    private let decimals: Int?
    /// The columns of the longest number.
    public private(set) var width = 0

    /// A column of these numbers, with about four digits after the point.
    public init(_ values: [Double]) {
        let finite = values.filter(\.isFinite)
        let largest = finite.map(abs).max() ?? 0
        if finite.allSatisfy({ $0 == $0.rounded() }), largest < 1e6 {
            decimals = 0
        } else {
            switch largest {
            case 1e6...: decimals = nil
            case 1000...: decimals = 1
            case 100...: decimals = 2
            case 10...: decimals = 3
            case 0.01...: decimals = 4
            case 0.0001...: decimals = 6
            default: decimals = nil
            }
        }
        width = values.map { plain($0).count }.max() ?? 0
    }

    /// A number, as wide as all of the column.
    public func text(_ value: Double) -> String {
        let text = plain(value)
        return Blanks.text(width - text.count) + text
    }

    /// A number as the column has it, without blanks.
    public func plain(_ value: Double) -> String {
        if value == 0 { return "0" }
        guard let decimals, value.isFinite else { return NumberText.compact(value, digits: 4) }
        let text = NumberText.fixed(value, decimals: decimals)
        // What is not zero does not look like it.
        return text.contains { $0 != "0" && $0 != "." && $0 != "-" } ? text : NumberText.compact(value, digits: 2)
    }
}
