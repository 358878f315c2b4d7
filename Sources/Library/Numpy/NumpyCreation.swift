import Arrays
import Interpreter
import TensorEngine

/// numpy's functions that make arrays.
enum NumpyCreation {
    static var all: [BuiltinFunction] {
        [
            convert(
                "array(object, dtype=None, *, !copy=True, !order='K', !subok=False, !ndmin=0, !ndmax=0, !like=None)"),
            convert("asarray(a, dtype=None, !order=None, *, !device=None, !copy=None, !like=None)"),
            filled("zeros", "Zeros.", .int(0)), filled("ones", "Ones.", .int(1)), filled("empty", "Zeros.", .int(0)),
            like("zeros_like", 0), like("ones_like", 1),
            .python(
                "full(shape, fill_value, dtype=None, !order='C', *, !device=None, !like=None)", "One value everywhere."
            ) { arguments, _ in
                let value = arguments["fill_value"]
                return try fill(value, arguments, usual: try ArrayBuilder.array(from: value).type)
            },
            .python(
                "arange(start, stop=None, step=1, dtype=None, *, !device=None, !like=None)",
                "Numbers at equal distances."
            ) { arguments, _ in try arange(arguments) },
            .python(
                "linspace(start, stop, num=50, endpoint=True, !retstep=False, dtype=None, !axis=0, *, !device=None)",
                "So many numbers from one to another."
            ) { arguments, _ in
                let start = try arguments.number("start")
                let stop = try arguments.number("stop")
                let count = try arguments.int("num")
                guard count >= 0 else {
                    throw RaisedError(.valueError, "Number of samples, \(count), must be non-negative.")
                }
                let includesEnd = try arguments.bool("endpoint")
                let steps = Double(max(includesEnd ? count - 1 : count, 1))
                let end = includesEnd && count > 1 ? count - 1 : nil
                let array = try raising {
                    try NumericArray(count: count) { index in
                        index == end ? stop : start + Double(index) * ((stop - start) / steps)
                    }
                }
                return .host(ArrayObject(try typed(array, arguments.given("dtype"))))
            },
            .python(
                "eye(N, M=None, k=0, dtype=None, !order='C', *, !device=None, !like=None)", "Ones on the diagonal."
            ) {
                arguments, _ in
                let rows = try arguments.int("N")
                return try eye(rows, try arguments.optionalInt("M") ?? rows, shift: try arguments.int("k"), arguments)
            },
            .python("identity(n, dtype=None, *, !like=None)", "Ones on the diagonal.") { arguments, _ in
                let size = try arguments.int("n")
                return try eye(size, size, arguments)
            },
        ]
    }

    private static func convert(_ text: String) -> BuiltinFunction {
        .python(text, "An array of the numbers in nested lists.") { arguments, interpreter in
            if let objects = try ObjectArray.made(of: arguments[0], type: arguments["dtype"], interpreter) {
                return .host(objects)
            }
            let type = try arguments.optional("dtype").map { try TypeNameObject.type($0) }
            if case .host(let object as ArrayObject) = arguments[0], let table = object.table,
                let new = try table.replacing(rows: table.rows.converted(to: type ?? object.type))
            {
                return .host(ArrayObject(new))
            }
            // What has the type already, `asarray` answers as it is.
            if arguments.name == "asarray", case .host(let object as ArrayObject) = arguments[0], !object.isScalar,
                type == nil || type == object.type
            {
                return arguments[0]
            }
            return .host(
                ArrayObject(try ArrayObject.array(from: arguments[0], type: type, interpreter), isScalar: false))
        }
    }

    /// The array in the type that `dtype` names, if there is one.
    static func typed(_ array: NumericArray, _ type: Value?) throws(RaisedError) -> NumericArray {
        guard let type else { return array }
        if case .none = type { return array }
        let wanted = try TypeNameObject.type(type)
        return try raising { try array.converted(to: wanted) }
    }

    private static func filled(_ name: String, _ documentation: String, _ value: Value) -> BuiltinFunction {
        .python("\(name)(shape, dtype=None, !order='C', *, !device=None, !like=None)", documentation) { arguments, _ in
            try fill(value, arguments, usual: .float64)
        }
    }

