import Arrays
import Interpreter

/// How numpy's functions over arrays are made.
enum NumpyFunction {
    /// What a function makes of an array.
    enum Yield {
        case copy
        /// The elements arranged anew, without a copy.
        case view
        /// The same where the elements lie side by side, else a copy.
        case viewOfContiguous
    }

    /// A function of one array, which may read other arguments.
    /// - Parameter yields: whether what changes in the result changes in the array.
    static func make(
        _ text: String, _ doc: String, yields: Yield = .copy,
        _ body: @escaping (NumericArray, Arguments, Interpreter) throws -> NumericArray
    ) -> BuiltinFunction {
        .python(text, doc) { arguments, interpreter in
            let given = arguments[0]
            if case .host(let object as ArrayObject) = given,
                yields == .view || (yields == .viewOfContiguous && object.isContiguous)
            {
                return .host(try raising { try ArrayObject(viewOf: object) { try body($0, arguments, interpreter) } })
            }
            let array = try ArrayObject.array(from: given, interpreter)
            return .host(ArrayObject(try raising { try body(array, arguments, interpreter) }))
        }
    }

    /// A function of several arrays, given as one sequence.
    static func joining(
        _ text: String, _ doc: String, _ body: @escaping ([NumericArray], Arguments) throws -> NumericArray
    ) -> BuiltinFunction {
        .python(text, doc) { arguments, interpreter in
            var arrays: [NumericArray] = []
            for item in try interpreter.items(of: arguments[0]) {
                arrays.append(try ArrayObject.array(from: item, interpreter))
            }
            guard !arrays.isEmpty else {
                throw RaisedError(.valueError, "need at least one array to \(arguments.name)")
            }
            return .host(ArrayObject(try raising { try body(arrays, arguments) }))
        }
    }
}

extension NumericArray {
    /// An axis counted from the front.
    /// - Parameter extra: how many axes more there will be.
    func axis(_ number: Int, extra: Int = 0) throws(RaisedError) -> Int {
        let place = number < 0 ? number + rank + extra : number
        guard place >= 0, place < rank + extra else {
            throw RaisedError(.valueError, "axis \(number) is out of bounds for array of dimension \(rank + extra)")
        }
        return place
    }
}
