import TensorEngine

extension Definition where Product == Regularizer {
    /// Penalty on the cosines between the rows, or the columns, of a matrix.
    static let orthogonalRegularizer = Definition(
        name: "OrthogonalRegularizer", nickname: "orthogonal_regularizer",
        summary: "Penalty factor · mean |cosine| over the pairs of rows, or columns, of a matrix.",
        source: "Brock et al. 2016, https://arxiv.org/abs/1609.07093",
        parameters: [
            Parameter("factor", .float32(minimum: nil), default: .float(0.01), "Factor on the penalty."),
            Parameter(
                "mode", .choice(["rows", "columns"]), default: .string("rows"), "Which vectors should be orthogonal."),
        ]
    ) { arguments in
        let factor = arguments.double("factor")
        let byRows = arguments.string("mode") == "rows"
        return Regularizer { tensor in
            guard tensor.shape.rank == 2 else {
                throw Refusal(
                    argument: "inputs", "Inputs to OrthogonalRegularizer must have rank 2.",
                    received: "inputs.shape=\(BatchShape(tensor.shape.dims))")
            }
            return Float(factor * (try meanCosine(tensor, byRows: byRows)))
        }
    }
}

/// Mean magnitude of the cosine over all pairs of rows or columns.
/// - Throws: `interrupted`, `outOfMemory`.
private func meanCosine(_ matrix: Tensor, byRows: Bool) throws -> Double {
    let (rows, columns) = (matrix.shape[0], matrix.shape[1])
    try Memory.check(bytes: matrix.count * MemoryLayout<Double>.stride)
    let values = matrix.withUnsafeBufferPointer { $0.map(Double.init) }
    let (count, length) = byRows ? (rows, columns) : (columns, rows)
    // Vectors without elements have no length, and their cosines count as zero.
    if length == 0, count > 1 { return 0 }
    func element(_ vector: Int, _ index: Int) -> Double {
        byRows ? values[vector * columns + index] : values[index * columns + vector]
    }
    func dot(_ a: Int, _ b: Int) -> Double { (0..<length).reduce(0) { $0 + element(a, $1) * element(b, $1) } }
    let norms = (0..<count).map { max(dot($0, $0), 1e-12).squareRoot() }
    var sum = 0.0
    for a in 0..<count {
        try Interrupt.check()
        for b in 0..<count where b != a { sum += abs(dot(a, b)) / (norms[a] * norms[b]) }
    }
    return 0.5 * sum / (Double(count) * Double(count - 1) / 2)
}
