import TensorEngine

extension Definition where Product == Initializer {
    /// A matrix with orthonormal rows or columns, times a gain.
    static let orthogonal = Definition(
        name: "Orthogonal", aliases: ["OrthogonalInitializer"], nickname: "orthogonal",
        summary: "A matrix with orthonormal rows or columns, times a gain.",
        source: "Saxe et al. 2013, https://arxiv.org/abs/1312.6120",
        parameters: [
            Parameter("gain", .number(minimum: nil, maximum: nil), default: .float(1), "Factor on the matrix."), .seed,
        ]
    ) { arguments in
        let gain = Float(arguments.double("gain"))
        return Initializer { shape, seed in
            guard shape.count >= 2 else {
                throw Refusal(
                    argument: "shape", "The tensor to initialize must be at least two-dimensional.",
                    received: "shape=\(BatchShape(shape)) of rank \(shape.count)")
            }
            return try orthogonalValues(shape, gain: gain, seed: arguments.seed(else: seed))
        }
    }
}

/// Orthonormalises random vectors by the modified Gram–Schmidt process.
private func orthogonalValues(_ shape: [Int], gain: Float, seed: UInt64) throws -> Tensor {
    let columns = shape[shape.count - 1]
    let rows = shape.dropLast().reduce(1, *)
    let (length, count) = (max(rows, columns), min(rows, columns))
    try Memory.check(bytes: try Shape([count, length, 2 * MemoryLayout<Double>.stride]).elementCount())
    var vectors = try Tensor.random([count, length], seed: seed) { $0.normal() }
        .withUnsafeBufferPointer { $0.map(Double.init) }
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
    var result = try Tensor(zeros: Shape(shape))
    try result.withUnsafeMutableBufferPointer { values in
        for row in 0..<rows {
            try Interrupt.check()
            for column in 0..<columns {
                let index = rows >= columns ? column * length + row : row * length + column
                values[row * columns + column] = gain * Float(vectors[index])
            }
        }
    }
    return result
}
