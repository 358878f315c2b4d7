import TensorEngine

/// One entry between square brackets.
public enum ArrayIndex: Sendable {
    case index(Int)
    /// A slice whose bounds are already those of its axis, or nil for the natural ones.
    case slice(start: Int?, stop: Int?, step: Int)
    /// An index for each element of the result.
    case numbers(NumericArray)
    /// A truth for each element of some axes.
    case mask(NumericArray)
    /// `...`
    case ellipsis
    /// `None`, which adds an axis.
    case newAxis

    /// Whether it is an array, so that the elements are copied, not viewed.
    public var isArray: Bool {
        switch self {
        case .numbers, .mask: true
        default: false
        }
    }
}

extension NumericArray {
    /// A view of an array: its shape and where its elements are.
    struct View {
        var shape: [Int] = []
        var strides: [Int] = []
        var start = 0

        func positions() throws(EngineError) -> [Int] {
            try NumericArray.positions(shape, strides: strides, start: start)
        }
    }

    /// Where the elements are that an index selects.
    /// - Throws: `EngineError.invalidArgument` for too many indices or one that is out of bounds.
    func view(_ indices: [ArrayIndex]) throws(EngineError) -> View {
        let used = indices.filter {
            switch $0 {
            case .index, .slice: true
            default: false
            }
        }.count
        guard used <= rank else {
            throw .invalidArgument(
                "too many indices for array: array is \(rank)-dimensional, but \(used) were indexed")
        }
        let own = Shape(shape).strides
        var view = View()
        var axis = 0
        func take(_ count: Int, _ view: inout View) {
            for _ in 0..<count {
                view.shape.append(shape[axis])
                view.strides.append(own[axis])
                axis += 1
            }
        }
        var hasEllipsis = false
        for index in indices {
            switch index {
            case .numbers, .mask: break  // `positions(of:)` sees to these
            case .newAxis:
                view.shape.append(1)
                view.strides.append(0)
            case .ellipsis:
                guard !hasEllipsis else {
                    throw .invalidArgument("an index can only have a single ellipsis ('...')")
                }
                hasEllipsis = true
                take(rank - used, &view)
            case .index(let number):
                let position = number < 0 ? number + shape[axis] : number
                guard position >= 0, position < shape[axis] else {
                    throw .invalidArgument("index \(number) is out of bounds for axis \(axis) with size \(shape[axis])")
                }
                view.start += position * own[axis]
                axis += 1
            case .slice(let start, let stop, let step):
                let bounds = NumericArray.bounds(start, stop, step, shape[axis])
                view.start += bounds.count == 0 ? 0 : bounds.start * own[axis]
                view.shape.append(bounds.count)
                // A step beyond the axis takes one element, which no stride follows.
                view.strides.append(step &* own[axis])
                axis += 1
            }
        }
        take(rank - axis, &view)
        return view
    }

    /// The first index and the number of indices of a slice, as Python counts them.
    static func bounds(_ start: Int?, _ stop: Int?, _ step: Int, _ size: Int) -> (start: Int, count: Int) {
        func clamp(_ value: Int, _ low: Int, _ high: Int) -> Int {
            let shifted = value < 0 ? (value < -size ? -1 : value + size) : value
            return value < -size ? low : Swift.min(Swift.max(shifted, low), high)
        }
        let (low, high) = step > 0 ? (0, size) : (-1, size - 1)
        let first = start.map { clamp($0, low, high) } ?? (step > 0 ? low : high)
        let last = stop.map { clamp($0, low, high) } ?? (step > 0 ? high : low)
        let distance = step > 0 ? last - first : first - last
        let width = Int(clamping: step.magnitude)
        return (first, distance > 0 ? (distance - 1) / width + 1 : 0)
    }

    /// Where the elements are that an index selects, and the shape they make.
    /// - Throws: `invalidArgument` for too many indices or one that is out of bounds, `shapeMismatch` for arrays of indices
    ///   that do not go together.
    public func positions(of indices: [ArrayIndex]) throws(EngineError) -> (positions: [Int], shape: [Int]) {
        if indices.contains(where: \.isArray) { return try advancedPositions(indices) }
        let view = try view(indices)
        return (try view.positions(), view.shape)
    }

