import TensorEngine

// The Swift types that are elements of arrays, and how numbers are cast to each.
//
// Source of the casts: what numpy 2 does on x86-64. Integers wrap. A float beyond the integers it is cast to becomes
// the smallest one of 32 or 64 bits, of which narrower types keep the lowest bits.

extension Bool: ArrayElement {
    static var type: NumericType { .bool }
    init(whole: Int) { self = whole != 0 }
    init(unsigned: UInt64) { self = unsigned != 0 }
    init(real: Double) { self = real != 0 }
    var whole: Int { self ? 1 : 0 }
    var real: Double { self ? 1 : 0 }
    var isTrue: Bool { self }
    static func stored(in storage: NumericArray.Storage) -> [Bool]? {
        if case .bool(let values) = storage { values } else { nil }
    }
    static func array(_ elements: [Bool], shape: [Int]) -> NumericArray {
        NumericArray(shape: shape, storage: .bool(elements))
    }
}

// MARK: Integers

extension ArrayElement where Self: FixedWidthInteger {
    static var bounds: (low: Int, high: UInt64)? { (Int(truncatingIfNeeded: min), UInt64(truncatingIfNeeded: max)) }

    init(whole: Int) { self.init(truncatingIfNeeded: whole) }
    init(unsigned: UInt64) { self.init(truncatingIfNeeded: unsigned) }
    init(real: Double) {
        if Self.bitWidth == 64 || (Self.bitWidth == 32 && !Self.isSigned) {
            self.init(truncatingIfNeeded: Int(clampingWhole: real))
        } else {
            self.init(truncatingIfNeeded: real > -2_147_483_649 && real < 2_147_483_648 ? Int32(real) : .min)
        }
    }
    var whole: Int { Int(truncatingIfNeeded: self) }
    var real: Double { Double(self) }
    var isTrue: Bool { self != 0 }
}

extension Int8: ArrayElement {
    static var type: NumericType { .int8 }
    static func stored(in storage: NumericArray.Storage) -> [Int8]? {
        if case .int8(let values) = storage { values } else { nil }
    }
    static func array(_ elements: [Int8], shape: [Int]) -> NumericArray {
        NumericArray(shape: shape, storage: .int8(elements))
    }
}

extension Int16: ArrayElement {
    static var type: NumericType { .int16 }
    static func stored(in storage: NumericArray.Storage) -> [Int16]? {
        if case .int16(let values) = storage { values } else { nil }
    }
    static func array(_ elements: [Int16], shape: [Int]) -> NumericArray {
        NumericArray(shape: shape, storage: .int16(elements))
    }
}

extension Int32: ArrayElement {
    static var type: NumericType { .int32 }
    static func stored(in storage: NumericArray.Storage) -> [Int32]? {
        if case .int32(let values) = storage { values } else { nil }
    }
    static func array(_ elements: [Int32], shape: [Int]) -> NumericArray {
        NumericArray(shape: shape, storage: .int32(elements))
    }
}

extension Int: ArrayElement {
    static var type: NumericType { .int64 }
    static func stored(in storage: NumericArray.Storage) -> [Int]? {
        if case .int64(let values) = storage { values } else { nil }
    }
    static func array(_ elements: [Int], shape: [Int]) -> NumericArray {
        NumericArray(shape: shape, storage: .int64(elements))
    }
}

extension UInt8: ArrayElement {
    static var type: NumericType { .uint8 }
    static func stored(in storage: NumericArray.Storage) -> [UInt8]? {
        if case .uint8(let values) = storage { values } else { nil }
    }
    static func array(_ elements: [UInt8], shape: [Int]) -> NumericArray {
        NumericArray(shape: shape, storage: .uint8(elements))
    }
}

extension UInt16: ArrayElement {
    static var type: NumericType { .uint16 }
    static func stored(in storage: NumericArray.Storage) -> [UInt16]? {
        if case .uint16(let values) = storage { values } else { nil }
    }
    static func array(_ elements: [UInt16], shape: [Int]) -> NumericArray {
        NumericArray(shape: shape, storage: .uint16(elements))
    }
}

