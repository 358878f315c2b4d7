/// The attributes of `range` and `slice`.
enum RangeMethods {
    /// The attributes of `range`.
    static let table = AttributeTable(
        "range",
        [
            Method("index(value, /)", "Where a number stands.") { value, arguments, _ throws(RaisedError) in
                let wanted = arguments[0]
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
            Method("count(value, /)", "How often a number occurs.") {
                value, arguments, interpreter throws(RaisedError) in
                .int(try interpreter.contains(value, arguments[0]) ? 1 : 0)
            },
        ],
        [
            bound("start", "The first number.") { .int($0.start) },
            bound("stop", "Where it ends, not included.") { .int($0.stop) },
            bound("step", "The distance between neighbours.") { .int($0.step) },
        ])

    private static func bound(
        _ name: String, _ documentation: String, _ get: @escaping (RangeObject) -> Value
    ) -> Attribute {
        Attribute(name, documentation) { value, _ throws(RaisedError) in
            if case .range(let range) = value { get(range) } else { .none }
        }
    }

    /// The attributes of `slice`.
    static let slice = AttributeTable(
        "slice",
        [
            Method("indices(length, /)", "Start, stop and step for a sequence of that length.") {
                value, arguments, _ throws(RaisedError) in
                guard case .slice(let slice) = value else { return .none }
                let length = try arguments.int(0)
                guard length >= 0 else { throw RaisedError(.valueError, "length should not be negative") }
                let bounds = try slice.bounds(length)
                return .tuple([.int(bounds.start), .int(bounds.stop), .int(bounds.step)])
            }
        ],
        [
            end("start", "Where it begins.", \.start), end("stop", "Where it ends, not included.", \.stop),
            end("step", "The distance between neighbours.", \.step),
        ])

    private static func end(_ name: String, _ documentation: String, _ path: KeyPath<SliceObject, Value>) -> Attribute {
        Attribute(name, documentation) { value, _ throws(RaisedError) in
            if case .slice(let slice) = value { slice[keyPath: path] } else { .none }
        }
    }
}
