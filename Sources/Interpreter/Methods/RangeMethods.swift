/// The methods of `range` and `slice`.
enum RangeMethods {
    static let all: [Method] = [
        Method("index", ["value"], "Where a number stands.") { value, arguments, interpreter throws(RaisedError) in
            let wanted = arguments.positional[0]
            guard case .range(let range) = value, let number = Number(wanted)?.exactInt,
                let index = range.index(of: number)
            else {
                let isNumber = Number(wanted) != nil
                throw RaisedError(
                    .valueError,
                    isNumber ? "\(wanted.repr) is not in range" : "sequence.index(x): x not in sequence")
            }
            return .int(index)
        },
        Method("count", ["value"], "How often a number occurs.") { value, arguments, interpreter throws(RaisedError) in
            .int(try interpreter.contains(value, arguments.positional[0]) ? 1 : 0)
        },
    ]

    /// The methods of `slice`.
    static let slice: [Method] = [
        Method("indices", ["length"], "Start, stop and step for a sequence of that length.") {
            value, arguments, _ throws(RaisedError) in
            guard case .slice(let slice) = value else { return .none }
            var reader = try ArgumentReader("indices", arguments)
            let length = try reader.int("length")
            guard length >= 0 else { throw RaisedError(.valueError, "length should not be negative") }
            let bounds = try slice.bounds(length)
            return .tuple([.int(bounds.start), .int(bounds.stop), .int(bounds.step)])
        }
    ]
}
