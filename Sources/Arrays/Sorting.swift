import TensorEngine

extension ArrayElement where Self: Comparable {
    /// What sorting every line along an axis gives: for each place the position of the element that belongs there, and
    /// its index in the line.
    static func ascending(
        _ array: NumericArray, along axis: Int
    ) throws(EngineError) -> (positions: [Int], indices: [Int]) {
        let shape = array.shape
        _ = try NumericArray.checkedCount(shape)
        let own = Shape(shape).strides
        let others = shape.indices.filter { $0 != axis }
        let starts = try NumericArray.positions(others.map { shape[$0] }, strides: others.map { own[$0] }, start: 0)
        var positions = [Int](repeating: 0, count: array.count)
        var indices = positions
        try withElements(of: array) { (values) throws(EngineError) in
            for start in starts {
                let line = (0..<shape[axis]).map { start + $0 * own[axis] }
                for (target, index) in zip(line, try ascending(line.map { values[$0] })) {
                    positions[target] = line[index]
                    indices[target] = index
                }
            }
        }
        return (positions, indices)
    }

    /// The indices in the order of their elements: equal ones keep their order, and what is not a number comes last.
    private static func ascending(_ line: [Self]) throws(EngineError) -> [Int] {
        var numbers: [(value: Self, index: Int)] = []
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

    /// Where elements of a sorted line begin that differ from the one before.
    static func starts(_ line: NumericArray) throws(EngineError) -> [Int] {
        try withElements(of: line) { elements in
            elements.indices.filter { place in
                guard place > 0 else { return true }
                let (last, this) = (elements[place - 1], elements[place])
                let areNoNumbers = last != last && this != this
                return last != this && !areNoNumbers
            }
        }
    }
}

extension ArrayElement where Self: Numeric {
    fileprivate static func accumulated(
        _ array: NumericArray, _ axis: Int, _ combine: (Self, Self) -> Self
    ) throws(EngineError) -> NumericArray {
        let (stride, size) = (Shape(array.shape).strides[axis], array.shape[axis])
        var values = try converted(array)
        try Elements.inPieces(values.count) {
            for position in $0 where (position / stride) % size > 0 {
                values[position] = combine(values[position - stride], values[position])
            }
        }
        return try self.array(values, shape: array.shape)
    }
}

extension ArrayElement where Self: FixedWidthInteger {
    static func accumulated(_ array: NumericArray, axis: Int, isProduct: Bool) throws(EngineError) -> NumericArray {
        try isProduct ? accumulated(array, axis) { $0 &* $1 } : accumulated(array, axis) { $0 &+ $1 }
    }
}

extension ArrayElement where Self: BinaryFloatingPoint {
    static func accumulated(_ array: NumericArray, axis: Int, isProduct: Bool) throws(EngineError) -> NumericArray {
        try isProduct ? accumulated(array, axis) { $0 * $1 } : accumulated(array, axis) { $0 + $1 }
    }
}

extension NumericArray {
    private func ascending(along axis: Int) throws(EngineError) -> (positions: [Int], indices: [Int]) {
        try type.element.ascending(self, along: try normalised([axis])[0])
    }

    /// The elements in ascending order along an axis.
    public func sorted(along axis: Int) throws(EngineError) -> NumericArray {
        try gathered(try ascending(along: axis).positions, shape: shape)
    }

    /// The indices that would sort each line along an axis.
    public func sortingIndices(along axis: Int) throws(EngineError) -> NumericArray {
        try NumericArray(shape: shape, ints: try ascending(along: axis).indices)
    }

    /// Sums, or products, of all elements up to each one along an axis.
    public func cumulative(along axis: Int, isProduct: Bool) throws(EngineError) -> NumericArray {
        let wide = try converted(to: type.accumulator)
        return try wide.type.element.accumulated(wide, axis: try normalised([axis])[0], isProduct: isProduct)
    }

    /// The different elements in ascending order, and how often each occurs; what is not a number counts as one.
    public func distinct() throws(EngineError) -> (values: NumericArray, counts: [Int]) {
        let line = try reshaped([count]).sorted(along: 0)
        let starts = try type.element.starts(line)
        let counts = zip(starts, starts.dropFirst() + [count]).map { $1 - $0 }
        return (try line.gathered(starts, shape: [starts.count]), counts)
    }
}
