import Arrays
import Interpreter
import TensorEngine

/// numpy's functions that sort, count and accumulate.
enum NumpySorting {
    static var all: [BuiltinFunction] {
        [
            NumpyFunction.make(
                "sort(a, axis=-1, kind=None, !order=None, *, stable=None)", "In ascending order along an axis."
            ) { array, arguments, _ in
                guard array.rank > 0 || arguments["axis"].isNone else {
                    throw RaisedError(.valueError, "axis -1 is out of bounds for array of dimension 0")
                }
                let (array, axis) = try line(array, arguments)
                return try array.sorted(along: axis)
            },
            NumpyFunction.make(
                "argsort(a, axis=-1, kind=None, !order=None, *, stable=None)", "The indices that would sort it."
            ) { array, arguments, _ in
                let (array, axis) = try line(array, arguments)
                return try array.sortingIndices(along: axis)
            },
            accumulating("cumsum", isProduct: false), accumulating("cumprod", isProduct: true),
            NumpyFunction.make(
                "diff(a, !n=1, !axis=-1, !prepend=..., !append=...)", "The differences of neighbours in the last axis."
            ) { array, _, _ in
                guard let size = array.shape.last else {
                    throw RaisedError(.valueError, "diff requires input that is at least one dimensional")
                }
                guard size > 0 else { return array }
                let after = try array.part(1..<size, along: array.rank - 1)
                let before = try array.part(0..<size - 1, along: array.rank - 1)
                return try NumericArray.combine(after, before, array.type == .bool ? .notEqual : .subtract)
            },
            .python(
                "unique(ar, !return_index=False, !return_inverse=False, return_counts=False, !axis=None, "
                    + "*, !equal_nan=True, !sorted=True)", "The different elements, sorted."
            ) {
                arguments, interpreter in
                let array = try ArrayObject.array(from: arguments["ar"], interpreter)
                let (values, counts) = try raising { try array.distinct() }
                guard try arguments.given("return_counts")?.truth() ?? false else {
                    return .host(ArrayObject(values))
                }
                return .tuple([
                    .host(ArrayObject(values)),
                    .host(ArrayObject(try raising { try NumericArray(shape: [counts.count], ints: counts) })),
                ])
            },
            .python("nonzero(a)", "Where elements are not zero, per axis.") {
                arguments, interpreter in
                let array = try ArrayObject.array(from: arguments["a"], interpreter)
                return try places(of: array)
            },
            .python("count_nonzero(a, !axis=None, *, !keepdims=False)", "How many elements are not zero.") {
                arguments, interpreter in
                let array = try ArrayObject.array(
                    from: arguments["a"], interpreter)
                return .host(
                    ArrayObject(
                        try raising {
                            _ = try NumericArray.checkedCount(array.shape)
                            return try NumericArray(shape: [], ints: [array.bools.count { $0 }])
                        }))
            },
            quantile("median(a, axis=None, !out=None, !overwrite_input=False, !keepdims=False)") { _ in 50 },
            quantile(
                "percentile(a, q, axis=None, !out=None, !overwrite_input=False, !method='linear', !keepdims=False)"
            ) { arguments throws(RaisedError) in
                try arguments.number("q")
            },
            NumpyFunction.make("bincount(x, /, !weights=None, !minlength=0)", "How often each whole number occurs.") {
                array, _, _ in
                guard array.rank == 1, !array.type.isFloat, array.ints.allSatisfy({ $0 >= 0 && $0 < 1 << 24 }) else {
                    throw RaisedError(.valueError, "'x' must be one axis of whole numbers that are not negative")
                }
                var counts = [Int](repeating: 0, count: (array.ints.max() ?? -1) + 1)
                for number in array.ints { counts[number] += 1 }
                return try NumericArray(shape: [counts.count], ints: counts)
            },
        ]
    }

    /// The array and the axis along which to work: the last one, or all elements in one for `axis=None`.
    private static func line(
        _ array: NumericArray, _ arguments: Arguments
    ) throws(RaisedError) -> (NumericArray, Int) {
        if arguments["axis"].isNone {
            return (try raising { try array.reshaped([array.count]) }, 0)
        }
        let line = array.rank == 0 ? try raising { try array.reshaped([1]) } : array
        return (line, try line.axis(try arguments.optionalInt("axis") ?? -1))
    }

