/// The size of one axis: a number, or unknown until data are given.
///
/// An unknown size may be given by a formula (`⌊(H − 3) / 2⌋ + 1`), and arithmetic on it then gives other formulas. It is unknown all
/// the same: `known` is nil, and it is written `None`. Arithmetic on a size of which nothing is known gives another such size.
/// Two formulas are equal as values only if they are equal for all sizes.
public struct Dim: Hashable, Sendable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    private enum Representation: Hashable {
        case known(Int)
        case unknown
        indirect case formula(SizeFormula)
    }

    private let representation: Representation

    private init(_ representation: Representation) { self.representation = representation }

    /// A size that is not known before data are given: `None` in Keras.
    public static let unknown = Dim(.unknown)

    /// A known size.
    public init(_ size: Int) { self.init(.known(size)) }

    /// A known size, or an unknown one for nil.
    public init(_ size: Int?) { self.init(size.map(Representation.known) ?? .unknown) }

    /// A size of an input that is not known before data are given, but has a name.
    public init(_ symbol: SizeSymbol) { self.init(.formula(SizeFormula(symbol))) }

    /// A size by its formula; nil for a size of which nothing is known. A number that remains of a formula counts as
    /// unknown, as it is in Keras.
    private init(_ formula: SizeFormula?) {
        guard let formula, formula.number == nil else {
            self = .unknown
            return
        }
        self.init(.formula(formula))
    }

    /// A known size.
    public init(integerLiteral size: Int) { self.init(size) }

    /// The number; nil where the size is unknown.
    public var known: Int? {
        switch representation {
        case .known(let size): size
        case .unknown, .formula: nil
        }
    }

    /// The formula of an unknown size; nil for a number, and where nothing is known.
    public var formula: SizeFormula? {
        if case .formula(let formula) = representation { formula } else { nil }
    }

    /// Whether its formula has the size of the batch in it.
    public var hasBatch: Bool { formula?.symbols.contains(.batch) ?? false }

    /// The same size, unknown where the size of the batch is in its formula.
    public var withoutBatch: Dim { hasBatch ? .unknown : self }

    /// Whether it is a number.
    public var isKnown: Bool { known != nil }

    /// The number, or `None`.
    public var description: String { known.map(String.init) ?? "None" }

    /// The number, the formula, or `None`.
    public var text: String { formula?.text ?? description }

    // MARK: Arithmetic

    /// - Throws: `sizeOverflow`.
    public static func + (a: Dim, b: Dim) throws(EngineError) -> Dim {
        try combine(a, b, CheckedArithmetic.add) { $0 + $1 }
    }

    /// - Throws: `sizeOverflow`.
    public static func - (a: Dim, b: Dim) throws(EngineError) -> Dim {
        try combine(a, b, CheckedArithmetic.subtract) { $0 - $1 }
    }

    /// - Throws: `sizeOverflow`.
    public static func * (a: Dim, b: Dim) throws(EngineError) -> Dim {
        try combine(a, b, CheckedArithmetic.multiply) { $0 * $1 }
    }

    /// ⌊self / divisor⌋.
    /// - Parameter divisor: a positive number.
    public func floorDivided(by divisor: Int) -> Dim {
        if let known { return Dim(CheckedArithmetic.floorDivide(known, divisor)) }
        return Dim(formula.flatMap { $0.floorDivided(by: divisor) })
    }

    /// ⌈self / divisor⌉.
    /// - Parameter divisor: a positive number.
    public func ceilDivided(by divisor: Int) -> Dim {
        if let known { return Dim(CheckedArithmetic.ceilDivide(known, divisor)) }
        return Dim(formula.flatMap { $0.plus(divisor - 1)?.floorDivided(by: divisor) })
    }

    /// The larger of two sizes.
    public static func max(_ a: Dim, _ b: Dim) -> Dim {
        guard let x = a.known, let y = b.known else { return a == b ? a : .unknown }
        return x >= y ? a : b
    }

    /// The sum; unknown where a term is unknown or the sum overflows.
    public static func sum(_ terms: some Sequence<Dim>) -> Dim { fold(terms, checkedSum) { $0 + $1 } }

    /// The product; unknown where a factor is unknown or the product overflows.
    public static func product(_ factors: some Sequence<Dim>) -> Dim { fold(factors, checkedProduct) { $0 * $1 } }

    private static func combine(
        _ a: Dim, _ b: Dim, _ operation: (Int, Int) throws(EngineError) -> Int,
        _ onFormulas: (SizeFormula, SizeFormula) -> SizeFormula?
    ) throws(EngineError) -> Dim {
        if let x = a.known, let y = b.known { return Dim(try operation(x, y)) }
        guard let x = SizeFormula.of(a), let y = SizeFormula.of(b) else { return .unknown }
        return Dim(onFormulas(x, y))
    }

    private static func fold(
        _ sizes: some Sequence<Dim>, _ combine: ([Int]) -> Int?,
        _ onFormulas: (SizeFormula, SizeFormula) -> SizeFormula?
    ) -> Dim {
        var numbers: [Int] = []
        for size in sizes {
            guard let number = size.known else { return fold(sizes, onFormulas) }
            numbers.append(number)
        }
        return Dim(combine(numbers))
    }

    private static func fold(
        _ sizes: some Sequence<Dim>, _ onFormulas: (SizeFormula, SizeFormula) -> SizeFormula?
    ) -> Dim {
        var result: SizeFormula?
        for size in sizes {
            guard let formula = SizeFormula.of(size) else { return .unknown }
            guard let before = result else {
                result = formula
                continue
            }
            guard let next = onFormulas(before, formula) else { return .unknown }
            result = next
        }
        return Dim(result)
    }
}
