import Arrays
import Interpreter
import Language

/// The type of an array's numbers as a script sees it: `dtype('float32')`.
final class TypeNameObject: HostObject {
    let type: NumericType

    init(_ type: NumericType) { self.type = type }

    /// The class of such types.
    static let dtypeType = TypeObject(
        Declaration("dtype(dtype, /, !align=False, !copy=False)", .python), module: "numpy", "A type of numbers.",
        attributes: table
    ) { _, arguments, _ throws(RaisedError) in .host(TypeNameObject(try type(arguments[0]))) }

    private static let table = AttributeTable(
        of: TypeNameObject.self,
        [
            .value("name", "The name.") { .string($0.type.rawValue) },
            .value("itemsize", "Bytes of a number.") { .int($0.type.itemSize) },
            .value("kind", "The kind of numbers, as a letter.") { .string($0.type.kind.rawValue) },
            .value("str", "Order of the bytes, kind and size.") {
                .string(($0.type.itemSize == 1 ? "|" : "<") + $0.type.code)
            },
            .value("type", "The class of single numbers.") { .type(NumpyTypes.scalar($0.type)) },
        ])

    var typeObject: TypeObject { TypeNameObject.dtypeType }
    func repr() -> String { "dtype('\(type.rawValue)')" }
    func str() -> String { type.rawValue }

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

    /// The type that a value names: `"float32"`, `np.float32`, `float`.
    static func type(_ value: Value) throws(RaisedError) -> NumericType {
        switch value {
        case .string(let name):
            if let type = NumericType(name: name) { return type }
        case .host(let object):
            if let object = object as? TypeNameObject { return object.type }
        case .type(let type):
            if let type = NumpyTypes.numericType(of: type) { return type }
        default: break
        }
        throw RaisedError(
            .typeError, "data type \(value.repr) not understood",
            hint: "there are \(NumericType.allCases.map(\.rawValue).joined(separator: ", "))")
    }
}
