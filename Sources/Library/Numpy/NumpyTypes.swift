import Arrays
import Interpreter

/// numpy's types of numbers, and what can be asked about them.
enum NumpyTypes {
    static func add(to module: ModuleObject) {
        for type in NumericType.allCases { module[type.rawValue] = .host(TypeNameObject(type, isClass: true)) }
        for (name, type) in NumericType.scalarAliases { module[name] = .host(TypeNameObject(type, isClass: true)) }
        for function in functions { module[function.name] = .builtin(function) }
        for (name, kinds) in families { module[name] = .type(family(name, kinds)) }
    }

    /// The abstract classes above the types.
    private static let families: [(String, [NumericType.Kind])] = [
        ("integer", [.signed, .unsigned]), ("signedinteger", [.signed]), ("unsignedinteger", [.unsigned]),
        ("floating", [.float]), ("number", [.signed, .unsigned, .float]), ("inexact", [.float]),
        ("generic", [.bool, .signed, .unsigned, .float]),
    ]

    private static func family(_ name: String, _ kinds: [NumericType.Kind]) -> TypeObject {
        TypeObject(
            name,
            isInstance: {
                guard case .host(let object as ArrayObject) = $0, object.isScalar else { return false }
                return kinds.contains(object.array.type.kind)
            }
        ) { _, _ throws(RaisedError) in
            throw RaisedError(
                .typeError, "cannot create 'numpy.\(name)' instances", hint: "use a type such as np.int64")
        }
    }

    private static var functions: [BuiltinFunction] {
        [
            BuiltinFunction("dtype", parameters: ["dtype"], documentation: "The type of that name.") {
                arguments, _ throws(RaisedError) in
                .host(TypeNameObject(try TypeNameObject.type(try arguments.required(0, "dtype", of: "dtype"))))
            },
            BuiltinFunction(
                "result_type", parameters: ["arrays_and_dtypes"], documentation: "The type that operands promote to."
            ) { arguments, interpreter throws(RaisedError) in
                guard let first = arguments.positional.first else {
                    throw RaisedError(.valueError, "at least one array or dtype is required")
                }
                var type = try self.type(of: first, interpreter)
                for value in arguments.positional.dropFirst() {
                    type = type.promoted(with: try self.type(of: value, interpreter))
                }
                return .host(TypeNameObject(type))
            },
            BuiltinFunction(
                "promote_types", parameters: ["type1", "type2"], documentation: "The type that holds both."
            ) { arguments, _ throws(RaisedError) in
                let first = try TypeNameObject.type(try arguments.required(0, "type1", of: "promote_types"))
                let second = try TypeNameObject.type(try arguments.required(1, "type2", of: "promote_types"))
                return .host(TypeNameObject(first.promoted(with: second)))
            },
            BuiltinFunction(
                "issubdtype", parameters: ["arg1", "arg2"], documentation: "Whether a type is one of a family."
            ) { arguments, _ throws(RaisedError) in
                let type = try TypeNameObject.type(try arguments.required(0, "arg1", of: "issubdtype"))
                let other = try arguments.required(1, "arg2", of: "issubdtype")
                if case .type(let object) = other, let family = families.first(where: { $0.0 == object.name }) {
                    return .bool(family.1.contains(type.kind))
                }
                return .bool(type == (try TypeNameObject.type(other)))
            },
            BuiltinFunction("iinfo", parameters: ["type"], documentation: "The bounds of an integer type.") {
                arguments, _ throws(RaisedError) in
                let type = try TypeNameObject.type(try arguments.required(0, "type", of: "iinfo"))
                guard let bounds = type.bounds else {
                    throw RaisedError(.valueError, "Invalid integer data type '\(type.kind.rawValue)'.")
                }
                let high = Int(exactly: bounds.high).map(Value.int) ?? BigInt(String(bounds.high)).map(Value.big)
                return .host(
                    TypeFacts(
                        "iinfo", type,
                        [("min", .int(bounds.low)), ("max", high ?? .none), ("bits", .int(8 * type.itemSize))]))
            },
            BuiltinFunction("finfo", parameters: ["dtype"], documentation: "The limits of a float type.") {
                arguments, _ throws(RaisedError) in
                let type = try TypeNameObject.type(try arguments.required(0, "dtype", of: "finfo"))
                let limits: (max: Double, tiny: Double, eps: Double) =
                    switch type {
                    case .float16: (65504, 0x1p-14, 0x1p-10)
                    case .float32:
                        (
                            Double(Float.greatestFiniteMagnitude), Double(Float.leastNormalMagnitude),
                            Double(Float.ulpOfOne)
                        )
                    case .float64: (.greatestFiniteMagnitude, .leastNormalMagnitude, .ulpOfOne)
                    default: throw RaisedError(.valueError, "data type \(type.rawValue) not inexact")
                    }
                func number(_ value: Double) throws(RaisedError) -> Value {
                    .host(ArrayObject(try raising { try NumericArray(filling: value, shape: [], type: type) }))
                }
                return .host(
                    TypeFacts(
                        "finfo", type,
                        [
                            ("min", try number(-limits.max)), ("max", try number(limits.max)),
                            ("eps", try number(limits.eps)), ("tiny", try number(limits.tiny)),
                            ("bits", .int(8 * type.itemSize)),
                        ]))
            },
        ]
    }

    private static func type(of value: Value, _ interpreter: Interpreter) throws(RaisedError) -> NumericType {
        if let type = try? TypeNameObject.type(value) { return type }
        return try ArrayObject.array(from: value, interpreter).type
    }
}

/// What `numpy.iinfo` and `numpy.finfo` tell of a type.
private final class TypeFacts: HostObject {
    let typeName: String
    private let type: NumericType
    private let facts: [(name: String, value: Value)]

    init(_ typeName: String, _ type: NumericType, _ facts: [(String, Value)]) {
        self.typeName = typeName
        self.type = type
        self.facts = facts
    }

    func repr() -> String {
        "\(typeName)(" + facts.prefix(2).map { "\($0.name)=\($0.value.str)" }.joined(separator: ", ")
            + ", dtype=\(type.rawValue))"
    }

    var attributeNames: [String] { facts.map(\.name) + ["dtype"] }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        name == "dtype" ? .host(TypeNameObject(type)) : facts.first { $0.name == name }?.value
    }
}
