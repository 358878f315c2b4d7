import Testing

@testable import TensorEngine

@Suite struct ConvolutionTests {
    /// A random geometry small enough for the oracle, of any kind the engine knows.
    static func geometry(_ random: inout RandomStream) throws -> ConvolutionGeometry {
        let rank = random.below(3) + 1
        let groups = [1, 1, 1, 2, 4][random.below(5)]
        let limit = [0, 20, 7, 4][rank]
        var kernel: [Int] = []
        var strides: [Int] = []
        var dilation: [Int] = []
        var input: [Int] = []
        for _ in 0..<rank {
            kernel.append(random.below(4) + 1)
            strides.append(random.below(3) + 1)
            dilation.append(random.below(3) + 1)
            input.append(random.below(limit) + 1 + (kernel.last ?? 1) * (dilation.last ?? 1))
        }
        let paddings: [Padding] = rank == 1 ? [.valid, .same, .causal, .full] : [.valid, .same, .full]
        return try ConvolutionGeometry(
            input: input, kernel: kernel, strides: strides, dilation: dilation,
            padding: paddings[random.below(paddings.count)], groups: groups, channels: groups * (random.below(6) + 1),
            filters: groups * (random.below(36 / groups) + 1))
    }

    static func worstError(_ output: Tensor, _ expected: NaiveConvolution.Result) -> Double {
        var worst = 0.0
        for (index, value) in output.values.enumerated() {
            let error = abs(Double(value) - expected.values[index])
            worst = max(worst, error / max(expected.magnitudes[index], 1e-30))
        }
        return output.count == expected.values.count ? worst : .infinity
    }

    @Test(arguments: Processor.available)
    func randomGeometriesMatchTheNaiveConvolution(on set: InstructionSet) throws {
        try Processor.$forced.withValue(set) {
            var random = RandomStream(seed: 7)
            for round in 0..<25 {
                let geometry = try Self.geometry(&random)
                let samples = random.below(2) + 1
                let input = try random.tensor(Shape([samples] + geometry.inputSize + [geometry.channels]))
                let kernel = try random.tensor(geometry.kernelShape)
                let bias = round % 3 == 0 ? nil : try random.tensor([geometry.filters])
                let expected = NaiveConvolution(geometry: geometry)(
                    input.values, kernel: kernel.values, bias: bias?.values, samples: samples)
                let output = try convolve(input, kernel: kernel, bias: bias, geometry: geometry)
                #expect(output.shape == Shape([samples] + geometry.outputSize + [geometry.filters]))
                #expect(Self.worstError(output, expected) < 2e-6, "\(geometry)")
            }
        }
    }

    /// Geometries for each special path: channels, filters, groups, kernel.
    static let special: [(path: ConvolutionPath, channels: Int, filters: Int, groups: Int, kernel: Int)] = [
        (.fewFilters, 16, 1, 1, 3), (.fewFilters, 48, 3, 1, 5), (.fewFilters, 23, 8, 1, 3), (.fewFilters, 32, 2, 1, 1),
        (.grouped, 16, 16, 8, 3), (.grouped, 32, 32, 8, 3), (.grouped, 48, 48, 6, 2), (.pointwise, 1024, 33, 1, 1),
        (.pointwise, 17, 40, 1, 1), (.depthwise, 19, 19, 19, 3), (.depthwise, 70, 70, 70, 3),
        (.depthwise, 8, 24, 8, 3), (.direct, 5, 16, 1, 3),
        (.direct, 12, 48, 1, 3),
    ]

    @Test(arguments: Processor.available, special.indices)
    func specialPathsMatchTheNaiveConvolution(on set: InstructionSet, number: Int) throws {
        let kind = Self.special[number]
        try Processor.$forced.withValue(set) {
            var random = RandomStream(seed: UInt64(number))
            for stride in 1...2 {
                let geometry = try ConvolutionGeometry(
                    input: [5, 15], kernel: [kind.kernel, kind.kernel], strides: [stride, stride], dilation: [1, 1],
                    padding: stride == 1 ? .same : .full, groups: kind.groups, channels: kind.channels,
                    filters: kind.filters)
                #expect(ConvolutionPlanner.plan(geometry).path == kind.path)
                let input = try random.tensor([2, 5, 15, kind.channels])
                let kernel = try random.tensor(geometry.kernelShape)
                let bias = try random.tensor([kind.filters])
                let output = try convolve(input, kernel: kernel, bias: bias, geometry: geometry)
                let expected = NaiveConvolution(geometry: geometry)(
                    input.values, kernel: kernel.values, bias: bias.values, samples: 2)
                #expect(Self.worstError(output, expected) < 2e-6, "\(geometry)")
            }
        }
    }

    @Test func channelsFirstIsTheSameConvolution() throws {
        var random = RandomStream(seed: 8)
        for _ in 0..<10 {
            let geometry = try Self.geometry(&random)
            let input = try random.tensor(Shape([2] + geometry.inputSize + [geometry.channels]))
            let kernel = try random.tensor(geometry.kernelShape)
            let last = try convolve(input, kernel: kernel, geometry: geometry)
            let first = try convolve(
                try input.channelsFirst(), kernel: kernel, geometry: geometry, dataFormat: .channelsFirst)
            #expect(try first.channelsLast() == last)
        }
    }

