import TensorEngine

extension Bool {
    static func combined(
        _ a: NumericArray, _ b: NumericArray, _ operation: ArrayOperation
    ) throws(EngineError) -> NumericArray {
        switch operation {
        case .and, .multiply, .minimum: return try pairs(a, b) { $0 && $1 }
        case .or, .add, .maximum: return try pairs(a, b) { $0 || $1 }
        case .xor: return try pairs(a, b) { $0 != $1 }
        case .subtract:
            throw .unsupportedType(
                "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, "
                    + "or the logical_xor function instead.")
        default: throw operation.unsupported()
        }
    }

    static func compared(
        _ a: NumericArray, _ b: NumericArray, _ operation: ArrayOperation
    ) throws(EngineError) -> NumericArray {
        try UInt8.compared(a.converted(to: .uint8), b.converted(to: .uint8), operation)
    }

    static func mapped(_ array: NumericArray, _ function: ArrayFunction) throws(EngineError) -> NumericArray {
        switch function {
        case .floor, .ceil, .truncate, .magnitude: return array
        case .invert, .not: return try map(array) { !$0 }
        case .isNaN, .isInfinite: return try map(array) { _ in false }
        case .isFinite: return try map(array) { _ in true }
        case .square, .reciprocal: return try array.converted(to: .int8).mapped(function)
        case .negative:
            throw .unsupportedType(
                "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the "
                    + "logical_not function instead.")
        case .sign:
            throw .unsupportedType(
                "ufunc 'sign' did not contain a loop with signature matching types <class 'numpy.dtypes.BoolDType'> -> None"
            )
        default: return try array.converted(to: .float16).mapped(function)
        }
    }

    // What needs an order, or a sum, is done on the numbers 0 and 1.

    static func reduced(
        _ array: NumericArray, _ reduction: ArrayReduction, _ lines: ArrayLines
    ) throws(EngineError) -> NumericArray {
        let result = try UInt8.reduced(array.converted(to: .uint8), reduction, lines)
        return reduction == .minimum || reduction == .maximum ? try result.converted(to: .bool) : result
    }

    static func accumulated(_ array: NumericArray, axis: Int, isProduct: Bool) throws(EngineError) -> NumericArray {
        try Int.accumulated(array.converted(to: .int64), axis: axis, isProduct: isProduct)
    }

    static func ascending(
        _ array: NumericArray, along axis: Int
    ) throws(EngineError) -> (positions: [Int], indices: [Int]) {
        try UInt8.ascending(array.converted(to: .uint8), along: axis)
    }

    static func starts(_ line: NumericArray) throws(EngineError) -> [Int] {
        try UInt8.starts(line.converted(to: .uint8))
    }

    static func products(_ a: NumericArray, _ b: NumericArray, _ size: MatrixSize) throws(EngineError) -> NumericArray {
        try Int.products(a.converted(to: .int64), b.converted(to: .int64), size).converted(to: .bool)
    }
}
