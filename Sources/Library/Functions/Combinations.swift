import Arrays
import Interpreter
import Layers

/// The arguments of a call of which some are lists of values: every way to take one of each.
struct Combinations {
    /// One argument of the call.
    private struct Choice {
        /// Its name; nil for one that is given by position.
        let name: String?
        /// What it is called in a table.
        let label: String
        let values: [Value]
        /// Whether it was given as a list of values.
        let isVaried: Bool
    }

    private let choices: [Choice]
    private let function: String

    /// - Parameters:
    ///   - positional: the arguments that are given by position, with their parameters' names.
    ///   - keywords: those that are given by name.
    ///   - function: the function's name, for errors.
    /// - Throws: a ValueError where nothing varies, or there are more combinations than `limit`.
    init(
        positional: [(label: String, value: Value)], keywords: [(name: String, value: Value)], limit: Int,
        of function: String
    ) throws(RaisedError) {
        var choices: [Choice] = []
        for (label, value) in positional { choices.append(try Combinations.choice(nil, label, value, limit, function)) }
        for (name, value) in keywords { choices.append(try Combinations.choice(name, name, value, limit, function)) }
        self.choices = choices
        self.function = function
        guard choices.contains(where: \.isVaried) else {
            throw RaisedError(
                .valueError, "\(function)() tries the arguments that are lists, and none is",
                hint: "for example strides=[1, 2], padding=[\"valid\", \"same\"]")
        }
        try requireFew(limit)
    }

    /// The names of the arguments that vary.
    var varied: [String] { choices.filter(\.isVaried).map(\.label) }

    private func requireFew(_ limit: Int) throws(RaisedError) {
        var count = 1
        for choice in choices {
            let (product, overflow) = count.multipliedReportingOverflow(by: choice.values.count)
            count = overflow ? Int.max : product
        }
        guard count > limit else { return }
        let factors = choices.filter(\.isVaried).map { "\($0.values.count) \($0.label)" }
        throw RaisedError(
            .valueError,
            "\(function)() tries at most \(limit) combinations. Received: \(factors.joined(separator: " × ")) = \(count)",
            hint: "give fewer values, or try some arguments first")
    }

    /// The call for each combination, the last argument varying fastest, with the values that vary.
    func all() -> [(values: [Value], arguments: CallArguments)] {
        var result: [[Value]] = [[]]
        for choice in choices { result = result.flatMap { taken in choice.values.map { taken + [$0] } } }
        return result.map { taken in
            var arguments = CallArguments()
            for (choice, value) in zip(choices, taken) {
                if let name = choice.name {
                    arguments.keywords.append((name, value))
                } else {
                    arguments.positional.append(value)
                }
            }
            return (zip(choices, taken).filter(\.0.isVaried).map(\.1), arguments)
        }
    }

    private static func choice(
        _ name: String?, _ label: String, _ value: Value, _ limit: Int, _ function: String
    ) throws(RaisedError) -> Choice {
        guard let values = try values(value, limit) else {
            return Choice(name: name, label: label, values: [value], isVaried: false)
        }
        guard !values.isEmpty else {
            throw RaisedError(.valueError, "\(function)() got no value for `\(label)`. Received: \(value.repr)")
        }
        return Choice(name: name, label: label, values: values, isVaried: true)
    }

    /// The values that an argument is a list of; nil for one value, such as the tuple `(3, 3)`.
    private static func values(_ value: Value, _ limit: Int) throws(RaisedError) -> [Value]? {
        switch value {
        case .list(let list): return list.items
        case .range(let range):
            guard range.count <= limit else {
                throw RaisedError(
                    .valueError, "a range of \(range.count) values gives too many combinations",
                    hint: "there are at most \(limit)")
            }
            return (0..<range.count).map { .int(range[$0]) }
        case .host(let object):
            guard let array = (object as? ArrayObject)?.array, array.rank == 1 else { return nil }
            return try ArrayObject.sizes(value).map(Value.int)
        default: return nil
        }
    }
}