    @Test(arguments: [ConvolutionPath.direct, .winograd, .fewFilters])
    func threadsDoNotChangeTheResult(path: ConvolutionPath) throws {
        var random = RandomStream(seed: 9)
        let geometry = try ConvolutionGeometry(
            input: [40, 37], kernel: [3, 3], strides: [1, 1], dilation: [1, 1], padding: .same, channels: 19,
            filters: path == .fewFilters ? 5 : 70)
        let input = try random.tensor([2, 40, 37, 19])
        let packed = try PackedKernel(
            try random.tensor(geometry.kernelShape), geometry: geometry, plan: ConvolutionPlan(path: path, reason: ""))
        let one = try Parallel.withThreads(1) { try convolve(input, packed: packed, geometry: geometry) }
        for threads in [2, 3, 8] {
            let several = try Parallel.withThreads(threads) { try convolve(input, packed: packed, geometry: geometry) }
            #expect(several == one)
        }
    }

    @Test func theBatchDoesNotChangeASample() throws {
        var random = RandomStream(seed: 12)
        let geometry = try ConvolutionGeometry(
            input: [20, 20], kernel: [3, 3], strides: [1, 1], dilation: [1, 1], padding: .same, channels: 64,
            filters: 96)
        let input = try random.tensor([3, 20, 20, 64])
        let kernel = try random.tensor(geometry.kernelShape)
        let all = try convolve(input, kernel: kernel, geometry: geometry)
        let last = try convolve(try input.slice(axis: 0, range: 2..<3), kernel: kernel, geometry: geometry)
        #expect(try all.slice(axis: 0, range: 2..<3) == last)
    }

    @Test func smallIntegersGiveExactIntegers() throws {
        let geometry = try ConvolutionGeometry(
            input: [5, 5], kernel: [3, 3], strides: [1, 1], dilation: [1, 1], padding: .same, channels: 1, filters: 1)
        let input = try Tensor([1, 5, 5, 1], (0..<25).map(Float.init))
        let kernel = try Tensor([3, 3, 1, 1], [1, 2, 1, 0, 0, 0, -1, -2, -1])
        let output = try convolve(input, kernel: kernel, geometry: geometry)
        #expect(output[flat: 12] == -40)
        #expect(output[flat: 0] == -16)
    }

    @Test func activationsAreFused() throws {
        var random = RandomStream(seed: 10)
        let geometry = try ConvolutionGeometry(
            input: [9], kernel: [3], strides: [1], dilation: [1], padding: .causal, channels: 3, filters: 37)
        let input = try random.tensor([1, 9, 3])
        let kernel = try random.tensor(geometry.kernelShape)
        let plain = try convolve(input, kernel: kernel, geometry: geometry)
        for activation: Activation in [.relu, .relu6, .leakyRelu(0.2), .tanh, .gelu, .hardSilu] {
            let fused = try convolve(input, kernel: kernel, geometry: geometry, activation: activation)
            #expect(try fused == activate(plain, activation), "\(activation)")
        }
    }

    @Test func aKernelOfTheWrongShapeIsRefused() throws {
        let geometry = try ConvolutionGeometry(
            input: [9], kernel: [3], strides: [1], dilation: [1], padding: .same, channels: 3, filters: 2)
        #expect(throws: EngineError.self) {
            try convolve(try Tensor(zeros: [1, 9, 3]), kernel: try Tensor(zeros: [3, 3, 3]), geometry: geometry)
        }
    }

    /// Most taps of these windows always lie in the padding.
    @Test(arguments: [
        (ConvolutionPath.direct, 5, 16, 1), (.fewFilters, 16, 2, 1), (.grouped, 16, 16, 8), (.depthwise, 6, 12, 6),
    ])
    func windowsMayBeLongerThanTheInput(path: ConvolutionPath, channels: Int, filters: Int, groups: Int) throws {
        var random = RandomStream(seed: 31)
        let geometry = try ConvolutionGeometry(
            input: [3, 2], kernel: [12, 9], strides: [1, 1], dilation: [2, 1], padding: .same, groups: groups,
            channels: channels, filters: filters)
        let input = try random.tensor([2, 3, 2, channels])
        let kernel = try random.tensor(geometry.kernelShape)
        let output = try convolve(input, kernel: kernel, geometry: geometry)
        let expected = NaiveConvolution(geometry: geometry)(
            input.values, kernel: kernel.values, bias: nil, samples: 2)
        #expect(ConvolutionPlanner.plan(geometry).path == path)
        #expect(Self.worstError(output, expected) < 2e-6)
    }

    @Test func aDilationMayBeFarLongerThanTheInput() throws {
        let geometry = try ConvolutionGeometry(
            input: [2], kernel: [3], strides: [1], dilation: [1 << 60], padding: .same, channels: 1, filters: 1)
        let output = try convolve(
            try Tensor([1, 2, 1], [5, 7]), kernel: try Tensor([3, 1, 1], [1, 10, 100]), geometry: geometry)
        #expect(output.values == [50, 70])
    }
}
