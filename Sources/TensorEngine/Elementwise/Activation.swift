import CKernels

/// The elementwise activation functions, with Keras's definitions. The engine applies them to whole tensors, and to
/// what a convolution or a dense layer has just computed.
public enum Activation: Hashable, Sendable {
    /// x
    case none
    /// max(x, 0)
    case relu
    /// min(max(x, 0), 6)
    case relu6
    /// x if x > threshold, at most maxValue; negativeSlope · (x − threshold) below the threshold
    case clippedRelu(negativeSlope: Float, maxValue: Float, threshold: Float)
    /// x if x > 0, else slope · x
    case leakyRelu(Float)
    /// x if x > 0, else α · (eˣ − 1)
    case elu(Float)
    /// 1.0507 · elu(x), α = 1.6733
    case selu
    /// max(x, 0) + min(α · (e^(x/α) − 1), 0)
    case celu(Float)
    /// x · Φ(x), Φ the normal distribution
    case gelu
    /// x / 2 · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))
    case geluApproximate
    /// x · sigmoid(x), also called swish
    case silu
    /// log(1 + eˣ)
    case softplus
    /// x / (1 + |x|)
    case softsign
    /// 1 / (1 + e⁻ˣ)
    case sigmoid
    /// relu6(x + 3) / 6
    case hardSigmoid
    /// x · relu6(x + 3) / 6, also called hard swish
    case hardSilu
    /// tanh(x)
    case tanh
    /// x − tanh(x)
    case tanhShrink
    /// min(max(x, −1), 1)
    case hardTanh
    /// x if |x| > λ, else 0
    case hardShrink(Float)
    /// x − λ if x > λ, x + λ if x < −λ, else 0
    case softShrink(Float)
    /// (x + √(x² + b)) / 2
    case squareplus(Float)
    /// 0 up to −1, (x + 1)² / 4 up to 1, then x
    case sparsePlus
    /// 0 up to −1, (x + 1) / 2 up to 1, then 1
    case sparseSigmoid
    /// log(sigmoid(x))
    case logSigmoid
    /// eˣ
    case exponential
    /// x · tanh(softplus(x))
    case mish
    /// x if x > threshold, else value
    case threshold(Float, value: Float)
}

extension Activation {
    /// The kernel and its parameters.
    var kernel: ElementFunction {
        switch self {
        case .none: ElementFunction(CK_COPY)
        case .relu: ElementFunction(CK_CLAMP, 0, .infinity)
        case .relu6: ElementFunction(CK_CLAMP, 0, 6)
        case .clippedRelu(let slope, let ceiling, let threshold): ElementFunction(CK_RELU, slope, ceiling, threshold)
        case .leakyRelu(let slope): ElementFunction(CK_RELU, slope, .infinity, 0)
        case .elu(let alpha): ElementFunction(CK_ELU, alpha)
        case .selu: ElementFunction(CK_SELU)
        case .celu(let alpha): ElementFunction(CK_CELU, alpha)
        case .gelu: ElementFunction(CK_GELU)
        case .geluApproximate: ElementFunction(CK_GELU_TANH)
        case .silu: ElementFunction(CK_SILU)
        case .softplus: ElementFunction(CK_SOFTPLUS)
        case .softsign: ElementFunction(CK_SOFTSIGN)
        case .sigmoid: ElementFunction(CK_SIGMOID)
        case .hardSigmoid: ElementFunction(CK_HARD_SIGMOID)
        case .hardSilu: ElementFunction(CK_HARD_SILU)
        case .tanh: ElementFunction(CK_TANH)
        case .tanhShrink: ElementFunction(CK_TANH_SHRINK)
        case .hardTanh: ElementFunction(CK_HARD_TANH)
        case .hardShrink(let threshold): ElementFunction(CK_HARD_SHRINK, threshold)
        case .softShrink(let threshold): ElementFunction(CK_SOFT_SHRINK, threshold)
        case .squareplus(let b): ElementFunction(CK_SQUAREPLUS, b)
        case .sparsePlus: ElementFunction(CK_SPARSE_PLUS)
        case .sparseSigmoid: ElementFunction(CK_SPARSE_SIGMOID)
        case .logSigmoid: ElementFunction(CK_LOG_SIGMOID)
        case .exponential: ElementFunction(CK_EXP)
        case .mish: ElementFunction(CK_MISH)
        case .threshold(let threshold, let value): ElementFunction(CK_THRESHOLD, threshold, value)
        }
    }

    /// The part of it that convolution kernels do before they store: clamp(v < 0 ? slope · v : v, low, high).
    var epilogue: ck_epilogue {
        switch self {
        case .relu: ck_epilogue(kind: CK_AT_LEAST, slope: 1, low: 0, high: .infinity)
        case .relu6: ck_epilogue(kind: CK_GENERAL, slope: 1, low: 0, high: 6)
        case .leakyRelu(let slope): ck_epilogue(kind: CK_GENERAL, slope: slope, low: -.infinity, high: .infinity)
        default: ck_epilogue(kind: CK_PLAIN, slope: 1, low: -.infinity, high: .infinity)
        }
    }

    /// Whether the epilogue is all of it; otherwise the kernel follows while the row is in the cache.
    var isEpilogue: Bool {
        switch self {
        case .none, .relu, .relu6, .leakyRelu: true
        default: false
        }
    }
}

/// An elementwise kernel with its parameters.
struct ElementFunction {
    let function: ck_function
    let parameters: (Float, Float, Float)

    init(_ function: ck_function, _ a: Float = 0, _ b: Float = 0, _ c: Float = 0) {
        self.function = function
        self.parameters = (a, b, c)
    }

    /// output[i] = f(input[i]) for `count` elements; may work in place.
    func apply(
        _ kernels: UnsafePointer<ck_kernels>, _ input: UnsafePointer<Float>, _ output: UnsafeMutablePointer<Float>,
        count: Int
    ) {
        withUnsafeBytes(of: parameters) { bytes in
            guard let parameters = bytes.baseAddress?.assumingMemoryBound(to: Float.self) else { return }
            kernels.pointee.map(function, parameters, input, output, Int64(count))
        }
    }

    /// The function of every element.
    func callAsFunction(_ tensor: Tensor) throws(EngineError) -> Tensor {
        let output = try Tensor(uninitialized: tensor.shape)
        let kernels = Processor.kernels
        let (source, target) = (tensor.storage.base, output.storage.base)
        let count = tensor.count
        let chunk = 16384
        Parallel.run(chunks: (count + chunk - 1) / chunk, operations: count &* 8) { index, _ in
            let start = index * chunk
            apply(kernels, source + start, target + start, count: min(chunk, count - start))
        }
        withExtendedLifetime(tensor) {}
        try Interrupt.check()
        return output
    }
}

/// The activation of every element.
/// - Throws: `outOfMemory`, `interrupted`.
public func activate(_ tensor: Tensor, _ activation: Activation) throws(EngineError) -> Tensor {
    if activation == .none { return tensor }
    return try activation.kernel(tensor)
}
