import Arrays
import Interpreter
import TensorEngine

/// numpy's functions that join arrays, repeat them and cut them up.
enum NumpyJoining {
    static var all: [BuiltinFunction] {
        [
            NumpyFunction.joining(
                "concatenate(arrays, /, axis=0, !out=None, *, !dtype=None, !casting='same_kind')",
                "Arrays one after the other along an axis."
            ) { arrays, arguments in
                guard let axis = arguments.given("axis"), axis.isNone else {
                    return try NumericArray.concatenated(arrays, axis: try arguments.optionalInt("axis") ?? 0)
                }
                return try NumericArray.concatenated(try arrays.map { try $0.reshaped([$0.count]) }, axis: 0)
            },
            NumpyFunction.joining(
                "stack(arrays, axis=0, !out=None, *, !dtype=None, !casting='same_kind')",
                "Arrays of one shape along a new axis."
            ) { arrays, arguments in
                let place = try arrays[0].axis(try arguments.optionalInt("axis") ?? 0, extra: 1)
                guard arrays.allSatisfy({ $0.shape == arrays[0].shape }) else {
                    throw RaisedError(.valueError, "all input arrays must have the same shape")
                }
                let spread = try arrays.map {
                    try $0.reshaped(Array($0.shape.prefix(place)) + [1] + $0.shape.dropFirst(place))
                }
                return try NumericArray.concatenated(spread, axis: place)
            },
            NumpyFunction.joining("vstack(tup, *, !dtype=None, !casting='same_kind')", "Arrays one below the other.") {
                arrays, _ in
                try NumericArray.concatenated(
                    try arrays.map { $0.rank < 2 ? try $0.reshaped([1, $0.count]) : $0 }, axis: 0)
            },
            NumpyFunction.joining("hstack(tup, *, !dtype=None, !casting='same_kind')", "Arrays side by side.") {
                arrays, _ in
                try NumericArray.concatenated(
                    try arrays.map { $0.rank < 1 ? try $0.reshaped([1]) : $0 }, axis: arrays[0].rank < 2 ? 0 : 1)
            },
            NumpyFunction.make("tile(A, reps)", "The array so many times along each axis.") {
                array, arguments, _ in
                let times = try ArrayObject.sizes(arguments["reps"])
                guard times.allSatisfy({ $0 >= 0 }) else {
                    throw RaisedError(.valueError, "negative dimensions are not allowed")
                }
                let rank = max(times.count, array.rank)
                guard rank <= 64 else {
                    throw RaisedError(.valueError, "maximum supported dimension for an ndarray is 64, found \(rank)")
                }
                let reps = [Int](repeating: 1, count: rank - times.count) + times
                var result = try array.reshaped([Int](repeating: 1, count: rank - array.rank) + array.shape)
                for axis in 0..<rank {
                    let size = result.shape[axis]
                    let count = try length(size, times: reps[axis])
                    result = try result.taking((0..<count).map { $0 % size }, along: axis)
                }
                return result
            },
            NumpyFunction.make("repeat(a, repeats, axis=None)", "Each element so many times.") {
                array, arguments, _ in
                let times = try arguments.int("repeats")
                guard times >= 0 else { throw RaisedError(.valueError, "repeats may not contain negative values.") }
                let axis = try arguments.optionalInt("axis")
                let source = try axis == nil || array.rank == 0 ? array.reshaped([array.count]) : array
                let place = try source.axis(axis ?? 0)
                let count = try length(source.shape[place], times: times)
                let room = Memory.available() / 16
                guard count <= room else {
                    throw EngineError.outOfMemory(
                        needed: checkedProduct([count, 8]) ?? Int.max, available: room * 16)
                }
                return try source.taking((0..<count).map { $0 / times }, along: place)
            },
            NumpyFunction.make("append(arr, values, axis=None)", "The array with values at its end.") {
                array, arguments, interpreter in
                let more = try ArrayObject.array(from: arguments["values"], interpreter)
                if let axis = try arguments.optionalInt("axis") {
                    return try NumericArray.concatenated([array, more], axis: axis)
                }
                return try NumericArray.concatenated(
                    [try array.reshaped([array.count]), try more.reshaped([more.count])], axis: 0)
            },
            cutting("split", mustBeEqual: true), cutting("array_split", mustBeEqual: false),
        ]
    }

    /// The length of an axis repeated so many times.
    private static func length(_ size: Int, times: Int) throws(RaisedError) -> Int {
        guard let length = checkedProduct([size, times]) else {
            throw RaisedError(.memoryError, "the array would be too large")
        }
        return try raising { try NumericArray.checkedCount([length]) }
    }

    private static func cutting(_ name: String, mustBeEqual: Bool) -> BuiltinFunction {
        .python("\(name)(ary, indices_or_sections, axis=0)", "The array cut into pieces.") { arguments, interpreter in
            let array = try ArrayObject.array(from: arguments["ary"], interpreter)
            let cuts = arguments["indices_or_sections"]
            let axis = try array.axis(try arguments.optionalInt("axis") ?? 0)
            let size = array.shape[axis]
            var ends: [Int]
            if case .int(let sections) = cuts {
                guard sections > 0 else {
                    throw RaisedError(.valueError, "number sections must be larger than 0.")
                }
                // Pieces beyond the elements are empty.
                guard sections - size <= 10_000 else {
                    throw RaisedError(.memoryError, "\(sections) pieces of \(size) elements are too many")
                }
                if mustBeEqual, size % sections != 0 {
                    throw RaisedError(.valueError, "array split does not result in an equal division")
                }
                try interpreter.requireCount(sections, bytesPerItem: 400)
                ends = (1...sections).map { $0 * (size / sections) + min($0, size % sections) }
            } else {
                ends = try ArrayObject.sizes(cuts).map { min(max($0 < 0 ? $0 + size : $0, 0), size) } + [size]
            }
            var pieces: [Value] = []
            var start = 0
            for end in ends {
                let range = start..<max(start, end)
                pieces.append(.host(ArrayObject(try raising { try array.part(range, along: axis) })))
                start = end
            }
            return .list(ListObject(pieces))
        }
    }
}
