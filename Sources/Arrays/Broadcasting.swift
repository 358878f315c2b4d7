import TensorEngine

extension NumericArray {
    /// The shape that two shapes broadcast to.
    /// - Throws: `EngineError.shapeMismatch`, worded as numpy words it.
    static func broadcast(_ a: [Int], _ b: [Int]) throws(EngineError) -> [Int] {
        guard let shape = TensorEngine.broadcast(a, b) else {
            throw .shapeMismatch(
                "operands could not be broadcast together with shapes \(tupleText(a)) \(tupleText(b))")
        }
        return shape
    }

    /// The array spread out to a shape it broadcasts to.
    public func broadcast(to target: [Int]) throws(EngineError) -> NumericArray {
        if target == shape { return self }
        guard try NumericArray.broadcast(shape, target) == target else {
            throw .shapeMismatch("cannot broadcast shape \(tupleText(shape)) to \(tupleText(target))")
        }
        let total = try NumericArray.checkedCount(target)
        if count == 1 { return try type.element.repeated(self, target, total) }
        let offset = target.count - rank
        let own = Shape(shape).strides
        let strides = target.indices.map { $0 < offset || shape[$0 - offset] == 1 ? 0 : own[$0 - offset] }
        return try gathered(try NumericArray.positions(target, strides: strides, start: 0), shape: target)
    }

    /// The positions of the elements of a view, in row-major order of its shape.
    /// - Throws: `outOfMemory` where there are too many.
    static func positions(_ shape: [Int], strides: [Int], start: Int) throws(EngineError) -> [Int] {
        guard try checkedCount(shape) > 0 else { return [] }
        var result = [start]
        for axis in shape.indices where shape[axis] != 1 {
            var next: [Int] = []
            next.reserveCapacity(result.count * shape[axis])
            try Elements.inPieces(result.count * shape[axis]) {
                for place in $0 { next.append(result[place / shape[axis]] + place % shape[axis] * strides[axis]) }
            }
            result = next
        }
        return result
    }

    /// Two arrays at their common shape; an array of one element stays as it is.
    static func aligned(_ a: NumericArray, _ b: NumericArray) throws(EngineError) -> (NumericArray, NumericArray) {
        let shape = try broadcast(a.shape, b.shape)
        _ = try checkedCount(shape)
        return (a.count == 1 ? a : try a.broadcast(to: shape), b.count == 1 ? b : try b.broadcast(to: shape))
    }
}
