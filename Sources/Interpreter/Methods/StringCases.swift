/// The methods of `str` that change or ask for the case and the kind of letters.
enum StringCases {
    static var all: [Method] { changing + asking }

    private static var changing: [Method] {
        [
            StringMethods.simple("upper", "The text in capitals.") { text in
                .string(text.unicodeScalars.map(\.properties.uppercaseMapping).joined())
            },
            StringMethods.simple("lower", "The text in small letters.") { .string(lowered(Array($0.unicodeScalars))) },
            StringMethods.simple("casefold", "The text in small letters, for comparing.") { text in
                .string(text.unicodeScalars.map { $0 == "ß" ? "ss" : $0.properties.lowercaseMapping }.joined())
            },
            StringMethods.simple("capitalize", "The first letter a capital, the rest small.") { text in
                let scalars = Array(text.unicodeScalars)
                guard let first = scalars.first else { return .string("") }
                return .string(first.properties.titlecaseMapping + lowered(scalars, from: 1))
            },
            StringMethods.simple("title", "Every word with a capital.") { text in
                let scalars = Array(text.unicodeScalars)
                var result = ""
                var isInWord = false
                for (index, scalar) in scalars.enumerated() {
                    result += isInWord ? lowered(scalars, at: index) : scalar.properties.titlecaseMapping
                    isInWord = scalar.isPythonCased
                }
                return .string(result)
            },
            StringMethods.simple("swapcase", "Capitals small and small letters capital.") { text in
                let scalars = Array(text.unicodeScalars)
                return .string(
                    scalars.indices.map { index in
                        if scalars[index].properties.isUppercase { return lowered(scalars, at: index) }
                        return scalars[index].properties.isLowercase
                            ? scalars[index].properties.uppercaseMapping : String(scalars[index])
                    }.joined())
            },
        ]
    }

    private static func lowered(_ scalars: [UnicodeScalar], from start: Int = 0) -> String {
        (start..<max(start, scalars.count)).map { lowered(scalars, at: $0) }.joined()
    }

    /// A code point in small letters; a sigma at the end of a word has a form of its own.
    private static func lowered(_ scalars: [UnicodeScalar], at index: Int) -> String {
        guard scalars[index] == "Σ" else { return scalars[index].properties.lowercaseMapping }
        let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
        let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
        return before?.isPythonCased == true && after?.isPythonCased != true ? "ς" : "σ"
    }

    private static func test(
        _ name: String, _ doc: String, _ body: @escaping (UnicodeScalar) -> Bool
    ) -> Method {
        StringMethods.simple(name, doc) { .bool(!$0.isEmpty && $0.unicodeScalars.allSatisfy(body)) }
    }

    private static var asking: [Method] {
        [
            test("isdigit", "Whether all are digits.", isDigit),
            test("isnumeric", "Whether all are numbers.") { $0.properties.numericType != nil },
            test("isdecimal", "Whether all are decimal digits.") { $0.properties.generalCategory == .decimalNumber },
            test("isalpha", "Whether all are letters.", \.isPythonLetter),
            test("isalnum", "Whether all are letters or digits.") {
                $0.isPythonLetter || $0.properties.numericType != nil
            },
            test("isspace", "Whether all are white space.", \.isPythonSpace),
            StringMethods.simple("isprintable", "Whether repr shows all as they are.") {
                .bool($0.unicodeScalars.allSatisfy(\.isPrintable))
            },
            StringMethods.simple("isascii", "Whether all are ASCII.") { .bool($0.utf8.allSatisfy { $0 < 128 }) },
            StringMethods.simple("isupper", "Whether there are capitals and no small letters.") { text in
                .bool(
                    text.unicodeScalars.contains(where: \.properties.isUppercase)
                        && !text.unicodeScalars.contains { $0.properties.isLowercase || $0.isTitlecase })
            },
            StringMethods.simple("islower", "Whether there are small letters and no capitals.") { text in
                .bool(
                    text.unicodeScalars.contains(where: \.properties.isLowercase)
                        && !text.unicodeScalars.contains { $0.properties.isUppercase || $0.isTitlecase })
            },
            StringMethods.simple("istitle", "Whether every word begins with a capital and goes on small.") {
                .bool(isTitle($0))
            },
            StringMethods.simple("isidentifier", "Whether it could be a name.") { text in
                guard let first = text.unicodeScalars.first else { return .bool(false) }
                return .bool(
                    (first == "_" || first.properties.isXIDStart)
                        && text.unicodeScalars.allSatisfy(\.properties.isXIDContinue))
            },
        ]
    }

    private static func isDigit(_ scalar: UnicodeScalar) -> Bool {
        scalar.properties.numericType == .decimal || scalar.properties.numericType == .digit
    }

    private static func isTitle(_ text: String) -> Bool {
        var (isInWord, hasWord) = (false, false)
        for scalar in text.unicodeScalars {
            if scalar.properties.isUppercase || scalar.isTitlecase {
                if isInWord { return false }
                (isInWord, hasWord) = (true, true)
            } else if scalar.properties.isLowercase {
                if !isInWord { return false }
            } else {
                isInWord = false
            }
        }
        return hasWord
    }
}
