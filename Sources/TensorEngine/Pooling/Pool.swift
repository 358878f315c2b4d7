import CKernels

/// What pooling keeps of the pixels under its window.
public enum PoolingKind: Sendable, CaseIterable {
    /// The largest.
    case max
    /// Their mean; padding does not count.
    case average

    var kernel: ck_window_kind { self == .max ? CK_LARGEST : CK_MEAN }
}

/// Pooling: each output pixel is the largest, or the mean, of the input pixels under its window, channel by channel.
/// - Parameters:
///   - input: [N, spatial…, C], or [N, C, spatial…] for `.channelsFirst`; 1 to 3 spatial axes.
///   - size: the window's sizes, per spatial axis.
///   - strides: how far it moves, per spatial axis.
///   - padBefore: pixels it may reach beyond the first one; they do not count.
///   - padAfter: as many beyond the last one.
/// - Returns: [N, ⌊(i + before + after − size)/stride⌋ + 1…, C], or channels first.
/// - Throws: `invalidArgument` for windows that do not fit, `outOfMemory`, `interrupted`.
public func pool(
    _ input: Tensor, kind: PoolingKind, size: [Int], strides: [Int], padBefore: [Int], padAfter: [Int],
    dataFormat: TensorLayout = .channelsLast
) throws(EngineError) -> Tensor {
    if dataFormat == .channelsFirst {
        return try pool(
            try input.channelsLast(), kind: kind, size: size, strides: strides, padBefore: padBefore,
            padAfter: padAfter
        ).channelsFirst()
    }
    let rank = input.shape.rank - 2
    guard (1...3).contains(rank) else {
        throw .shapeMismatch("pooling needs a batch of images with 1 to 3 spatial axes, received \(input.shape)")
    }
    let channels = input.shape[rank + 1]
    let spatial = Array(input.shape.dims[1...rank])
    guard channels > 0, spatial.allSatisfy({ $0 > 0 }) else {
        throw .shapeMismatch("pooling needs at least one pixel and one channel, received \(input.shape)")
    }
    let geometry = try ConvolutionGeometry(
        input: spatial, kernel: size, strides: strides, dilation: Array(repeating: 1, count: rank),
        padBefore: padBefore, padAfter: padAfter, channels: channels, filters: 1)
    let output = try Tensor(uninitialized: Shape([input.shape[0]] + geometry.outputSize + [channels]))
    let pass = ChannelwisePass(axes: WindowAxis.axes(of: geometry), channels: channels, kind: kind.kernel)
    try pass.run(input: input.storage.base, output: output.storage.base, samples: input.shape[0])
    withExtendedLifetime(input) {}
    return output
}

/// Pooling with Keras's padding.
/// - Throws: as the other `pool`.
public func pool(
    _ input: Tensor, kind: PoolingKind, size: [Int], strides: [Int], padding: Padding,
    dataFormat: TensorLayout = .channelsLast
) throws(EngineError) -> Tensor {
    let first = dataFormat == .channelsLast ? 1 : 2
    guard input.shape.rank - 2 == size.count, strides.count == size.count else {
        throw .shapeMismatch("pooling with a window \(size) and strides \(strides) does not go with \(input.shape)")
    }
    var before: [Int] = []
    var after: [Int] = []
    for axis in size.indices {
        let amounts = try ConvolutionArithmetic.paddingAmounts(
            input: input.shape[first + axis], kernel: size[axis], stride: strides[axis], padding: padding)
        before.append(amounts.before)
        after.append(amounts.after)
    }
    return try pool(
        input, kind: kind, size: size, strides: strides, padBefore: before, padAfter: after, dataFormat: dataFormat)
}

/// Pooling over all pixels: [N, spatial…, C] → [N, C], or [N, 1…, C] to keep the axes.
/// - Throws: `shapeMismatch`, `outOfMemory`, `interrupted`.
public func globalPool(
    _ input: Tensor, kind: PoolingKind, keepDims: Bool = false, dataFormat: TensorLayout = .channelsLast
) throws(EngineError) -> Tensor {
    guard input.shape.rank >= 3 else {
        throw .shapeMismatch("pooling needs a batch of images, received \(input.shape)")
    }
    let axes = dataFormat == .channelsLast ? Array(1..<input.shape.rank - 1) : Array(2..<input.shape.rank)
    return try reduce(input, kind == .max ? .max : .mean, axes: axes, keepDims: keepDims)
}
