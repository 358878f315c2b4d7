import Arrays
import Interpreter

/// numpy's types of numbers, and what can be asked about them.
enum NumpyTypes {
    static func add(to module: ModuleObject) {
        for type in families { module[type.name] = .type(type) }
        for type in NumericType.allCases { module[type.rawValue] = .type(classes[type]) }
        for (name, type) in NumericType.scalarAliases { module[name] = .type(classes[type]) }
        module["dtype"] = .type(TypeNameObject.dtypeType)
        module.add(functions)
    }

    // MARK: The classes of single numbers

    private static func family(_ name: String, _ base: TypeObject) -> TypeObject {
        TypeObject(name, module: "numpy", "A kind of numbers.", bases: [base])
    }

    /// What all of numpy's numbers are.
    static let generic = TypeObject(
        "generic", module: "numpy", "A number of numpy.", attributes: ArrayObject.arrayType.ownAttributes)
    private static let number = family("number", generic)
    private static let integer = family("integer", number)
    private static let signed = family("signedinteger", integer)
    private static let unsigned = family("unsignedinteger", integer)
    private static let inexact = family("inexact", number)
    private static let floating = family("floating", inexact)

    /// The abstract classes above the types.
    private static let families = [generic, number, integer, signed, unsigned, inexact, floating]

    /// The class of each type. Nothing in it changes.
    private final class Classes: @unchecked Sendable {
        private let types: [NumericType: TypeObject]

        init(_ types: [NumericType: TypeObject]) { self.types = types }

        subscript(type: NumericType) -> TypeObject { types[type] ?? generic }

        func numericType(of type: TypeObject) -> NumericType? { types.first { $0.value === type }?.key }
    }

    private static let classes = Classes(
        Dictionary(uniqueKeysWithValues: NumericType.allCases.map { ($0, makeClass($0)) }))

    private static func makeClass(_ type: NumericType) -> TypeObject {
        // A float64 is one of Python's floats as well.
        let bases: [TypeObject] =
            switch type.kind {
            case .bool: [generic]
            case .signed: [signed]
            case .unsigned: [unsigned]
            case .float: type == .float64 ? [floating, .float] : [floating]
            }
        return TypeObject(
            Declaration("\(type.rawValue)(value=0, /)"), module: "numpy", "A number of numpy.", bases: bases
        ) { _, arguments, interpreter throws(RaisedError) in
            var value = arguments[0]
            if case .string(let text) = value { value = try parsed(text, type) }
            return .host(ArrayObject(try ArrayObject.array(from: value, type: type, interpreter)))
        }
    }

    private static func parsed(_ text: String, _ type: NumericType) throws(RaisedError) -> Value {
        if !type.isFloat, let whole = Int(text) { return .int(whole) }
        if type.isFloat, let real = Double(text) { return .float(real) }
        throw RaisedError(
            .valueError,
            type.isFloat
                ? "could not convert string to float: '\(text)'" : "invalid literal for int() with base 10: '\(text)'")
    }

    /// The class of numbers of a type.
    static func scalar(_ type: NumericType) -> TypeObject { classes[type] }

    /// The type of numbers that a class stands for; nil for other classes.
    static func numericType(of type: TypeObject) -> NumericType? {
        if type === TypeObject.float { return .float64 }
        if type === TypeObject.int { return .int64 }
        return type === TypeObject.bool ? .bool : classes.numericType(of: type)
    }

    // MARK: Functions

    private static var functions: [BuiltinFunction] {
        [
            .native("result_type(*arrays_and_dtypes)", "The type that operands promote to.") {
                arguments, interpreter in
                guard let first = arguments.rest.first else {
                    throw RaisedError(.valueError, "at least one array or dtype is required")
                }
                var type = try self.type(of: first, interpreter)
                for value in arguments.rest.dropFirst() {
                    type = type.promoted(with: try self.type(of: value, interpreter))
                }
                return .host(TypeNameObject(type))
            },
            .native("promote_types(type1, type2)", "The type that holds both.") { arguments, _ in
                let first = try TypeNameObject.type(arguments[0])
                let second = try TypeNameObject.type(arguments[1])
                return .host(TypeNameObject(first.promoted(with: second)))
            },
            .python("issubdtype(arg1, arg2)", "Whether a type is another, or one of a family.") { arguments, _ in
                func family(_ value: Value) throws -> TypeObject {
                    if case .type(let type) = value, type.isKind(of: generic) { return type }
                    return scalar(try TypeNameObject.type(value))
                }
                return .bool(try family(arguments[0]).isKind(of: try family(arguments[1])))
            },
            .python("iinfo(type)", "The bounds of an integer type.") { arguments, _ in
                let type = try TypeNameObject.type(arguments[0])
                guard let bounds = type.bounds else {
                    throw RaisedError(.valueError, "Invalid integer data type '\(type.kind.rawValue)'.")
                }
                let high = Int(exactly: bounds.high).map(Value.int) ?? BigInt(String(bounds.high)).map(Value.big)
                return .host(
                    TypeFacts(
                        integerFacts, type,
                        [("min", .int(bounds.low)), ("max", high ?? .none), ("bits", .int(8 * type.itemSize))]))
            },
            .python("finfo(dtype)", "The limits of a float type.") { arguments, _ in
                let type = try TypeNameObject.type(arguments[0])
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
                        floatFacts, type,
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

private let integerFacts = TypeObject("iinfo", module: "numpy", "The bounds of an integer type.")
private let floatFacts = TypeObject("finfo", module: "numpy", "The limits of a float type.")

/// What `numpy.iinfo` and `numpy.finfo` tell of a type.
private final class TypeFacts: HostObject {
    let typeObject: TypeObject
    private let type: NumericType
    private let facts: [(name: String, value: Value)]

    init(_ typeObject: TypeObject, _ type: NumericType, _ facts: [(String, Value)]) {
        self.typeObject = typeObject
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
