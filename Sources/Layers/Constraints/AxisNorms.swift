import PythonText
import TensorEngine

extension Parameter {
    /// The `axis` of a constraint on norms.
    static let normAxis = Parameter(
        "axis", .axes, default: .int(0), "Axis, or axes, over which a norm is taken: [0, 1, 2] for a Conv2D kernel.")
}

extension BoundArguments {
    /// The constraint that scales each vector along `axis` from its norm to the one wanted for it: w · wanted / (ε + norm).
    func normConstraint(_ wanted: @escaping @Sendable (Float) -> Float) -> Constraint {
        let axes = ints("axis")
        return Constraint { try $0.scaledNorms(over: axes, wanted) }
    }
}

extension Tensor {
    /// Scales each vector along the axes from its norm to the one wanted for it.
    /// - Throws: `Refusal` for an axis that is not there; `EngineError` for want of memory or after an interrupt.
    func scaledNorms(over axes: [Int], _ wanted: (Float) -> Float) throws -> Tensor {
        let rank = shape.rank
        let chosen = axes.map { $0 < 0 ? $0 + rank : $0 }
        guard chosen.allSatisfy({ (0..<rank).contains($0) }) else {
            throw Refusal(
                argument: "axis", "The `axis` argument is out of range for a weight with \(rank) axes.",
                received: "axis=\(PythonTuple.describe(axes))")
        }
        guard count > 0 else { return self }
        let dims = shape.dims
        var groupStrides = [Int](repeating: 0, count: rank)
        var groups = 1
        for axis in (0..<rank).reversed() where !chosen.contains(axis) {
            groupStrides[axis] = groups
            groups *= dims[axis]
        }
        let strides = shape.strides
        func group(of index: Int) -> Int {
            (0..<rank).reduce(0) { $0 + (index / strides[$1] % dims[$1]) * groupStrides[$1] }
        }
        // There may be as many groups as elements.
        try Memory.check(bytes: groups * 2 * MemoryLayout<Float>.stride)
        var squares = [Float](repeating: 0, count: groups)
        var result = self
        try result.withUnsafeMutableBufferPointer { values in
            for index in values.indices {
                if index % 65536 == 0 { try Interrupt.check() }
                squares[group(of: index)] += values[index] * values[index]
            }
            let factors = squares.map { wanted($0.squareRoot()) / (1e-7 + $0.squareRoot()) }
            for index in values.indices {
                if index % 65536 == 0 { try Interrupt.check() }
                values[index] *= factors[group(of: index)]
            }
        }
        return result
    }
}
