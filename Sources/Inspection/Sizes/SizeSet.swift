import TensorEngine

/// The sizes from 1 on for which conditions hold: any of the first ones, and then the same ones in each period.
public struct SizeSet: Hashable, Sendable {
    /// Whether 1, 2, … are in it, as far as the set is not periodic.
    private let early: [Bool]
    /// Whether the following ones are in it.
    private let cycle: [Bool]

    /// Periods, and first sizes, beyond which a set is not worked out.
    private static let (longestPeriod, mostEarly) = (1 << 13, 1 << 16)

    /// The sizes for which conditions hold; nil where they take too long to list.
    /// - Parameter symbol: the size, the only one in the conditions.
    public init?(of symbol: SizeSymbol, _ conditions: some Sequence<SizeCondition>) {
        let conditions = Set(conditions)
        var period = 1
        for condition in conditions {
            guard let own = condition.period, own <= SizeSet.longestPeriod else { return nil }
            period = period / greatestCommonDivisor(period, own) * own
            guard period <= SizeSet.longestPeriod else { return nil }
        }
        func sizes(_ size: Int) -> [SizeSymbol: Int] { [symbol: size] }
        var end = 0
        for condition in conditions {
            guard let own = SizeSet.irregularEnd(condition, sizes) else { return nil }
            end = max(end, own)
        }
        guard end <= SizeSet.mostEarly else { return nil }
        func holds(_ size: Int) -> Bool {
            let sizes = sizes(size)
            return conditions.allSatisfy { $0.holds(sizes) }
        }
        self.init(early: (0..<end).map { holds($0 + 1) }, cycle: (0..<period).map { holds(end + $0 + 1) })
    }

    /// The set with the shortest period and the fewest first sizes.
    private init(early: [Bool], cycle: [Bool]) {
        let count = cycle.count
        let length = (1...count).first { length in
            count % length == 0 && (length..<count).allSatisfy { cycle[$0] == cycle[$0 - length] }
        }
        var (early, cycle) = (early, Array(cycle.prefix(length ?? count)))
        while let last = early.last, last == cycle[cycle.count - 1] {
            early.removeLast()
            cycle.insert(cycle.removeLast(), at: 0)
        }
        self.early = early
        self.cycle = cycle
    }

    /// The sizes for which one of some formulas is 1, of which there are not many; nil where they take too long to list.
    static func ones(of formulas: some Sequence<SizeFormula>, _ symbol: SizeSymbol) -> Set<Int>? {
        var sizes: Set<Int> = []
        for formula in formulas where formula.symbols == [symbol] {
            let condition = SizeCondition.number(formula, 1, orOne: false)
            guard let set = SizeSet(of: symbol, [condition]), !set.cycle.contains(true) else { return nil }
            sizes.formUnion(set.early.indices.filter { set.early[$0] }.map { $0 + 1 })
        }
        return sizes
    }

    /// The set with some sizes looked at one by one.
    func checked(at sizes: Set<Int>, _ holds: (Int) -> Bool) -> SizeSet {
        guard let last = sizes.max() else { return self }
        let end = max(last, early.count)
        let first = (1...end).map { sizes.contains($0) ? holds($0) : contains($0) }
        return SizeSet(early: first, cycle: (1...cycle.count).map { contains(end + $0) })
    }

    /// From where on a condition holds periodically.
    private static func irregularEnd(_ condition: SizeCondition, _ sizes: (Int) -> [SizeSymbol: Int]) -> Int? {
        guard let period = condition.period else { return nil }
        var end = 0
        for margin in condition.margins {
            guard let own = irregularEnd({ margin(sizes($0)) }, period, isEquation: condition.isEquation) else {
                return nil
            }
            end = max(end, own)
        }
        return end
    }

