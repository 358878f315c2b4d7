import Arrays
import Interpreter

/// numpy's functions that put arrays in another form.
enum NumpyRearranging {
    /// The array that a value is, or a new one of its numbers.
    private static func array(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> ArrayObject {
        if case .host(let object as ArrayObject) = value { return object }
        return ArrayObject(try ArrayObject.array(from: value, interpreter))
    }

    static var all: [BuiltinFunction] {
        [
            .python("reshape(a, shape, !order='C', *, !copy=None)", "The same numbers in another shape.") {
                arguments, interpreter in
                let object = try array(arguments["a"], interpreter)
                let shape = try ArrayObject.sizes(arguments["shape"])
                let whole = try NumpyShapes.resolve(shape, count: object.shape.reduce(1, *))
                return .host(try raising { try object.reshaped(whole) })
            },
            function("transpose(a, axes=None)", "The axes in another order.", yields: .view) { array, arguments, _ in
                try array.transposed(try arguments.optional("axes").map { try ArrayObject.sizes($0) })
            },
            .python("expand_dims(a, axis)", "With axes of size 1 more.") { arguments, interpreter in
                let object = try array(arguments[0], interpreter)
                let axes =
                    switch arguments["axis"] {
                    case .tuple, .list: try ArrayObject.sizes(arguments["axis"])
                    default: [try arguments.int("axis")]
                    }
                return .host(try object.reshaped(try expanded(object.shape, axes)))
            },
            function("squeeze(a, axis=None)", "Without the axes of size 1.", yields: .view) { array, arguments, _ in
                guard let axis = arguments.optional("axis") else {
                    return try array.reshaped(array.shape.filter { $0 != 1 })
                }
                let axes = try ArrayObject.sizes(axis).map { $0 < 0 ? $0 + array.rank : $0 }
                guard axes.allSatisfy({ array.shape.indices.contains($0) && array.shape[$0] == 1 }) else {
                    throw RaisedError(
                        .valueError, "cannot select an axis to squeeze out which has size not equal to one")
                }
                return try array.reshaped(array.shape.indices.filter { !axes.contains($0) }.map { array.shape[$0] })
            },
            function("ravel(a, !order='C')", "All elements in one axis.", yields: .viewOfContiguous) { array, _, _ in
                try array.reshaped([array.count])
            },
            function("flip(m, axis=None)", "The elements in reverse order along axes.", yields: .view) {
                array, arguments, _ in
                let axes = try arguments.optional("axis").map { try ArrayObject.sizes($0) } ?? Array(0..<array.rank)
                let chosen = try axes.map { try array.axis($0) }
                guard Set(chosen).count == chosen.count else { throw RaisedError(.valueError, "repeated axis") }
                return try array.selected(
                    array.shape.indices.map { .slice(start: nil, stop: nil, step: chosen.contains($0) ? -1 : 1) })
            },
            function("swapaxes(a, axis1, axis2)", "Two axes in each other's place.", yields: .view) {
                array, arguments, _ in
                var order = Array(0..<array.rank)
                let first = try array.axis(try arguments.optionalInt("axis1") ?? 0)
                order.swapAt(first, try array.axis(try arguments.optionalInt("axis2") ?? 0))
                return try array.transposed(order)
            },
            function("moveaxis(a, source, destination)", "Axes at other places.", yields: .view) {
                array, arguments, _ in
                let given = try ArrayObject.sizes(arguments["source"])
                let wanted = try ArrayObject.sizes(arguments["destination"])
                let sources = try given.map { try array.axis($0) }
                let places = try wanted.map { try array.axis($0) }
                guard sources.count == places.count, Set(sources).count == sources.count,
                    Set(places).count == places.count
                else { throw RaisedError(.valueError, "`source` and `destination` must name the same number of axes") }
                var order = (0..<array.rank).filter { !sources.contains($0) }
                for (place, source) in zip(places, sources).sorted(by: { $0.0 < $1.0 }) {
                    order.insert(source, at: place)
                }
                return try array.transposed(order)
            },
            function("roll(a, shift, axis=None)", "The elements moved along, round the end.") {
                array, arguments, _ in
                let shifts = try ArrayObject.sizes(arguments["shift"])
                guard array.count > 0 else { return array }
                guard let given = arguments.optional("axis") else {
                    let row = try array.reshaped([array.count])
                    return try rolled(row, by: shifts.reduce(0, &+), along: 0).reshaped(array.shape)
                }
                let axes = try ArrayObject.sizes(given)
                guard !shifts.isEmpty, !axes.isEmpty,
                    shifts.count == axes.count || shifts.count == 1 || axes.count == 1
                else {
                    throw RaisedError(.valueError, "'shift' and 'axis' should be scalars or 1D sequences")
                }
                var result = array
                for index in 0..<max(shifts.count, axes.count) {
                    let (shift, axis) = (shifts[index % shifts.count], axes[index % axes.count])
                    result = try rolled(result, by: shift, along: axis)
                }
                return result
            },
            function("flipud(m)", "The rows in reverse order.", yields: .view) { array, _, _ in
                try reversed(array, 0)
            },
            function("fliplr(m)", "The columns in reverse order.", yields: .view) { array, _, _ in
                try reversed(array, 1)
            },
            function("rot90(m, k=1, !axes=(0, 1))", "Turned by 90 degrees, k times.", yields: .view) {
                array, arguments, _ in
                var result = array
                guard array.rank >= 2 else {
                    throw RaisedError(.valueError, "Axes=(0, 1) out of range for array of ndim=\(array.rank).")
                }
                for _ in 0..<(((try arguments.optionalInt("k") ?? 1) % 4 + 4) % 4) {
                    let order = [1, 0] + (2..<array.rank)
                    result = try reversed(try result.transposed(order), 0)
                }
                return result
            },
            function("broadcast_to(array, shape, !subok=False)", "Repeated to a shape.") { array, arguments, _ in
                try array.broadcast(
                    to: try ArrayObject.sizes(arguments["shape"]))
            },
            function("atleast_1d(ary, /)", "With one axis or more.") { array, _, _ in
                try array.rank == 0 ? array.reshaped([1]) : array
            },
            function("copy(a, !order='K', !subok=False)", "The same numbers again.") { array, _, _ in array },
            function("ascontiguousarray(a, !dtype=None, *, !like=None)", "The same numbers, row by row.") {
                array, _, _ in array
            },
            .python(
                "pad(array, pad_width, mode='constant', *, constant_values=0, !stat_length=None, "
                    + "!end_values=0, !reflect_type='even')", "With more elements around."
            ) {
                arguments, interpreter in
                let array = try ArrayObject.array(from: arguments["array"], interpreter)
                let given = try ArrayObject.array(from: arguments["pad_width"], interpreter)
                guard !given.type.isFloat else {
                    throw RaisedError(.typeError, "`pad_width` must be of integral type.")
                }
                let value = try NumpyCreation.number(arguments.given("constant_values") ?? .int(0))
                var mode = PaddingMode.constant
                if case .string(let name)? = arguments.given("mode") {
                    guard let known = PaddingMode(rawValue: name) else {
                        let names = PaddingMode.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
                        throw RaisedError(.valueError, "mode '\(name)' is not supported", hint: "there are \(names)")
                    }
                    mode = known
                }
                return .host(
                    ArrayObject(
                        try raising {
                            let widths = try given.broadcast(to: [array.rank, 2]).ints
                            return mode == .constant
                                ? try array.padded(widths, value: value) : try array.padded(widths, mode: mode)
                        }))
            },
            .python("where(condition, x=..., y=...)", "Elements of one or of the other.") {
                arguments, interpreter in
                let condition = try ArrayObject.array(
                    from: arguments["condition"], interpreter)
                guard arguments.given("x") != nil else { return try NumpySorting.places(of: condition) }
                let (first, second) = (arguments["x"], arguments.given("y") ?? .none)
                let (x, y) = try ArrayObject.pair(first, second, interpreter)
                return .host(ArrayObject(try raising { try NumericArray.choosing(condition, x, y) }))
            },
        ]
    }

    /// A shape with further axes of size 1 at the places that they are to have.
    private static func expanded(_ shape: [Int], _ axes: [Int]) throws(RaisedError) -> [Int] {
        let rank = shape.count + axes.count
        let places = axes.map { $0 < 0 ? $0 + rank : $0 }
        if let wrong = places.firstIndex(where: { !(0..<rank).contains($0) }) {
            throw RaisedError(.valueError, "axis \(axes[wrong]) is out of bounds for array of dimension \(rank)")
        }
        guard Set(places).count == places.count else { throw RaisedError(.valueError, "repeated axis") }
        var rest = shape.makeIterator()
        return (0..<rank).map { places.contains($0) ? 1 : rest.next() ?? 1 }
    }

    /// The elements moved along an axis, round its end.
    private static func rolled(_ array: NumericArray, by shift: Int, along axis: Int) throws -> NumericArray {
        let place = try array.axis(axis)
        let size = array.shape[place]
        let turned = (0..<size).map { (($0 - shift % size) % size + size) % size }
        return try array.taking(turned, along: place)
    }

    private static func reversed(_ array: NumericArray, _ axis: Int) throws -> NumericArray {
        guard array.rank > axis else {
            throw RaisedError(.valueError, "Input must be >= \(axis + 1)-d.")
        }
        return try array.selected(
            array.shape.indices.map { .slice(start: nil, stop: nil, step: $0 == axis ? -1 : 1) })
    }

    private static func function(
        _ text: String, _ doc: String, yields: NumpyFunction.Yield = .copy,
        _ body: @escaping (NumericArray, Arguments, Interpreter) throws -> NumericArray
    ) -> BuiltinFunction { NumpyFunction.make(text, doc, yields: yields, body) }
}
