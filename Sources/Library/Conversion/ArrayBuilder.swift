import Arrays
import Interpreter
import TensorEngine

/// Builds arrays from nested lists, finding shape and type as numpy does.
struct ArrayBuilder {
    private var shape: [Int] = []
    private var numbers: [Double] = []
    private var ints: [Int] = []
    private var type = NumericType.bool
    private var hasNumbers = false
    /// The type that the array is to have; nil for the one that its numbers need.
    private let wanted: NumericType?

    /// The array of a number, or of nested lists of numbers or arrays.
    /// - Parameter type: the type it is to have; nil for the one that its numbers need.
    /// - Throws: ValueError where the lists are ragged, TypeError for values that are not numbers, OverflowError for Python's numbers
    ///   beyond the type.
    static func array(from value: Value, type: NumericType? = nil) throws(RaisedError) -> NumericArray {
        if case .host(let object) = value, let array = try ArrayObject.host(object) {
            guard let type else { return array }
            return try raising { try array.converted(to: type) }
        }
        var builder = ArrayBuilder(wanted: type)
        builder.shape = try ArrayBuilder.shape(of: value, depth: 0)
        // Each number is held twice; a list that stands in many places counts in each.
        let shape = builder.shape
        _ = try raising { try NumericArray.checkedCount(shape + [2]) }
        try builder.add(value, depth: 0)
        return try builder.finish()
    }

    private init(wanted: NumericType?) { self.wanted = wanted }

    private static func items(_ value: Value) throws(RaisedError) -> [Value]? {
        switch value {
        case .list(let list): return list.items
        case .tuple(let items): return items
        case .host(let shape as StaticShape): return shape.sizes
        case .range(let range):
            guard range.count <= 30_000_000 else {
                throw RaisedError(.memoryError, "an array of \(range.count) items does not fit in memory")
            }
            return (0..<range.count).map { .int(range[$0]) }
        default: return nil
        }
    }

    private static func shape(of value: Value, depth: Int) throws(RaisedError) -> [Int] {
        guard depth <= 32 else { throw RaisedError(.valueError, "arrays have at most 32 axes") }
        if case .host(let object) = value, let array = try ArrayObject.host(object) { return array.shape }
        guard let items = try items(value) else { return [] }
        guard let first = items.first else { return [0] }
        return [items.count] + (try shape(of: first, depth: depth + 1))
    }

    private mutating func add(_ value: Value, depth: Int) throws(RaisedError) {
        if let items = try ArrayBuilder.items(value) {
            guard depth < shape.count, items.count == shape[depth] else { throw ragged(depth) }
            if Interrupt.isRequested { throw RaisedError(converting: EngineError.interrupted) }
            for item in items {
                if ints.count & 0xFFFF == 0xFFFF { try raising { try Interrupt.check() } }
                try add(item, depth: depth + 1)
            }
            return
        }
        if case .host(let object) = value, let array = try ArrayObject.host(object) {
            guard Array(shape.dropFirst(depth)) == array.shape else { throw ragged(depth) }
            note(array.type)
            numbers += array.doubles
            ints += array.ints
            return
        }
        guard depth == shape.count else { throw ragged(depth) }
        switch value.plain {
        case .bool(let truth):
            note(.bool)
            append(truth ? 1 : 0)
        case .int(let number):
            note(.int64)
            try append(WeakNumber.whole(number, in: wanted))
        case .float(let number):
            note(.float64)
            numbers.append(number)
            ints.append(try wanted?.isInteger == true ? WeakNumber.whole(number, in: wanted) : 0)
        case .big(let number):
            if let wanted, wanted.isFloat {
                note(.float64)
                numbers.append(number.double)
                ints.append(0)
                break
            }
            guard let bits = UInt64(number.description), wanted ?? .uint64 == .uint64 else {
                throw RaisedError(.overflowError, "Python int too large to convert to C long")
            }
            note(.uint64)
            numbers.append(Double(bits))
            ints.append(Int(truncatingIfNeeded: bits))
        case .type(let type):
            throw RaisedError(
                .typeError, "an array holds numbers, not '\(value.typeName)'",
                hint: "\(type.name) is a class; called, it makes an object: \(type.name)(…)")
        default:
            throw RaisedError(.typeError, "an array holds numbers, not '\(value.typeName)'")
        }
    }

    private mutating func append(_ number: Int) {
        numbers.append(Double(number))
        ints.append(number)
    }

    private mutating func note(_ new: NumericType) {
        type = hasNumbers ? type.promoted(with: new) : new
        hasNumbers = true
    }

    private func ragged(_ depth: Int) -> RaisedError {
        RaisedError(
            .valueError,
            "setting an array element with a sequence. The requested array has an inhomogeneous shape after \(depth) dimensions."
        )
    }

    private func finish() throws(RaisedError) -> NumericArray {
        let type = wanted ?? (hasNumbers ? self.type : .float64)
        return try raising {
            // Whole numbers are kept apart, since float64 does not hold all of them.
            let isWhole = type.isInteger || (type == .bool && !self.type.isFloat)
            return isWhole
                ? try NumericArray(shape: shape, ints: ints).converted(to: type)
                : try NumericArray(shape: shape, doubles: numbers).converted(to: type)
        }
    }
}
