/// A size that is not known before data are given, but follows from sizes of the inputs: `⌊(H − 3) / 2⌋ + 1`.
///
/// Σ cᵢ·aᵢ + c with whole numbers c and parts a: a size of an input, ⌊formula / d⌋, or a product of formulas. Formulas are kept in
/// one form, by ⌊(d·x + y) / d⌋ = x + ⌊y / d⌋ and ⌊(⌊x / d⌋ + y) / e⌋ = ⌊(x + d·y) / (d·e)⌋, so that those of convolutions,
/// pooling and their transposes are equal as values if they are equal for all sizes.
public struct SizeFormula: Hashable, Sendable {
    /// What is added up, times a whole number.
    indirect enum Part: Hashable, Sendable {
        /// A size of an input.
        case symbol(SizeSymbol)
        /// ⌊formula / divisor⌋ for a divisor of at least 2; the formula's numbers are below the divisor.
        case floor(SizeFormula, Int)
        /// A product of at least two formulas, none of them a number.
        case product([SizeFormula])
    }

    struct Term: Hashable, Sendable {
        let part: Part
        var factor: Int
    }

    /// In the order of their parts; no factor is 0.
    let terms: [Term]
    /// The number that is added.
    let constant: Int

    /// Terms, and digits of numbers, beyond which a formula is given up: nobody reads it.
    private static let (mostTerms, mostSize) = (24, 1 << 40)

    /// A size of an input.
    public init(_ symbol: SizeSymbol) {
        terms = [Term(part: .symbol(symbol), factor: 1)]
        constant = 0
    }

    private init(part: Part) {
        terms = [Term(part: part, factor: 1)]
        constant = 0
    }

    /// Nil where the formula is too long.
    private init?(_ terms: [Term], _ constant: Int) {
        guard terms.count <= SizeFormula.mostTerms, constant.magnitude <= SizeFormula.mostSize.magnitude,
            terms.allSatisfy({ $0.factor.magnitude <= SizeFormula.mostSize.magnitude })
        else { return nil }
        self.terms = terms
        self.constant = constant
    }

    /// A number.
    private init(constant: Int) {
        terms = []
        self.constant = constant
    }

    /// A formula of a size; nil for a size of which nothing is known.
    static func of(_ dim: Dim) -> SizeFormula? { dim.known.map { SizeFormula(constant: $0) } ?? dim.formula }

    /// The number, where it is one.
    var number: Int? { terms.isEmpty ? constant : nil }

    // MARK: Arithmetic: nil where a formula gets too long

    static func + (a: SizeFormula, b: SizeFormula) -> SizeFormula? {
        var merged: [Term] = []
        var (x, y) = (a.terms[...], b.terms[...])
        while let first = x.first, let second = y.first {
            if first.part == second.part {
                let (sum, overflow) = first.factor.addingReportingOverflow(second.factor)
                if overflow { return nil }
                if sum != 0 { merged.append(Term(part: first.part, factor: sum)) }
                x.removeFirst()
                y.removeFirst()
            } else if first.part.precedes(second.part) {
                merged.append(x.removeFirst())
            } else {
                merged.append(y.removeFirst())
            }
        }
        let (constant, overflow) = a.constant.addingReportingOverflow(b.constant)
        return overflow ? nil : SizeFormula(merged + x + y, constant)
    }

    /// The sum with a number.
    func plus(_ number: Int) -> SizeFormula? { self + SizeFormula(constant: number) }

    static func - (a: SizeFormula, b: SizeFormula) -> SizeFormula? { b.times(-1).flatMap { a + $0 } }

    func times(_ number: Int) -> SizeFormula? {
        if number == 0 { return SizeFormula(constant: 0) }
        var scaled: [Term] = []
        for term in terms {
            let (factor, overflow) = term.factor.multipliedReportingOverflow(by: number)
            if overflow { return nil }
            scaled.append(Term(part: term.part, factor: factor))
        }
        let (product, overflow) = constant.multipliedReportingOverflow(by: number)
        return overflow ? nil : SizeFormula(scaled, product)
    }

    static func * (a: SizeFormula, b: SizeFormula) -> SizeFormula? {
        if let number = a.number { return b.times(number) }
        if let number = b.number { return a.times(number) }
        // Common divisors stand before the product, and products within it are taken apart.
        let (x, y) = (a.content, b.content)
        let (factor, overflow) = x.multipliedReportingOverflow(by: y)
        guard !overflow else { return nil }
        let factors = (a.divided(by: x).factors + b.divided(by: y).factors).sorted { $0.precedes($1) }
        guard factors.count <= 6 else { return nil }
        return SizeFormula([Term(part: .product(factors), factor: factor)], 0)
    }

    /// The formulas whose product it is.
    private var factors: [SizeFormula] {
        if terms.count == 1, constant == 0, terms[0].factor == 1, case .product(let factors) = terms[0].part {
            return factors
        }
        return [self]
    }

    /// The greatest number that divides all its numbers.
    private var content: Int {
        terms.reduce(constant.magnitude) { greatestCommonDivisor($0, $1.factor.magnitude) }.asInt
    }

    /// The formula with all its numbers divided by one that divides them.
    private func divided(by number: Int) -> SizeFormula {
        guard number > 1 else { return self }
        return SizeFormula(terms.map { Term(part: $0.part, factor: $0.factor / number) }, constant / number) ?? self
    }

