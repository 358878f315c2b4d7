import TensorEngine

/// What sizes of inputs must fulfil so that a network can be built for them.
public enum SizeCondition: Hashable, Sendable {
    /// A size in the network is at least 1: no window is larger than what it moves over.
    case positive(SizeFormula)
    /// Two sizes are equal: tensors are joined, or weights were made for a size.
    case equal(SizeFormula, SizeFormula)
    /// A size is the one that weights were made for.
    case number(SizeFormula, Int)

    /// The sizes that it depends on.
    public var symbols: Set<SizeSymbol> {
        switch self {
        case .positive(let formula), .number(let formula, _): formula.symbols
        case .equal(let a, let b): a.symbols.union(b.symbols)
        }
    }

    /// Whether it is fulfilled; false where a size is missing.
    public func holds(_ sizes: [SizeSymbol: Int]) -> Bool {
        switch self {
        case .positive(let formula): (formula.value(sizes) ?? 0) >= 1
        case .equal(let a, let b): a.value(sizes).map { $0 == b.value(sizes) } ?? false
        case .number(let formula, let number): formula.value(sizes) == number
        }
    }

    /// The condition with numbers in place of some sizes; nil where it gets too long.
    func substituting(_ sizes: [SizeSymbol: Int]) -> SizeCondition? {
        switch self {
        case .positive(let formula): formula.substituting(sizes).map { .positive($0) }
        case .number(let formula, let number): formula.substituting(sizes).map { .number($0, number) }
        case .equal(let a, let b):
            a.substituting(sizes).flatMap { x in b.substituting(sizes).map { .equal(x, $0) } }
        }
    }

    /// `2⌊H/2⌋ = H`
    public var text: String { text(SizeFormula.names(for: symbols)) }

    /// The text with one name for all sizes, by which conditions along several axes are compared.
    public var anonymousText: String { text { _ in "n" } }

    private func text(_ name: (SizeSymbol) -> String) -> String {
        switch self {
        case .positive(let formula): "\(formula.text(name)) ≥ 1"
        case .equal(let a, let b): "\(a.text(name)) = \(b.text(name))"
        case .number(let formula, let number): "\(formula.text(name)) = \(number)"
        }
    }

    /// What is compared with 0, as a function of one size: at least 0 for `positive`, exactly 0 for the others.
    func margin(_ sizes: [SizeSymbol: Int]) -> Int? {
        switch self {
        case .positive(let formula): formula.value(sizes).map { $0 - 1 }
        case .equal(let a, let b): a.value(sizes).flatMap { x in b.value(sizes).map { x - $0 } }
        case .number(let formula, let number): formula.value(sizes).map { $0 - number }
        }
    }

    var period: Int? {
        switch self {
        case .positive(let formula), .number(let formula, _): formula.period
        case .equal(let a, let b):
            a.period.flatMap { x in b.period.map { y in x / greatestCommonDivisor(x, y) * y } }
        }
    }

    var isEquation: Bool {
        if case .positive = self { false } else { true }
    }
}
