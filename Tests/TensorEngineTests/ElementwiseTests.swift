#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
import Testing

@testable import TensorEngine

@Suite struct ElementwiseTests {
    static let inputs: [Double] = [
        -30, -9, -4, -3, -2.5, -1, -0.75, -0.5, -0.01, -1e-4, 0, 1e-4, 0.02, 0.5, 0.8, 1, 2, 3, 5, 7, 30,
    ]

    /// Every activation with its definition in doubles.
    static let definitions: [(Activation, @Sendable (Double) -> Double)] = [
        (.none, { $0 }),
        (.relu, { max($0, 0) }),
        (.relu6, { min(max($0, 0), 6) }),
        (.clippedRelu(negativeSlope: 0.1, maxValue: 4, threshold: 1), { $0 >= 4 ? 4 : $0 > 1 ? $0 : 0.1 * ($0 - 1) }),
        (.leakyRelu(0.2), { $0 < 0 ? 0.2 * $0 : $0 }),
        (.elu(0.7), { $0 > 0 ? $0 : 0.7 * expm1($0) }),
        (.selu, { 1.0507009873554805 * ($0 > 0 ? $0 : 1.6732632423543772 * expm1($0)) }),
        (.celu(1.5), { max($0, 0) + min(1.5 * expm1($0 / 1.5), 0) }),
        (.gelu, { $0 * 0.5 * erfc(-$0 / 2.0.squareRoot()) }),
        (.geluApproximate, { 0.5 * $0 * (1 + tanh((2 / Double.pi).squareRoot() * ($0 + 0.044715 * $0 * $0 * $0))) }),
        (.silu, { $0 / (1 + exp(-$0)) }),
        (.softplus, { log1p(exp($0)) }),
        (.softsign, { $0 / (1 + abs($0)) }),
        (.sigmoid, { 1 / (1 + exp(-$0)) }),
        (.hardSigmoid, { min(max($0 + 3, 0), 6) / 6 }),
        (.hardSilu, { $0 * min(max($0 + 3, 0), 6) / 6 }),
        (.tanh, { tanh($0) }),
        (.tanhShrink, { $0 - tanh($0) }),
        (.hardTanh, { min(max($0, -1), 1) }),
        (.hardShrink(0.5), { abs($0) > 0.5 ? $0 : 0 }),
        (.softShrink(0.5), { $0 > 0.5 ? $0 - 0.5 : $0 < -0.5 ? $0 + 0.5 : 0 }),
        (.squareplus(4), { ($0 + ($0 * $0 + 4).squareRoot()) / 2 }),
        (.sparsePlus, { $0 <= -1 ? 0 : $0 < 1 ? ($0 + 1) * ($0 + 1) / 4 : $0 }),
        (.sparseSigmoid, { $0 <= -1 ? 0 : $0 < 1 ? ($0 + 1) / 2 : 1 }),
        (.logSigmoid, { -log1p(exp(-$0)) }),
        (.exponential, { exp($0) }),
        (.mish, { $0 * tanh(log1p(exp($0))) }),
        (.threshold(1, value: -2), { $0 > 1 ? $0 : -2 }),
    ]

    @Test(arguments: Processor.available)
    func activationsFollowTheirDefinitions(on set: InstructionSet) throws {
        try Processor.$forced.withValue(set) {
            let tensor = try Tensor([Self.inputs.count], Self.inputs.map(Float.init))
            for (activation, definition) in Self.definitions {
                let output = try activate(tensor, activation).values
                for (x, y) in zip(tensor.values, output) {
                    let expected = definition(Double(x))
                    let error = abs(Double(y) - expected) / max(abs(expected), 1e-6)
                    #expect(error < 5e-6, "\(activation) of \(x) is \(y), expected \(expected)")
                }
            }
        }
    }

    @Test(arguments: Processor.available)
    func aNaNStaysANaN(on set: InstructionSet) throws {
        try Processor.$forced.withValue(set) {
            for (activation, _) in Self.definitions {
                let output = try activate(try Tensor(filling: .nan, [5]), activation)
                #expect(output.values.allSatisfy { $0.isNaN }, "\(activation)")
            }
        }
    }

    @Test func infinitiesHaveTheirLimits() throws {
        let tensor = try Tensor([2], [-.infinity, .infinity])
        #expect(try activate(tensor, .sigmoid).values == [0, 1])
        #expect(try activate(tensor, .tanh).values == [-1, 1])
        #expect(try activate(tensor, .exponential).values == [0, .infinity])
        #expect(try activate(tensor, .softplus).values == [0, .infinity])
        #expect(try activate(tensor, .elu(1)).values == [-1, .infinity])
    }

    @Test func broadcastingFollowsNumpy() throws {
        let column = try Tensor([2, 1], [1, 2])
        let row = try Tensor([3], [10, 20, 30])
        #expect(try combine(column, row, .add).values == [11, 21, 31, 12, 22, 32])
        #expect(try combine(column, row, .multiply).shape == [2, 3])
        #expect(try combine(row, try Tensor(scalar: 2), .subtract).values == [8, 18, 28])
        #expect(throws: EngineError.self) { try combine(row, try Tensor(zeros: [2]), .add) }
    }

