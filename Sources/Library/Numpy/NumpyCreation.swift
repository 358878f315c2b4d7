import Arrays
import Interpreter
import TensorEngine

/// numpy's functions that make arrays.
enum NumpyCreation {
    static var all: [BuiltinFunction] {
        [
            convert("array"), convert("asarray"), filled("zeros", 0), filled("ones", 1), like("zeros_like", 0),
            like("ones_like", 1),
            BuiltinFunction("empty", parameters: ["shape"], documentation: "Zeros.") {
                arguments, interpreter throws(RaisedError) in
                try fill("empty", .int(0), arguments, 1, .float64)
            },
            BuiltinFunction(
                "full", parameters: ["shape", "fill_value", "dtype"], documentation: "One value everywhere."
            ) { arguments, interpreter throws(RaisedError) in
                let value = try arguments.required(1, "fill_value", of: "full")
                let type = try ArrayBuilder.array(from: value).type
                return try fill("full", value, arguments, 2, type)
            },
            BuiltinFunction(
                "arange", parameters: ["start", "stop", "step", "dtype"], documentation: "Numbers at equal distances."
            ) { arguments, interpreter throws(RaisedError) in
                try arange(arguments)
            },
            BuiltinFunction(
                "linspace", parameters: ["start", "stop", "num"], documentation: "So many numbers from one to another."
            ) { arguments, interpreter throws(RaisedError) in
                let start = try number(try arguments.required(0, "start", of: "linspace"))
                let stop = try number(try arguments.required(1, "stop", of: "linspace"))
                let count = try integer(arguments.value(2, "num") ?? .int(50))
                guard count >= 0 else {
                    throw RaisedError(.valueError, "Number of samples, \(count), must be non-negative.")
                }
                let includesEnd = try arguments.keyword("endpoint")?.truth() ?? true
                let steps = Double(max(includesEnd ? count - 1 : count, 1))
                let end = includesEnd && count > 1 ? count - 1 : nil
                let array = try raising {
                    try NumericArray(count: count) { index in
                        index == end ? stop : start + Double(index) * ((stop - start) / steps)
                    }
                }
                return .host(ArrayObject(try typed(array, arguments.keyword("dtype"))))
            },
            eye("eye"), eye("identity"),
        ]
    }

    private static func convert(_ name: String) -> BuiltinFunction {
        BuiltinFunction(
            name, parameters: ["object", "dtype"], documentation: "An array of the numbers in nested lists."
        ) { arguments, interpreter throws(RaisedError) in
            let type = try arguments.value(1, "dtype").flatMap { (value) throws(RaisedError) in
                try value.isNone ? nil : TypeNameObject.type(value)
            }
            let object = try arguments.required(0, "object", of: name)
            return .host(ArrayObject(try ArrayObject.array(from: object, type: type, interpreter)))
        }
    }

    /// The array in the type that `dtype` names, if there is one.
    static func typed(_ array: NumericArray, _ type: Value?) throws(RaisedError) -> NumericArray {
        guard let type else { return array }
        if case .none = type { return array }
        let wanted = try TypeNameObject.type(type)
        return try raising { try array.converted(to: wanted) }
    }

    private static func filled(_ name: String, _ value: Int) -> BuiltinFunction {
        BuiltinFunction(name, parameters: ["shape", "dtype"], documentation: "All \(value == 0 ? "zeros" : "ones").") {
            arguments, interpreter throws(RaisedError) in
            try fill(name, .int(value), arguments, 1, .float64)
        }
    }

    private static func fill(
        _ name: String, _ value: Value, _ arguments: CallArguments, _ typePosition: Int, _ usual: NumericType
    ) throws(RaisedError) -> Value {
        let shape = try ArrayObject.sizes(try arguments.required(0, "shape", of: name))
        var type = usual
        if let given = arguments.value(typePosition, "dtype"), !given.isNone { type = try TypeNameObject.type(given) }
        // A float is cast, a whole number must fit.
        let number = try ArrayBuilder.array(from: value, type: value.isFloat ? nil : type)
        return .host(ArrayObject(try raising { try number.converted(to: type).broadcast(to: shape) }))
    }

    private static func like(_ name: String, _ value: Double) -> BuiltinFunction {
        BuiltinFunction(name, parameters: ["a", "dtype"], documentation: "An array of the same shape.") {
            arguments, interpreter throws(RaisedError) in
            let array = try ArrayObject.array(from: try arguments.required(0, "a", of: name), interpreter)
            let made = try raising { try NumericArray(filling: value, shape: array.shape, type: array.type) }
            return .host(ArrayObject(try typed(made, arguments.value(1, "dtype"))))
        }
    }

    private static func arange(_ arguments: CallArguments) throws(RaisedError) -> Value {
        let first = try arguments.required(0, "start", of: "arange")
        let (start, stop) = arguments.value(1, "stop").map { (first, $0) } ?? (.int(0), first)
        let step = arguments.value(2, "step") ?? .int(1)
        let array =
            if case (.int(let start), .int(let stop), .int(let step)) = (start, stop, step) {
                try wholeNumbers(start, stop, step)
            } else {
                try numbers(try number(start), try number(stop), try number(step))
            }
        return .host(ArrayObject(try typed(array, arguments.value(3, "dtype"))))
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

    private static func eye(_ name: String) -> BuiltinFunction {
        BuiltinFunction(name, parameters: ["N", "M", "dtype"], documentation: "Ones on the diagonal.") {
            arguments, interpreter throws(RaisedError) in
            let rows = try integer(try arguments.required(0, "N", of: name))
            let columns = try integer(arguments.value(1, "M") ?? .int(rows))
            let array = try raising {
                var values = try NumericArray(filling: 0, shape: [rows, columns], type: .float64).doubles
                for index in 0..<min(rows, columns) { values[index * columns + index] = 1 }
                return try NumericArray(shape: [rows, columns], doubles: values)
            }
            return .host(ArrayObject(try typed(array, arguments.keyword("dtype"))))
        }
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