    /// ⌊self / divisor⌋ for a positive divisor.
    func floorDivided(by divisor: Int) -> SizeFormula? {
        if divisor == 1 { return self }
        guard divisor > 0, divisor <= SizeFormula.mostSize else { return nil }
        var (whole, rest): ([Term], [Term]) = ([], [])
        for term in terms {
            let quotient = CheckedArithmetic.floorDivide(term.factor, divisor)
            let remainder = term.factor - quotient * divisor
            if quotient != 0 { whole.append(Term(part: term.part, factor: quotient)) }
            if remainder != 0 { rest.append(Term(part: term.part, factor: remainder)) }
        }
        let quotient = CheckedArithmetic.floorDivide(constant, divisor)
        guard let outside = SizeFormula(whole, quotient),
            let inside = SizeFormula(rest, constant - quotient * divisor)
        else { return nil }
        if rest.isEmpty { return outside }
        return SizeFormula.floor(inside, divisor).flatMap { outside + $0 }
    }

    /// ⌊inside / divisor⌋, where the numbers inside are below the divisor and some term is there.
    private static func floor(_ inside: SizeFormula, _ divisor: Int) -> SizeFormula? {
        let common = inside.terms.reduce(divisor.magnitude) { greatestCommonDivisor($0, $1.factor.magnitude) }.asInt
        if common > 1 {
            let terms = inside.terms.map { Term(part: $0.part, factor: $0.factor / common) }
            return SizeFormula(terms, inside.constant / common)?.floorDivided(by: divisor / common)
        }
        let floors = inside.terms.filter { if case .floor = $0.part { true } else { false } }
        if floors.count == 1, floors[0].factor == 1, case .floor(let inner, let first) = floors[0].part {
            let others = SizeFormula(inside.terms.filter { $0 != floors[0] }, inside.constant)
            let (both, overflow) = first.multipliedReportingOverflow(by: divisor)
            guard !overflow, let moved = others?.times(first), let all = inner + moved else { return nil }
            return all.floorDivided(by: both)
        }
        return SizeFormula(part: .floor(inside, divisor))
    }

    // MARK: Values

    /// The sizes of inputs that are in it.
    public var symbols: Set<SizeSymbol> {
        terms.reduce(into: []) { symbols, term in
            switch term.part {
            case .symbol(let symbol): symbols.insert(symbol)
            case .floor(let formula, _): symbols.formUnion(formula.symbols)
            case .product(let factors): for factor in factors { symbols.formUnion(factor.symbols) }
            }
        }
    }

    /// The size for sizes of the inputs; nil where one is missing or the result does not fit in an integer.
    public func value(_ sizes: [SizeSymbol: Int]) -> Int? {
        var sum = constant
        for term in terms {
            let value: Int?
            switch term.part {
            case .symbol(let symbol): value = sizes[symbol]
            case .floor(let formula, let divisor):
                value = formula.value(sizes).map { CheckedArithmetic.floorDivide($0, divisor) }
            case .product(let factors):
                let numbers = factors.compactMap { $0.value(sizes) }
                value = numbers.count == factors.count ? checkedProduct(numbers) : nil
            }
            guard let value, let product = checkedProduct([value, term.factor]),
                let next = checkedSum([sum, product])
            else { return nil }
            sum = next
        }
        return sum
    }

    /// After so many steps of a size, the formula is repeated, but for what it grows in a straight line; nil where it is too
    /// long, or the formula has products of sizes.
    public var period: Int? {
        var period = 1
        for term in terms {
            let own: Int?
            switch term.part {
            case .symbol: own = 1
            case .floor(let formula, let divisor):
                own = formula.period.flatMap { checkedProduct([$0, divisor]) }
            case .product: own = nil
            }
            guard let own,
                let common = checkedProduct([
                    period / greatestCommonDivisor(period.magnitude, own.magnitude).asInt, own,
                ]),
                common <= SizeFormula.mostSize
            else { return nil }
            period = common
        }
        return period
    }

    // MARK: Order

    fileprivate func precedes(_ other: SizeFormula) -> Bool {
        if terms.count != other.terms.count { return terms.count < other.terms.count }
        for (a, b) in zip(terms, other.terms) where a != b {
            return a.part == b.part ? a.factor < b.factor : a.part.precedes(b.part)
        }
        return constant < other.constant
    }
}

extension SizeFormula.Part {
    private var rank: Int {
        switch self {
        case .product: 0
        case .symbol: 1
        case .floor: 2
        }
    }

    /// Whether it stands before another one.
    fileprivate func precedes(_ other: SizeFormula.Part) -> Bool {
        switch (self, other) {
        case (.symbol(let a), .symbol(let b)): return a.id < b.id
        case (.floor(let a, let x), .floor(let b, let y)): return x == y ? a.precedes(b) : x < y
        case (.product(let a), .product(let b)):
            if a.count != b.count { return a.count > b.count }
            for (x, y) in zip(a, b) where x != y { return x.precedes(y) }
            return false
        default: return rank < other.rank
        }
    }
}

private func greatestCommonDivisor(_ a: UInt, _ b: UInt) -> UInt {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
}

extension UInt {
    fileprivate var asInt: Int { Int(clamping: self) }
}
