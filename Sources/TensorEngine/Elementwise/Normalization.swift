import CKernels

/// y[…, c] = activation(x[…, c] · scale[c] + shift[c]): batch normalisation with its statistics folded into two vectors.
/// - Parameters:
///   - input: [..., C].
///   - scale: [C].
///   - shift: [C].
/// - Throws: `shapeMismatch`, `outOfMemory`, `interrupted`.
public func scaleAndShift(
    _ input: Tensor, scale: Tensor, shift: Tensor, activation: Activation = .none
) throws(EngineError) -> Tensor {
    guard let channels = input.shape.dims.last, scale.shape == [channels], shift.shape == [channels] else {
        throw .shapeMismatch("the shapes \(input.shape), \(scale.shape) and \(shift.shape) do not go together")
    }
    let output = try Tensor(uninitialized: input.shape)
    guard input.count > 0 else { return output }
    let pixels = input.count / channels
    let width = 256
    let rows = WindowAxis(
        input: (pixels + width - 1) / width, count: pixels / width, stride: 1,
        taps: [WindowAxis.Tap(displacement: 0, index: 0)], output: pixels / width)
    let columns = WindowAxis(
        input: width, count: width, stride: 1, taps: [WindowAxis.Tap(displacement: 0, index: 0)], output: width)
    var pass = ChannelwisePass(axes: [.absent, rows, columns], channels: channels, kind: CK_WEIGHTED_SUM)
    pass.weights = UnsafePointer(scale.storage.base)
    pass.bias = UnsafePointer(shift.storage.base)
    pass.activation = activation
    if pixels >= width { try pass.run(input: input.storage.base, output: output.storage.base, samples: 1) }
    let rest = pixels % width
    if rest > 0 {
        let start = (pixels - rest) * channels
        let tail = WindowAxis(
            input: rest, count: rest, stride: 1, taps: [WindowAxis.Tap(displacement: 0, index: 0)], output: rest)
        var last = ChannelwisePass(axes: [.absent, .absent, tail], channels: channels, kind: CK_WEIGHTED_SUM)
        (last.weights, last.bias, last.activation) = (pass.weights, pass.bias, activation)
        try last.run(input: input.storage.base + start, output: output.storage.base + start, samples: 1)
    }
    withExtendedLifetime((input, scale, shift)) {}
    return output
}

/// Batch normalisation at inference: γ · (x − mean) / √(variance + ε) + β, per channel of the last axis.
/// - Parameters: vectors of [C]; a missing γ is 1, a missing β is 0.
/// - Throws: `shapeMismatch`, `outOfMemory`, `interrupted`.
public func batchNormalize(
    _ input: Tensor, mean: Tensor, variance: Tensor, gamma: Tensor? = nil, beta: Tensor? = nil, epsilon: Float = 1e-3,
    activation: Activation = .none
) throws(EngineError) -> Tensor {
    let (scale, shift) = try normalizingScaleAndShift(
        mean: mean, variance: variance, gamma: gamma, beta: beta, epsilon: epsilon)
    return try scaleAndShift(input, scale: scale, shift: shift, activation: activation)
}

/// Batch normalisation as one factor and one summand per channel: γ / √(variance + ε) and β − mean · factor.
/// - Parameters: vectors of [C]; a missing γ is 1, a missing β is 0.
/// - Throws: `shapeMismatch`, `outOfMemory`.
public func normalizingScaleAndShift(
    mean: Tensor, variance: Tensor, gamma: Tensor?, beta: Tensor?, epsilon: Float
) throws(EngineError) -> (scale: Tensor, shift: Tensor) {
    var scale = try map(try combine(variance, try Tensor(scalar: epsilon), .add), .rsqrt)
    if let gamma { scale = try combine(scale, gamma, .multiply) }
    var shift = try map(try combine(mean, scale, .multiply), .negate)
    if let beta { shift = try combine(shift, beta, .add) }
    return (scale, shift)
}

/// Normalises over some axes: (x − mean) / √(variance + ε), with mean and variance of the elements along them.
/// Layer, group and instance normalisation are this on the right shape.
/// - Throws: `invalidArgument` for axes that are not there, `outOfMemory`, `interrupted`.
public func standardize(_ input: Tensor, axes: [Int], epsilon: Float = 1e-3) throws(EngineError) -> Tensor {
    let mean = try reduce(input, .mean, axes: axes, keepDims: true)
    let variance = try reduce(input, .variance, axes: axes, keepDims: true)
    let scale = try map(try combine(variance, try Tensor(scalar: epsilon), .add), .rsqrt)
    return try combine(try combine(input, mean, .subtract), scale, .multiply)
}
