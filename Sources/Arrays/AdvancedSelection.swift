import TensorEngine

/// Selection by arrays of indices, numpy's advanced indexing: `a[[0, 2]]`, `a[:, rows, columns]`.
extension NumericArray {
    /// An axis of the result that a slice, or a new axis, makes.
    private struct KeptAxis {
        let size: Int
        let stride: Int
    }

    /// An axis of which an array says the index of each element.
    private struct ChosenAxis {
        let numbers: NumericArray
        let axis: Int
    }

    /// Where the elements are that arrays of indices select, and the shape of the result: the shape that the arrays have
    /// together stands where they stand if they are neighbours, else in front.
    /// - Throws: `EngineError.invalidArgument` for an index out of bounds, `shapeMismatch` for arrays that do not go together.
    func advancedPositions(_ indices: [ArrayIndex]) throws(EngineError) -> (positions: [Int], shape: [Int]) {
        let own = Shape(shape).strides
        var kept: [KeptAxis] = []
        var chosen: [ChosenAxis] = []
        var start = 0
        var axis = 0
        /// How many kept axes stood before each chosen one.
        var places: [Int] = []
        for index in try complete(indices) {
            switch index {
            case .newAxis: kept.append(KeptAxis(size: 1, stride: 0))
            case .slice(let first, let last, let step):
                let bounds = NumericArray.bounds(first, last, step, shape[axis])
                // A step beyond the axis takes one element, which no stride follows.
                start += bounds.count == 0 ? 0 : bounds.start * own[axis]
                kept.append(KeptAxis(size: bounds.count, stride: step &* own[axis]))
                axis += 1
            case .index(let number):
                chosen.append(ChosenAxis(numbers: try NumericArray(shape: [], ints: [number]), axis: axis))
                places.append(kept.count)
                axis += 1
            case .numbers(let numbers):
                chosen.append(ChosenAxis(numbers: numbers, axis: axis))
                places.append(kept.count)
                axis += 1
            case .mask(let mask):
                guard mask.shape == Array(shape[axis...].prefix(mask.rank)) else {
                    throw .shapeMismatch(
                        "boolean index did not match indexed array along axis \(axis); its shape is \(tupleText(mask.shape))"
                    )
                }
                for numbers in try mask.indicesOfTruths() {
                    chosen.append(ChosenAxis(numbers: numbers, axis: axis))
                    places.append(kept.count)
                    axis += 1
                }
            case .ellipsis: break
            }
        }
        let place = Set(places).count == 1 ? places[0] : 0
        let (offsets, together) = try offsets(chosen, own)
        let before = try NumericArray.positions(
            kept[..<place].map(\.size), strides: kept[..<place].map(\.stride), start: start)
        let after = try NumericArray.positions(
            kept[place...].map(\.size), strides: kept[place...].map(\.stride), start: 0)
        let newShape = kept[..<place].map(\.size) + together + kept[place...].map(\.size)
        _ = try NumericArray.checkedCount(newShape)
        let positions = try Elements.make(before.count * offsets.count * after.count) { place in
            let (line, last) = (place / after.count, place % after.count)
            return before[line / offsets.count] + offsets[line % offsets.count] + after[last]
        }
        return (positions, newShape)
    }

    /// The indices with the ellipsis written out and the axes that are left at the end.
    private func complete(_ indices: [ArrayIndex]) throws(EngineError) -> [ArrayIndex] {
        let used = indices.reduce(0) { sum, index in
            switch index {
            case .index, .slice, .numbers: sum + 1
            case .mask(let mask): sum + mask.rank
            default: sum
            }
        }
        guard used <= rank else {
            throw .invalidArgument(
                "too many indices for array: array is \(rank)-dimensional, but \(used) were indexed")
        }
        let rest = [ArrayIndex](repeating: .slice(start: nil, stop: nil, step: 1), count: rank - used)
        let ellipsis = indices.firstIndex { if case .ellipsis = $0 { true } else { false } }
        guard let ellipsis else { return indices + rest }
        return indices[..<ellipsis] + rest + indices[(ellipsis + 1)...]
    }

    /// What each group of indices adds to the position, and the shape that the arrays have together.
    private func offsets(_ chosen: [ChosenAxis], _ own: [Int]) throws(EngineError) -> ([Int], [Int]) {
        var together: [Int] = []
        for item in chosen { together = try NumericArray.broadcast(together, item.numbers.shape) }
        var offsets = [Int](repeating: 0, count: try NumericArray.checkedCount(together))
        for item in chosen {
            let size = shape[item.axis]
            for (place, number) in try item.numbers.broadcast(to: together).ints.enumerated() {
                let index = number < 0 ? number + size : number
                guard index >= 0, index < size else {
                    throw .invalidArgument(
                        "index \(number) is out of bounds for axis \(item.axis) with size \(size)")
                }
                offsets[place] += index * own[item.axis]
            }
        }
        return (offsets, together)
    }

    /// A mask as arrays of indices, one for each of its axes.
    public func indicesOfTruths() throws(EngineError) -> [NumericArray] {
        let found = try Elements.places(of: bools)
        return try zip(shape, Shape(shape).strides).map { (size, stride) throws(EngineError) in
            let indices = try Elements.map(found) { $0 / max(stride, 1) % max(size, 1) }
            return try NumericArray(shape: [found.count], ints: indices)
        }
    }
}
