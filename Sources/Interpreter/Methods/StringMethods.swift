/// The methods of `str`. Like Python's, they count code points, not what a reader sees as one character.
enum StringMethods {
    /// The attributes of `str`.
    static let table = AttributeTable(
        "str", StringCases.all + StringSearching.all + StringCutting.all + StringShaping.all + [encode],
        [StringTable.makeTranslation])

    private static var encode: Method {
        Method("encode(encoding='utf-8', errors='strict')", "The bytes of a text.") {
            value, arguments, _ throws(RaisedError) in
            .bytes(try TextCodec(arguments).bytes(of: text(value)))
        }
    }

    static func text(_ value: Value) -> String { if case .string(let text) = value { text } else { "" } }

    /// The code points of a string value.
    static func scalars(_ value: Value) -> [UnicodeScalar] { Array(text(value).unicodeScalars) }

    /// A method without arguments.
    static func simple(_ name: String, _ doc: String, _ body: @escaping (String) -> Value) -> Method {
        Method("\(name)()", doc) { value, _, _ throws(RaisedError) in body(text(value)) }
    }
}

extension String {
    /// A string of code points.
    init(_ scalars: some Sequence<UnicodeScalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}

extension Value {
    /// A string of code points.
    static func string(_ scalars: some Sequence<UnicodeScalar>) -> Value { .string(String(scalars)) }
}

extension UnicodeScalar {
    /// Whether Python's `isspace` holds for it.
    var isPythonSpace: Bool {
        if value < 0x80 { return value == 0x20 || (value >= 9 && value <= 13) || (value >= 0x1C && value <= 0x1F) }
        return properties.isWhitespace
    }

    /// Whether Python's `isalpha` holds for it.
    var isPythonLetter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    var isTitlecase: Bool { properties.generalCategory == .titlecaseLetter }

    /// Whether it has a case at all.
    var isPythonCased: Bool { properties.isLowercase || properties.isUppercase || isTitlecase }
}