    private static func fill(
        _ value: Value, _ arguments: Arguments, usual: NumericType
    ) throws(RaisedError) -> Value {
        let shape = try ArrayObject.sizes(arguments["shape"])
        var type = usual
        if let given = arguments.optional("dtype") { type = try TypeNameObject.type(given) }
        // A float is cast, a whole number must fit.
        let number = try ArrayBuilder.array(from: value, type: value.isFloat ? nil : type)
        return .host(ArrayObject(try raising { try number.converted(to: type).broadcast(to: shape) }))
    }

    private static func like(_ name: String, _ value: Double) -> BuiltinFunction {
        .python(
            "\(name)(a, dtype=None, !order='K', !subok=True, !shape=None, *, !device=None)",
            "An array of the same shape."
        ) { arguments, interpreter in
            let array = try ArrayObject.array(from: arguments["a"], interpreter)
            let made = try raising { try NumericArray(filling: value, shape: array.shape, type: array.type) }
            return .host(ArrayObject(try typed(made, arguments.given("dtype"))))
        }
    }

    private static func arange(_ arguments: Arguments) throws(RaisedError) -> Value {
        let first = arguments["start"]
        let (start, stop) = arguments.optional("stop").map { (first, $0) } ?? (.int(0), first)
        let step = arguments.optional("step") ?? .int(1)
        let array =
            if case (.int(let start), .int(let stop), .int(let step)) = (start, stop, step) {
                try wholeNumbers(start, stop, step)
            } else {
                try numbers(try number(start), try number(stop), try number(step))
            }
        return .host(ArrayObject(try typed(array, arguments.given("dtype"))))
    }

    private static func wholeNumbers(_ start: Int, _ stop: Int, _ step: Int) throws(RaisedError) -> NumericArray {
        guard step != 0 else { throw RaisedError(.zeroDivisionError, "division by zero") }
        let range = RangeObject(start: start, stop: stop, step: step)
        return try raising { try NumericArray(count: range.count, ints: { range[$0] }) }
    }

    private static func numbers(_ start: Double, _ stop: Double, _ step: Double) throws(RaisedError) -> NumericArray {
        guard step != 0 else { throw RaisedError(.zeroDivisionError, "division by zero") }
        let length = ((stop - start) / step).rounded(.up)
        guard length < 1e15 else {
            throw RaisedError(
                .valueError, length.isNaN ? "arange: cannot compute length" : "Maximum allowed size exceeded")
        }
        return try raising { try NumericArray(count: Int(max(0, length)), doubles: { start + Double($0) * step }) }
    }

    /// - Parameter shift: how far the diagonal stands to the right.
    private static func eye(_ rows: Int, _ columns: Int, shift: Int = 0, _ arguments: Arguments) throws -> Value {
        var values = try NumericArray(filling: 0, shape: [rows, columns], type: .float64).doubles
        for row in 0..<max(rows, 0) {
            let (column, overflow) = row.addingReportingOverflow(shift)
            if !overflow, (0..<columns).contains(column) { values[row * columns + column] = 1 }
        }
        let array = try NumericArray(shape: [rows, columns], doubles: values)
        return .host(ArrayObject(try typed(array, arguments.given("dtype"))))
    }

    static func number(_ value: Value) throws(RaisedError) -> Double {
        switch value {
        case .int(let number): return Double(number)
        case .bool(let truth): return truth ? 1 : 0
        case .float(let number): return number
        case .host(let object):
            if let inner = try object.number(convertedTo: "a float") { return try number(inner) }
        default: break
        }
        throw RaisedError(.typeError, "must be real number, not \(value.typeName)")
    }

    static func integer(_ value: Value) throws(RaisedError) -> Int {
        if case .int(let number) = value { return number }
        if case .host(let object) = value, case .int(let number)? = try object.number() { return number }
        throw RaisedError(.typeError, "'\(value.typeName)' object cannot be interpreted as an integer")
    }
}
