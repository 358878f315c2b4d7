/// An array of 32-bit floats: contiguous, in row-major order, from a 64-byte boundary on. Copies share their memory
/// until one of them is changed.
public struct Tensor: Sendable {
    /// The sizes of its axes.
    public private(set) var shape: Shape
    private(set) var storage: TensorStorage

    /// The number of elements.
    public var count: Int { storage.count }

    /// A tensor whose elements are not set: whoever makes it writes every one.
    init(uninitialized shape: Shape) throws(EngineError) {
        self.storage = try TensorStorage(count: try shape.elementCount())
        self.shape = shape
    }

    private init(shape: Shape, storage: TensorStorage) {
        self.shape = shape
        self.storage = storage
    }

    /// A tensor of zeros.
    /// - Throws: `sizeOverflow`, `outOfMemory` or `interrupted`.
    public init(zeros shape: Shape) throws(EngineError) { try self.init(filling: 0, shape) }

    /// A tensor with the same value everywhere.
    /// - Throws: `sizeOverflow`, `outOfMemory` or `interrupted`.
    public init(filling value: Float, _ shape: Shape) throws(EngineError) {
        try self.init(uninitialized: shape)
        // Memory that is fresh from the system takes half a second for every 10⁸ elements.
        let piece = 1 << 20
        for start in stride(from: 0, to: count, by: piece) {
            try Interrupt.check()
            (storage.base + start).update(repeating: value, count: min(piece, count - start))
        }
    }

    /// A tensor with these values in row-major order.
    /// - Throws: `shapeMismatch` if their number is not the shape's.
    public init(_ shape: Shape, _ values: [Float]) throws(EngineError) {
        guard try shape.elementCount() == values.count else {
            throw .shapeMismatch("\(values.count) values do not fill the shape \(shape)")
        }
        try self.init(uninitialized: shape)
        let target = storage.base
        values.withUnsafeBufferPointer { source in
            if let first = source.baseAddress { target.update(from: first, count: source.count) }
        }
    }

    /// A tensor without axes.
    public init(scalar value: Float) throws(EngineError) { try self.init(filling: value, []) }

    /// Its elements in row-major order, for reading.
    public func withUnsafeBufferPointer<R, E: Error>(
        _ body: (UnsafeBufferPointer<Float>) throws(E) -> R
    ) throws(E) -> R {
        defer { withExtendedLifetime(storage) {} }
        return try body(UnsafeBufferPointer(start: storage.base, count: count))
    }

    /// Its elements in row-major order, for changing; other copies keep their values.
    /// - Throws: `outOfMemory` if the memory was shared and there is none for a copy of its own; and what `body` throws.
    public mutating func withUnsafeMutableBufferPointer<R>(
        _ body: (UnsafeMutableBufferPointer<Float>) throws -> R
    ) throws -> R {
        if !isKnownUniquelyReferenced(&storage) { storage = try storage.copy() }
        defer { withExtendedLifetime(storage) {} }
        return try body(UnsafeMutableBufferPointer(start: storage.base, count: count))
    }

    /// Its elements in row-major order, as an array of their own.
    public var values: [Float] { withUnsafeBufferPointer { Array($0) } }

    /// One element by its place in row-major order, `0..<count`.
    public subscript(flat index: Int) -> Float {
        get {
            precondition(index >= 0 && index < count, "a flat index within the tensor")
            return storage.base[index]
        }
        set {
            precondition(index >= 0 && index < count, "a flat index within the tensor")
            if !isKnownUniquelyReferenced(&storage), let own = try? storage.copy() { storage = own }
            storage.base[index] = newValue
        }
    }

    /// The only element, if there is just one.
    public var item: Float? { count == 1 ? storage.base[0] : nil }

    /// The same elements under another shape, sharing the memory. One size may be −1: it follows from the others.
    /// - Throws: `shapeMismatch` if the number of elements differs.
    public func reshaped(_ shape: Shape) throws(EngineError) -> Tensor {
        let resolved = try resolve(shape)
        guard try resolved.elementCount() == count else {
            throw .shapeMismatch("cannot reshape a tensor of shape \(self.shape), \(count) elements, to \(shape)")
        }
        return Tensor(shape: resolved, storage: storage)
    }

    private func resolve(_ shape: Shape) throws(EngineError) -> Shape {
        let unknown = shape.dims.indices.filter { shape.dims[$0] == -1 }
        guard !unknown.isEmpty else { return shape }
        var resolved = shape
        for axis in unknown { resolved.dims[axis] = 1 }
        let known = try resolved.elementCount()
        guard unknown.count == 1, known > 0, count % known == 0 else {
            throw .shapeMismatch("cannot reshape a tensor of shape \(self.shape), \(count) elements, to \(shape)")
        }
        resolved.dims[unknown[0]] = count / known
        return resolved
    }
}

extension Tensor: Equatable {
    /// Whether shapes and values are equal, by IEEE 754 (a NaN equals nothing).
    public static func == (left: Tensor, right: Tensor) -> Bool {
        guard left.shape == right.shape else { return false }
        return left.withUnsafeBufferPointer { a in
            right.withUnsafeBufferPointer { b in a.elementsEqual(b) }
        }
    }
}
