import CKernels

/// A dense layer: y = activation(x · W + b).
/// - Parameters:
///   - input: [..., C].
///   - kernel: [C, U].
///   - bias: [U], or nil.
/// - Returns: [..., U].
/// - Throws: `shapeMismatch`, `outOfMemory`, `interrupted`.
public func dense(
    _ input: Tensor, kernel: Tensor, bias: Tensor? = nil, activation: Activation = .none
) throws(EngineError) -> Tensor {
    guard let channels = input.shape.dims.last, kernel.shape.rank == 2, kernel.shape[0] == channels else {
        throw .shapeMismatch("the shapes \(input.shape) and \(kernel.shape) do not go together in a dense layer")
    }
    let units = kernel.shape[1]
    if let bias, bias.shape != [units] {
        throw .shapeMismatch("the bias has the shape \(bias.shape), expected (\(units),)")
    }
    let shape = Shape(input.shape.dims.dropLast() + [units])
    guard input.count > 0, units > 0 else {
        let zeros = try Tensor(zeros: shape)
        guard let bias else { return try activate(zeros, activation) }
        return try activate(combine(zeros, bias, .add), activation)
    }
    let rows = input.count / channels
    if rows <= fewRows {
        let output = try Tensor(uninitialized: shape)
        try multiplyVectors(input, kernel: kernel, bias: bias, activation: activation, output: output)
        return output
    }
    let geometry = try ConvolutionGeometry(
        input: [rows], kernel: [1], strides: [1], dilation: [1], padding: .valid, channels: channels, filters: units)
    let output = try convolve(
        try input.reshaped([1, rows, channels]), kernel: try kernel.reshaped([1, channels, units]), bias: bias,
        geometry: geometry, activation: activation)
    return try output.reshaped(shape)
}

/// Up to this many rows, reading the kernel as it is beats packing it.
private let fewRows = 4

/// Single vectors times a matrix: limited by the memory that the matrix is read from. Each chunk reads some whole rows of
/// the matrix from end to end; their sums are then added in order.
private func multiplyVectors(
    _ input: Tensor, kernel: Tensor, bias: Tensor?, activation: Activation, output: Tensor
) throws(EngineError) {
    let (channels, units) = (kernel.shape[0], kernel.shape[1])
    let rows = input.count / channels
    let parts = max(1, min(16, channels &* units / 65536, channels / 64))
    let sums = try TensorStorage(count: parts * units)
    let kernels = Processor.kernels
    let (source, weights, target) = (input.storage.base, kernel.storage.base, output.storage.base)
    for row in 0..<rows {
        Parallel.run(chunks: parts, operations: 2 &* channels &* units) { part, _ in
            let range = channels * part / parts..<channels * (part + 1) / parts
            kernels.pointee.vector_matrix(
                source + row * channels + range.lowerBound, Int64(range.count), weights + range.lowerBound * units,
                Int64(units), sums.base + part * units)
        }
        let place = target + row * units
        place.update(from: bias?.storage.base ?? sums.base, count: units)
        for part in (bias == nil ? 1 : 0)..<parts {
            kernels.pointee.add_into(place, sums.base + part * units, 1, Int64(units))
        }
        if activation != .none { activation.kernel.apply(kernels, place, place, count: units) }
        try Interrupt.check()
    }
    withExtendedLifetime((input, kernel, bias, output, sums)) {}
}

/// The matrix product of the last two axes, with the axes before them broadcast: [..., M, K] · [..., K, N] → [..., M, N].
/// Tensors of one axis are a row on the left, a column on the right.
/// - Throws: `shapeMismatch`, `outOfMemory`, `interrupted`.
public func matmul(_ left: Tensor, _ right: Tensor) throws(EngineError) -> Tensor {
    guard left.shape.rank > 0, right.shape.rank > 0 else { throw .shapeMismatch("a scalar is not a matrix") }
    if left.shape.rank == 1 {
        let product = try matmul(try left.reshaped([1, left.count]), right)
        return try product.reshaped(
            Shape(product.shape.dims.dropLast(2) + product.shape.dims.suffix(right.shape.rank == 1 ? 0 : 1)))
    }
    if right.shape.rank == 1 {
        let product = try matmul(left, try right.reshaped([right.count, 1]))
        return try product.reshaped(Shape(Array(product.shape.dims.dropLast())))
    }
    if right.shape.rank == 2 { return try dense(left, kernel: right) }
    let batch = try Shape(Array(left.shape.dims.dropLast(2))).broadcast(
        with: Shape(Array(right.shape.dims.dropLast(2))))
    let (rows, inner) = (left.shape[left.shape.rank - 2], left.shape[left.shape.rank - 1])
    let (innerRight, columns) = (right.shape[right.shape.rank - 2], right.shape[right.shape.rank - 1])
    guard inner == innerRight else {
        throw .shapeMismatch("the shapes \(left.shape) and \(right.shape) do not go together in a matrix product")
    }
    let leftSteps = Shape(Array(left.shape.dims.dropLast(2))).broadcastStrides(to: batch)
    let rightSteps = Shape(Array(right.shape.dims.dropLast(2))).broadcastStrides(to: batch)
    var products: [Tensor] = []
    let leftAll = try left.reshaped([-1, rows, inner])
    let rightAll = try right.reshaped([-1, inner, columns])
    for index in 0..<(try batch.elementCount()) {
        var rest = index
        var (a, b) = (0, 0)
        for axis in stride(from: batch.rank - 1, through: 0, by: -1) {
            a += rest % batch[axis] * leftSteps[axis]
            b += rest % batch[axis] * rightSteps[axis]
            rest /= batch[axis]
        }
        let row = try leftAll.slice(axis: 0, range: a..<a + 1).reshaped([rows, inner])
        let column = try rightAll.slice(axis: 0, range: b..<b + 1).reshaped([inner, columns])
        products.append(try dense(row, kernel: column))
    }
    let shape = Shape(batch.dims + [rows, columns])
    return products.isEmpty ? try Tensor(zeros: shape) : try Tensor.concatenated(products, axis: 0).reshaped(shape)
}
