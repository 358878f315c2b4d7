import Signatures

extension TypeObject {
    /// Bytes: whole numbers from 0 to 255, which do not change.
    public static let bytes = TypeObject(
        Declaration("bytes(source=b'', encoding=..., errors=...)"), "Numbers from 0 to 255, as files hold them.",
        attributes: BytesMethods.table
    ) { _, arguments, interpreter throws(RaisedError) in
        guard let source = arguments.given(0) else { return .bytes([]) }
        if case .string(let text) = source {
            guard arguments.given("encoding") != nil else {
                throw RaisedError(.typeError, "string argument without an encoding")
            }
            return .bytes(try TextCodec(arguments).bytes(of: text))
        }
        if arguments.given("encoding") != nil { throw RaisedError(.typeError, "encoding without a string argument") }
        if let count = Number(source)?.exactInt, Number(source)?.isFloat == false {
            guard count >= 0 else { throw RaisedError(.valueError, "negative count") }
            try requireText(count)
            return .bytes([UInt8](repeating: 0, count: count))
        }
        return .bytes(try BytesMethods.bytes(from: source, interpreter))
    }
}

/// The methods of `bytes`.
enum BytesMethods {
    static let table = AttributeTable("bytes", texts + searching + cutting, [fromHex])

    /// The bytes of a value of that class.
    private static func bytes(_ value: Value) -> [UInt8] { if case .bytes(let bytes) = value { bytes } else { [] } }

    /// Bytes, or the numbers of another value as bytes.
    static func bytes(from value: Value, _ interpreter: Interpreter) throws(RaisedError) -> [UInt8] {
        if case .bytes(let bytes) = value { return bytes }
        guard !value.isText, try interpreter.isIterable(value) else {
            throw RaisedError(.typeError, "cannot convert '\(value.typeName)' object to bytes")
        }
        var result: [UInt8] = []
        for item in try interpreter.items(of: value) {
            let number: Int
            if case .big = item { number = -1 } else { number = try item.wholeNumber() }
            guard let byte = UInt8(exactly: number) else {
                throw RaisedError(.valueError, "bytes must be in range(0, 256)")
            }
            result.append(byte)
        }
        try requireText(result.count)
        return result
    }

    /// Whether bytes, or the byte that a number is, are in others.
    static func contains(_ bytes: [UInt8], _ value: Value) throws(RaisedError) -> Bool {
        if case .bytes(let part) = value { return PartSearch(part).first(in: bytes, bytes.indices) != nil }
        return bytes.contains(try byte(value))
    }

    private static func byte(_ value: Value) throws(RaisedError) -> UInt8 {
        guard let number = Number(value), !number.isFloat else {
            throw RaisedError(.typeError, "a bytes-like object is required, not '\(value.typeName)'")
        }
        guard let byte = number.exactInt.flatMap({ UInt8(exactly: $0) }) else {
            throw RaisedError(.valueError, "byte must be in range(0, 256)")
        }
        return byte
    }

    /// The bytes that an argument has to be.
    private static func required(_ value: Value) throws(RaisedError) -> [UInt8] {
        guard case .bytes(let bytes) = value else {
            throw RaisedError(.typeError, "a bytes-like object is required, not '\(value.typeName)'")
        }
        return bytes
    }

    // MARK: Texts

    private static var texts: [Method] {
        [
            Method("decode(encoding='utf-8', errors='strict')", "The text that the bytes are.") {
                value, arguments, _ throws(RaisedError) in
                .string(try TextCodec(arguments).text(of: bytes(value)))
            },
            Method("hex(sep=..., bytes_per_sep=1)", "Two digits for each byte.") {
                value, arguments, _ throws(RaisedError) in
                try hexadecimal(bytes(value), arguments)
            },
            simple("upper", "With large letters of ASCII.") { .bytes($0.map { isLower($0) ? $0 - 32 : $0 }) },
            simple("lower", "With small letters of ASCII.") { .bytes($0.map { isUpper($0) ? $0 + 32 : $0 }) },
            simple("isdigit", "Whether all are digits.") { .bool(!$0.isEmpty && $0.allSatisfy { 48...57 ~= $0 }) },
            simple("isalpha", "Whether all are letters.") {
                .bool(!$0.isEmpty && $0.allSatisfy { isLower($0) || isUpper($0) })
            },
            simple("isspace", "Whether all are blanks.") { .bool(!$0.isEmpty && $0.allSatisfy(isSpace)) },
        ]
    }

    private static func simple(_ name: String, _ doc: String, _ body: @escaping ([UInt8]) -> Value) -> Method {
        Method("\(name)()", doc) { value, _, _ throws(RaisedError) in body(bytes(value)) }
    }