    @Test func randomBroadcastsMatchTheDefinition() throws {
        var random = RandomStream(seed: 3)
        for _ in 0..<40 {
            let shape = (0..<4).map { _ in random.below(4) + 1 }
            func thinned(_ random: inout RandomStream) throws -> Tensor {
                let kept = shape.map { random.below(3) == 0 ? 1 : $0 }
                return try random.tensor(Shape(Array(kept.dropFirst(random.below(3)))))
            }
            let (a, b) = (try thinned(&random), try thinned(&random))
            let sum = try combine(a, b, .subtract)
            for (index, at) in positions(sum.shape.dims).enumerated() {
                func value(_ tensor: Tensor) -> Float {
                    let own = at.suffix(tensor.shape.rank).enumerated().map { tensor.shape[$0] == 1 ? 0 : $1 }
                    return tensor[flat: flat(own, tensor.shape.dims)]
                }
                #expect(sum[flat: index] == value(a) - value(b))
            }
        }
    }

    @Test func reductionsOverAxes() throws {
        let tensor = try Tensor([2, 3], [1, 2, 3, 4, 5, 9])
        #expect(try reduce(tensor, .sum).values == [24])
        #expect(try reduce(tensor, .mean, axes: [0]).values == [2.5, 3.5, 6])
        #expect(try reduce(tensor, .max, axes: [-1], keepDims: true).shape == [2, 1])
        #expect(try reduce(tensor, .min, axes: [1]).values == [1, 4])
        #expect(try reduce(tensor, .variance, axes: [0]).values == [2.25, 2.25, 9])
        #expect(try argmax(tensor, axis: 1).values == [2, 2])
    }

    @Test func reductionsOfAnyAxesMatchTheDefinition() throws {
        var random = RandomStream(seed: 13)
        let tensor = try random.tensor([3, 4, 2, 5])
        for axes in [[0], [1], [3], [0, 1], [1, 2], [0, 2], [1, 3], [0, 1, 2, 3]] {
            let sums = try reduce(tensor, .sum, axes: axes, keepDims: true)
            var expected = [Double](repeating: 0, count: sums.count)
            for (index, at) in positions(tensor.shape.dims).enumerated() {
                let place = at.enumerated().map { axes.contains($0) ? 0 : $1 }
                expected[flat(place, sums.shape.dims)] += Double(tensor[flat: index])
            }
            #expect(zip(sums.values, expected).allSatisfy { abs(Double($0) - $1) < 1e-6 }, "\(axes)")
        }
    }

    @Test func longReductionsAreTakenInPieces() throws {
        let ones = try Tensor(filling: 1, [200_001])
        #expect(try reduce(ones, .sum).values == [200_001])
        #expect(try reduce(try ones.reshaped([66667, 3]), .mean, axes: [0]).values == [1, 1, 1])
    }

    @Test func activationsAlongAnAxis() throws {
        let tensor = try Tensor([2, 2], [0, Float(log(3.0)), 5, 5])
        let soft = try activate(tensor, .softmax)
        #expect(zip(soft.values, [0.25, 0.75, 0.5, 0.5]).allSatisfy { abs($0 - $1) < 1e-6 })
        let logs = try activate(tensor, .logSoftmax)
        #expect(zip(logs.values, [0.25, 0.75, 0.5, 0.5]).allSatisfy { abs(exp($0) - $1) < 1e-6 })
        #expect(try activate(try Tensor([3], [3, 1, 0]), .sparsemax).values == [1, 0, 0])
        #expect(try activate(try Tensor([2], [0.5, 0.5]), .sparsemax).values == [0.25, 0.25])
        #expect(try activate(try Tensor([4], [2, 4, 0, 0]), .glu).values == [1, 2])
        #expect(try activate(try tensor.transposed([1, 0]), .softmax, axis: 0) == soft.transposed([1, 0]))
    }

    @Test func denseAndMatrixProducts() throws {
        let left = try Tensor([2, 2], [1, 2, 3, 4])
        let right = try Tensor([2, 3], [1, 0, 2, 0, 1, 2])
        #expect(try matmul(left, right).values == [1, 2, 6, 3, 4, 14])
        #expect(
            try dense(left, kernel: right, bias: try Tensor([3], [0, -3, 0]), activation: .relu).values == [
                1, 0, 6, 3, 1, 14,
            ])
        #expect(try matmul(try Tensor([2], [1, 1]), right).values == [1, 1, 4])
        #expect(try matmul(left, try Tensor([2], [1, 1])).values == [3, 7])
        #expect(try matmul(try left.reshaped([2, 1, 2]), try right.reshaped([1, 2, 3])).shape == [2, 1, 3])
    }

    @Test(arguments: Processor.available, [1, 3, 9])
    func denseMatchesTheDefinition(on set: InstructionSet, rows: Int) throws {
        try Processor.$forced.withValue(set) {
            var random = RandomStream(seed: 4)
            for units in [1, 16, 37, 200] {
                let input = try random.tensor([rows, 45])
                let kernel = try random.tensor([45, units])
                let bias = try random.tensor([units])
                let output = try dense(input, kernel: kernel, bias: bias)
                for (index, at) in positions([rows, units]).enumerated() {
                    let sum = (0..<45).reduce(Double(bias[flat: at[1]])) {
                        $0 + Double(input[flat: at[0] * 45 + $1]) * Double(kernel[flat: $1 * units + at[1]])
                    }
                    #expect(abs(Double(output[flat: index]) - sum) < 1e-5)
                }
            }
        }
    }

    @Test func rowsBeyondTheFirstBandAreReduced() throws {
        let rows = 1 << 20 + 3
        var tensor = try Tensor(zeros: Shape([rows, 1]))
        tensor[flat: rows - 1] = 5
        let sums = try reduce(tensor, .sum, axes: [1])
        #expect(sums[flat: rows - 1] == 5 && sums[flat: rows - 2] == 0)
    }
}
