import Testing

@testable import TensorEngine

@Suite struct WinogradTests {
    @Test(arguments: Processor.available)
    func randomGeometriesMatchTheNaiveConvolution(on set: InstructionSet) throws {
        try Processor.$forced.withValue(set) {
            var random = RandomStream(seed: 21)
            for _ in 0..<12 {
                let rank = random.below(2) + 2
                let paddings: [Padding] = [.valid, .same, .full]
                let dilation = random.below(2) + 1
                let geometry = try ConvolutionGeometry(
                    input: (0..<rank).map { _ in random.below(6) + 5 },
                    kernel: rank == 3 ? [random.below(3) + 1, 3, 3] : [3, 3],
                    strides: rank == 3 ? [random.below(2) + 1, 1, 1] : [1, 1],
                    dilation: (0..<rank).map { _ in dilation }, padding: paddings[random.below(3)],
                    channels: random.below(20) + 1, filters: random.below(40) + 1)
                let input = try random.tensor(Shape([2] + geometry.inputSize + [geometry.channels]))
                let kernel = try random.tensor(geometry.kernelShape)
                let bias = try random.tensor([geometry.filters])
                let packed = try PackedKernel(
                    kernel, geometry: geometry, plan: ConvolutionPlan(path: .winograd, reason: ""))
                let output = try convolve(input, packed: packed, bias: bias, geometry: geometry)
                let expected = NaiveConvolution(geometry: geometry)(
                    input.values, kernel: kernel.values, bias: bias.values, samples: 2)
                #expect(ConvolutionTests.worstError(output, expected) < 1e-5, "\(geometry)")
            }
        }
    }

    /// Kernels whose transform is larger than the cache are multiplied point by point. The first run keeps no transformed
    /// kernel, the second does; neither depends on the number of threads.
    @Test(arguments: Processor.available, [(kernel: [3, 3], filters: 33), (kernel: [2, 3, 3], filters: 3)])
    func largeKernelsMatchTheNaiveConvolution(on set: InstructionSet, layer: (kernel: [Int], filters: Int)) throws {
        try Processor.$forced.withValue(set) {
            var random = RandomStream(seed: 24)
            let ones = layer.kernel.map { _ in 1 }
            let geometry = try ConvolutionGeometry(
                input: [2, 4, 5].suffix(ones.count), kernel: layer.kernel, strides: ones, dilation: ones,
                padding: .same,
                channels: 130, filters: layer.filters)
            let input = try random.tensor(Shape([1] + geometry.inputSize + [130]))
            let kernel = try random.tensor(geometry.kernelShape)
            let bias = try random.tensor([layer.filters])
            let packed = try PackedKernel(
                kernel, geometry: geometry, plan: ConvolutionPlan(path: .winograd, reason: ""))
            let first = try Parallel.withThreads(3) {
                try convolve(input, packed: packed, bias: bias, geometry: geometry)
            }
            let second = try Parallel.withThreads(1) {
                try convolve(input, packed: packed, bias: bias, geometry: geometry)
            }
            let expected = NaiveConvolution(geometry: geometry)(
                input.values, kernel: kernel.values, bias: bias.values, samples: 1)
            #expect(ConvolutionTests.worstError(first, expected) < 1e-5)
            let areEqual = first.values == second.values
            #expect(areEqual)
        }
    }

    /// The first run keeps no transformed kernel, later ones and large batches do.
    @Test(arguments: [40, 130]) func everyRunGivesTheSame(channels: Int) throws {
        var random = RandomStream(seed: 23)
        let geometry = try ConvolutionGeometry(
            input: [12, 10], kernel: [3, 3], strides: [1, 1], dilation: [1, 1], padding: .same,
            channels: channels, filters: 72)
        let kernel = try random.tensor(geometry.kernelShape)
        let input = try random.tensor([20, 12, 10, channels])
        let plan = ConvolutionPlan(path: .winograd, reason: "")
        let packed = try PackedKernel(kernel, geometry: geometry, plan: plan)
        let sample = try Tensor([1, 12, 10, channels], Array(input.values.prefix(12 * 10 * channels)))
        let first = try convolve(sample, packed: packed, geometry: geometry).values
        let second = try convolve(sample, packed: packed, geometry: geometry).values
        let batch = try convolve(input, packed: packed, geometry: geometry).values
        #expect(first == second)
        #expect(first == Array(batch.prefix(first.count)))
    }

    /// Inputs and weights of one sign add up the most, so that rounding errors show; the direct path, tested to 2e-6
    /// against doubles, is the measure.
    ///
    /// 1200 channels take two rounds.
    @Test(arguments: [0.0, -1.0], [(size: 12, channels: 256, filters: 64), (size: 28, channels: 1200, filters: 3)])
    func manyChannelsStayWithinTheBound(low: Double, layer: (size: Int, channels: Int, filters: Int)) throws {
        var random = RandomStream(seed: 22)
        let geometry = try ConvolutionGeometry(
            input: [layer.size, layer.size], kernel: [3, 3], strides: [1, 1], dilation: [1, 1], padding: .same,
            channels: layer.channels, filters: layer.filters)
        let input = try random.tensor([1, layer.size, layer.size, layer.channels], low: low, high: 1)
        let kernel = try random.tensor(geometry.kernelShape, low: low, high: 1)
        func output(_ path: ConvolutionPath, _ input: Tensor, _ kernel: Tensor) throws -> [Float] {
            let packed = try PackedKernel(kernel, geometry: geometry, plan: ConvolutionPlan(path: path, reason: ""))
            return try convolve(input, packed: packed, geometry: geometry).values
        }
        let direct = try output(.direct, input, kernel)
        let winograd = try output(.winograd, input, kernel)
        let magnitudes = try output(.direct, try map(input, .abs), try map(kernel, .abs))
        for index in direct.indices { #expect(abs(direct[index] - winograd[index]) < 8e-6 * magnitudes[index]) }
    }
}
