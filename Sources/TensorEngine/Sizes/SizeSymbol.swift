/// A size of an input that is not known before data are given.
public struct SizeSymbol: Hashable, Sendable {
    /// Tells it from all others.
    public let id: Int
    /// `H`, or the name that was given to it.
    public let name: String
    /// Which of the symbols of that name it is, from 1 on.
    public let number: Int

    /// A symbol.
    /// - Parameter id: a number that no other symbol of the session has.
    public init(id: Int, name: String, number: Int = 1) {
        self.id = id
        self.name = name
        self.number = number
    }

    /// The size of the batch, in formulas for sizes that a script computes; no axis of a tensor has it as its formula.
    public static let batch = SizeSymbol(id: 0, name: "N")

    /// The name with its number, which no other symbol has: `H2`.
    public var fullName: String { number == 1 ? name : "\(name)\(number)" }

    /// What the sizes along so many spatial axes are called where nobody named them: `L`; `H`, `W`; `D`, `H`, `W`.
    public static func names(spatialAxes count: Int) -> [String] {
        count == 1 ? ["L"] : count <= 3 ? Array(["D", "H", "W"].suffix(count)) : (1...count).map { "S\($0)" }
    }
}
