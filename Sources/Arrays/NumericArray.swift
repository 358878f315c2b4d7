import PythonText
import TensorEngine

/// An n-dimensional array in row-major order, with one of numpy's types of numbers.
public struct NumericArray: Sendable {
    /// The numbers themselves.
    public enum Storage: Sendable {
        case bool([Bool])
        case int8([Int8])
        case int16([Int16])
        case int32([Int32])
        case int64([Int])
        case uint8([UInt8])
        case uint16([UInt16])
        case uint32([UInt32])
        case uint64([UInt64])
        case float16([Float16])
        case float32(Tensor)
        case float64([Double])
    }

    /// Sizes of the axes; empty for a single number.
    public let shape: [Int]
    /// The numbers themselves.
    public internal(set) var storage: Storage

    /// Makes an array of numbers that are there already; their count is the product of the sizes.
    init(shape: [Int], storage: Storage) {
        self.shape = shape
        self.storage = storage
    }

    /// An array without elements.
    public static let empty = NumericArray(shape: [0], storage: .float64([]))

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

    /// An array of uint8 numbers.
    public init(shape: [Int], bytes: [UInt8]) throws(EngineError) {
        try NumericArray.requireCount(shape, bytes.count)
        self.init(shape: shape, storage: .uint8(bytes))
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
        self = try type.element.repeated(NumericArray(shape: [], doubles: [value]), shape, count)
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

    /// The number of elements of a shape, refused where eight bytes for each would not fit in memory twice: intermediate
    /// results take as much again.
    public static func checkedCount(_ shape: [Int]) throws(EngineError) -> Int {
        try requireRank(shape)
        for size in shape where size < 0 { throw .invalidArgument("negative dimensions are not allowed") }
        guard let size = checkedProduct(shape + [8]) else {
            throw .invalidArgument("array is too big: its sizes multiply to more than 64 bits")
        }
        let count = size / 8
        let (bytes, overflow) = count.multipliedReportingOverflow(by: 16)
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
        case .int8: .int8
        case .int16: .int16
        case .int32: .int32
        case .int64: .int64
        case .uint8: .uint8
        case .uint16: .uint16
        case .uint32: .uint32
        case .uint64: .uint64
        case .float16: .float16
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
        if case .float64(let values) = storage { values } else { type.element.reals(self) }
    }

    /// The numbers as int64; fractions are cut off, and what is beyond int64 wraps.
    public var ints: [Int] {
        if case .int64(let values) = storage { values } else { type.element.wholes(self) }
    }

    /// The numbers as truths.
    public var bools: [Bool] {
        if case .bool(let values) = storage { values } else { type.element.truths(self) }
    }

    /// The numbers as a tensor of float32; nothing is copied where they are float32 already.
    public func tensor() throws(EngineError) -> Tensor {
        if case .float32(let tensor) = storage { return tensor }
        return try Tensor(Shape(shape), Float.converted(self))
    }

    /// The same numbers in another type, by numpy's casts.
    public func converted(to newType: NumericType) throws(EngineError) -> NumericArray {
        if newType == type { return self }
        _ = try NumericArray.checkedCount(shape)
        try Interrupt.check()
        return try newType.element.converted(array: self)
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
        return try type.element.gathered(self, positions, newShape)
    }
}

/// A shape as numpy's errors print it: without spaces.
func tupleText(_ shape: [Int]) -> String {
    PythonTuple.describe(shape, separator: ",")
}
