import Arrays
import Interpreter

/// numpy's reductions: `sum`, `mean`, `argmax`, …
enum NumpyReductions {
    static var all: [BuiltinFunction] {
        let texts = [
            "sum(a, axis=None, dtype=None, !out=None, keepdims=False, !initial=..., !where=True)",
            "prod(a, axis=None, dtype=None, !out=None, keepdims=False, !initial=..., !where=True)",
            "mean(a, axis=None, dtype=None, !out=None, keepdims=False, *, !where=True)",
            "std(a, axis=None, dtype=None, !out=None, ddof=0, keepdims=False, *, !where=True, !mean=...)",
            "var(a, axis=None, dtype=None, !out=None, ddof=0, keepdims=False, *, !where=True, !mean=...)",
            "max(a, axis=None, !out=None, keepdims=False, !initial=..., !where=True)",
            "min(a, axis=None, !out=None, keepdims=False, !initial=..., !where=True)",
            "amax(a, axis=None, !out=None, keepdims=False, !initial=..., !where=True)",
            "amin(a, axis=None, !out=None, keepdims=False, !initial=..., !where=True)",
            "any(a, axis=None, !out=None, keepdims=False, *, !where=True)",
            "all(a, axis=None, !out=None, keepdims=False, *, !where=True)",
            "argmax(a, axis=None, !out=None, *, keepdims=False)", "argmin(a, axis=None, !out=None, *, keepdims=False)",
        ]
        return texts.compactMap { text in
            let name = String(text.prefix { $0 != "(" })
            return ArrayReduction(methodName: name).map { reduction in
                .python(text, "The \(reduction.rawValue) over axes.") { arguments, interpreter in
                    if case .host(let object as ArrayObject) = arguments[0] {
                        return try reduce(reduction, object, arguments)
                    }
                    return try reduce(reduction, try ArrayObject.array(from: arguments[0], interpreter), arguments)
                }
            }
        }
    }

    /// Reduces an array object, row by row where its rows repeat.
    static func reduce(
        _ reduction: ArrayReduction, _ object: ArrayObject, _ arguments: Arguments
    ) throws(RaisedError) -> Value {
        guard let table = object.table, !arguments.takes("dtype") || arguments.optional("dtype") == nil,
            try correction(arguments) == 0
        else {
            return try reduce(reduction, object.array, arguments)
        }
        let rank = table.rows.rank
        let axes = try arguments.optional("axis").map { value throws(RaisedError) in
            try ArrayObject.sizes(value).map { $0 < 0 ? $0 + rank : $0 }
        }
        let keeps = try arguments.bool("keepdims")
        switch try raising({ try table.reduced(reduction, axes: axes, keepsAxes: keeps) }) {
        case .array(let array)?: return .host(ArrayObject(array))
        case .table(let table)?: return .host(ArrayObject(table))
        case nil: return try reduce(reduction, object.array, arguments)
        }
    }

    private static func correction(_ arguments: Arguments) throws(RaisedError) -> Int {
        arguments.takes("ddof") ? try arguments.int("ddof") : 0
    }

    /// Reduces an array as the arguments `axis`, `keepdims` and, where there is one, `dtype` say.
    static func reduce(
        _ reduction: ArrayReduction, _ array: NumericArray, _ arguments: Arguments
    ) throws(RaisedError) -> Value {
        var array = array
        var type: NumericType?
        if arguments.takes("dtype"), let given = arguments.optional("dtype") { type = try TypeNameObject.type(given) }
        if let type { array = try raising { [array] in try array.converted(to: type) } }
        var axes: [Int]?
        if let axis = arguments.optional("axis") { axes = try ArrayObject.sizes(axis) }
        let keeps = try arguments.bool("keepdims")
        let correction = try correction(arguments)
        let result = try raising {
            try array.reduced(reduction, axes: axes, keepsAxes: keeps, correction: correction)
        }
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
