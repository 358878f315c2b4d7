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

/// Shows values, and knows which containers it is inside of, so that one that holds itself ends.
private struct Representation {
    var open: [ObjectIdentifier] = []

    func repr(_ value: Value) -> String {
        switch value {
        case .none: "None"
        case .ellipsis: "Ellipsis"
        case .bool(let truth): truth ? "True" : "False"
        case .int(let number): String(number)
        case .big(let number): number.description
        case .float(let number): PythonNumber.describe(number)
        case .string(let text): quoted(text)
        case .tuple(let items): items.count == 1 ? "(\(list(items)),)" : "(\(list(items)))"
        case .list(let list): inside(list, "[...]") { "[\($0.list(list.items))]" }
        case .dict(let dict):
            inside(dict, "{...}") { inner in
                "{\(dict.entries.map { "\(inner.repr($0.key.value)): \(inner.repr($0.value))" }.joined(separator: ", "))}"
            }
        case .set(let set):
            if set.isFrozen {
                set.members.isEmpty ? "frozenset()" : "frozenset({\(list(set.members.elements.map(\.value)))})"
            } else {
                set.members.isEmpty ? "set()" : "{\(list(set.members.elements.map(\.value)))}"
            }
        case .range(let range):
            range.step == 1
                ? "range(\(range.start), \(range.stop))" : "range(\(range.start), \(range.stop), \(range.step))"
        case .slice(let slice): "slice(\(repr(slice.start)), \(repr(slice.stop)), \(repr(slice.step)))"
        case .function(let function): "<function \(function.name)>"
        case .builtin(let function): "<built-in function \(function.name)>"
        case .type(let type): "<class '\(type.name)'>"
        case .module(let module): "<module '\(module.name)'>"
        case .exception(let exception):
            "\(exception.type.name)(\(list(exception.arguments)))"
        case .iterator(let iterator): "<\(iterator.typeName) object>"
        case .host(let object): object.repr()
        }
    }

    private func list(_ items: [Value]) -> String { items.map { repr($0) }.joined(separator: ", ") }

    private func inside(_ object: AnyObject, _ dots: String, _ show: (Representation) -> String) -> String {
        let identity = ObjectIdentifier(object)
        guard !open.contains(identity), open.count < 200 else { return dots }
        var inner = self
        inner.open.append(identity)
        return show(inner)
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
