import Arrays
import Interpreter
import Layers

/// The types of what functions of tensors give, by Keras's rules of promotion.
///
/// Source: `keras.backend.result_type` and the `compute_output_spec` of the operations in `keras.src.ops`.
enum ResultType {
    /// The type of an operand: that of its numbers, or one of Python's numbers, which gives way.
    enum Operand: Hashable {
        case typed(NumericType)
        case weakBool, weakInt, weakFloat
    }

    /// The type of the result; nil for a function of no operands.
    /// - Throws: TypeError for a `dtype` that is none.
    static func of(
        _ className: String, _ arguments: [(name: String, value: Value?)]
    ) throws(RaisedError) -> NumericType? {
        if typed.contains(className),
            let given = arguments.first(where: { $0.name == "dtype" })?.value, !given.isNone
        {
            return try TypeNameObject.type(given)
        }
        if truths.contains(className) { return .bool }
        if ["Argmax", "Argmin", "Argsort", "Searchsorted", "Digitize"].contains(className) { return .int32 }
        if className == "OneHot" { return .float32 }
        // Values and places.
        if className == "TopK" { return nil }
        if ["Shape", "Randint", "CountNonzero", "Bincount", "Size", "Nonzero"].contains(className) { return .int32 }
        var given = operands(className, arguments)
        // Where plain numbers become tensors first.
        if wide.contains(className) { given = given.map { $0 == .weakInt ? .typed(.int32) : $0 } }
        let type = promoted(given)
        guard let type else { return nil }
        if sums.contains(className) { return accumulator(type) }
        if type == .int8, className == "Einsum" { return .int32 }
        if type == .int64, ["Cbrt", "Deg2rad", "Rad2deg"].contains(className) { return .float64 }
        if type == .bool, ["Cumsum", "Cumprod", "Square", "Mod"].contains(className) { return .int32 }
        return keeping.contains(className) || type.isFloat ? type : .float32
    }

    /// Functions whose argument `dtype` says it.
    private static let typed: Set<String> = [
        "Cast", "ConvertToTensor", "Identity", "OneHot", "OnesLike", "ZerosLike", "Zeros", "Ones", "Full", "Arange",
        "Eye",
        "Linspace", "Randint",
    ]
    private static let truths: Set<String> = [
        "Equal", "NotEqual", "Greater", "GreaterEqual", "Less", "LessEqual", "LogicalAnd", "LogicalOr", "LogicalNot",
        "LogicalXor", "Isclose", "Isin", "InTopK", "Isnan", "Isinf", "Isfinite", "Any", "All",
        "Signbit", "Isposinf", "Isneginf", "Isreal",
    ]
    private static let sums: Set<String> = ["Sum", "Prod", "Trace", "Nansum", "Nanprod"]
    private static let wide: Set<String> = [
        "Mod", "BitwiseAnd", "BitwiseOr", "BitwiseXor", "Outer", "Append", "LeftShift", "RightShift", "Kron", "Dot",
        "Fmod",
        "Gcd", "Lcm",
    ]
    /// Functions that leave whole numbers whole; all others make floats of them.
    private static let keeping: Set<String> = [
        "Add", "Subtract", "Multiply", "FloorDivide", "Mod", "Power", "Maximum", "Minimum", "Negative", "Absolute",
        "Abs",
        "Sign", "Square", "SquaredDifference", "Round", "Clip", "Where", "Max", "Min", "Amax", "Amin", "Cumsum", "Cast",
        "Identity", "StopGradient", "ConvertToTensor", "OnesLike", "ZerosLike", "Reshape", "Transpose", "ExpandDims",
        "Squeeze", "Flip", "Swapaxes", "Moveaxis", "Roll", "Tile", "Repeat", "Ravel", "BroadcastTo", "Concatenate",
        "Stack", "Split", "Unstack", "Take", "Gather", "TakeAlongAxis", "Sort", "GetItem", "Pad", "Matmul", "Dot",
        "Tensordot", "Einsum", "Relu", "Arange", "Tril", "Triu", "Invert", "Diag", "Diagonal", "Diff", "Append",
        "ArraySplit",
        "Copy",
        "Fliplr", "Flipud", "Rot90", "Hstack", "Vstack", "FullLike", "BitwiseAnd", "BitwiseOr", "BitwiseXor",
        "LeftShift",
        "RightShift", "Outer", "Inner", "Trace", "Slice", "SliceUpdate", "ScatterUpdate", "Scatter", "Cumprod",
        "Select",
        "Cross", "SegmentSum", "SegmentMax", "Trunc", "NanToNum", "Relu6", "Fmod", "Fmax", "Fmin",
        "Gcd", "Lcm", "Kron", "Vdot", "Ptp", "Real", "Conj", "Conjugate", "Imag", "Nanmax", "Nanmin", "Dstack",
        "Hsplit",
        "Vsplit", "Dsplit", "Diagflat", "SegmentMin", "SegmentProd",
        "DepthToSpace", "SpaceToDepth", "MaxPool",
    ]

