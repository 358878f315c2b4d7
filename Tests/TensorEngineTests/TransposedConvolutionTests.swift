import Testing

@testable import TensorEngine

@Suite struct TransposedConvolutionTests {
    /// The definition: every input pixel is spread over the output.
    static func naive(_ input: Tensor, _ kernel: Tensor, _ g: TransposedGeometry) -> [Double] {
        var output = [Double](repeating: 0, count: g.outputSize.reduce(1, *) * g.filters)
        for pixel in positions(g.inputSize) {
            for tap in positions(g.kernel) {
                let at = g.kernel.indices.map { pixel[$0] * g.strides[$0] + tap[$0] * g.dilation[$0] - g.crop[$0] }
                guard at.indices.allSatisfy({ at[$0] >= 0 && at[$0] < g.outputSize[$0] }) else { continue }
                for filter in 0..<g.filters {
                    for channel in 0..<g.channels {
                        let x = Double(input[flat: flat(pixel, g.inputSize) * g.channels + channel])
                        let w = Double(kernel[flat: (flat(tap, g.kernel) * g.filters + filter) * g.channels + channel])
                        output[flat(at, g.outputSize) * g.filters + filter] += x * w
                    }
                }
            }
        }
        return output
    }

    @Test(arguments: [1, 2, 3])
    func randomGeometriesMatchTheDefinition(rank: Int) throws {
        var random = RandomStream(seed: UInt64(rank))
        for round in 0..<12 {
            let limit = [0, 9, 4, 3][rank]
            let kernel = (0..<rank).map { _ in random.below(4) + 1 }
            let strides = (0..<rank).map { _ in random.below(3) + 1 }
            let dilation = (0..<rank).map { _ in strides == strides.map { _ in 1 } ? random.below(2) + 1 : 1 }
            let geometry = try TransposedGeometry(
                input: (0..<rank).map { _ in random.below(limit) + 2 }, kernel: kernel, strides: strides,
                dilation: dilation, padding: round % 2 == 0 ? .same : .valid,
                outputPadding: round % 3 == 0 ? strides.map { random.below($0) } : nil,
                channels: random.below(5) + 1, filters: random.below(35) + 1)
            let input = try random.tensor(Shape([1] + geometry.inputSize + [geometry.channels]))
            let weights = try random.tensor(geometry.kernelShape)
            let output = try convolveTransposed(input, kernel: weights, geometry: geometry)
            let expected = Self.naive(input, weights, geometry)
            #expect(output.shape == Shape([1] + geometry.outputSize + [geometry.filters]))
            #expect(zip(output.values, expected).allSatisfy { abs(Double($0) - $1) < 1e-4 }, "\(geometry)")
        }
    }

    @Test func lengthsFollowKeras() throws {
        func length(_ input: Int, _ padding: Padding, _ extra: Int?) throws -> Dim {
            try ConvolutionArithmetic.transposedOutputLength(
                input: Dim(input), kernel: 3, stride: 2, padding: padding, outputPadding: extra)
        }
        #expect(try length(8, .same, nil) == 16)
        #expect(try length(8, .same, 0) == 15)
        #expect(try length(8, .valid, nil) == 17)
    }

    @Test func aBiasFillsWhatNoPixelReaches() throws {
        let geometry = try TransposedGeometry(
            input: [2], kernel: [1], strides: [3], dilation: [1], padding: .valid, channels: 1, filters: 1)
        let output = try convolveTransposed(
            try Tensor([1, 2, 1], [1, 2]), kernel: try Tensor([1, 1, 1], [10]), bias: try Tensor([1], [0.5]),
            geometry: geometry)
        #expect(output.values == [10.5, 0.5, 0.5, 20.5, 0.5, 0.5])
    }

    @Test func passesThatAreNotKeptGiveTheSame() throws {
        var random = RandomStream(seed: 5)
        let geometry = try TransposedGeometry(
            input: [3, 2], kernel: [3, 4], strides: [2, 3], dilation: [1, 1], padding: .same, channels: 3, filters: 5)
        let input = try random.tensor([2, 3, 2, 3])
        let kernel = try random.tensor(geometry.kernelShape)
        let kept = try PackedTransposedKernel(kernel, geometry: geometry)
        let made = try PackedTransposedKernel(kernel, geometry: geometry, mostKept: 0)
        #expect(try convolveTransposed(input, packed: kept) == convolveTransposed(input, packed: made))
    }

    @Test func aDilationMayBeFarLongerThanTheInput() throws {
        let geometry = try TransposedGeometry(
            input: [2], kernel: [3], strides: [1], dilation: [1 << 60], padding: .same, channels: 1, filters: 1)
        let output = try convolveTransposed(
            try Tensor([1, 2, 1], [5, 7]), kernel: try Tensor([3, 1, 1], [1, 10, 100]), geometry: geometry)
        #expect(output.values == [50, 70])
    }

    @Test func aLongStrideMakesOnlyThePhasesThatAreReached() throws {
        let geometry = try TransposedGeometry(
            input: [1], kernel: [2], strides: [100_000], dilation: [1], padding: .valid, channels: 1, filters: 1)
        let output = try convolveTransposed(
            try Tensor([1, 1, 1], [3]), kernel: try Tensor([2, 1, 1], [1, 2]), bias: try Tensor([1], [-1]),
            geometry: geometry, activation: .relu)
        #expect(output.values == [2, 5] + [Float](repeating: 0, count: 99_998))
    }
}
