import TensorEngine

/// What `numpy.pad` puts around an array.
public enum PaddingMode: String, Sendable, CaseIterable {
    case constant, edge, reflect, symmetric, wrap

    /// The index in 0..<size whose element stands at a place outside.
    func source(of place: Int, size: Int) -> Int {
        func modulo(_ a: Int, _ b: Int) -> Int { ((a % b) + b) % b }
        switch self {
        case .constant, .edge: return min(max(place, 0), size - 1)
        case .wrap: return modulo(place, size)
        case .symmetric:
            let turn = modulo(place, 2 * size)
            return turn < size ? turn : 2 * size - 1 - turn
        case .reflect:
            guard size > 1 else { return 0 }
            let turn = modulo(place, 2 * size - 2)
            return turn < size ? turn : 2 * size - 2 - turn
        }
    }
}

extension NumericArray {
    /// The sizes with more elements before and after each axis.
    /// - Throws: `invalidArgument` for fewer than none, `sizeOverflow` and `outOfMemory` for too many.
    func paddedShape(_ widths: [Int]) throws(EngineError) -> [Int] {
        guard widths.allSatisfy({ $0 >= 0 }) else { throw .invalidArgument("index can't contain negative values") }
        var result = shape
        for axis in shape.indices {
            for width in widths[2 * axis..<2 * axis + 2] {
                let (sum, overflow) = result[axis].addingReportingOverflow(width)
                if overflow { throw .sizeOverflow("\(result[axis]) elements and \(width) more") }
                result[axis] = sum
            }
        }
        _ = try NumericArray.checkedCount(result)
        return result
    }

    /// The array with copies of its own elements around it.
    /// - Parameter widths: for each axis, how many before and how many after.
    public func padded(_ widths: [Int], mode: PaddingMode) throws(EngineError) -> NumericArray {
        _ = try paddedShape(widths)
        guard !shape.contains(0) else { throw .invalidArgument("can't extend an empty axis using '\(mode.rawValue)'") }
        var result = self
        for axis in shape.indices {
            let sources = (-widths[2 * axis]..<shape[axis] + widths[2 * axis + 1])
                .map { mode.source(of: $0, size: shape[axis]) }
            result = try result.taking(sources, along: axis)
        }
        return result
    }

    /// The slices along an axis with these indices, which are inside.
    public func taking(_ indices: [Int], along axis: Int) throws(EngineError) -> NumericArray {
        let inner = shape.dropFirst(axis + 1).reduce(1, *)
        let outer = shape.prefix(axis).reduce(1, *)
        var newShape = shape
        newShape[axis] = indices.count
        _ = try NumericArray.checkedCount(newShape)
        let positions = try Elements.make(outer * indices.count * inner) { place in
            let (line, last) = (place / inner, place % inner)
            return (line / indices.count * shape[axis] + indices[line % indices.count]) * inner + last
        }
        return try gathered(positions, shape: newShape)
    }
}
