import Arrays
import Interpreter

/// numpy's options for printing arrays.
enum NumpyPrinting {
    static func all(_ library: LibraryContext) -> [BuiltinFunction] {
        [
            .python(
                "set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None, "
                    + "infstr=None, !formatter=None, sign=None, floatmode=None, *, !legacy=None, !override_repr=None)",
                "Says how arrays print from now on."
            ) { arguments, _ in
                library.printSettings.options = try changed(library.printSettings.options, arguments)
                return .none
            },
            .python("get_printoptions()", "How arrays print.") { _, _ in
                .dict(dictionary(library.printSettings.options))
            },
        ]
    }

    private static func changed(
        _ options: PrintOptions, _ arguments: Arguments
    ) throws(RaisedError) -> PrintOptions {
        var options = options
        for (name, place) in numbers {
            guard let value = arguments.optional(name) else { continue }
            let number = try limit(value, name)
            options[keyPath: place] = number
        }
        if let suppress = arguments.optional("suppress") { options.suppress = try suppress.truth() }
        if let text = try arguments.optionalString("nanstr") { options.nan = text }
        if let text = try arguments.optionalString("infstr") { options.infinity = text }
        if let sign = try arguments.optionalString("sign") {
            guard ["-", "+", " "].contains(sign) else {
                throw RaisedError(.valueError, "sign option must be one of ' ', '+', or '-'")
            }
            options.sign = sign
        }
        if let name = try arguments.optionalString("floatmode") {
            guard let mode = PrintOptions.FloatMode(rawValue: name) else {
                let names = PrintOptions.FloatMode.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
                throw RaisedError(.valueError, "floatmode option must be one of \(names)")
            }
            options.floatMode = mode
        }
        return options
    }

    private static var numbers: [(String, WritableKeyPath<PrintOptions, Int>)] {
        [
            ("precision", \.precision), ("threshold", \.threshold), ("edgeitems", \.edgeItems),
            ("linewidth", \.lineWidth),
        ]
    }

    /// A whole number that is not negative; infinity, as in `threshold=np.inf`, is the largest.
    private static func limit(_ value: Value, _ name: String) throws(RaisedError) -> Int {
        if case .float(let number) = value {
            if number == .infinity { return .max / 4 }
            if name == "threshold", number.isNaN {
                throw RaisedError(
                    .valueError, "threshold must be non-NAN, try sys.maxsize for untruncated representation")
            }
            if name == "threshold", let whole = Int(exactly: number.rounded(.down)) { return whole }
        }
        if name == "precision", case .string = value {
            throw RaisedError(.typeError, "precision must be an integer")
        }
        let number = try value.wholeNumber()
        guard number >= 0 else { throw RaisedError(.valueError, "\(name) must be non-negative") }
        return min(number, .max / 4)
    }

    private static func dictionary(_ options: PrintOptions) -> DictObject {
        DictObject([
            ("edgeitems", .int(options.edgeItems)), ("threshold", .int(options.threshold)),
            ("floatmode", .string(options.floatMode.rawValue)), ("precision", .int(options.precision)),
            ("suppress", .bool(options.suppress)), ("linewidth", .int(options.lineWidth)),
            ("nanstr", .string(options.nan)), ("infstr", .string(options.infinity)),
            ("sign", .string(options.sign)), ("formatter", .none), ("legacy", .bool(false)), ("override_repr", .none),
        ])
    }
}
