import Interpreter
import PythonText

/// Writes values of the language as JSON text, as Python's `json.dumps` does.
struct ValueJSONWriter {
    /// Spaces by which each level is indented; nil for one line.
    var indent: String?
    /// What stands between items, and between a key and its value.
    var separators = (item: ", ", key: ": ")
    /// Whether keys are sorted.
    var sortsKeys = false
    /// Whether other characters than ASCII are escaped.
    var isASCII = true
    private var text = ""

    init(indent: String? = nil) {
        self.indent = indent
        if indent != nil { separators.item = "," }
    }

    /// The text of a value.
    /// - Throws: TypeError for what JSON has no form for, ValueError for a value that contains itself.
    func text(of value: Value, _ interpreter: Interpreter) throws(RaisedError) -> String {
        var writer = self
        try writer.write(value, depth: 0, interpreter)
        return writer.text
    }

    private mutating func write(_ value: Value, depth: Int, _ interpreter: Interpreter) throws(RaisedError) {
        guard depth < 900 else { throw RaisedError(.valueError, "Circular reference detected") }
        try interpreter.checkInterrupt()
        switch value.plain {
        case .none: text += "null"
        case .bool(let truth): text += truth ? "true" : "false"
        case .int, .big: text += value.plain.repr
        case .float(let number): text += ValueJSONWriter.number(number)
        case .string(let string): text += quoted(string)
        case .list(let list): try write(items: list.items, depth: depth, interpreter)
        case .tuple(let items): try write(items: items, depth: depth, interpreter)
        case .dict(let dict): try write(dict, depth: depth, interpreter)
        // numpy's float64 derives from float, its other types from none of Python's.
        case .host(let object as ArrayObject) where object.isScalar && object.type == .float64:
            text += ValueJSONWriter.number(object.array.doubles.first ?? 0)
        default:
            throw RaisedError(.typeError, "Object of type \(value.typeName) is not JSON serializable")
        }
        try interpreter.requireCount(text.utf8.count, bytesPerItem: 1)
    }

    private static func number(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        return PythonNumber.describe(number)
    }

    private mutating func newLine(_ depth: Int) {
        guard let indent else { return }
        text += "\n" + String(repeating: indent, count: depth)
    }

    private mutating func write(items: [Value], depth: Int, _ interpreter: Interpreter) throws(RaisedError) {
        guard !items.isEmpty else { return text += "[]" }
        text += "["
        for (index, item) in items.enumerated() {
            if index > 0 { text += separators.item }
            newLine(depth + 1)
            try write(item, depth: depth + 1, interpreter)
        }
        newLine(depth)
        text += "]"
    }

    private mutating func write(_ dict: DictObject, depth: Int, _ interpreter: Interpreter) throws(RaisedError) {
        var entries: [(key: String, value: Value)] = []
        for (key, value) in dict.entries { entries.append((try ValueJSONWriter.key(key.value), value)) }
        if sortsKeys { entries.sort { $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars) } }
        guard !entries.isEmpty else { return text += "{}" }
        text += "{"
        for (index, entry) in entries.enumerated() {
            if index > 0 { text += separators.item }
            newLine(depth + 1)
            text += quoted(entry.key) + separators.key
            try write(entry.value, depth: depth + 1, interpreter)
        }
        newLine(depth)
        text += "}"
    }

    private static func key(_ value: Value) throws(RaisedError) -> String {
        switch value.plain {
        case .string(let text): return text
        case .none: return "null"
        case .bool(let truth): return truth ? "true" : "false"
        case .int, .big: return value.plain.repr
        case .float(let number): return self.number(number)
        default:
            throw RaisedError(
                .typeError, "keys must be str, int, float, bool or None, not \(value.typeName)")
        }
    }

    private func quoted(_ string: String) -> String {
        var result = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{8}": result += "\\b"
            case "\u{c}": result += "\\f"
            case let scalar where scalar.value < 0x20 || (isASCII && scalar.value > 0x7E):
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