    /// The elements that an index selects.
    public func selected(_ indices: [ArrayIndex]) throws(EngineError) -> NumericArray {
        let (positions, shape) = try positions(of: indices)
        return try gathered(positions, shape: shape)
    }

    /// The slices along an axis from one to another.
    public func part(_ range: Range<Int>, along axis: Int) throws(EngineError) -> NumericArray {
        try selected(
            shape.indices.map {
                .slice(start: $0 == axis ? range.lowerBound : nil, stop: $0 == axis ? range.upperBound : nil, step: 1)
            })
    }

    /// The array with the selected elements replaced, broadcast from the new values.
    public func replacing(_ indices: [ArrayIndex], with values: NumericArray) throws(EngineError) -> NumericArray {
        let (positions, shape) = try positions(of: indices)
        return try replacing(positions: positions, with: try values.broadcast(to: shape))
    }

    /// The array with the elements at these positions replaced; the type stays.
    public func replacing(positions: [Int], with values: NumericArray) throws(EngineError) -> NumericArray {
        try type.element.replaced(self, positions, values)
    }

    /// The elements at which a mask is true, in one axis; the mask covers the first axes.
    public func selected(mask: NumericArray) throws(EngineError) -> NumericArray {
        let positions = try positions(mask: mask)
        let rest = Array(shape.dropFirst(mask.rank))
        let width = rest.reduce(1, *)
        return try gathered(positions, shape: [width == 0 ? 0 : positions.count / width] + rest)
    }

    /// Where the elements are at which a mask is true.
    public func positions(mask: NumericArray) throws(EngineError) -> [Int] {
        guard Array(shape.prefix(mask.rank)) == mask.shape else {
            throw .shapeMismatch(
                "boolean index did not match indexed array: shapes \(tupleText(shape)) and \(tupleText(mask.shape))")
        }
        let width = shape.dropFirst(mask.rank).reduce(1, *)
        let lines = try Elements.places(of: mask.bools)
        return try Elements.make(lines.count * width) { lines[$0 / width] * width + $0 % width }
    }

    /// The slices of the first axis with these numbers, one after the other.
    public func taking(_ numbers: NumericArray) throws(EngineError) -> NumericArray {
        guard rank > 0 else { throw .invalidArgument("too many indices for array: array is 0-dimensional") }
        _ = try NumericArray.checkedCount(numbers.shape + shape.dropFirst())
        let width = shape.dropFirst().reduce(1, *)
        let indices = try numbers.ints.map { number throws(EngineError) in
            let index = number < 0 ? number + shape[0] : number
            guard index >= 0, index < shape[0] else {
                throw .invalidArgument("index \(number) is out of bounds for axis 0 with size \(shape[0])")
            }
            return index
        }
        let positions = try Elements.make(indices.count * width) { indices[$0 / width] * width + $0 % width }
        return try gathered(positions, shape: numbers.shape + shape.dropFirst())
    }

    /// The axes in another order.
    public func transposed(_ axes: [Int]? = nil) throws(EngineError) -> NumericArray {
        let order =
            try axes.map { (list: [Int]) throws(EngineError) in try normalised(list) } ?? Array((0..<rank).reversed())
        guard order.sorted() == Array(0..<rank) else { throw .invalidArgument("axes don't match array") }
        let own = Shape(shape).strides
        let newShape = order.map { shape[$0] }
        return try gathered(
            try NumericArray.positions(newShape, strides: order.map { own[$0] }, start: 0), shape: newShape)
    }

    /// Axes counted from the front.
    func normalised(_ axes: [Int]) throws(EngineError) -> [Int] {
        var result: [Int] = []
        for axis in axes {
            let index = axis < 0 ? axis + rank : axis
            guard index >= 0, index < rank else {
                throw .invalidArgument("axis \(axis) is out of bounds for array of dimension \(rank)")
            }
            result.append(index)
        }
        return result
    }
}

extension ArrayElement {
    static func replaced(
        _ array: NumericArray, _ positions: [Int], _ values: NumericArray
    ) throws(EngineError) -> NumericArray {
        var own = try converted(array)
        let new = try converted(values)
        for (position, value) in zip(positions, new) { own[position] = value }
        return try self.array(own, shape: array.shape)
    }
}
