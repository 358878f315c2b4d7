import CKernels

/// Elementwise operations on two tensors.
public enum BinaryOperation: String, CaseIterable, Sendable {
    case add, subtract, multiply, divide, maximum, minimum

    var kernel: ck_operation {
        switch self {
        case .add: CK_ADD
        case .subtract: CK_SUBTRACT
        case .multiply: CK_MULTIPLY
        case .divide: CK_DIVIDE
        case .maximum: CK_MAXIMUM
        case .minimum: CK_MINIMUM
        }
    }
}

extension Shape {
    /// The shape that two shapes broadcast to.
    /// - Throws: `shapeMismatch` where sizes differ and neither is 1.
    public func broadcast(with other: Shape) throws(EngineError) -> Shape {
        guard let dims = TensorEngine.broadcast(dims, other.dims) else {
            throw .shapeMismatch("the shapes \(self) and \(other) cannot be broadcast together")
        }
        return Shape(dims)
    }

    /// This shape's strides along the axes of a shape it is broadcast to; 0 along repeated axes.
    func broadcastStrides(to target: Shape) -> [Int] {
        let own = strides
        let missing = target.rank - rank
        return target.dims.indices.map { axis in
            axis < missing || dims[axis - missing] == 1 ? 0 : own[axis - missing]
        }
    }
}

/// Combines two tensors elementwise, with broadcasting.
/// - Throws: `shapeMismatch`, `outOfMemory`, `interrupted`.
public func combine(_ left: Tensor, _ right: Tensor, _ operation: BinaryOperation) throws(EngineError) -> Tensor {
    let shape = try left.shape.broadcast(with: right.shape)
    let output = try Tensor(uninitialized: shape)
    let loops = BroadcastLoops(shape: shape, left: left.shape, right: right.shape)
    let kernels = Processor.kernels
    let (a, b, target) = (left.storage.base, right.storage.base, output.storage.base)
    guard output.count > 0 else { return output }
    Parallel.run(chunks: loops.chunks, operations: output.count) { chunk, _ in
        loops.rows(of: chunk) { place, leftPlace, rightPlace, count in
            kernels.pointee.combine(
                operation.kernel, a + leftPlace, Int64(loops.leftStep), b + rightPlace, Int64(loops.rightStep),
                target + place, Int64(count))
        }
    }
    withExtendedLifetime((left, right)) {}
    try Interrupt.check()
    return output
}

/// The loops of a broadcast operation: rows along the merged last axes, on which each operand either advances by one or
/// stands still.
private struct BroadcastLoops {
    /// Sizes, outermost first; neighbouring axes along which both operands run on are merged.
    private var sizes: [Int] = [1]
    private var leftStrides: [Int] = [0]
    private var rightStrides: [Int] = [0]
    private let rowsPerChunk: Int
    /// Long rows are cut into pieces of this many elements.
    private static let piece = 16384

    var leftStep: Int { leftStrides[leftStrides.count - 1] }
    var rightStep: Int { rightStrides[rightStrides.count - 1] }
    private var length: Int { sizes[sizes.count - 1] }
    private var pieces: Int { (length + Self.piece - 1) / Self.piece }
    private var rowCount: Int { sizes.dropLast().reduce(1, *) * pieces }
    var chunks: Int { (rowCount + rowsPerChunk - 1) / rowsPerChunk }

    init(shape: Shape, left: Shape, right: Shape) {
        let a = left.broadcastStrides(to: shape)
        let b = right.broadcastStrides(to: shape)
        for axis in shape.dims.indices where shape[axis] != 1 {
            let last = sizes.count - 1
            let runsOn = leftStrides[last] == a[axis] * shape[axis] && rightStrides[last] == b[axis] * shape[axis]
            if runsOn && sizes[last] != 1 {
                sizes[last] *= shape[axis]
                (leftStrides[last], rightStrides[last]) = (a[axis], b[axis])
            } else {
                sizes.append(shape[axis])
                leftStrides.append(a[axis])
                rightStrides.append(b[axis])
            }
        }
        rowsPerChunk = max(1, Self.piece / max(sizes[sizes.count - 1], 1))
    }

    /// Calls `body` for each row of a chunk: where it starts in the result and in both operands, and its length.
    func rows(of chunk: Int, _ body: (Int, Int, Int, Int) -> Void) {
        for row in chunk * rowsPerChunk..<min((chunk + 1) * rowsPerChunk, rowCount) {
            let start = row % pieces * Self.piece
            var rest = row / pieces
            var (leftPlace, rightPlace) = (start * leftStep, start * rightStep)
            for axis in stride(from: sizes.count - 2, through: 0, by: -1) {
                let index = rest % sizes[axis]
                rest /= sizes[axis]
                leftPlace += index * leftStrides[axis]
                rightPlace += index * rightStrides[axis]
            }
            body(row / pieces * length + start, leftPlace, rightPlace, min(Self.piece, length - start))
        }
    }
}