    private static func isLower(_ byte: UInt8) -> Bool { 97...122 ~= byte }
    private static func isUpper(_ byte: UInt8) -> Bool { 65...90 ~= byte }
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || 9...13 ~= byte }

    private static func hexadecimal(_ bytes: [UInt8], _ arguments: Arguments) throws(RaisedError) -> Value {
        try requireText(bytes.count, 3)
        let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        guard arguments.given("sep") != nil else { return .string(digits.joined()) }
        let separator = try arguments.string("sep")
        guard separator.unicodeScalars.count == 1 else { throw RaisedError(.valueError, "sep must be length 1.") }
        let width = try arguments.int("bytes_per_sep")
        guard width != 0 else { return .string(digits.joined()) }
        // Groups are counted from the right, with a negative number from the left.
        let size = Int(clamping: width.magnitude)
        let first = width > 0 ? digits.count % size : 0
        var groups = first > 0 ? [digits[..<first].joined()] : []
        for start in stride(from: first, to: digits.count, by: size) {
            groups.append(digits[start..<min(start.addingReportingOverflow(size).partialValue, digits.count)].joined())
        }
        return .string(groups.joined(separator: separator))
    }

    private static var fromHex: Attribute {
        Attribute(
            function: Declaration("fromhex(string, /)", owner: "bytes"), "The bytes of digits in base 16."
        ) { arguments, _ throws(RaisedError) in
            guard case .string(let text) = arguments[0] else {
                throw RaisedError(.typeError, "fromhex() argument must be str, not \(arguments[0].typeName)")
            }
            let scalars = Array(text.unicodeScalars)
            var result: [UInt8] = []
            var at = 0
            func digit(_ place: Int) throws(RaisedError) -> UInt8 {
                if place < scalars.count, let digit = UInt8(String(scalars[place]), radix: 16) { return digit }
                throw RaisedError(.valueError, "non-hexadecimal number found in fromhex() arg at position \(place)")
            }
            while at < scalars.count {
                if scalars[at].isASCII, scalars[at].isPythonSpace {
                    at += 1
                } else {
                    let high = try digit(at)
                    result.append(try high << 4 | digit(at + 1))
                    at += 2
                }
            }
            return .bytes(result)
        }
    }

    // MARK: Searching

    private static var searching: [Method] {
        [
            search("find", "Where a part begins; -1 if it is not there.") { .int($0.first ?? -1) },
            search("rfind", "Where a part begins last; -1 if it is not there.") { .int($0.last ?? -1) },
            search("index", "Where a part begins; an error if it is not there.") { places throws(RaisedError) in
                guard let place = places.first else { throw RaisedError(.valueError, "subsection not found") }
                return .int(place)
            },
            search("count", "How often a part occurs.") { .int($0.count) },
            affix("startswith", "prefix", "Whether they begin with a part, or one of several.") { $0.starts(with: $1) },
            affix("endswith", "suffix", "Whether they end with a part, or one of several.") {
                $0.reversed().starts(with: $1.reversed())
            },
        ]
    }

    private static func search(
        _ name: String, _ documentation: String, _ answer: @escaping ([Int]) throws(RaisedError) -> Value
    ) -> Method {
        Method("\(name)(sub, start=None, end=None, /)", wording: .parsed, documentation) {
            value, arguments, _ throws(RaisedError) in
            let bytes = bytes(value)
            let part: [UInt8]
            if case .bytes(let given) = arguments[0] {
                part = given
            } else {
                guard let number = Number(arguments[0]), !number.isFloat else {
                    throw RaisedError(
                        .typeError,
                        "argument should be integer or bytes-like object, not '\(arguments[0].typeName)'")
                }
                part = [try byte(arguments[0])]
            }
            let bounds = try StringSearching.Bounds(arguments, bytes.count)
            guard bounds.start <= bounds.end else { return try answer([]) }
            return try answer(places(of: part, in: bytes, bounds.start..<bounds.end, overlapping: name == "rfind"))
        }
    }

    /// Where a part begins.
    private static func places(
        of part: [UInt8], in bytes: [UInt8], _ stretch: Range<Int>, overlapping: Bool = false
    ) -> [Int] {
        if part.isEmpty { return Array(stretch.lowerBound...stretch.upperBound) }
        let search = PartSearch(part)
        var (rest, places): (Range<Int>, [Int]) = (stretch, [])
        while let place = search.first(in: bytes, rest) {
            places.append(place)
            rest = place + (overlapping ? 1 : part.count)..<rest.upperBound
        }
        return places
    }

    private static func affix(
        _ name: String, _ parameter: String, _ documentation: String,
        _ fits: @escaping (ArraySlice<UInt8>, [UInt8]) -> Bool
    ) -> Method {
        Method("\(name)(\(parameter), start=None, end=None, /)", wording: .parsed, documentation) {
            value, arguments, _ throws(RaisedError) in
            let bytes = bytes(value)
            let bounds = try StringSearching.Bounds(arguments, bytes.count)
            let candidates = if case .tuple(let items) = arguments[0] { items } else { [arguments[0]] }
            for candidate in candidates {
                guard case .bytes(let part) = candidate else {
                    throw RaisedError(
                        .typeError,
                        arguments[0].isTuple
                            ? "a bytes-like object is required, not '\(candidate.typeName)'"
                            : "\(name) first arg must be bytes or a tuple of bytes, not \(candidate.typeName)")
                }
                if bounds.start <= bounds.end, fits(bytes[bounds.start..<bounds.end], part) { return .bool(true) }
            }
            return .bool(false)
        }
    }

    // MARK: Cutting and joining

    private static var cutting: [Method] {
        [
            Method("replace(old, new, count=-1, /)", "With other bytes in place of a part.") {
                value, arguments, _ throws(RaisedError) in
                let (old, new) = (try required(arguments[0]), try required(arguments[1]))
                return .bytes(try replacing(old, by: new, in: bytes(value), most: arguments.int(2)))
            },
            Method("split(sep=None, maxsplit=-1)", "The pieces between separators.") {
                value, arguments, _ throws(RaisedError) in
                let separator = try arguments.optional("sep").map(required)
                return .list(ListObject(try split(bytes(value), separator, arguments.int("maxsplit")).map(Value.bytes)))
            },
            strip("strip", "Without blanks, or other bytes, at the ends.", start: true, end: true),
            strip("lstrip", "Without blanks, or other bytes, at the beginning.", start: true, end: false),
            strip("rstrip", "Without blanks, or other bytes, at the end.", start: false, end: true),
            Method("join(iterable_of_bytes, /)", "The items with the bytes between them.") {
                value, arguments, interpreter throws(RaisedError) in
                var (result, place): ([UInt8], Int) = ([], 0)
                for item in try interpreter.items(of: arguments[0]) {
                    guard case .bytes(let part) = item else {
                        throw RaisedError(
                            .typeError,
                            "sequence item \(place): expected a bytes-like object, \(item.typeName) found")
                    }
                    result += place > 0 ? bytes(value) + part : part
                    place += 1
                    try requireText(result.count)
                }
                return .bytes(result)
            },
            Method("partition(sep, /)", "What is before a separator, itself, and what is after it.") {
                value, arguments, _ throws(RaisedError) in
                let (bytes, separator) = (bytes(value), try required(arguments[0]))
                if separator.isEmpty { throw RaisedError(.valueError, "empty separator") }
                guard let place = PartSearch(separator).first(in: bytes, bytes.indices) else {
                    return .tuple([.bytes(bytes), .bytes([]), .bytes([])])
                }
                let after = Array(bytes[(place + separator.count)...])
                return .tuple([.bytes(Array(bytes[..<place])), .bytes(separator), .bytes(after)])
            },
            Method("splitlines(keepends=False)", "The lines.") { value, arguments, _ throws(RaisedError) in
                .list(ListObject(lines(bytes(value), keepsEnds: try arguments.bool(0)).map(Value.bytes)))
            },
        ]
    }

    private static func replacing(
        _ old: [UInt8], by new: [UInt8], in bytes: [UInt8], most: Int
    ) throws(RaisedError) -> [UInt8] {
        var places = places(of: old, in: bytes, bytes.indices)[...]
        if most >= 0 { places = places.prefix(most) }
        try requireText(bytes.count + places.count * max(0, new.count - old.count))
        var (result, at): ([UInt8], Int) = ([], 0)
        for place in places {
            result += bytes[at..<place] + new
            at = place + old.count
        }
        return result + bytes[at...]
    }

    private static func split(_ bytes: [UInt8], _ separator: [UInt8]?, _ most: Int) throws(RaisedError) -> [[UInt8]] {
        let most = most < 0 ? Int.max : most
        guard let separator else {
            var (result, rest): ([[UInt8]], ArraySlice<UInt8>) = ([], bytes[...].drop(while: isSpace))
            while !rest.isEmpty, result.count < most {
                let word = rest.prefix { !isSpace($0) }
                result.append(Array(word))
                rest = rest[word.endIndex...].drop(while: isSpace)
            }
            return rest.isEmpty ? result : result + [Array(rest)]
        }
        if separator.isEmpty { throw RaisedError(.valueError, "empty separator") }
        var (result, at): ([[UInt8]], Int) = ([], 0)
        for place in places(of: separator, in: bytes, bytes.indices).prefix(most) {
            result.append(Array(bytes[at..<place]))
            at = place + separator.count
        }
        return result + [Array(bytes[at...])]
    }

    private static func strip(_ name: String, _ documentation: String, start: Bool, end: Bool) -> Method {
        Method("\(name)(bytes=None, /)", documentation) { value, arguments, _ throws(RaisedError) in
            let given = try arguments.optional(0).map(required)
            var rest = bytes(value)[...]
            func goes(_ byte: UInt8) -> Bool { given?.contains(byte) ?? isSpace(byte) }
            if start { rest = rest.drop(while: goes) }
            while end, let last = rest.last, goes(last) { rest.removeLast() }
            return .bytes(Array(rest))
        }
    }

    private static func lines(_ bytes: [UInt8], keepsEnds: Bool) -> [[UInt8]] {
        var (result, at): ([[UInt8]], Int) = ([], 0)
        while at < bytes.count {
            let end = bytes[at...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
            var next = min(end + 1, bytes.count)
            if next < bytes.count, bytes[end] == 13, bytes[next] == 10 { next += 1 }
            result.append(Array(bytes[at..<(keepsEnds ? next : end)]))
            at = next
        }
        return result
    }
}

extension Value {
    /// Whether it is a string.
    fileprivate var isText: Bool { if case .string = self { true } else { false } }
}
