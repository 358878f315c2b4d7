import TensorEngine

extension NumericArray {
    /// Applies a function to every line along an axis; it answers indices into the line.
    private func reordered(
        along axis: Int, _ order: ([Double]) -> [Int]
    ) throws(EngineError) -> (positions: [Int], indices: [Int]) {
        let own = Shape(shape).strides
        let others = shape.indices.filter { $0 != axis }
        let starts = try NumericArray.positions(others.map { shape[$0] }, strides: others.map { own[$0] }, start: 0)
        let values = doubles
        var positions = [Int](repeating: 0, count: count)
        var indices = positions
        for start in starts {
            let line = (0..<shape[axis]).map { start + $0 * own[axis] }
            for (target, index) in zip(line, order(line.map { values[$0] })) {
                positions[target] = line[index]
                indices[target] = index
            }
        }
        return (positions, indices)
    }

    private static func ascending(_ line: [Double]) -> [Int] {
        // Numbers that are none come last, as in numpy; equal ones keep their order.
        line.indices.sorted { a, b in
            if line[a].isNaN || line[b].isNaN { return !line[a].isNaN || (line[b].isNaN && a < b) }
            return line[a] < line[b] || (line[a] == line[b] && a < b)
        }
    }

    /// The elements in ascending order along an axis.
    public func sorted(along axis: Int) throws(EngineError) -> NumericArray {
        let axis = try normalised([axis])[0]
        return try gathered(try reordered(along: axis, NumericArray.ascending).positions, shape: shape)
    }

    /// The indices that would sort each line along an axis.
    public func sortingIndices(along axis: Int) throws(EngineError) -> NumericArray {
        let axis = try normalised([axis])[0]
        let indices = try reordered(along: axis, NumericArray.ascending).indices
        return try NumericArray(shape: shape, ints: indices)
    }

    /// Sums, or products, of all elements up to each one along an axis.
    public func cumulative(along axis: Int, isProduct: Bool) throws(EngineError) -> NumericArray {
        let axis = try normalised([axis])[0]
        let stride = Shape(shape).strides[axis]
        func accumulate<Number>(_ values: [Number], _ combine: (Number, Number) -> Number) -> [Number] {
            var values = values
            for position in values.indices where (position / stride) % shape[axis] > 0 {
                values[position] = combine(values[position - stride], values[position])
            }
            return values
        }
        if !type.isFloat {
            return try NumericArray(shape: shape, ints: accumulate(ints) { isProduct ? $0 &* $1 : $0 &+ $1 })
        }
        if case .float32(let tensor) = storage {
            return NumericArray(
                try Tensor(Shape(shape), accumulate(tensor.values) { isProduct ? $0 * $1 : $0 + $1 }))
        }
        return try NumericArray(shape: shape, doubles: accumulate(doubles) { isProduct ? $0 * $1 : $0 + $1 })
    }

    /// The different elements in ascending order, and how often each occurs.
    public func distinct() throws(EngineError) -> (values: NumericArray, counts: [Int]) {
        let line = try reshaped([count]).sorted(along: 0)
        let values = line.doubles
        var firsts: [Int] = []
        var counts: [Int] = []
        for (index, value) in values.enumerated() {
            if let last = firsts.last, values[last] == value {
                counts[counts.count - 1] += 1
            } else {
                firsts.append(index)
                counts.append(1)
            }
        }
        return (try line.gathered(firsts, shape: [firsts.count]), counts)
    }
}
