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
        _ name: String, _ parameters: [String], _ doc: String, yields: Yield = .copy,
        _ body: @escaping (NumericArray, CallArguments, Interpreter) throws -> NumericArray
    ) -> BuiltinFunction {
        BuiltinFunction(name, parameters: parameters, documentation: doc) {
            arguments, interpreter throws(RaisedError) in
            let given = try arguments.required(0, parameters[0], of: name)
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
        _ name: String, _ doc: String, _ body: @escaping ([NumericArray], CallArguments) throws -> NumericArray
    ) -> BuiltinFunction {
        BuiltinFunction(name, parameters: ["arrays", "axis"], documentation: doc) {
            arguments, interpreter throws(RaisedError) in
            var arrays: [NumericArray] = []
            for item in try interpreter.items(of: try arguments.required(0, "arrays", of: name)) {
                arrays.append(try ArrayObject.array(from: item, interpreter))
            }
            guard !arrays.isEmpty else { throw RaisedError(.valueError, "need at least one array to \(name)") }
            return .host(ArrayObject(try raising { try body(arrays, arguments) }))
        }
    }
}

extension CallArguments {
    /// The whole number at a position or of a keyword; nil where it is missing or None.
    func integer(_ position: Int, _ name: String) throws(RaisedError) -> Int? {
        guard let value = value(position, name), !value.isNone else { return nil }
        return try NumpyCreation.integer(value)
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
