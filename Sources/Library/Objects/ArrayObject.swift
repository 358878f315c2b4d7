import Arrays
import Interpreter
import Language
import PythonText
import TensorEngine

/// An array as a script sees it: numpy's `ndarray`.
public final class ArrayObject: HostObject {
    /// The numbers; assigning to an item replaces them.
    public internal(set) var array: NumericArray
    /// Whether it stands for a single number that a function answered, which prints as that number.
    let isScalar: Bool

    init(_ array: NumericArray) {
        self.array = array
        isScalar = array.shape.isEmpty
    }

    convenience init(_ tensor: Tensor) { self.init(NumericArray(tensor)) }

    convenience init(scalar: Float) throws(RaisedError) {
        self.init(try raising { NumericArray(try Tensor(scalar: scalar)) })
    }

    /// The class, as Python would name it.
    public var typeName: String { isScalar ? array.type.rawValue : "ndarray" }

    /// The object as `repr` shows it.
    public func repr() -> String {
        guard isScalar else { return array.representation }
        return array.type == .bool ? "np.\(array.text)_" : "np.\(array.type.rawValue)(\(scalarText))"
    }

    /// The object as `print` shows it.
    public func str() -> String { isScalar ? scalarText : array.text }

    /// A single number with all its digits.
    private var scalarText: String {
        switch array.storage {
        case .float64(let values): PythonNumber.describe(values[0])
        case .float32(let tensor): PythonNumber.describe(Double("\(tensor[flat: 0])") ?? 0)
        default: array.text
        }
    }

    /// Its truth, as `if` finds it.
    public func truth() throws(RaisedError) -> Bool {
        guard array.count <= 1 else {
            throw RaisedError(
                .valueError,
                "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
        }
        return array.bools.first ?? false
    }

    /// The object as a number; nil where it is none.
    public func number() throws(RaisedError) -> Value? {
        guard array.count == 1 else { return nil }
        switch array.type {
        case .bool: return .bool(array.bools[0])
        case .int64: return .int(array.ints[0])
        default: return .float(array.doubles[0])
        }
    }

    /// Number of items.
    public func length() throws(RaisedError) -> Int? {
        guard let first = array.shape.first else { throw RaisedError(.typeError, "len() of unsized object") }
        return first
    }

    /// The items one after the other; nil where it has none.
    public func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        guard let count = array.shape.first else { throw RaisedError(.typeError, "iteration over a 0-d array") }
        var index = 0
        return IteratorObject("iterator") { [array] () throws(RaisedError) in
            guard index < count else { return nil }
            defer { index += 1 }
            return .host(ArrayObject(try raising { try array.selected([.index(index)]) }))
        }
    }

    // MARK: Operators

    /// The result of an operator; nil where it does not know the other operand.
    public func binary(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        if op == .matrixMultiply {
            guard !isScalar, let right = try ArrayObject.operand(other, like: array) else { return nil }
            return .host(ArrayObject(try isReflected ? ArrayMath.matmul(right, array) : ArrayMath.matmul(array, right)))
        }
        guard let operation = op.arrayOperation, let right = try ArrayObject.operand(other, like: array) else {
            return nil
        }
        let (a, b) = isReflected ? (right, array) : (array, right)
        return .host(ArrayObject(try raising { try NumericArray.combine(a, b, operation) }))
    }

    /// The result of a unary operator; nil where there is none.
    public func unary(_ op: UnaryOperator, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        switch op {
        case .plus: return .host(self)
        case .minus: return .host(ArrayObject(try raising { try array.negated() }))
        case .invert:
            return .host(
                ArrayObject(
                    try raising {
                        array.type == .bool
                            ? try NumericArray(shape: array.shape, bools: array.bools.map { !$0 })
                            : try NumericArray(shape: array.shape, ints: array.ints.map { ~$0 })
                    }))
        }
    }

    /// The result of a comparison; nil where it does not know the other operand.
    public func compare(
        _ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        guard let operation = op.arrayOperation, let right = try ArrayObject.operand(other, like: array) else {
            return nil
        }
        return .host(ArrayObject(try raising { try NumericArray.combine(array, right, operation) }))
    }

    /// The other operand as an array; a plain number takes this array's type where it fits, as in numpy. Nil: no number.
    static func operand(_ value: Value, like array: NumericArray) throws(RaisedError) -> NumericArray? {
        switch value {
        case .bool(let truth): return try raising { try NumericArray(shape: [], bools: [truth]) }
        case .int(let number):
            return try raising {
                let whole = try NumericArray(shape: [], ints: [number])
                return array.type.isFloat ? try whole.converted(to: array.type) : whole
            }
        case .float(let number):
            return try raising {
                let real = try NumericArray(shape: [], doubles: [number])
                return array.type == .float32 ? try real.converted(to: .float32) : real
            }
        case .list, .tuple: return try ArrayBuilder.array(from: value)
        case .host(let object): return (object as? ArrayObject)?.array
        default: return nil
        }
    }

    // MARK: Items

