import TensorEngine

/// A function of one number.
public enum ArrayFunction {
    case floor, ceil, truncate, round, negative, square, sign, magnitude, reciprocal, invert, squareRoot
    case isNaN, isInfinite, isFinite, not
    /// A function with fractions: integers become floats wide enough for them.
    case real((Double) -> Double)
}

extension NumericArray {
    /// A function of each element, in the type that numpy's function of that name gives.
    /// - Throws: `unsupportedType` where numbers of the type do not have it, or `interrupted`.
    public func mapped(_ function: ArrayFunction) throws(EngineError) -> NumericArray {
        _ = try NumericArray.checkedCount(shape)
        return try type.element.mapped(self, function)
    }

    /// A function of each element; integers become floats.
    public func mapped(_ function: @escaping (Double) -> Double) throws(EngineError) -> NumericArray {
        try mapped(.real(function))
    }
}

extension ArrayElement {
    /// A function of each element of an array of this type.
    static func map<Result: ArrayElement>(
        _ array: NumericArray, _ function: (Self) -> Result
    ) throws(EngineError) -> NumericArray {
        try Result.array(
            withElements(of: array) { (elements) throws(EngineError) in try Elements.map(elements, function) },
            shape: array.shape)
    }
}
