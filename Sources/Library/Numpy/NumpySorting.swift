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
            .python("nonzero(a)", "Where elements are not zero, per axis.") {
                arguments, interpreter in
                let array = try ArrayObject.array(from: arguments["a"], interpreter)
                return try places(of: array)
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
}