    /// The item at an index; nil where it has none.
    public func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        if let numbers = try ArrayObject.indexArray(index) {
            return .host(
                ArrayObject(
                    try raising {
                        numbers.type == .bool ? try array.selected(mask: numbers) : try array.taking(numbers)
                    }))
        }
        let indices = try ArrayObject.indices(index)
        do { return .host(ArrayObject(try array.selected(indices))) } catch {
            throw RaisedError(.indexError, RaisedError(converting: error).exception.message)
        }
    }

    /// Sets the item at an index; false where that cannot be.
    public func setItem(_ index: Value, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        let new = try ArrayObject.array(from: value, interpreter)
        let array = self.array
        if let numbers = try ArrayObject.indexArray(index), numbers.type == .bool {
            self.array = try raising {
                let positions = try array.positions(mask: numbers)
                return try array.replacing(positions: positions, with: try new.broadcast(to: [positions.count]))
            }
            return true
        }
        let indices = try ArrayObject.indices(index)
        self.array = try raising { try array.replacing(indices, with: new) }
        return true
    }

    /// An index that is itself an array, or a list of numbers.
    private static func indexArray(_ index: Value) throws(RaisedError) -> NumericArray? {
        switch index {
        case .host(let object):
            return (object as? ArrayObject).flatMap { $0.isScalar && $0.array.type != .bool ? nil : $0.array }
        case .bool, .list: return try ArrayBuilder.array(from: index)
        default: return nil
        }
    }

    /// What stands between the square brackets.
    static func indices(_ index: Value) throws(RaisedError) -> [ArrayIndex] {
        let parts: [Value] = if case .tuple(let items) = index { items } else { [index] }
        var result: [ArrayIndex] = []
        for part in parts {
            switch part {
            case .int(let number): result.append(.index(number))
            case .none: result.append(.newAxis)
            case .ellipsis: result.append(.ellipsis)
            case .slice(let slice):
                let step = try bound(slice.step) ?? 1
                guard step != 0 else { throw RaisedError(.valueError, "slice step cannot be zero") }
                result.append(.slice(start: try bound(slice.start), stop: try bound(slice.stop), step: step))
            case .host(let object):
                guard case .int(let number)? = try object.number() else { fallthrough }
                result.append(.index(number))
            default:
                throw RaisedError(
                    .indexError,
                    "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices"
                )
            }
        }
        return result
    }

    private static func bound(_ value: Value) throws(RaisedError) -> Int? {
        switch value {
        case .none: return nil
        case .int(let number): return number
        case .host(let object):
            if case .int(let number)? = try object.number() { return number }
        default: break
        }
        throw RaisedError(.typeError, "slice indices must be integers or None or have an __index__ method")
    }

    // MARK: Conversions

    /// Any value that numpy's `asarray` takes, as an array.
    static func array(from value: Value, _ interpreter: Interpreter) throws(RaisedError) -> NumericArray {
        if case .host(let object) = value {
            if let array = object as? ArrayObject { return array.array }
            if let tensor = object as? TensorObject { return try tensor.numbers() }
            if let weight = object as? WeightObject { return try weight.numbers() }
        }
        switch value {
        case .iterator, .range, .set:
            return try ArrayBuilder.array(from: .list(ListObject(try interpreter.items(of: value))))
        default: return try ArrayBuilder.array(from: value)
        }
    }

    /// A shape: an integer, or a sequence of integers.
    static func sizes(_ value: Value) throws(RaisedError) -> [Int] {
        let items: [Value]
        switch value {
        case .tuple(let values): items = values
        case .list(let list): items = list.items
        default: items = [value]
        }
        var sizes: [Int] = []
        for item in items {
            if case .int(let size) = item {
                sizes.append(size)
            } else if case .host(let object) = item, case .int(let size)? = try object.number() {
                sizes.append(size)
            } else {
                throw RaisedError(.typeError, "'\(item.typeName)' object cannot be interpreted as an integer")
            }
        }
        return sizes
    }

    /// The names that `dir` and completion list.
    public var attributeNames: [String] { ArrayAttributes.names }

    /// The attribute of that name; nil where there is none.
    public func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        try ArrayAttributes.attribute(name, of: self)
    }

    /// One sentence for help.
    public var documentation: String? { "An array of \(array.type.rawValue) numbers." }

    /// The classes that `isinstance` finds it to be.
    public var classNames: [String] { isScalar ? [array.type.rawValue, "generic"] : ["ndarray"] }

    /// The object by a format specification; nil to use its number.
    public func format(_ specification: String) throws(RaisedError) -> String? { specification.isEmpty ? str() : nil }
}

extension BinaryOperator {
    var arrayOperation: ArrayOperation? {
        switch self {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        case .floorDivide: .floorDivide
        case .modulo: .modulo
        case .power: .power
        case .and: .and
        case .or: .or
        case .xor: .xor
        case .matrixMultiply, .shiftLeft, .shiftRight: nil
        }
    }
}

extension ComparisonOperator {
    var arrayOperation: ArrayOperation? {
        switch self {
        case .less: .less
        case .lessEqual: .lessEqual
        case .greater: .greater
        case .greaterEqual: .greaterEqual
        case .equal: .equal
        case .notEqual: .notEqual
        default: nil
        }
    }
}
