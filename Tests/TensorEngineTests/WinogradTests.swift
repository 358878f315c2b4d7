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

    /// The first run keeps no transformed kernel, later ones and large batches do.
    @Test func everyRunGivesTheSame() throws {
        var random = RandomStream(seed: 23)
        let geometry = try ConvolutionGeometry(
            input: [12, 10], kernel: [3, 3], strides: [1, 1], dilation: [1, 1], padding: .same, channels: 40,
            filters: 72)
        let kernel = try random.tensor(geometry.kernelShape)
        let input = try random.tensor([20, 12, 10, 40])
        let plan = ConvolutionPlan(path: .winograd, reason: "")
        let packed = try PackedKernel(kernel, geometry: geometry, plan: plan)
        let sample = try Tensor([1, 12, 10, 40], Array(input.values.prefix(12 * 10 * 40)))
        let first = try convolve(sample, packed: packed, geometry: geometry).values
        let second = try convolve(sample, packed: packed, geometry: geometry).values
        let batch = try convolve(input, packed: packed, geometry: geometry).values
        #expect(first == second)
        #expect(first == Array(batch.prefix(first.count)))
    }

    /// Inputs and weights of one sign add up the most, so that rounding errors show; the direct path, tested to 2e-6
    /// against doubles, is the measure.
    @Test(arguments: [0.0, -1.0])
    func manyChannelsStayWithinTheBound(low: Double) throws {
        var random = RandomStream(seed: 22)
        let geometry = try ConvolutionGeometry(
            input: [12, 12], kernel: [3, 3], strides: [1, 1], dilation: [1, 1], padding: .same, channels: 256,
            filters: 64)
        let input = try random.tensor([1, 12, 12, 256], low: low, high: 1)
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
