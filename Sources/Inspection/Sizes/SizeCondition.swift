import Layers
import TensorEngine

/// What sizes of inputs must fulfil so that a network can be built for them.
public enum SizeCondition: Hashable, Sendable {
    /// A size in the network is at least 1: no window is larger than what it moves over.
    case positive(SizeFormula)
    /// Two sizes are equal, as tensors are joined; where `orOne`, one of them may be 1, which repeats.
    case equal(SizeFormula, SizeFormula, orOne: Bool)
    /// A size is a number: that of another tensor, or the one that weights were made for.
    case number(SizeFormula, Int, orOne: Bool)

    /// That two sizes fit together; nil where nothing is known of one, or none of them has a formula.
    init?(_ match: SizeMatch) {
        let orOne = match.allowsOne
        switch (match.first.formula, match.second.formula) {
        case (let a?, let b?): self = .equal(a, b, orOne: orOne)
        case (let formula?, nil):
            guard let number = match.second.known else { return nil }
            self = .number(formula, number, orOne: orOne)
        case (nil, let formula?):
            guard let number = match.first.known else { return nil }
            self = .number(formula, number, orOne: orOne)
        case (nil, nil): return nil
        }
    }

    /// The same condition for tensors of which no size repeats.
    public var strict: SizeCondition {
        switch self {
        case .positive: self
        case .equal(let a, let b, _): .equal(a, b, orOne: false)
        case .number(let formula, let number, _): .number(formula, number, orOne: false)
        }
    }

    /// Whether a size of 1 fits any other.
    var allowsOne: Bool {
        switch self {
        case .positive: false
        case .equal(_, _, let orOne), .number(_, _, let orOne): orOne
        }
    }

    /// The formulas in it.
    var formulas: [SizeFormula] {
        switch self {
        case .positive(let formula), .number(let formula, _, _): [formula]
        case .equal(let a, let b, _): [a, b]
        }
    }

    /// The sizes that it depends on.
    public var symbols: Set<SizeSymbol> { formulas.reduce(into: []) { $0.formUnion($1.symbols) } }

    /// Whether it is fulfilled; false where a size is missing.
    public func holds(_ sizes: [SizeSymbol: Int]) -> Bool {
        margins.contains { margin in margin(sizes).map { isEquation ? $0 == 0 : $0 >= 0 } ?? false }
    }

    /// `2⌊H/2⌋ = H`
    public var text: String { text(SizeFormula.names(for: symbols)) }

    /// The text with one name for all sizes, by which conditions along several axes are compared.
    public var anonymousText: String { text { _ in "n" } }

    private func text(_ name: (SizeSymbol) -> String) -> String {
        switch self {
        case .positive(let formula): "\(formula.text(name)) ≥ 1"
        case .equal(let a, let b, _): "\(a.text(name)) = \(b.text(name))"
        case .number(let formula, let number, _): "\(formula.text(name)) = \(number)"
        }
    }

    /// What is compared with 0, as functions of sizes: at least 0 for `positive`, exactly 0 for the others, of which one must be.
    var margins: [([SizeSymbol: Int]) -> Int?] {
        switch self {
        case .positive(let formula): [{ sizes in formula.value(sizes).map { $0 - 1 } }]
        case .equal(let a, let b, let orOne):
            [{ sizes in a.value(sizes).flatMap { x in b.value(sizes).map { x - $0 } } }]
                + (orOne
                    ? [{ sizes in a.value(sizes).map { $0 - 1 } }, { sizes in b.value(sizes).map { $0 - 1 } }] : [])
        case .number(let formula, let number, let orOne):
            [{ sizes in formula.value(sizes).map { $0 - number } }]
                + (orOne ? [{ sizes in formula.value(sizes).map { $0 - 1 } }] : [])
        }
    }

    /// After so many steps of a size, the margins are repeated, but for what they grow; nil where that is not known.
    var period: Int? {
        formulas.reduce(1) { period, formula in
            period.flatMap { x in formula.period.map { y in x / greatestCommonDivisor(x, y) * y } }
        }
    }

    /// Whether margins must be 0.
    var isEquation: Bool {
        if case .positive = self { false } else { true }
    }
}
