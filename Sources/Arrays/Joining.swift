import TensorEngine

extension NumericArray {
    /// Arrays one after the other along an axis.
    /// - Throws: `EngineError` where their other sizes differ.
    public static func concatenated(_ arrays: [NumericArray], axis: Int) throws(EngineError) -> NumericArray {
        guard let first = arrays.first else { throw .invalidArgument("need at least one array to concatenate") }
        guard first.rank > 0 else { throw .invalidArgument("zero-dimensional arrays cannot be concatenated") }
        let place = try first.normalised([axis])[0]
        let type = arrays.dropFirst().reduce(first.type) { $0.promoted(with: $1.type) }
        for array in arrays {
            var (a, b) = (first.shape, array.shape)
            guard a.count == b.count else {
                throw .shapeMismatch(
                    "all the input array dimensions must match, but got \(a.count) and \(b.count) dimensions")
            }
            (a[place], b[place]) = (0, 0)
            guard a == b else {
                throw .shapeMismatch(
                    "all the input array dimensions except for the concatenation axis must match exactly: "
                        + "\(tupleText(first.shape)) and \(tupleText(array.shape))")
            }
        }
        var shape = first.shape
        shape[place] = 0
        for array in arrays {
            let (sum, overflow) = shape[place].addingReportingOverflow(array.shape[place])
            if overflow { throw .sizeOverflow("the length of axis \(place)") }
            shape[place] = sum
        }
        _ = try checkedCount(shape)
        return try type.element.concatenated(arrays, shape, axis: place)
    }

    /// Elements of `x` where the condition is true, of `y` where it is not.
    public static func choosing(
        _ condition: NumericArray, _ x: NumericArray, _ y: NumericArray
    ) throws(EngineError) -> NumericArray {
        let shape = try broadcast(try broadcast(x.shape, y.shape), condition.shape)
        let type = x.type.promoted(with: y.type)
        let base = try y.broadcast(to: shape).converted(to: type)
        let positions = try Elements.places(of: try condition.broadcast(to: shape).bools)
        let chosen = try x.broadcast(to: shape).gathered(positions, shape: [positions.count])
        return try base.replacing(positions: positions, with: chosen)
    }

    /// The array with elements of one value around it.
    /// - Parameter widths: for each axis, how many before and how many after.
    public func padded(_ widths: [Int], value: Double) throws(EngineError) -> NumericArray {
        let base = try NumericArray(filling: value, shape: paddedShape(widths), type: type)
        let inside = shape.indices.map {
            ArrayIndex.slice(start: widths[2 * $0], stop: widths[2 * $0] + shape[$0], step: 1)
        }
        return try base.replacing(inside, with: self)
    }
}

extension ArrayElement {
    static func concatenated(_ arrays: [NumericArray], _ shape: [Int], axis: Int) throws(EngineError) -> NumericArray {
        let outer = shape[..<axis].reduce(1, *)
        let parts = try arrays.map { (array) throws(EngineError) in try converted(array) }
        let runs = parts.map { outer == 0 ? 0 : $0.count / outer }
        var result: [Self] = []
        result.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        try Elements.inPieces(outer) {
            for block in $0 {
                for (part, run) in zip(parts, runs) { result += part[block * run..<(block + 1) * run] }
            }
        }
        return try array(result, shape: shape)
    }
}
