import Arrays
import Interpreter
import Language

/// A type of numbers as a script sees it: the class `numpy.float32`, or the `dtype('float32')` of an array.
final class TypeNameObject: HostObject {
    let type: NumericType
    /// Whether it is the class of single numbers, rather than the `dtype` of an array.
    private let isClass: Bool

    init(_ type: NumericType, isClass: Bool = false) {
        self.type = type
        self.isClass = isClass
    }

    var typeName: String { isClass ? "type" : "dtype" }
    func repr() -> String { isClass ? "<class 'numpy.\(type.rawValue)'>" : "dtype('\(type.rawValue)')" }
    func str() -> String { isClass ? repr() : type.rawValue }
    var attributeNames: [String] { isClass ? ["__name__"] : ["name", "itemsize", "kind", "str", "type"] }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard attributeNames.contains(name) else { return nil }
        return switch name {
        case "itemsize": .int(type.itemSize)
        case "kind": .string(type.kind.rawValue)
        case "str": .string((type.itemSize == 1 ? "|" : "<") + type.code)
        case "type": .host(TypeNameObject(type, isClass: true))
        default: .string(type.rawValue)
        }
    }

    func compare(
        _ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        guard let same = (try? TypeNameObject.type(other)).map({ $0 == type }) else { return nil }
        switch op {
        case .equal: return .bool(same)
        case .notEqual: return .bool(!same)
        default: return nil
        }
    }

    /// `np.float32(x)`: x in this type.
    var isCallable: Bool { isClass }

    func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        var value = arguments.positional.first ?? .int(0)
        if case .string(let text) = value { value = try number(text) }
        return .host(ArrayObject(try ArrayObject.array(from: value, type: type, interpreter)))
    }

    private func number(_ text: String) throws(RaisedError) -> Value {
        if !type.isFloat, let whole = Int(text) { return .int(whole) }
        if type.isFloat, let real = Double(text) { return .float(real) }
        throw RaisedError(
            .valueError,
            type.isFloat
                ? "could not convert string to float: '\(text)'" : "invalid literal for int() with base 10: '\(text)'")
    }

    /// The type that a value names: `"float32"`, `np.float32`, `float`.
    static func type(_ value: Value) throws(RaisedError) -> NumericType {
        switch value {
        case .string(let name):
            if let type = NumericType(name: name) { return type }
        case .host(let object):
            if let object = object as? TypeNameObject { return object.type }
        case .type(let type):
            if type.name == "float" { return .float64 }
            if type.name == "int" { return .int64 }
            if type.name == "bool" { return .bool }
        default: break
        }
        throw RaisedError(
            .typeError, "data type \(value.repr) not understood",
            hint: "there are \(NumericType.allCases.map(\.rawValue).joined(separator: ", "))")
    }
}
