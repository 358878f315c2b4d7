import CKernels

/// Resizes the spatial axes of a batch of images.
/// - Parameters:
///   - input: [N, spatial…, C], or channels first.
///   - size: the new spatial sizes.
///   - antialias: whether every input pixel counts where the image shrinks.
/// - Throws: `shapeMismatch`, `invalidArgument` for sizes that are not positive, `outOfMemory`, `interrupted`.
public func resize(
    _ input: Tensor, size: [Int], interpolation: Interpolation = .nearest, antialias: Bool = false,
    dataFormat: TensorLayout = .channelsLast
) throws(EngineError) -> Tensor {
    guard input.shape.rank == size.count + 2, size.allSatisfy({ $0 > 0 }), !input.shape.dims.dropFirst().contains(0)
    else {
        throw .shapeMismatch("cannot resize a batch of the shape \(input.shape) to \(size)")
    }
    let first = dataFormat == .channelsLast ? 1 : 2
    var result = input
    for axis in size.indices {
        let length = input.shape[first + axis]
        let mixtures = try interpolation.mixtures(input: length, output: size[axis], antialias: antialias)
        result = try mix(result, axis: first + axis, mixtures)
    }
    return result
}

/// Enlarges the spatial axes by whole factors, as Keras's UpSampling layers do.
/// - Throws: as `resize`; `sizeOverflow`.
public func upsample(
    _ input: Tensor, factors: [Int], interpolation: Interpolation = .nearest, dataFormat: TensorLayout = .channelsLast
) throws(EngineError) -> Tensor {
    let first = dataFormat == .channelsLast ? 1 : 2
    guard input.shape.rank == factors.count + 2 else {
        throw .shapeMismatch("\(factors.count) factors do not go with the shape \(input.shape)")
    }
    var size: [Int] = []
    for (axis, factor) in factors.enumerated() {
        let (length, overflow) = input.shape[first + axis].multipliedReportingOverflow(by: factor)
        if overflow { throw .sizeOverflow("\(input.shape[first + axis]) pixels times \(factor)") }
        size.append(length)
    }
    if size.contains(0) {
        // An empty image stays one.
        var dims = input.shape.dims
        for (axis, length) in size.enumerated() { dims[first + axis] = length }
        return try Tensor(zeros: Shape(dims))
    }
    return try resize(input, size: size, interpolation: interpolation, dataFormat: dataFormat)
}

/// Replaces the pixels along one axis by mixtures of them.
private func mix(_ input: Tensor, axis: Int, _ mixtures: [Interpolation.Mixture]) throws(EngineError) -> Tensor {
    var dims = input.shape.dims
    dims[axis] = mixtures.count
    let output = try Tensor(uninitialized: Shape(dims))
    let (outer, inner) = input.shape.split(at: axis)
    let (source, target, kernels) = (input.storage.base, output.storage.base, Processor.kernels)
    let length = input.shape[axis]
    Parallel.run(chunks: outer, operations: output.count &* 4) { index, _ in
        for (place, mixture) in mixtures.enumerated() {
            if place % 4096 == 0, Interrupt.isRequested { return }
            let to = target + (index * mixtures.count + place) * inner
            let from = source + (index * length + mixture.first) * inner
            if mixture.weights == [1] {
                to.update(from: from, count: inner)
                continue
            }
            to.update(repeating: 0, count: inner)
            for (tap, weight) in mixture.weights.enumerated() {
                kernels.pointee.add_into(to, from + tap * inner, weight, Int64(inner))
            }
        }
    }
    withExtendedLifetime(input) {}
    try Interrupt.check()
    return output
}
