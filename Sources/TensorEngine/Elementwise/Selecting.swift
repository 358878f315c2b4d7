/// Chooses, element by element and with broadcasting, between two tensors: the first where the condition is not 0, else the second.
/// - Throws: `shapeMismatch`, `outOfMemory`, `interrupted`.
public func select(_ condition: Tensor, _ first: Tensor, _ second: Tensor) throws(EngineError) -> Tensor {
    let shape = try condition.shape.broadcast(with: first.shape).broadcast(with: second.shape)
    let output = try Tensor(uninitialized: shape)
    guard output.count > 0 else { return output }
    let operands = [condition, first, second]
    let strides = operands.map { $0.shape.broadcastStrides(to: shape) }
    let bases = operands.map(\.storage.base)
    let target = output.storage.base
    let last = shape.rank - 1
    let width = last < 0 ? 1 : shape.dims[last]
    let steps = strides.map { last < 0 ? 0 : $0[last] }
    var index = [Int](repeating: 0, count: max(last, 0))
    for row in 0..<output.count / width {
        if row % 1024 == 0 { try Interrupt.check() }
        let starts = strides.map { strides in zip(index, strides).reduce(0) { $0 + $1.0 * $1.1 } }
        for column in 0..<width {
            let operand = bases[0][starts[0] + column * steps[0]] != 0 ? 1 : 2
            target[row * width + column] = bases[operand][starts[operand] + column * steps[operand]]
        }
        for axis in index.indices.reversed() {
            index[axis] += 1
            if index[axis] < shape.dims[axis] { break }
            index[axis] = 0
        }
    }
    withExtendedLifetime(operands) {}
    return output
}
