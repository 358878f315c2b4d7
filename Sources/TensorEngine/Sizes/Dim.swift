/// The size of one axis: a number, or unknown until data are given.
///
/// Arithmetic on an unknown size gives an unknown size. The representation is private, so that sizes given by a formula
/// (`⌊(H − 3) / 2⌋ + 1`) can be added in this file alone.
public struct Dim: Hashable, Sendable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    private enum Representation: Hashable {
        case known(Int)
        case unknown
    }

    private let representation: Representation

    private init(_ representation: Representation) { self.representation = representation }

    /// A size that is not known before data are given: `None` in Keras.
    public static let unknown = Dim(.unknown)

    /// A known size.
    public init(_ size: Int) { self.init(.known(size)) }

    /// A known size, or an unknown one for nil.
    public init(_ size: Int?) { self.init(size.map(Representation.known) ?? .unknown) }

    /// A known size.
    public init(integerLiteral size: Int) { self.init(size) }

    /// The number; nil where the size is unknown.
    public var known: Int? {
        switch representation {
        case .known(let size): size
        case .unknown: nil
        }
    }

    /// The number, or `None`.
    public var description: String { known.map(String.init) ?? "None" }

    // MARK: Arithmetic

    /// - Throws: `sizeOverflow`.
    public static func + (a: Dim, b: Dim) throws(EngineError) -> Dim {
        try combine(a, b, CheckedArithmetic.add)
    }

    /// - Throws: `sizeOverflow`.
    public static func - (a: Dim, b: Dim) throws(EngineError) -> Dim {
        try combine(a, b, CheckedArithmetic.subtract)
    }

    /// - Throws: `sizeOverflow`.
    public static func * (a: Dim, b: Dim) throws(EngineError) -> Dim {
        try combine(a, b, CheckedArithmetic.multiply)
    }

    /// ⌊self / divisor⌋.
    /// - Parameter divisor: a positive number.
    public func floorDivided(by divisor: Int) -> Dim {
        Dim(known.map { CheckedArithmetic.floorDivide($0, divisor) })
    }

    /// ⌈self / divisor⌉.
    /// - Parameter divisor: a positive number.
    public func ceilDivided(by divisor: Int) -> Dim {
        Dim(known.map { CheckedArithmetic.ceilDivide($0, divisor) })
    }

    /// The larger of two sizes.
    public static func max(_ a: Dim, _ b: Dim) -> Dim {
        guard let x = a.known, let y = b.known else { return a == b ? a : .unknown }
        return x >= y ? a : b
    }

    /// The sum; unknown where a term is unknown or the sum overflows.
    public static func sum(_ terms: some Sequence<Dim>) -> Dim { fold(terms, checkedSum) }

    /// The product; unknown where a factor is unknown or the product overflows.
    public static func product(_ factors: some Sequence<Dim>) -> Dim { fold(factors, checkedProduct) }

    private static func combine(
        _ a: Dim, _ b: Dim, _ operation: (Int, Int) throws(EngineError) -> Int
    ) throws(EngineError) -> Dim {
        guard let x = a.known, let y = b.known else { return .unknown }
        return Dim(try operation(x, y))
    }

    private static func fold(_ sizes: some Sequence<Dim>, _ combine: ([Int]) -> Int?) -> Dim {
        var numbers: [Int] = []
        for size in sizes {
            guard let number = size.known else { return .unknown }
            numbers.append(number)
        }
        return Dim(combine(numbers))
    }
}
