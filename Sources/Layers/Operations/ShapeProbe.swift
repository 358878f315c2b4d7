import TensorEngine

/// Finds the shapes of a function's outputs by calling it on zeros.
///
/// Where sizes are unknown, it is called twice, on smaller and on larger zeros: a size of the output that differs
/// between the two is unknown as well.
public enum ShapeProbe {
    /// The shapes of what the function yields for inputs of these shapes.
    /// - Throws: what the function throws; `EngineError` for want of memory.
    public static func shapes(
        for inputs: [BatchShape], _ function: ([Tensor]) throws -> [Tensor]
    ) throws -> [BatchShape] {
        func dims(batch: Int, unknown: Int) throws -> [[Int]] {
            let zeros = try inputs.map { shape in
                try Tensor(
                    zeros: Shape(
                        shape.dims.enumerated().map { axis, size in size.known ?? (axis == 0 ? batch : unknown) }))
            }
            return try function(zeros).map(\.shape.dims)
        }
        let smaller = try dims(batch: 1, unknown: 32)
        guard inputs.contains(where: { !$0.dims.allSatisfy(\.isKnown) }) else {
            return smaller.map { BatchShape($0) }
        }
        let larger = try dims(batch: 2, unknown: 64)
        return zip(smaller, larger).map { a, b in
            BatchShape(zip(a, b).map { $0 == $1 ? Dim($0) : .unknown })
        }
    }
}
