extension Signature {
    /// Reads a signature as Python writes it: `sum(iterable, /, start=0)`, `Model.get_layer(name=None, index=None)`.
    ///
    /// `!` before a name marks a parameter of the original that this program does not implement: `!out=None`. A default of
    /// `...` marks one that may be left out but has no value of its own.
    public convenience init(_ text: String) {
        let bytes = Array(text.utf8)
        let open = bytes.firstIndex(of: UInt8(ascii: "(")) ?? bytes.count
        var reader = SignatureReader(bytes: bytes, place: open + 1)
        self.init(String(decoding: bytes[..<open], as: UTF8.self), reader.parameters())
    }

    /// The name at the beginning of a signature's text, without the class before it.
    public static func shortName(in text: String) -> String {
        let name = text.utf8.prefix { $0 != UInt8(ascii: "(") }
        let start = name.lastIndex(of: UInt8(ascii: ".")).map { name.index(after: $0) } ?? name.startIndex
        return String(Substring(name[start...]))
    }
}

/// Reads the parameters of a signature's text.
private struct SignatureReader {
    let bytes: [UInt8]
    var place: Int

    mutating func parameters() -> [Parameter] {
        var result: [Parameter] = []
        var kind = Parameter.Kind.positionalOrKeyword
        while let item = next() {
            switch item.name {
            case "/":
                result = result.map {
                    Parameter($0.name, .positionalOnly, defaultText: $0.defaultText, isImplemented: $0.isImplemented)
                }
            case "*": kind = .keywordOnly
            case let name where name.hasPrefix("**"): result.append(Parameter(String(name.dropFirst(2)), .keywordRest))
            case let name where name.hasPrefix("*"):
                result.append(Parameter(String(name.dropFirst()), .rest))
                kind = .keywordOnly
            case let name where name.hasPrefix("!"):
                result.append(
                    Parameter(String(name.dropFirst()), kind, defaultText: item.value ?? "...", isImplemented: false))
            default: result.append(Parameter(item.name, kind, defaultText: item.value))
            }
        }
        return result
    }

    /// The next parameter's text, cut at the first `=`; nil at the end.
    private mutating func next() -> (name: String, value: String?)? {
        skipBlanks()
        let start = place
        var equals: Int?
        var depth = 0
        var quote: UInt8?
        while place < bytes.count {
            let byte = bytes[place]
            if let open = quote {
                if byte == open { quote = nil }
            } else {
                switch byte {
                case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
                case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
                case UInt8(ascii: ")") where depth == 0, UInt8(ascii: ",") where depth == 0:
                    defer { place += 1 }
                    if byte == UInt8(ascii: ")"), place == start { return nil }
                    let end = place
                    let name = String(decoding: bytes[start..<(equals ?? end)], as: UTF8.self)
                    return (name, equals.map { String(decoding: bytes[($0 + 1)..<end], as: UTF8.self) })
                case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
                case UInt8(ascii: "=") where depth == 0 && equals == nil: equals = place
                default: break
                }
            }
            place += 1
        }
        return nil
    }

    private mutating func skipBlanks() {
        while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
    }
}