extension UInt32: ArrayElement {
    static var type: NumericType { .uint32 }
    static func stored(in storage: NumericArray.Storage) -> [UInt32]? {
        if case .uint32(let values) = storage { values } else { nil }
    }
    static func array(_ elements: [UInt32], shape: [Int]) -> NumericArray {
        NumericArray(shape: shape, storage: .uint32(elements))
    }
}

extension UInt64: ArrayElement {
    static var type: NumericType { .uint64 }
    init(real: Double) {
        self =
            real >= 0x1p63
            ? UInt64(bitPattern: Int64(Int(clampingWhole: real - 0x1p63))) ^ (1 << 63)
            : UInt64(bitPattern: Int64(Int(clampingWhole: real)))
    }
    static func stored(in storage: NumericArray.Storage) -> [UInt64]? {
        if case .uint64(let values) = storage { values } else { nil }
    }
    static func array(_ elements: [UInt64], shape: [Int]) -> NumericArray {
        NumericArray(shape: shape, storage: .uint64(elements))
    }
}

// MARK: Floats

extension ArrayElement where Self: BinaryFloatingPoint {
    init(whole: Int) { self.init(whole) }
    init(unsigned: UInt64) { self.init(unsigned) }
    init(real: Double) { self.init(real) }
    var whole: Int { Int(clampingWhole: Double(self)) }
    var real: Double { Double(self) }
    var isTrue: Bool { self != 0 }
}

extension Float16: ArrayElement {
    static var type: NumericType { .float16 }
    static func stored(in storage: NumericArray.Storage) -> [Float16]? {
        if case .float16(let values) = storage { values } else { nil }
    }
    static func array(_ elements: [Float16], shape: [Int]) -> NumericArray {
        NumericArray(shape: shape, storage: .float16(elements))
    }
    /// Sums of products are added up in float32, as numpy does.
    static func products(_ a: NumericArray, _ b: NumericArray, _ size: MatrixSize) throws(EngineError) -> NumericArray {
        try Float.products(a.converted(to: .float32), b.converted(to: .float32), size).converted(to: .float16)
    }
}

extension Float: ArrayElement {
    static var type: NumericType { .float32 }
    static func stored(in storage: NumericArray.Storage) -> [Float]? {
        if case .float32(let tensor) = storage { tensor.values } else { nil }
    }
    static func array(_ elements: [Float], shape: [Int]) throws(EngineError) -> NumericArray {
        NumericArray(try Tensor(Shape(shape), elements))
    }
    static func withElements<Result>(
        of array: NumericArray, _ body: (UnsafeBufferPointer<Float>) throws(EngineError) -> Result
    ) throws(EngineError) -> Result {
        try array.tensor().withUnsafeBufferPointer(body)
    }
    static func repeated(_ array: NumericArray, _ shape: [Int], _ count: Int) throws(EngineError) -> NumericArray {
        NumericArray(try Tensor(filling: try array.tensor()[flat: 0], Shape(shape)))
    }
    static func concatenated(_ arrays: [NumericArray], _ shape: [Int], axis: Int) throws(EngineError) -> NumericArray {
        NumericArray(
            try Tensor.concatenated(try arrays.map { (array) throws(EngineError) in try array.tensor() }, axis: axis))
    }
}

extension Double: ArrayElement {
    static var type: NumericType { .float64 }
    static func stored(in storage: NumericArray.Storage) -> [Double]? {
        if case .float64(let values) = storage { values } else { nil }
    }
    static func array(_ elements: [Double], shape: [Int]) -> NumericArray {
        NumericArray(shape: shape, storage: .float64(elements))
    }
}

extension Int {
    /// The whole part of a number; the smallest integer for what has none, as numpy's casts give.
    init(clampingWhole value: Double) { self = value >= -0x1p63 && value < 0x1p63 ? Int(value) : .min }
}
