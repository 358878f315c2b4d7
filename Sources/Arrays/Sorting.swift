import TensorEngine

extension NumericArray {
    /// What sorting every line along an axis gives: for each place the position of the element that belongs there, and
    /// its index in the line.
    private func ascending(along axis: Int) throws(EngineError) -> (positions: [Int], indices: [Int]) {
        _ = try NumericArray.checkedCount(shape)
        return try type.isFloat ? ascending(doubles, along: axis) : ascending(ints, along: axis)
    }

    private func ascending<Number: Comparable>(
        _ values: [Number], along axis: Int
    ) throws(EngineError) -> (positions: [Int], indices: [Int]) {
        let own = Shape(shape).strides
        let others = shape.indices.filter { $0 != axis }
        let starts = try NumericArray.positions(others.map { shape[$0] }, strides: others.map { own[$0] }, start: 0)
        var positions = [Int](repeating: 0, count: count)
        var indices = positions
        for start in starts {
            let line = (0..<shape[axis]).map { start + $0 * own[axis] }
            for (target, index) in zip(line, try NumericArray.ascending(line.map { values[$0] })) {
                positions[target] = line[index]
                indices[target] = index
            }
        }
        return (positions, indices)
    }

    /// The indices in the order of their elements: equal ones keep their order, and what is not a number comes last.
    private static func ascending<Number: Comparable>(_ line: [Number]) throws(EngineError) -> [Int] {
        var numbers: [(value: Number, index: Int)] = []
        var others: [Int] = []
        try Elements.inPieces(line.count) {
            for index in $0 {
                if line[index] == line[index] { numbers.append((line[index], index)) } else { others.append(index) }
            }
        }
        var comparisons = 0
        do {
            // Swift's sort is stable.
            try numbers.sort { a, b in
                comparisons += 1
                if comparisons % 65536 == 0 { try Interrupt.check() }
                return a.value < b.value
            }
        } catch { throw .interrupted }
        return try Elements.map(numbers, \.index) + others
    }

    /// The elements in ascending order along an axis.
    public func sorted(along axis: Int) throws(EngineError) -> NumericArray {
        try gathered(try ascending(along: try normalised([axis])[0]).positions, shape: shape)
    }

    /// The indices that would sort each line along an axis.
    public func sortingIndices(along axis: Int) throws(EngineError) -> NumericArray {
        try NumericArray(shape: shape, ints: try ascending(along: try normalised([axis])[0]).indices)
    }

    /// Sums, or products, of all elements up to each one along an axis.
    public func cumulative(along axis: Int, isProduct: Bool) throws(EngineError) -> NumericArray {
        let axis = try normalised([axis])[0]
        let stride = Shape(shape).strides[axis]
        func accumulate<Number>(
            _ values: [Number], _ combine: (Number, Number) -> Number
        ) throws(EngineError) -> [Number] {
            var values = values
            try Elements.inPieces(values.count) {
                for position in $0 where (position / stride) % shape[axis] > 0 {
                    values[position] = combine(values[position - stride], values[position])
                }
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

    /// The different elements in ascending order, and how often each occurs; what is not a number counts as one.
    public func distinct() throws(EngineError) -> (values: NumericArray, counts: [Int]) {
        let line = try reshaped([count]).sorted(along: 0)
        let starts = type.isFloat ? NumericArray.starts(line.doubles) : NumericArray.starts(line.ints)
        let counts = zip(starts, starts.dropFirst() + [count]).map { $1 - $0 }
        return (try line.gathered(starts, shape: [starts.count]), counts)
    }

    /// Where elements begin that differ from the one before.
    private static func starts<Number: Equatable>(_ line: [Number]) -> [Int] {
        line.indices.filter { place in
            guard place > 0 else { return true }
            let (last, this) = (line[place - 1], line[place])
            let areNoNumbers = last != last && this != this
            return last != this && !areNoNumbers
        }
    }
}
