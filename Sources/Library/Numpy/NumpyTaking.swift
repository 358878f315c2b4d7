import Arrays
import Interpreter

/// Elements taken by their indices along an axis.
enum NumpyTaking {
    static var all: [BuiltinFunction] {
        [
            .python("take(a, indices, axis=None, !out=None, !mode='raise')", "Elements by their indices along an axis.")
            {
                arguments, interpreter in
                let indices = try ArrayObject.array(from: arguments["indices"], interpreter)
                let array = try ArrayObject.array(from: arguments["a"], interpreter)
                return .host(ArrayObject(try taken(array, indices, along: try arguments.optionalInt("axis"))))
            },
            .python("take_along_axis(arr, indices, axis)", "For each place, the element at its index along an axis.") {
                arguments, interpreter in
                let array = try ArrayObject.array(from: arguments["arr"], interpreter)
                let indices = try ArrayObject.array(from: arguments["indices"], interpreter)
                return .host(ArrayObject(try takenAlong(array, indices, axis: try arguments.optionalInt("axis"))))
            },
        ]
    }

    /// The elements at the indices, whose axes stand in the place of the axis.
    /// - Parameter axis: the axis, which may be counted from the end; nil for all elements as one row.
    /// - Throws: IndexError for an index that there is not.
    static func taken(
        _ array: NumericArray, _ indices: NumericArray, along axis: Int?
    ) throws(RaisedError) -> NumericArray {
        try raising {
            let source = try axis == nil ? array.reshaped([array.count]) : array
            let place = try source.axis(axis ?? 0)
            let places = try checked(indices.ints, size: source.shape[place], axis: place)
            return try source.taking(places, along: place)
                .reshaped(Array(source.shape[..<place]) + indices.shape + source.shape[(place + 1)...])
        }
    }

    /// `take_along_axis`: the indices have the array's shape but for the axis.
    private static func takenAlong(_ array: NumericArray, _ indices: NumericArray, axis: Int?) throws -> NumericArray {
        let source = try axis == nil ? array.reshaped([array.count]) : array
        let place = try source.axis(axis ?? 0)
        guard indices.rank == source.rank,
            source.shape.indices.allSatisfy({ $0 == place || [1, source.shape[$0]].contains(indices.shape[$0]) })
        else {
            throw RaisedError(
                .valueError,
                "`indices` of shape \(indices.shape) do not go with an array of shape \(source.shape) along axis \(place)"
            )
        }
        // Axes of size 1 repeat.
        var shape = source.shape
        shape[place] = indices.shape[place]
        let zeros = try NumericArray(shape: shape, ints: Array(repeating: 0, count: shape.reduce(1, *)))
        let indices = try NumericArray.combine(try indices.converted(to: .int64), zeros, .add)
        let (size, length) = (source.shape[place], indices.shape[place])
        let inner = source.shape[(place + 1)...].reduce(1, *)
        let places = try checked(indices.ints, size: size, axis: place)
        let flat = places.enumerated().map { number, index in
            let (outer, rest) = number.quotientAndRemainder(dividingBy: max(length * inner, 1))
            return (outer * size + index) * inner + rest % max(inner, 1)
        }
        return try source.reshaped([source.count]).taking(flat, along: 0).reshaped(indices.shape)
    }

    /// The indices counted from the start.
    private static func checked(_ indices: [Int], size: Int, axis: Int) throws(RaisedError) -> [Int] {
        for index in indices where !(-size..<size).contains(index) {
            throw RaisedError(
                .indexError, "index \(index) is out of bounds for axis \(axis) with size \(size)",
                hint: size > 0 ? "use an index from \(-size) to \(size - 1)" : nil)
        }
        return indices.map { $0 < 0 ? $0 + size : $0 }
    }
}