    /// What the numbers come from: without settings, indices and conditions.
    private static func operands(_ className: String, _ arguments: [(name: String, value: Value?)]) -> [Operand] {
        let settings = Set(FunctionForm.of(className).config.map(\.name))
            .union([
                "index", "indices", "condition", "dtype", "axis", "keepdims", "constant_values", "k", "nan", "posinf",
                "neginf", "segment_ids",
            ])
        return arguments.flatMap { argument -> [Operand] in
            guard !settings.contains(argument.name), let value = argument.value else { return [] }
            return operands(value, isWeak: true)
        }
    }

    /// - Parameter isWeak: whether a plain number gives way; in a list it does not.
    private static func operands(_ value: Value, isWeak: Bool, depth: Int = 0) -> [Operand] {
        switch value {
        case .bool: return [isWeak ? .weakBool : .typed(.bool)]
        case .int, .big: return [isWeak ? .weakInt : .typed(.int32)]
        case .float: return [isWeak ? .weakFloat : .typed(.float32)]
        case .list(let list) where depth < 8:
            return Array(Set(list.items.flatMap { operands($0, isWeak: false, depth: depth + 1) }))
        case .tuple(let items) where depth < 8:
            return Array(Set(items.flatMap { operands($0, isWeak: false, depth: depth + 1) }))
        case .host(let object):
            if let array = object as? ArrayObject { return [.typed(array.array.type)] }
            if let tensor = object as? TensorObject { return [.typed(TensorTypes.of(tensor.tensor))] }
            return (object as? WeightObject).map { [.typed($0.type)] } ?? []
        default: return []
        }
    }

    /// The type that operands have together; plain numbers give way to typed ones of their kind or above.
    static func promoted(_ operands: [Operand]) -> NumericType? {
        var type: NumericType?
        for case .typed(let next) in operands { type = type.map { promoted($0, next) } ?? next }
        let hasFloat = operands.contains(.weakFloat)
        let hasInt = operands.contains(.weakInt)
        guard let type else { return hasFloat ? .float32 : hasInt ? .int32 : operands.isEmpty ? nil : .bool }
        if hasFloat, !type.isFloat { return .float32 }
        return hasInt && type == .bool ? .int32 : type
    }

    /// Integers beside a float take its type; int64 beside uint64 is float32.
    private static func promoted(_ a: NumericType, _ b: NumericType) -> NumericType {
        if a.isFloat != b.isFloat { return a.isFloat ? a : b }
        let type = a.promoted(with: b)
        return type.isFloat && !a.isFloat ? .float32 : type
    }

    private static func accumulator(_ type: NumericType) -> NumericType {
        switch type {
        case .bool, .int8, .int16: .int32
        case .uint8, .uint16: .uint32
        default: type
        }
    }

    /// The operands of a function that makes floats of whole numbers and truths: in the result's type, as numpy would compute
    /// with small types in coarse floats.
    static func prepared(_ operands: Operands, for type: NumericType?) throws(RaisedError) -> Operands {
        guard let type, type.isFloat || [.int32, .uint32, .int64].contains(type) else { return operands }
        var values = operands.values
        for case (let place, .host(let object as ArrayObject)?) in values.enumerated()
        where small.contains(object.array.type) { values[place] = try converted(.host(object), to: type) }
        return Operands(operands.function, values)
    }

    private static let small: Set<NumericType> = [.bool, .int8, .uint8, .int16, .uint16]

    /// An array, or arrays in a list, in the type.
    static func converted(_ value: Value, to type: NumericType?) throws(RaisedError) -> Value {
        guard let type else { return value }
        switch value {
        case .host(let object as ArrayObject):
            let array = object.array
            return array.type == type ? value : .host(ArrayObject(try raising { try array.converted(to: type) }))
        case .list(let list):
            var items: [Value] = []
            for item in list.items { items.append(try converted(item, to: type)) }
            return .list(ListObject(items))
        case .tuple(let parts):
            var items: [Value] = []
            for part in parts { items.append(try converted(part, to: type)) }
            return .tuple(items)
        default: return value
        }
    }
}
