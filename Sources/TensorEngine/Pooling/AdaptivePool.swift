import CKernels

/// Pooling to a wanted size: output pixel o is the largest, or the mean, of the input pixels from ⌊o·i/n⌋ to
/// ⌈(o + 1)·i/n⌉ along each axis, for i input and n output pixels.
/// - Parameters:
///   - input: [N, spatial…, C], or channels first.
///   - size: the output's spatial sizes.
/// - Throws: `shapeMismatch`, `invalidArgument` for sizes that are not positive, `outOfMemory`, `interrupted`.
public func adaptivePool(
    _ input: Tensor, kind: PoolingKind, size: [Int], dataFormat: TensorLayout = .channelsLast
) throws(EngineError) -> Tensor {
    guard input.shape.rank == size.count + 2, !input.shape.dims.dropFirst().contains(0) else {
        throw .shapeMismatch("a batch of the shape \(input.shape) cannot be pooled to \(size)")
    }
    guard size.allSatisfy({ $0 > 0 }) else { throw .invalidArgument("output sizes must be positive, received \(size)") }
    let first = dataFormat == .channelsLast ? 1 : 2
    var result = input
    for axis in size.indices { result = try poolAxis(result, kind: kind, axis: first + axis, size: size[axis]) }
    return result
}

/// A window's mean is the mean of its rows' means, so the axes can be pooled one after another.
private func poolAxis(_ input: Tensor, kind: PoolingKind, axis: Int, size: Int) throws(EngineError) -> Tensor {
    var dims = input.shape.dims
    let length = dims[axis]
    dims[axis] = size
    let output = try Tensor(uninitialized: Shape(dims))
    let (outer, inner) = input.shape.split(at: axis)
    let (source, target, kernels) = (input.storage.base, output.storage.base, Processor.kernels)
    Parallel.run(chunks: outer, operations: input.count) { index, _ in
        for place in 0..<size {
            if Interrupt.isRequested { return }
            let bin = place * length / size..<((place + 1) * length + size - 1) / size
            let to = target + (index * size + place) * inner
            let from = source + (index * length + bin.lowerBound) * inner
            to.update(from: from, count: inner)
            for tap in 1..<max(bin.count, 1) {
                switch kind {
                case .max: kernels.pointee.max_into(to, from + tap * inner, Int64(inner))
                case .average: kernels.pointee.add_into(to, from + tap * inner, 1, Int64(inner))
                }
            }
            if kind == .average && bin.count > 1 {
                var count = Float(bin.count)
                kernels.pointee.combine(CK_DIVIDE, to, 1, &count, 0, to, Int64(inner))
            }
        }
    }
    withExtendedLifetime(input) {}
    try Interrupt.check()
    return output
}
