import Arrays
import Interpreter

/// numpy's functions about rows and columns.
enum NumpyMatrices {
    static var all: [BuiltinFunction] {
        [
            triangle("tril") { row, column, k in column <= row + k },
            triangle("triu") { row, column, k in column >= row + k },
            NumpyFunction.make("diag(v, !k=0)", "The diagonal of a matrix, or a matrix with that diagonal.") {
                array, _, _ in
                if array.rank == 2 {
                    let (rows, columns) = (array.shape[0], array.shape[1])
                    let places = (0..<min(rows, columns)).map { $0 * columns + $0 }
                    return try array.reshaped([array.count]).taking(places, along: 0)
                }
                guard array.rank == 1 else { throw RaisedError(.valueError, "Input must be 1- or 2-d.") }
                let zeros = try NumericArray(filling: 0, shape: [array.count, array.count], type: array.type)
                return try zeros.replacing(positions: (0..<array.count).map { $0 * (array.count + 1) }, with: array)
            },
            .python("outer(a, b, !out=None)", "All products of two elements.") {
                arguments, interpreter in
                let a = try ArrayObject.array(from: arguments["a"], interpreter)
                let b = try ArrayObject.array(from: arguments["b"], interpreter)
                return .host(
                    ArrayObject(
                        try raising {
                            try NumericArray.combine(
                                try a.reshaped([a.count, 1]), try b.reshaped([1, b.count]), .multiply)
                        }))
            },
            .python("meshgrid(*xi, !copy=True, !sparse=False, indexing='xy')", "The coordinates of a grid.") {
                arguments, interpreter in
                var isMatrix = false
                if case .string(let order)? = arguments.given("indexing") { isMatrix = order == "ij" }
                var axes: [NumericArray] = []
                for value in arguments.rest { axes.append(try ArrayObject.array(from: value, interpreter)) }
                return .tuple(try grid(axes, isMatrix: isMatrix))
            },
            .python(
                "full_like(a, fill_value, dtype=None, !order='K', !subok=True, !shape=None, *, !device=None)",
                "One value everywhere."
            ) {
                arguments, interpreter in
                let array = try ArrayObject.array(from: arguments["a"], interpreter)
                let value = try arguments.number("fill_value")
                let made = try raising { try NumericArray(filling: value, shape: array.shape, type: array.type) }
                return .host(ArrayObject(try NumpyCreation.typed(made, arguments.given("dtype"))))
            },
            counting("ndim(a)") { $0.rank }, counting("size(a, !axis=None)") { $0.count },
            .python("shape(a)", "The sizes of the axes.") {
                arguments, interpreter in
                let value = arguments["a"]
                if let tensor = value.tensor { return LayerAttributes.shape(tensor.shape) }
                let array = try ArrayObject.array(from: value, interpreter)
                return .tuple(array.shape.map(Value.int))
            },
        ]
    }

    private static func triangle(_ name: String, _ keeps: @escaping (Int, Int, Int) -> Bool) -> BuiltinFunction {
        NumpyFunction.make("\(name)(m, k=0)", "A matrix with zeros on one side of a diagonal.") { array, arguments, _ in
            let k = try arguments.optionalInt("k") ?? 0
            guard let columns = array.shape.last, k.magnitude < 1 << 40 else {
                throw RaisedError(.typeError, "\(name) takes an array with one axis or more")
            }
            let rows = array.rank > 1 ? array.shape[array.rank - 2] : columns
            let places = try NumericArray(filling: 0, shape: [rows, columns], type: .bool).count
            let mask = (0..<places).map { keeps($0 / columns, $0 % columns, k) }
            let zeros = try NumericArray(filling: 0, shape: [], type: array.type)
            return try NumericArray.choosing(try NumericArray(shape: [rows, columns], bools: mask), array, zeros)
        }
    }

    private static func grid(_ axes: [NumericArray], isMatrix: Bool) throws(RaisedError) -> [Value] {
        var order = Array(axes.indices)
        if !isMatrix, order.count > 1 { order.swapAt(0, 1) }
        let shape = order.map { axes[$0].count }
        var result: [Value] = []
        for (index, axis) in axes.enumerated() {
            let place = order.firstIndex(of: index) ?? index
            let spread = try raising {
                var own = [Int](repeating: 1, count: axes.count)
                own[place] = axis.count
                return try axis.reshaped(own).broadcast(to: shape)
            }
            result.append(.host(ArrayObject(spread)))
        }
        return result
    }

    private static func counting(_ text: String, _ count: @escaping (NumericArray) -> Int) -> BuiltinFunction {
        .python(text, "A number about the shape.") { arguments, interpreter in
            let value = arguments["a"]
            if arguments.name == "ndim", let tensor = value.tensor { return .int(tensor.shape.rank) }
            return .int(count(try ArrayObject.array(from: value, interpreter)))
        }
    }
}
