/// The methods of `str` that join, replace, fill and format.
enum StringShaping {
    static var all: [Method] { replacing + filling }

    private static var replacing: [Method] {
        [
            Method("join(iterable, /)", "The strings of a list with this one between them.") {
                value, arguments, interpreter throws(RaisedError) in
                try joined(value, arguments[0], interpreter)
            },
            Method("replace(old, new, count=-1, /)", "With one part in the place of another.") {
                value, arguments, _ throws(RaisedError) in
                try replaced(value, arguments)
            },
            Method("expandtabs(tabsize=8)", "With spaces in the place of tabs.") {
                value, arguments, _ throws(RaisedError) in
                try expanded(StringMethods.scalars(value), tabs: max(0, arguments.int(0)))
            },
            Method("translate(table, /)", "With characters replaced by a table that str.maketrans makes.") {
                value, arguments, interpreter throws(RaisedError) in
                var result = ""
                for scalar in StringMethods.scalars(value) {
                    result += try translated(scalar, arguments[0], interpreter)
                    try requireText(result.utf8.count)
                }
                return .string(result)
            },
            Method("format(*args, **kwargs)", "With values in the place of {…} fields.") {
                value, arguments, interpreter throws(RaisedError) in
                let given = CallArguments(arguments.rest, keywords: arguments.keywordRest)
                return .string(
                    try BraceFormatter(arguments: given, interpreter: interpreter).format(StringMethods.text(value)))
            },
            Method("format_map(mapping, /)", "With the values of a dict in the place of {…} fields.") {
                value, arguments, interpreter throws(RaisedError) in
                let formatter = BraceFormatter(
                    arguments: CallArguments(), interpreter: interpreter, mapping: arguments[0])
                return .string(try formatter.format(StringMethods.text(value)))
            },
        ]
    }

    private static func joined(
        _ separator: Value, _ items: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
        guard try interpreter.isIterable(items) else { throw RaisedError(.typeError, "can only join an iterable") }
        var parts: [String] = []
        var size = 0
        let separator = StringMethods.text(separator)
        for (index, item) in try interpreter.items(of: items).enumerated() {
            guard let part = item.plainText else {
                throw RaisedError(
                    .typeError, "sequence item \(index): expected str instance, \(item.typeName) found")
            }
            size += part.utf8.count + separator.utf8.count
            try requireText(size)
            parts.append(part)
        }
        return .string(parts.joined(separator: separator))
    }

    private static func expanded(_ scalars: [UnicodeScalar], tabs size: Int) throws(RaisedError) -> Value {
        try requireText(scalars.reduce(1) { $0 + ($1 == "\t" ? 1 : 0) }, size)
        var result: [UnicodeScalar] = []
        var column = 0
        for scalar in scalars {
            if scalar == "\t" {
                let gap = size > 0 ? size - column % size : 0
                result += repeatElement(" ", count: gap)
                column += gap
            } else {
                result.append(scalar)
                column = scalar == "\n" || scalar == "\r" ? 0 : column + 1
            }
        }
        return .string(result)
    }

    private static func translated(
        _ scalar: UnicodeScalar, _ table: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> String {
        let replacement: Value
        do throws(RaisedError) { replacement = try interpreter.item(of: table, at: .int(Int(scalar.value))) } catch {
            guard error.exception.type.isKind(of: .lookupError) else { throw error }
            return String(scalar)
        }
        switch replacement {
        case .none: return ""
        case .string(let text): return text
        case .int(let code):
            guard let code = UInt32(exactly: code), let scalar = UnicodeScalar(code) else {
                throw RaisedError(.valueError, "character mapping must be in range(0x110000)")
            }
            return String(scalar)
        default: throw RaisedError(.typeError, "character mapping must return integer, None or str")
        }
    }

    private static func replaced(_ value: Value, _ arguments: Arguments) throws(RaisedError) -> Value {
        var texts: [[UnicodeScalar]] = []
        for index in 0..<2 {
            guard case .string(let text) = arguments[index] else {
                throw RaisedError(
                    .typeError, "replace() argument \(index + 1) must be str, not \(arguments[index].typeName)")
            }
            texts.append(Array(text.unicodeScalars))
        }
        let most = try arguments.int(2)
        let limit = most < 0 ? Int.max : most
        let (old, new, scalars) = (texts[0], texts[1], StringMethods.scalars(value))
        guard old.isEmpty else {
            let pieces = scalars.pieces(separatedBy: old, limit: limit)
            try requireText(pieces.count, max(new.count, 1))
            return .string(pieces.joined(separator: new))
        }
        try requireText(scalars.count + 1, max(new.count, 1))
        var result: [UnicodeScalar] = []
        for (index, scalar) in scalars.enumerated() {
            if index < limit { result += new }
            result.append(scalar)
        }
        if scalars.count < limit { result += new }
        return .string(result)
    }

    // MARK: Filling

    private static var filling: [Method] {
        [
            Method("zfill(width, /)", "Filled with zeros from the left.") { value, arguments, _ throws(RaisedError) in
                let width = try arguments.int(0)
                try requireText(width)
                let scalars = StringMethods.scalars(value)
                guard width > scalars.count else { return value }
                let sign = scalars.first == "-" || scalars.first == "+" ? 1 : 0
                let zeros = repeatElement("0" as UnicodeScalar, count: width - scalars.count)
                return .string(scalars.prefix(sign) + zeros + scalars.dropFirst(sign))
            },
            justified("ljust", "Filled to a width on the right.") { (0, $1) },
            justified("rjust", "Filled to a width on the left.") { ($1, 0) },
            justified("center", "Filled to a width on both sides.") { count, missing in
                // CPython gives the odd one to the left where the width is odd.
                let left = missing / 2 + (missing & (count + missing) & 1)
                return (left, missing - left)
            },
        ]
    }

    private static func justified(
        _ name: String, _ doc: String, _ share: @escaping (_ count: Int, _ missing: Int) -> (Int, Int)
    ) -> Method {
        Method("\(name)(width, fillchar=' ', /)", doc) { value, arguments, _ throws(RaisedError) in
            let width = try arguments.int(0)
            guard case .string(let text) = arguments[1] else {
                throw RaisedError(
                    .typeError, "The fill character must be a unicode character, not \(arguments[1].typeName)")
            }
            guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first else {
                throw RaisedError(.typeError, "The fill character must be exactly one character long")
            }
            try requireText(width)
            let scalars = StringMethods.scalars(value)
            guard width > scalars.count else { return value }
            let (left, right) = share(scalars.count, width - scalars.count)
            return .string(
                Array(repeatElement(scalar, count: left)) + scalars + Array(repeatElement(scalar, count: right)))
        }
    }
}
