/// Formulas as a person would write them.
extension SizeFormula {
    /// `⌊(H−3)/2⌋+1`
    /// - Parameter name: what a size of an input is called.
    public func text(_ name: (SizeSymbol) -> String) -> String {
        let floors = terms.indices.filter { if case .floor = terms[$0].part { true } else { false } }
        var constant = self.constant
        var texts = terms.map { SizeFormula.text($0, name) }
        // One floor takes up the number beside it, so that it reads as the arithmetic of a window: ⌊(H−3)/2⌋+1.
        if floors.count == 1, case .floor(let inside, let divisor) = terms[floors[0]].part {
            let factor = terms[floors[0]].factor
            if let (shift, rest) = SizeFormula.shift(inside, divisor, factor: factor, constant) {
                constant = rest
                texts[floors[0]] = SizeFormula.times(
                    factor, SizeFormula.floorText(inside, divisor, inside.constant + shift, name))
            }
        }
        return SizeFormula.joined(texts, constant)
    }

    /// What is moved from behind a floor into it: the number that is added inside, and what stays outside.
    private static func shift(
        _ inside: SizeFormula, _ divisor: Int, factor: Int, _ constant: Int
    ) -> (inside: Int, outside: Int)? {
        // ⌊x/d⌋ and ⌈x/d⌉ are read without it, unless a window's +1 can be had.
        guard factor > 0, inside.constant > 0, constant < 0 else { return nil }
        if factor > 1, inside.constant == divisor - 1, constant % factor != 0 { return nil }
        let outside = factor == 1 ? 1 : ((constant % factor) + factor) % factor
        let moved = (constant - outside) / factor
        let (shift, overflow) = moved.multipliedReportingOverflow(by: divisor)
        return overflow ? nil : (shift, outside)
    }

    private static func text(_ term: Term, _ name: (SizeSymbol) -> String) -> String {
        switch term.part {
        case .symbol(let symbol): times(term.factor, name(symbol))
        case .floor(let inside, let divisor): times(term.factor, floorText(inside, divisor, inside.constant, name))
        case .product(let factors):
            ([term.factor == 1 ? nil : "\(term.factor)".withMinus] + factors.map { $0.factorText(name) })
                .compactMap { $0 }.joined(separator: "·")
        }
    }

    private static func times(_ factor: Int, _ text: String) -> String {
        factor == 1 ? text : factor == -1 ? "−\(text)" : "\(factor)".withMinus + text
    }

    /// In parentheses where it is a sum.
    private func factorText(_ name: (SizeSymbol) -> String) -> String {
        let text = text(name)
        return terms.count + (constant == 0 ? 0 : 1) > 1 ? "(\(text))" : text
    }

    /// `⌊H/2⌋`, `⌈H/2⌉`, `⌊(H−3)/2⌋`
    /// - Parameter constant: the number that is added inside, in place of the formula's own.
    private static func floorText(
        _ inside: SizeFormula, _ divisor: Int, _ constant: Int, _ name: (SizeSymbol) -> String
    ) -> String {
        let isCeiling = constant == divisor - 1
        let texts = inside.terms.map { text($0, name) }
        let sum = joined(texts, isCeiling ? 0 : constant)
        let isSum = texts.count > 1 || (!isCeiling && constant != 0)
        let quotient = "\(isSum ? "(\(sum))" : sum)/\(divisor)"
        return isCeiling ? "⌈\(quotient)⌉" : "⌊\(quotient)⌋"
    }

    /// The terms with their signs, and the number.
    private static func joined(_ texts: [String], _ constant: Int) -> String {
        // What is subtracted does not stand first.
        let ordered = texts.filter { !$0.hasPrefix("−") } + texts.filter { $0.hasPrefix("−") }
        var result = ""
        for text in ordered { result += result.isEmpty || text.hasPrefix("−") ? text : "+\(text)" }
        if constant == 0 { return result.isEmpty ? "0" : result }
        if result.isEmpty { return "\(constant)".withMinus }
        return constant > 0 ? "\(result)+\(constant)" : "\(result)\("\(constant)".withMinus)"
    }

    /// The formula with the plain names of its sizes, or with their numbers where two of them have one name.
    public var text: String { text(SizeFormula.names(for: symbols)) }

    /// What sizes are called beside one another: by their plain names, unless two have the same.
    public static func names(for symbols: Set<SizeSymbol>) -> (SizeSymbol) -> String {
        let isClear = Set(symbols.map(\.name)).count == symbols.count
        return { isClear ? $0.name : $0.fullName }
    }
}

extension String {
    /// With a minus sign in place of a hyphen.
    fileprivate var withMinus: String { hasPrefix("-") ? "−" + dropFirst() : self }
}
