import TensorEngine

extension Tensor {
    /// Σ|w|, in double precision.
    var sumOfMagnitudes: Double {
        withUnsafeBufferPointer { $0.reduce(0) { $0 + Double($1.magnitude) } }
    }

    /// Σw², in double precision.
    var sumOfSquares: Double {
        withUnsafeBufferPointer { $0.reduce(0) { $0 + Double($1) * Double($1) } }
    }
}
