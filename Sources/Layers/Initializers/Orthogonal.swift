import TensorEngine

extension Definition where Product == Initializer {
    /// A matrix with orthonormal rows or columns, times a gain.
    static let orthogonal = Definition(
        name: "Orthogonal", aliases: ["OrthogonalInitializer"], nickname: "orthogonal",
        summary: "A matrix with orthonormal rows or columns, times a gain.",
        source: "Saxe et al. 2013, https://arxiv.org/abs/1312.6120",
        parameters: [
            Parameter("gain", .number(minimum: nil, maximum: nil), default: .float(1), "Factor on the matrix."), .seed,
        ],
        drawsSeed: { _ in true }
    ) { arguments in
        let gain = Float(arguments.double("gain"))
        return Initializer(source: arguments.seedSource) { shape, seed in
            guard shape.count >= 2 else {
                throw Refusal(
                    argument: "shape", "The tensor to initialize must be at least two-dimensional.",
                    received: "shape=\(BatchShape(shape)) of rank \(shape.count)")
            }
            return try orthogonalValues(shape, gain: gain, seed: seed)
        }
    }
}

/// The factor Q of the QR decomposition of a matrix of normal numbers, whose R has a positive diagonal: its columns
/// orthonormalised by the modified Gram–Schmidt process, in doubles. Transposed where the weight is wider than high.
private func orthogonalValues(_ shape: [Int], gain: Float, seed: RandomSeed) throws -> Tensor {
    let columns = shape[shape.count - 1]
    let rows = shape.dropLast().reduce(1, *)
    let (length, count) = (max(rows, columns), min(rows, columns))
    try Memory.check(bytes: try Shape([count, length, 2 * MemoryLayout<Double>.stride]).elementCount())
    let numbers = try Tensor.normal([length, count], seed: seed).transposed([1, 0])
    var vectors = numbers.withUnsafeBufferPointer { $0.map(Double.init) }
    for i in 0..<count {
        try Interrupt.check()
        for j in 0..<i {
            var dot = 0.0
            for k in 0..<length { dot += vectors[i * length + k] * vectors[j * length + k] }
            for k in 0..<length { vectors[i * length + k] -= dot * vectors[j * length + k] }
        }
        var square = 0.0
        for k in 0..<length { square += vectors[i * length + k] * vectors[i * length + k] }
        let scale = square > 0 ? 1 / square.squareRoot() : 0
        for k in 0..<length { vectors[i * length + k] *= scale }
    }
    let matrix = try Tensor([count, length], vectors.map { gain * Float($0) })
    return try (rows >= columns ? matrix.transposed([1, 0]) : matrix).reshaped(Shape(shape))
}
