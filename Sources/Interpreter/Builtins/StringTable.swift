/// The tables that `str.translate` reads.
enum StringTable {
    /// `str.maketrans`.
    static var makeTranslation: Attribute {
        Attribute(function: Declaration("maketrans(x, y=..., z=..., /)", owner: "str"), "A table for translate.") {
            arguments, _ throws(RaisedError) in
            try table(arguments.allPositional)
        }
    }

    private static func table(_ given: [Value]) throws(RaisedError) -> Value {
        let table = DictObject()
        guard given.count > 1 else {
            guard case .dict(let dict) = given[0] else {
                throw RaisedError(.typeError, "if you give only one argument to maketrans it must be a dict")
            }
            for (character, value) in dict.entries { table.entries[try key(character.value)] = value }
            return .dict(table)
        }
        var texts: [[UnicodeScalar]] = []
        for (index, value) in given.enumerated() {
            guard case .string(let text) = value else {
                if index == 0 {
                    throw RaisedError(
                        .typeError, "first maketrans argument must be a string if there is a second argument")
                }
                throw RaisedError(
                    .typeError, "maketrans() argument \(index + 1) must be str, not \(value.typeName)")
            }
            texts.append(Array(text.unicodeScalars))
        }
        guard texts[0].count == texts[1].count else {
            throw RaisedError(.valueError, "the first two maketrans arguments must have equal length")
        }
        for (from, to) in zip(texts[0], texts[1]) {
            table.entries[try HashKey(.int(Int(from.value)))] = .int(Int(to.value))
        }
        for gone in texts.dropFirst(2).joined() { table.entries[try HashKey(.int(Int(gone.value)))] = Value.none }
        return .dict(table)
    }

    private static func key(_ value: Value) throws(RaisedError) -> HashKey {
        switch value {
        case .int: return try HashKey(value)
        case .string(let text):
            guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else {
                throw RaisedError(.valueError, "string keys in translate table must be of length 1")
            }
            return try HashKey(.int(Int(scalar.value)))
        default: throw RaisedError(.typeError, "keys in translate table must be strings or integers")
        }
    }
}