    private static func accumulating(_ name: String, isProduct: Bool) -> BuiltinFunction {
        NumpyFunction.make(
            "\(name)(a, axis=None, !dtype=None, !out=None)",
            "The \(isProduct ? "products" : "sums") up to each element."
        ) {
            array, arguments, _ in
            guard let axis = try arguments.optionalInt("axis") else {
                return try array.reshaped([array.count]).cumulative(along: 0, isProduct: isProduct)
            }
            let line = array.rank == 0 ? try array.reshaped([1]) : array
            return try line.cumulative(along: axis, isProduct: isProduct)
        }
    }

    /// A point between two, counted from the nearer one as numpy does; the mean of two for a median.
    private static func between(
        _ first: NumericArray, _ second: NumericArray, _ share: Double, isMean: Bool
    ) throws(EngineError) -> NumericArray {
        func number(_ value: Double) throws(EngineError) -> NumericArray {
            try NumericArray(filling: value, shape: [], type: first.type)
        }
        if share == 0 { return first }
        if isMean {
            return try NumericArray.combine(try NumericArray.combine(first, second, .add), try number(2), .divide)
        }
        let step = try NumericArray.combine(second, first, .subtract)
        if share >= 0.5 {
            return try NumericArray.combine(
                second, try NumericArray.combine(step, try number(1 - share), .multiply), .subtract)
        }
        return try NumericArray.combine(first, try NumericArray.combine(step, try number(share), .multiply), .add)
    }

    /// Where elements are not zero: an array of indices for each axis.
    static func places(of array: NumericArray) throws(RaisedError) -> Value {
        _ = try raising { try NumericArray.checkedCount(array.shape) }
        let found = array.bools.enumerated().filter(\.element).map(\.offset)
        var axes: [Value] = []
        var stride = array.count
        for size in array.shape {
            stride = size == 0 ? 0 : stride / size
            let width = max(stride, 1)
            let indices = found.map { ($0 / width) % max(size, 1) }
            axes.append(.host(ArrayObject(try raising { try NumericArray(shape: [found.count], ints: indices) })))
        }
        return .tuple(axes)
    }

    /// The value below which a share of the elements lies, between two by proportion.
    private static func quantile(
        _ text: String, _ percent: @escaping (Arguments) throws(RaisedError) -> Double
    ) -> BuiltinFunction {
        let name = String(text.prefix { $0 != "(" })
        return NumpyFunction.make(text, "The value at a share of the sorted elements.") { array, arguments, _ in
            let share = try percent(arguments) / 100
            guard array.type != .bool || name == "median" else {
                throw RaisedError(.typeError, "\(name) takes numbers, not truths")
            }
            guard share >= 0, share <= 1 else {
                throw RaisedError(.valueError, "Percentiles must be in the range [0, 100]")
            }
            var source = try array.reshaped([array.count])
            var axis = 0
            if let given = try arguments.optionalInt("axis") {
                source = array
                axis = try array.axis(given)
            }
            let size = source.shape[axis]
            guard size > 0 else {
                guard name == "median" else { throw RaisedError(.indexError, "\(name) of an empty array") }
                return try NumericArray(filling: .nan, shape: [], type: array.type.average)
            }
            let sorted = try source.sorted(along: axis)
            let place = share * Double(size - 1)
            let (low, high) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
            let real = try sorted.converted(to: array.type.average)
            let (first, second) = (try real.taking([low], along: axis), try real.taking([high], along: axis))
            let between = try between(first, second, place - Double(low), isMean: name == "median")
            // What is not a number comes last, and makes the result none.
            let last = try real.taking([size - 1], along: axis)
            let value = try NumericArray.choosing(try NumericArray.combine(last, last, .equal), between, last)
            return try value.reshaped(value.shape.indices.filter { $0 != axis }.map { value.shape[$0] })
        }
    }
}
