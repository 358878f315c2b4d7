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
}
