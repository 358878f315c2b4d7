import PythonText

extension Value {
    /// The value as Python's `repr` shows it.
    public var repr: String { Representation().repr(self) }

    /// The value as Python's `ascii` shows it: `repr` with escapes for all but ASCII.
    var ascii: String {
        repr.unicodeScalars.map { $0.isASCII ? String($0) : Representation.escape($0) }.joined()
    }

    /// The value as `print` shows it.
    public var str: String {
        switch self {
        case .string(let text): text
        case .exception(let exception): exception.message
        case .host(let object): object.str()
        default: repr
        }
    }
}

/// Shows values, and knows which containers it is inside of, so that one that holds itself ends. What is nested deeper than
/// anybody reads, and what would be longer than a string may be, is left out.
private final class Representation {
    /// The containers around what is shown; nil for tuples, which cannot hold themselves.
    private var open: [ObjectIdentifier?] = []
    /// Bytes that were written, with the commas.
    private var written = 0
    /// More than a string may have, so that whoever makes one of what is left out notices.
    private static let mostBytes = largestText / 8 * 9
    private static let depthLimit = 200

    func repr(_ value: Value) -> String {
        guard written <= Representation.mostBytes else { return "..." }
        let before = written
        let text = described(value)
        // What is within a container was counted there.
        written += written == before ? text.utf8.count + 2 : 2
        return text
    }

    private func described(_ value: Value) -> String {
        switch value {
        case .none: "None"
        case .ellipsis: "Ellipsis"
        case .bool(let truth): truth ? "True" : "False"
        case .int(let number): String(number)
        case .big(let number): number.description
        case .float(let number): PythonNumber.describe(number)
        case .string(let text): quoted(text)
        case .bytes(let bytes): Representation.quoted(bytes)
        case .tuple(let items): inside(nil, "(...)") { items.count == 1 ? "(\(list(items)),)" : "(\(list(items)))" }
        case .list(let list): inside(list, "[...]") { "[\(self.list(list.items))]" }
        case .dict(let dict):
            inside(dict, "{...}") {
                dict.type.represent?(value, repr)
                    ?? "{\(joined(dict.entries.elements) { "\(repr($0.key.value)): \(repr($0.value))" })}"
            }
        case .set(let set): inside(set, "{...}") { describe(set) }
        case .range(let range):
            range.step == 1
                ? "range(\(range.start), \(range.stop))" : "range(\(range.start), \(range.stop), \(range.step))"
        case .slice(let slice):
            inside(slice, "slice(...)") { "slice(\(repr(slice.start)), \(repr(slice.stop)), \(repr(slice.step)))" }
        case .function(let function): "<function \(function.name)>"
        case .builtin(let function): "<built-in function \(function.name)>"
        case .type(let type): type.metaclass?.repr ?? "<class '\(type.qualifiedName)'>"
        case .module(let module): "<module '\(module.name)'>"
        case .exception(let exception):
            exception.text(by: "__repr__")
                ?? inside(exception, "\(exception.type.name)(...)") {
                    "\(exception.type.name)(\(list(exception.arguments)))"
                }
        case .iterator(let generator as GeneratorObject): "<generator object \(generator.qualifiedName)>"
        case .iterator(let iterator): "<\(iterator.typeName) object>"
        case .host(let object): inside(object, "...") { object.repr { self.repr($0) } }
        }
    }

    private func describe(_ set: SetObject) -> String {
        let members = list(set.members.elements.map(\.value))
        if set.isFrozen { return set.members.isEmpty ? "frozenset()" : "frozenset({\(members)})" }
        return set.members.isEmpty ? "set()" : "{\(members)}"
    }

    private func list(_ items: [Value]) -> String { joined(items, repr) }

    /// The texts of some items, up to the length at which a text ends.
    private func joined<Items: Collection>(_ items: Items, _ show: (Items.Element) -> String) -> String {
        var result = ""
        for (index, item) in items.enumerated() {
            if index > 0 { result += ", " }
            result += show(item)
            if written > Representation.mostBytes { break }
        }
        return result
    }

    private func inside(_ object: AnyObject?, _ dots: String, _ show: () -> String) -> String {
        let identity = object.map { ObjectIdentifier($0) }
        guard identity == nil || !open.contains(identity), open.count < Representation.depthLimit else { return dots }
        open.append(identity)
        defer { open.removeLast() }
        return show()
    }

    /// A string between quotes, with escapes for what cannot be seen.
    private func quoted(_ text: String) -> String {
        let quote: Character = text.contains("'") && !text.contains("\"") ? "\"" : "'"
        var result = String(quote)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case "'" where quote == "'": result += "\\'"
            default: result += scalar.isPrintable ? String(scalar) : Representation.escape(scalar)
            }
        }
        return result + String(quote)
    }

    /// Bytes between quotes, with escapes for all but printable ASCII.
    private static func quoted(_ bytes: [UInt8]) -> String {
        let quote = UInt8(ascii: bytes.contains(UInt8(ascii: "'")) && !bytes.contains(UInt8(ascii: "\"")) ? "\"" : "'")
        var result: [UInt8] = [UInt8(ascii: "b"), quote]
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\\"), quote: result += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): result += "\\n".utf8
            case UInt8(ascii: "\t"): result += "\\t".utf8
            case UInt8(ascii: "\r"): result += "\\r".utf8
            case 0x20..<0x7F: result.append(byte)
            default: result += escape(UnicodeScalar(byte)).utf8
            }
        }
        return String(decoding: result + [quote], as: UTF8.self)
    }

    static func escape(_ scalar: UnicodeScalar) -> String {
        let code = String(scalar.value, radix: 16)
        let (mark, width) = scalar.value < 0x100 ? ("x", 2) : (scalar.value < 0x10000 ? ("u", 4) : ("U", 8))
        return "\\\(mark)\(String(repeating: "0", count: width - code.count))\(code)"
    }
}

extension UnicodeScalar {
    /// Whether Python's `repr` shows it as it is.
    var isPrintable: Bool {
        if value < 0x7F { return value >= 0x20 }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default: return true
        }
    }
}
