import TensorEngine

/// A Swift type whose values are the elements of an array.
///
/// The loops over elements are requirements with generic defaults: each type's own conformance is where the compiler
/// makes a copy for that type, and `NumericType.element` is the one place that chooses among them.
protocol ArrayElement: Sendable {
    /// numpy's type for it.
    static var type: NumericType { get }
    /// The smallest and the largest value of an integer type.
    static var bounds: (low: Int, high: UInt64)? { get }

    /// The element for a whole number; wraps.
    init(whole: Int)
    /// The element for an unsigned number; wraps.
    init(unsigned: UInt64)
    /// The element for a number with fractions, by numpy's cast.
    init(real: Double)
    /// The element as int64; wraps, and cuts fractions off.
    var whole: Int { get }
    /// The element as float64.
    var real: Double { get }
    /// Whether it is not zero.
    var isTrue: Bool { get }

    /// The elements of a storage of this type; nil for others.
    static func stored(in storage: NumericArray.Storage) -> [Self]?
    /// An array of these elements.
    static func array(_ elements: [Self], shape: [Int]) throws(EngineError) -> NumericArray
    /// Calls a body with the elements of an array, converted to this type where they have another.
    static func withElements<Result>(
        of array: NumericArray, _ body: (UnsafeBufferPointer<Self>) throws(EngineError) -> Result
    ) throws(EngineError) -> Result

    // Loops, in the file of the operation that calls them.
    static func converted(_ array: NumericArray) throws(EngineError) -> [Self]
    static func converted(array: NumericArray) throws(EngineError) -> NumericArray
    static func wholes(_ array: NumericArray) -> [Int]
    static func reals(_ array: NumericArray) -> [Double]
    static func truths(_ array: NumericArray) -> [Bool]
    static func repeated(_ array: NumericArray, _ shape: [Int], _ count: Int) throws(EngineError) -> NumericArray
    static func gathered(
        _ array: NumericArray, _ positions: [Int], _ shape: [Int]
    ) throws(EngineError) -> NumericArray
    static func rows(of array: NumericArray, at places: [Int]) -> NumericArray
    static func replaced(
        _ array: NumericArray, _ positions: [Int], _ values: NumericArray
    ) throws(EngineError) -> NumericArray
    static func concatenated(_ arrays: [NumericArray], _ shape: [Int], axis: Int) throws(EngineError) -> NumericArray
    static func combined(
        _ a: NumericArray, _ b: NumericArray, _ operation: ArrayOperation
    ) throws(EngineError) -> NumericArray
    static func compared(
        _ a: NumericArray, _ b: NumericArray, _ operation: ArrayOperation
    ) throws(EngineError) -> NumericArray
    static func mapped(_ array: NumericArray, _ function: ArrayFunction) throws(EngineError) -> NumericArray
    static func reduced(
        _ array: NumericArray, _ reduction: ArrayReduction, _ lines: ArrayLines
    ) throws(EngineError) -> NumericArray
    static func accumulated(_ array: NumericArray, axis: Int, isProduct: Bool) throws(EngineError) -> NumericArray
    static func ascending(
        _ array: NumericArray, along axis: Int
    ) throws(EngineError) -> (positions: [Int], indices: [Int])
    static func starts(_ line: NumericArray) throws(EngineError) -> [Int]
    static func products(
        _ a: NumericArray, _ b: NumericArray, _ size: MatrixSize
    ) throws(EngineError) -> NumericArray
    static func texts(_ array: NumericArray, _ positions: [Int]) throws(EngineError) -> [String]
    static func scalarText(_ array: NumericArray) throws(EngineError) -> String
    static func bytes(_ array: NumericArray) throws(EngineError) -> [UInt8]
    static func decoded(
        _ bytes: ArraySlice<UInt8>, isBigEndian: Bool, _ shape: [Int], _ count: Int
    ) throws(EngineError) -> NumericArray
}

extension NumericType {
    /// The Swift type of the elements.
    var element: any ArrayElement.Type {
        switch self {
        case .bool: Bool.self
        case .int8: Int8.self
        case .int16: Int16.self
        case .int32: Int32.self
        case .int64: Int.self
        case .uint8: UInt8.self
        case .uint16: UInt16.self
        case .uint32: UInt32.self
        case .uint64: UInt64.self
        case .float16: Float16.self
        case .float32: Float.self
        case .float64: Double.self
        }
    }
}

extension ArrayElement {
    static var bounds: (low: Int, high: UInt64)? { nil }

    static func withElements<Result>(
        of array: NumericArray, _ body: (UnsafeBufferPointer<Self>) throws(EngineError) -> Result
    ) throws(EngineError) -> Result {
        try converted(array).withUnsafeBufferPointer(body)
    }

    static func converted(_ array: NumericArray) throws(EngineError) -> [Self] {
        if let own = stored(in: array.storage) { return own }
        switch array.type {
        case .uint64:
            return try UInt64.withElements(of: array) { (numbers) throws(EngineError) in
                try Elements.map(numbers) { Self(unsigned: $0) }
            }
        case .float16, .float32, .float64: return try Elements.map(array.doubles) { Self(real: $0) }
        default: return try Elements.map(array.ints) { Self(whole: $0) }
        }
    }

    static func converted(array: NumericArray) throws(EngineError) -> NumericArray {
        try self.array(converted(array), shape: array.shape)
    }

    // The callers know that the array is of this type, so that nothing here can fail.
    private static func own<Result>(_ array: NumericArray, _ function: (Self) -> Result) -> [Result] {
        (try? withElements(of: array) { $0.map(function) }) ?? []
    }

    static func wholes(_ array: NumericArray) -> [Int] { own(array, \.whole) }
    static func reals(_ array: NumericArray) -> [Double] { own(array, \.real) }
    static func truths(_ array: NumericArray) -> [Bool] { own(array, \.isTrue) }

    static func repeated(_ array: NumericArray, _ shape: [Int], _ count: Int) throws(EngineError) -> NumericArray {
        try self.array(Array(repeating: converted(array)[0], count: count), shape: shape)
    }

    static func gathered(
        _ array: NumericArray, _ positions: [Int], _ shape: [Int]
    ) throws(EngineError) -> NumericArray {
        try self.array(
            withElements(of: array) { (elements) throws(EngineError) in
                try Elements.map(positions) { elements[$0] }
            }, shape: shape)
    }
}
