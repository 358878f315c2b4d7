import CKernels

/// Elementwise functions of one operand that are not activations.
public enum UnaryFunction: String, CaseIterable, Sendable {
    case exp, log, sqrt, rsqrt, square, abs, negate, reciprocal, erf, expm1, log1p, tanh, sigmoid

    var kernel: ElementFunction {
        switch self {
        case .exp: ElementFunction(CK_EXP)
        case .log: ElementFunction(CK_LOG)
        case .sqrt: ElementFunction(CK_SQRT)
        case .rsqrt: ElementFunction(CK_RSQRT)
        case .square: ElementFunction(CK_SQUARE)
        case .abs: ElementFunction(CK_ABS)
        case .negate: ElementFunction(CK_NEGATE)
        case .reciprocal: ElementFunction(CK_RECIPROCAL)
        case .erf: ElementFunction(CK_ERF)
        case .expm1: ElementFunction(CK_EXPM1)
        case .log1p: ElementFunction(CK_LOG1P)
        case .tanh: ElementFunction(CK_TANH)
        case .sigmoid: ElementFunction(CK_SIGMOID)
        }
    }
}

/// The function of every element.
/// - Throws: `outOfMemory`, `interrupted`.
public func map(_ tensor: Tensor, _ function: UnaryFunction) throws(EngineError) -> Tensor {
    try function.kernel(tensor)
}

/// A closure's value for every element, on one thread: for what has no kernel.
/// - Throws: `outOfMemory`, `interrupted`.
public func map(_ tensor: Tensor, _ function: (Float) -> Float) throws(EngineError) -> Tensor {
    let output = try Tensor(uninitialized: tensor.shape)
    for index in 0..<tensor.count {
        if index % 65536 == 0 { try Interrupt.check() }
        output.storage.base[index] = function(tensor.storage.base[index])
    }
    return output
}

/// Every element held between two bounds.
/// - Throws: `outOfMemory`, `interrupted`.
public func clip(_ tensor: Tensor, low: Float, high: Float) throws(EngineError) -> Tensor {
    try ElementFunction(CK_CLAMP, low, high)(tensor)
}
