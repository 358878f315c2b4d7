import TensorEngine

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Runs one layer on random data, its weights packed beforehand as in a network.
struct Measurement {
    /// Multiply-accumulates of one run; 0 where the layer has none.
    let multiplyAccumulates: Int
    private let body: () throws(EngineError) -> Tensor

    init(_ layer: BenchLayer) throws(EngineError) {
        var random = RandomStream(seed: 1)
        let input = try random.tensor(Shape([layer.batch] + layer.input + [layer.channels]))
        switch layer.kind {
        case .convolution:
            let geometry = try ConvolutionGeometry(
                input: layer.input, kernel: layer.kernel, strides: layer.steps,
                dilation: layer.kernel.map { _ in layer.dilation }, padding: layer.same ? .same : .valid,
                groups: layer.groups, channels: layer.channels, filters: layer.filters)
            let packed = try PackedKernel(try random.tensor(geometry.kernelShape), geometry: geometry)
            let bias = try random.tensor([layer.filters])
            multiplyAccumulates = geometry.multiplyAccumulates * layer.batch
            body = { () throws(EngineError) in
                try convolve(input, packed: packed, bias: bias, geometry: geometry, activation: .relu)
            }
        case .transposed:
            let geometry = try TransposedGeometry(
                input: layer.input, kernel: layer.kernel, strides: layer.steps, dilation: layer.kernel.map { _ in 1 },
                padding: .same, channels: layer.channels, filters: layer.filters)
            let packed = try PackedTransposedKernel(try random.tensor(geometry.kernelShape), geometry: geometry)
            let bias = try random.tensor([layer.filters])
            multiplyAccumulates = geometry.multiplyAccumulates * layer.batch
            body = { () throws(EngineError) in
                try convolveTransposed(input, packed: packed, bias: bias, activation: .relu)
            }
        case .maxPooling, .averagePooling:
            let kind: PoolingKind = layer.kind == .maxPooling ? .max : .average
            multiplyAccumulates = 0
            body = { () throws(EngineError) in
                try pool(input, kind: kind, size: layer.kernel, strides: layer.steps, padding: .same)
            }
        case .dense:
            let packed = try PackedDense(try random.tensor([layer.channels, layer.filters]))
            let bias = try random.tensor([layer.filters])
            multiplyAccumulates = layer.channels * layer.filters * layer.batch
            body = { () throws(EngineError) in try dense(input, packed: packed, bias: bias, activation: .relu) }
        }
    }

    /// The shortest of several runs, in milliseconds: as many as go into `budget` seconds, at least two.
    func shortest(budget: Double) throws(EngineError) -> Double {
        var best = Double.infinity
        let end = Self.now() + budget
        var runs = 0
        while runs < 2 || Self.now() < end {
            let start = Self.now()
            _ = try body()
            best = min(best, Self.now() - start)
            runs += 1
        }
        return best * 1000
    }

    /// Seconds on a clock that only goes forward.
    static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