    /// The same for one margin, which grows by the same amount in every period.
    private static func irregularEnd(_ margin: (Int) -> Int?, _ period: Int, isEquation: Bool) -> Int? {
        guard let first = margin(1), let next = margin(1 + period) else { return nil }
        let growth = next - first
        if growth == 0 { return 0 }
        var end = 0
        for size in 1...period {
            guard let margin = margin(size) else { return nil }
            // The last period in which it may be otherwise than in all that follow.
            let periods: Int
            if isEquation {
                periods = margin % growth == 0 && margin / growth <= 0 ? -margin / growth + 1 : 0
            } else if growth > 0 {
                periods = margin < 0 ? (-margin - 1) / growth + 1 : 0
            } else {
                periods = margin >= 0 ? margin / -growth + 1 : 0
            }
            let (reach, overflow) = periods.multipliedReportingOverflow(by: period)
            if overflow || reach > mostEarly { return nil }
            end = max(end, reach)
        }
        return end
    }

    /// Whether a size is in it.
    public func contains(_ size: Int) -> Bool {
        if size < 1 { return false }
        return size <= early.count ? early[size - 1] : cycle[(size - early.count - 1) % cycle.count]
    }

    /// The smallest size in it from some size on; nil where there is none.
    public func next(from size: Int) -> Int? {
        let start = max(size, 1)
        let end = max(start, early.count) + cycle.count
        return (start...end).first(where: contains)
    }

    /// The smallest size; nil where there is none.
    public var minimum: Int? { next(from: 1) }

    /// From where on it repeats itself.
    public var period: Int { cycle.count }

    /// The remainders by the period of those that repeat, in ascending order.
    public var remainders: [Int] {
        cycle.indices.filter { cycle[$0] }.map { (early.count + 1 + $0) % cycle.count }.sorted()
    }

    /// Whether each size from the smallest on is as the remainders say.
    private var isRegular: Bool {
        guard let minimum else { return false }
        let set = Set(remainders)
        return minimum > early.count
            || (minimum...early.count).allSatisfy { early[$0 - 1] == set.contains($0 % period) }
    }

    /// `H ≥ 64 and a multiple of 32`
    /// - Parameters:
    ///   - name: `H`, or several that have the same set: `H and W`.
    ///   - isPlural: whether it is several.
    public func text(_ name: String, isPlural: Bool = false) -> String {
        guard let minimum else { return "no \(name)" }
        let verb = isPlural ? "are" : "is"
        let remainders = remainders
        if remainders.isEmpty { return "\(name) \(verb) \(finiteText)" }
        let rule = SizeSet.ruleText(remainders, period, isPlural)
        if isRegular {
            guard let rule else { return minimum == 1 ? "any \(name)" : "\(name) ≥ \(minimum)" }
            let isFirst = minimum <= (remainders[0] == 0 ? period : remainders[0])
            return isFirst ? "\(name) \(verb) \(rule)" : "\(name) ≥ \(minimum) and \(rule)"
        }
        let some = early.indices.filter { early[$0] }.map { $0 + 1 }
        let first = next(from: early.count + 1) ?? minimum
        let exceptions = SizeSet.list(SizeSet.runs(some), "or")
        return "\(name) \(verb) \(exceptions), or ≥ \(first)\(rule.map { " and \($0)" } ?? "")"
    }

    private var finiteText: String { SizeSet.listed(early.indices.filter { early[$0] }.map { $0 + 1 }) }

    /// `2–3 or 8`
    static func listed(_ sizes: [Int]) -> String { list(runs(sizes), "or") }

    private static func runs(_ sizes: [Int]) -> [String] {
        var runs: [ClosedRange<Int>] = []
        for size in sizes {
            if let last = runs.last, last.upperBound + 1 == size {
                runs[runs.count - 1] = last.lowerBound...size
            } else {
                runs.append(size...size)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    }

    private static func list(_ items: [String], _ word: String) -> String {
        guard items.count > 1 else { return items.first ?? "" }
        if items.count > 6 { return items.prefix(5).joined(separator: ", ") + ", …" }
        return items.dropLast().joined(separator: ", ") + " \(word) \(items[items.count - 1])"
    }

    /// Nil for all sizes.
    private static func ruleText(_ remainders: [Int], _ period: Int, _ isPlural: Bool) -> String? {
        if remainders.count == period { return nil }
        if period == 2 { return remainders == [0] ? "even" : "odd" }
        let multiple = isPlural ? "multiples of \(period)" : "a multiple of \(period)"
        return remainders == [0] ? multiple : "\(multiple) plus \(list(runs(remainders), "or"))"
    }
}

/// The greatest number that divides both; at least 1.
func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
}
