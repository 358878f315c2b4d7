import Arrays
import Interpreter

/// numpy's reductions: `sum`, `mean`, `argmax`, …
enum NumpyReductions {
    static var all: [BuiltinFunction] {
        let names = [
            "sum", "mean", "max", "min", "amax", "amin", "prod", "std", "var", "any", "all", "argmax", "argmin",
        ]
        return names.compactMap { name in
            guard let reduction = ArrayReduction(methodName: name) else { return nil }
            return BuiltinFunction(
                name, parameters: ["a", "axis", "keepdims"], documentation: "The \(reduction.rawValue) over axes."
            ) { arguments, interpreter throws(RaisedError) in try reduce(reduction, arguments, interpreter) }
        }
    }

    /// Calls a reduction with numpy's arguments: the array, `axis`, `keepdims`.
    static func reduce(
        _ reduction: ArrayReduction, _ arguments: CallArguments, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
        guard let first = arguments.positional.first ?? arguments.keyword("a") else {
            throw RaisedError(.typeError, "\(reduction.rawValue)() missing 1 required positional argument: 'a'")
        }
        var array = try ArrayObject.array(from: first, interpreter)
        let type = try arguments.keyword("dtype").flatMap { (value) throws(RaisedError) in
            try value.isNone ? nil : TypeNameObject.type(value)
        }
        if let type { array = try raising { try array.converted(to: type) } }
        var axes: [Int]?
        if let axis = arguments.positional.dropFirst().first ?? arguments.keyword("axis"), !axis.isNone {
            axes = try ArrayObject.sizes(axis)
        }
        let keeps = try arguments.keyword("keepdims")?.truth() ?? false
        let result = try raising { try array.reduced(reduction, axes: axes, keepsAxes: keeps) }
        return .host(ArrayObject(try raising { try result.converted(to: type ?? result.type) }))
    }
}

extension ArrayReduction {
    /// The reduction of that method name.
    init?(methodName name: String) {
        switch name {
        case "sum": self = .sum
        case "mean": self = .mean
        case "max", "amax": self = .maximum
        case "min", "amin": self = .minimum
        case "prod": self = .product
        case "std": self = .deviation
        case "var": self = .variance
        case "any": self = .any
        case "all": self = .all
        case "argmax": self = .argmax
        case "argmin": self = .argmin
        default: return nil
        }
    }
}

extension CallArguments {
    /// The value of a keyword; nil if it was not given.
    func keyword(_ name: String) -> Value? { keywords.first { $0.name == name }?.value }

    /// The value at a position, or of a keyword; nil if neither was given.
    func value(_ position: Int, _ name: String) -> Value? {
        position < positional.count ? positional[position] : keyword(name)
    }

    /// The value at a position, or of a keyword.
    /// - Throws: TypeError if neither was given.
    func required(_ position: Int, _ name: String, of function: String) throws(RaisedError) -> Value {
        guard let value = value(position, name) else {
            throw RaisedError(.typeError, "\(function)() missing 1 required positional argument: '\(name)'")
        }
        return value
    }
}
