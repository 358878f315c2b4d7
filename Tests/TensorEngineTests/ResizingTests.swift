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
