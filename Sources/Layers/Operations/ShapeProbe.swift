import TensorEngine

/// Finds the shapes of a function's outputs by calling it on zeros.
///
/// Where sizes are unknown, it is called twice, on smaller and on larger zeros: a size of the output that differs
/// between the two is unknown as well.
public enum ShapeProbe {
    /// The shapes of what the function yields for inputs of these shapes.
    /// - Parameter sizes: for each input the sizes in it; nil for inputs that hold none. Empty where no input does.
    /// - Throws: what the function throws; `EngineError` for want of memory.
    public static func shapes(
        for inputs: [BatchShape], sizes: [[Dim]?] = [], _ function: ([Tensor]) throws -> [Tensor]
    ) throws -> [BatchShape] {
        func dims(batch: Int, unknown: Int) throws -> [[Int]] {
            func number(_ size: Dim, or usual: Int) -> Int { size.number(batch: batch, others: unknown) ?? usual }
            let data = try inputs.enumerated().map { place, shape in
                let shape = Shape(shape.dims.enumerated().map { number($1, or: $0 == 0 ? batch : unknown) })
                guard sizes.indices.contains(place), let sizes = sizes[place] else { return try Tensor(zeros: shape) }
                return try Tensor(shape, sizes.map { Float(number($0, or: batch)) })
            }
            return try function(data).map(\.shape.dims)
        }
        let smaller = try dims(batch: 1, unknown: 32)
        let all = inputs.flatMap(\.dims) + sizes.flatMap { $0 ?? [] }
        guard !all.allSatisfy(\.isKnown) else {
            return smaller.map { BatchShape($0) }
        }
        let larger = try dims(batch: 2, unknown: 64)
        return zip(smaller, larger).map { a, b in
            BatchShape(zip(a, b).map { $0 == $1 ? Dim($0) : .unknown })
        }
    }
}

extension Dim {
    /// The number, or that of its formula for these sizes; nil where nothing is known.
    fileprivate func number(batch: Int, others: Int) -> Int? {
        if let known { return known }
        guard let formula else { return nil }
        return formula.value(
            Dictionary(uniqueKeysWithValues: formula.symbols.map { ($0, $0 == .batch ? batch : others) })
        ).map { Swift.max($0, 0) }
    }
}
