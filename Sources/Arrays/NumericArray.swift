import PythonText
import TensorEngine

/// The type of the numbers in an array, with numpy's names.
public enum NumericType: String, Sendable, CaseIterable, Comparable {
    case bool
    case int64
    case float32
    case float64

    /// Whether it has fractions.
    public var isFloat: Bool { self == .float32 || self == .float64 }

    /// The type that holds the values of both, as numpy promotes.
    public func promoted(with other: NumericType) -> NumericType {
        if self == other { return self }
        // numpy joins int64 and float32 to float64, which holds both.
        if (self == .int64 && other == .float32) || (self == .float32 && other == .int64) { return .float64 }
        return max(self, other)
    }

    private var order: Int { NumericType.allCases.firstIndex(of: self) ?? 0 }

    /// Whether the first comes before the second.
    public static func < (a: NumericType, b: NumericType) -> Bool { a.order < b.order }
}

/// An n-dimensional array in row-major order, with one of numpy's types of numbers.
public struct NumericArray: Sendable {
    /// The numbers themselves.
    public enum Storage: Sendable {
        case bool([Bool])
        case int64([Int])
        case float32(Tensor)
        case float64([Double])
    }

    /// Sizes of the axes; empty for a single number.
    public let shape: [Int]
    /// The numbers themselves.
    public let storage: Storage

    /// Makes an array of numbers that are there already; their count is the product of the sizes.
    init(shape: [Int], storage: Storage) {
        self.shape = shape
        self.storage = storage
    }

    /// An array over a tensor's numbers; nothing is copied.
    public init(_ tensor: Tensor) { self.init(shape: tensor.shape.dims, storage: .float32(tensor)) }

    /// An array of float64 numbers.
    /// - Throws: `EngineError.shapeMismatch` where the count is not the product of the sizes.
    public init(shape: [Int], doubles: [Double]) throws(EngineError) {
        try NumericArray.requireCount(shape, doubles.count)
        self.init(shape: shape, storage: .float64(doubles))
    }

    /// An array of int64 numbers.
    public init(shape: [Int], ints: [Int]) throws(EngineError) {
        try NumericArray.requireCount(shape, ints.count)
        self.init(shape: shape, storage: .int64(ints))
    }

    /// An array of truths.
    public init(shape: [Int], bools: [Bool]) throws(EngineError) {
        try NumericArray.requireCount(shape, bools.count)
        self.init(shape: shape, storage: .bool(bools))
    }

    /// An array of one value.
    /// - Throws: `EngineError` where it would not fit in memory.
    public init(filling value: Double, shape: [Int], type: NumericType) throws(EngineError) {
        let count = try NumericArray.checkedCount(shape)
        switch type {
        case .bool: self.init(shape: shape, storage: .bool(Array(repeating: value != 0, count: count)))
        case .int64: self.init(shape: shape, storage: .int64(Array(repeating: Int(clampingWhole: value), count: count)))
        case .float32: self.init(try Tensor(filling: Float(value), Shape(shape)))
        case .float64: self.init(shape: shape, storage: .float64(Array(repeating: value, count: count)))
        }
    }

    /// An array in one axis whose elements follow from their indices.
    /// - Throws: `EngineError` where it would not fit in memory, or after an interrupt.
    public init(count: Int, doubles: (Int) -> Double) throws(EngineError) {
        self.init(shape: [count], storage: .float64(try Elements.make(NumericArray.checkedCount([count]), doubles)))
    }

    /// An array of whole numbers in one axis that follow from their indices.
    public init(count: Int, ints: (Int) -> Int) throws(EngineError) {
        self.init(shape: [count], storage: .int64(try Elements.make(NumericArray.checkedCount([count]), ints)))
    }

    private static func requireRank(_ shape: [Int]) throws(EngineError) {
        guard shape.count <= mostAxes else {
            throw .invalidArgument("maximum supported dimension for an ndarray is \(mostAxes), found \(shape.count)")
        }
    }

    private static func requireCount(_ shape: [Int], _ count: Int) throws(EngineError) {
        try requireRank(shape)
        guard try Shape(shape).elementCount() == count else {
            throw .shapeMismatch("cannot reshape array of size \(count) into shape \(tupleText(shape))")
        }
    }

    /// Axes that an array has at most, as in numpy.
    static let mostAxes = 64

