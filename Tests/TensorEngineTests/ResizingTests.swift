import Testing

@testable import TensorEngine

@Suite struct ResizingTests {
    static func row(_ values: [Float]) throws -> Tensor { try Tensor([1, values.count, 1], values) }

    static func close(_ tensor: Tensor, _ expected: [Float], within tolerance: Float = 1e-5) -> Bool {
        tensor.count == expected.count && zip(tensor.values, expected).allSatisfy { abs($0 - $1) <= tolerance }
    }

    @Test func nearestRepeats() throws {
        #expect(try upsample(try Self.row([1, 2]), factors: [3]).values == [1, 1, 1, 2, 2, 2])
    }

    @Test func anEmptyImageStaysEmpty() throws {
        #expect(try upsample(try Tensor(zeros: [1, 0, 3, 2]), factors: [2, 3]).shape == [1, 0, 9, 2])
    }

    @Test func bilinearUsesHalfPixelCentres() throws {
        #expect(Self.close(try upsample(try Self.row([0, 4]), factors: [2], interpolation: .bilinear), [0, 1, 3, 4]))
    }

    @Test(arguments: Interpolation.allCases)
    func aConstantStaysConstant(interpolation: Interpolation) throws {
        let flat = try Tensor(filling: 3, [2, 5, 4, 3])
        let output = try upsample(flat, factors: [2, 3], interpolation: interpolation)
        #expect(output.shape == [2, 10, 12, 3])
        #expect(output.values.allSatisfy { abs($0 - 3) < 1e-5 })
    }

    /// Values of `keras.ops.image.resize(image, (3, 4), interpolation, antialias=True)`, Keras 3.15 on TensorFlow.
    @Test(
        arguments: [
            (Interpolation.nearest, [1, 2, 4, 5, 0, 1, 3, 4, -1, 0, 2, 3]),
            (
                .bilinear,
                [
                    -0.0535715, -0.6547619, 0.5119046, 1.6785712, 2.1911764, 0.3382353, -0.0049019, 1.1617649,
                    2.3214283,
                    2.5059521, 0.0059523, -0.4642853,
                ]
            ),
            (
                .bicubic,
                [
                    -0.2928858, -0.8958364, 0.6961644, 1.8996055, 2.7571995, 0.0696765, -0.3667992, 1.181119, 2.2894049,
                    3.0262499, -0.1132793, -0.6014786,
                ]
            ),
            (
                .lanczos3,
                [
                    -0.4122216, -1.05522, 0.8260436, 1.850045, 3.0174391, -0.1230432, -0.4428495, 1.4406621, 2.2112756,
                    3.3972723, -0.2988339, -0.7745822,
                ]
            ),
            (
                .lanczos5,
                [
                    -0.4498085, -1.0232404, 0.9118409, 1.6992741, 3.1526718, -0.2104216, -0.4498694, 1.5775781,
                    2.0321007,
                    3.5146024, -0.4135714, -0.8126373,
                ]
            ),
        ] as [(Interpolation, [Float])])
    func antialiasingMixesEveryPixel(interpolation: Interpolation, expected: [Float]) throws {
        let image = try Tensor([1, 7, 5, 1], (0..<35).map { Float($0 % 11 - 4) })
        let output = try resize(image, size: [3, 4], interpolation: interpolation, antialias: true)
        #expect(Self.close(output, expected))
    }

    @Test func antialiasingLeavesWhatGrows() throws {
        let row = try Self.row([1, 5, 2, 8])
        let smooth = try resize(row, size: [7], interpolation: .lanczos3, antialias: true)
        #expect(smooth.values == (try resize(row, size: [7], interpolation: .lanczos3)).values)
    }

    @Test func channelsFirstIsTheSame() throws {
        var random = RandomStream(seed: 5)
        let image = try random.tensor([1, 3, 4, 2])
        let last = try upsample(image, factors: [2, 2], interpolation: .bicubic)
        let first = try upsample(
            try image.channelsFirst(), factors: [2, 2], interpolation: .bicubic, dataFormat: .channelsFirst)
        #expect(Self.close(try first.channelsLast(), last.values))
    }

    @Test func adaptivePoolingCoversTheInput() throws {
        let row = try Self.row([1, 2, 3, 4, 5])
        #expect(try adaptivePool(row, kind: .average, size: [2]).values == [2, 4])
        #expect(try adaptivePool(row, kind: .max, size: [3]).values == [2, 4, 5])
    }

    @Test func rearranging() throws {
        let tensor = try Tensor([2, 3], [1, 2, 3, 4, 5, 6])
        #expect(try tensor.transposed([1, 0]).values == [1, 4, 2, 5, 3, 6])
        #expect(try tensor.slice(axis: 1, range: 1..<3).values == [2, 3, 5, 6])
        #expect(try tensor.padded(before: [0, 1], after: [1, 0]).values == [0, 1, 2, 3, 0, 4, 5, 6, 0, 0, 0, 0])
        #expect(try tensor.cropped(before: [1, 0], after: [0, 1]).values == [4, 5])
        #expect(try Tensor.concatenated([tensor, tensor], axis: -1).shape == [2, 6])
        #expect(try tensor.reshaped([3, -1]).shape == [3, 2])
        #expect(throws: EngineError.self) { try tensor.reshaped([4, -1]) }
    }

    @Test func aTensorOfTerabytesIsRefused() throws {
        #expect(throws: EngineError.self) { try Tensor(zeros: [1 << 20, 1 << 20]) }
        #expect(throws: EngineError.self) { try Tensor(zeros: [.max, 2]) }
    }

    @Test func copiesKeepTheirValues() throws {
        var tensor = try Tensor(zeros: [2])
        let copy = tensor
        try tensor.withUnsafeMutableBufferPointer { $0[0] = 1 }
        #expect(copy.values == [0, 0])
        #expect(tensor.values == [1, 0])
    }

    @Test func batchNormalisation() throws {
        var random = RandomStream(seed: 6)
        let input = try random.tensor([3, 11, 13, 5])
        let (mean, gamma) = (try random.tensor([5]), try random.tensor([5]))
        let variance = try random.tensor([5], low: 0.1, high: 2)
        let output = try batchNormalize(input, mean: mean, variance: variance, gamma: gamma)
        for index in 0..<input.count {
            let c = index % 5
            let expected =
                gamma[flat: c] * (input[flat: index] - mean[flat: c]) / (variance[flat: c] + 1e-3).squareRoot()
            #expect(abs(output[flat: index] - expected) < 1e-5)
        }
    }
}
