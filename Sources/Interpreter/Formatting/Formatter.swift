/// Formats values by Python's format specifications: `[[fill]align][sign][#][0][width][,][.precision][type]`.
enum Formatter {
    /// A value in a field of an f-string or of `str.format`.
    static func format(_ value: Value, _ conversion: Character?, _ specification: String) throws(RaisedError) -> String
    {
        if let conversion {
            try value.requirePrintable()
            let text =
                switch conversion {
                case "s": value.str
                case "a": value.ascii
                default: value.repr
                }
            return try format(.string(text), specification)
        }
        return try format(value, specification)
    }

    /// A value by a specification.
    static func format(_ value: Value, _ specification: String) throws(RaisedError) -> String {
        if specification.isEmpty {
            try value.requirePrintable()
            guard case .host(let object) = value else { return value.str }
            if let text = try object.format("") { return text }
            if let number = try object.number() { return number.str }
            return value.str
        }
        if case .host(let object) = value {
            if let text = try object.format(specification) { return text }
            if let number = try object.number() { return try format(number, specification) }
        }
        switch value {
        case .string(let text): return try Specification(specification, typeName: "str").text(text)
        case .int, .big, .bool:
            return try Specification(specification, typeName: value.typeName).integer(
                Number(value)?.whole ?? BigInt(0))
        case .float(let number): return try Specification(specification, typeName: "float").float(number)
        default:
            throw RaisedError(.typeError, "unsupported format string passed to \(value.typeName).__format__")
        }
    }
}