    /// The number of elements of a shape, refused where eight bytes for each would not fit in memory four times: whatever
    /// is computed from an array takes as much again, and its intermediate results do.
    public static func checkedCount(_ shape: [Int]) throws(EngineError) -> Int {
        try requireRank(shape)
        for size in shape where size < 0 { throw .invalidArgument("negative dimensions are not allowed") }
        guard let size = checkedProduct(shape + [8]) else {
            throw .invalidArgument("array is too big: its sizes multiply to more than 64 bits")
        }
        let count = size / 8
        let (bytes, overflow) = count.multipliedReportingOverflow(by: 32)
        // Small ones are not worth asking the system about.
        guard overflow || bytes > 64 << 20 else { return count }
        let available = Memory.available()
        if overflow || bytes > available {
            throw .outOfMemory(needed: overflow ? Int.max : bytes, available: available)
        }
        return count
    }

    /// The type of the numbers.
    public var type: NumericType {
        switch storage {
        case .bool: .bool
        case .int64: .int64
        case .float32: .float32
        case .float64: .float64
        }
    }

    /// Number of axes.
    public var rank: Int { shape.count }

    /// Number of elements.
    public var count: Int { shape.contains(0) ? 0 : shape.reduce(1, *) }

    /// The numbers as float64.
    public var doubles: [Double] {
        switch storage {
        case .bool(let values): values.map { $0 ? 1 : 0 }
        case .int64(let values): values.map(Double.init)
        case .float32(let tensor): tensor.withUnsafeBufferPointer { $0.map(Double.init) }
        case .float64(let values): values
        }
    }

    /// The numbers as int64; fractions are cut off.
    public var ints: [Int] {
        switch storage {
        case .bool(let values): values.map { $0 ? 1 : 0 }
        case .int64(let values): values
        default: doubles.map { Int(clampingWhole: $0) }
        }
    }

    /// The numbers as truths.
    public var bools: [Bool] {
        switch storage {
        case .bool(let values): values
        case .int64(let values): values.map { $0 != 0 }
        default: doubles.map { $0 != 0 }
        }
    }

    /// The numbers as a tensor of float32; nothing is copied where they are float32 already.
    public func tensor() throws(EngineError) -> Tensor {
        switch storage {
        case .bool(let values): try Tensor(Shape(shape), try Elements.map(values) { $0 ? 1 : 0 })
        case .int64(let values): try Tensor(Shape(shape), try Elements.map(values) { Float($0) })
        case .float64(let values): try Tensor(Shape(shape), try Elements.map(values) { Float($0) })
        case .float32(let tensor): tensor
        }
    }

    /// The same numbers in another type.
    public func converted(to newType: NumericType) throws(EngineError) -> NumericArray {
        if newType == type { return self }
        _ = try NumericArray.checkedCount(shape)
        try Interrupt.check()
        switch newType {
        case .bool: return NumericArray(shape: shape, storage: .bool(bools))
        case .int64: return NumericArray(shape: shape, storage: .int64(ints))
        case .float32: return NumericArray(try tensor())
        case .float64: return NumericArray(shape: shape, storage: .float64(doubles))
        }
    }

    /// The same numbers in another shape.
    public func reshaped(_ newShape: [Int]) throws(EngineError) -> NumericArray {
        try NumericArray.requireCount(newShape, count)
        switch storage {
        case .float32(let tensor): return NumericArray(try tensor.reshaped(Shape(newShape)))
        default: return NumericArray(shape: newShape, storage: storage)
        }
    }

    /// The elements at the given positions, in that order, as an array of another shape.
    func gathered(_ positions: [Int], shape newShape: [Int]) throws(EngineError) -> NumericArray {
        _ = try NumericArray.checkedCount(newShape)
        func picked<Number>(_ values: [Number]) throws(EngineError) -> [Number] {
            try Elements.map(positions) { values[$0] }
        }
        switch storage {
        case .bool(let values): return NumericArray(shape: newShape, storage: .bool(try picked(values)))
        case .int64(let values): return NumericArray(shape: newShape, storage: .int64(try picked(values)))
        case .float64(let values): return NumericArray(shape: newShape, storage: .float64(try picked(values)))
        case .float32(let tensor):
            let picked = try tensor.withUnsafeBufferPointer { values throws(EngineError) in
                try Elements.map(positions) { values[$0] }
            }
            return NumericArray(try Tensor(Shape(newShape), picked))
        }
    }
}

/// A shape as numpy's errors print it: without spaces.
func tupleText(_ shape: [Int]) -> String {
    PythonTuple.describe(shape, separator: ",")
}

extension Int {
    /// The whole part of a number; the smallest integer for what has none, as numpy's casts give.
    init(clampingWhole value: Double) {
        self = value.magnitude < 9.2e18 ? Int(value) : .min
    }
}
