/// The type of the numbers in an array, with numpy's names.
public enum NumericType: String, Sendable, CaseIterable {
    case bool
    case int8, int16, int32, int64
    case uint8, uint16, uint32, uint64
    case float16, float32, float64

    /// What kind of numbers a type holds.
    public enum Kind: String, Sendable {
        case bool = "b"
        case signed = "i"
        case unsigned = "u"
        case float = "f"
    }

    /// The kind of numbers; its raw value is numpy's letter for it.
    public var kind: Kind {
        switch self {
        case .bool: .bool
        case .int8, .int16, .int32, .int64: .signed
        case .uint8, .uint16, .uint32, .uint64: .unsigned
        case .float16, .float32, .float64: .float
        }
    }

    /// Bytes of one element.
    public var itemSize: Int {
        switch self {
        case .bool, .int8, .uint8: 1
        case .int16, .uint16, .float16: 2
        case .int32, .uint32, .float32: 4
        case .int64, .uint64, .float64: 8
        }
    }

    /// numpy's short name: `f4`, `u1`.
    public var code: String { "\(kind.rawValue)\(itemSize)" }

    /// Whether it has fractions.
    public var isFloat: Bool { kind == .float }

    /// Whether it holds whole numbers.
    public var isInteger: Bool { kind == .signed || kind == .unsigned }

    /// The smallest and the largest whole number of an integer type; nil for others.
    public var bounds: (low: Int, high: UInt64)? { element.bounds }

    /// The type of a name that numpy accepts: `float32`, `f4`, `<f4`, `double`; nil for others.
    public init?(name: String) {
        if let type = NumericType(rawValue: name) {
            self = type
            return
        }
        let code = name.drop { "<=|".contains($0) }
        let match = NumericType.allCases.first { $0.code == code } ?? NumericType.aliases[name]
        guard let match else { return nil }
        self = match
    }

    /// Source: numpy's `sctypeDict`.
    private static let aliases: [String: NumericType] = [
        "bool_": .bool, "?": .bool, "byte": .int8, "b": .int8, "ubyte": .uint8, "B": .uint8, "short": .int16,
        "h": .int16, "ushort": .uint16, "H": .uint16, "intc": .int32, "i": .int32, "uintc": .uint32, "I": .uint32,
        "int": .int64, "int_": .int64, "intp": .int64, "long": .int64, "l": .int64, "q": .int64, "longlong": .int64,
        "uint": .uint64, "uintp": .uint64, "ulong": .uint64, "L": .uint64, "Q": .uint64, "ulonglong": .uint64,
        "half": .float16, "e": .float16, "single": .float32, "f": .float32, "float": .float64, "double": .float64,
        "d": .float64,
    ]

    /// Names under which the module numpy offers the types beside their own.
    public static let scalarAliases = aliases.filter { $0.key.count > 1 && $0.key != "float" && $0.key != "int" }

    // MARK: Types of results

    /// The type that holds the values of both.
    ///
    /// Source: numpy's promotion (NEP 50): a float beside integers is wide enough for them, int64 beside uint64 is float64.
    public func promoted(with other: NumericType) -> NumericType {
        if self == other || other == .bool { return self }
        if self == .bool { return other }
        if kind == other.kind { return itemSize > other.itemSize ? self : other }
        if isFloat { return promoted(float: self, integer: other) }
        if other.isFloat { return promoted(float: other, integer: self) }
        let (signed, unsigned) = kind == .signed ? (self, other) : (other, self)
        if signed.itemSize > unsigned.itemSize { return signed }
        switch unsigned {
        case .uint8: return .int16
        case .uint16: return .int32
        case .uint32: return .int64
        default: return .float64
        }
    }

    private func promoted(float: NumericType, integer: NumericType) -> NumericType {
        let least = integer.real
        return float.itemSize > least.itemSize ? float : least
    }

    /// The type of a function with fractions, such as `sqrt`: the float that holds every number of the type.
    public var real: NumericType {
        switch self {
        case .bool, .int8, .uint8: .float16
        case .int16, .uint16: .float32
        case .float16, .float32: self
        default: .float64
        }
    }

    /// The type of a sum or a product of many.
    public var accumulator: NumericType {
        switch kind {
        case .bool, .signed: .int64
        case .unsigned: .uint64
        case .float: self
        }
    }

    /// The type of a mean: integers have one in float64.
    public var average: NumericType { isFloat ? self : .float64 }

    /// Whether numbers of this type may be stored in another by an operation in place: the rule `same_kind`.
    public func canBeStored(in other: NumericType) -> Bool {
        switch (kind, other.kind) {
        case (.bool, _), (.signed, .signed), (.unsigned, .unsigned), (.unsigned, .signed), (.float, .float): true
        case (.signed, .float), (.unsigned, .float): true
        default: false
        }
    }
}
