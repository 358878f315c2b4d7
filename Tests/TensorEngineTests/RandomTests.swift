import Testing

@testable import TensorEngine

/// Random numbers against those of TensorFlow's stateless generators, and against themselves on other machines.
@Suite struct RandomTests {
    @Test func uniformNumbersAreTensorFlows() throws {
        // tf.random.stateless_uniform([6], [1337, 0])
        let numbers = try Tensor.uniform([6], seed: RandomSeed(1337)).values
        #expect(numbers == Self.uniform1337)
    }

    @Test func normalNumbersAreTensorFlows() throws {
        // tf.random.stateless_normal([6], [1337, 2])
        let numbers = try Tensor.normal([6], seed: RandomSeed(1337, 2)).values
        for (number, wanted) in zip(numbers, Self.normal1337) { #expect(abs(number - wanted) <= 2e-6) }
    }

    @Test func truncatedNumbersLieWithinTwoDeviations() throws {
        let numbers = try Tensor.truncatedNormal([100_003], mean: 1, deviation: 0.5, seed: RandomSeed(5)).values
        #expect(numbers.allSatisfy { $0 > 0 && $0 < 2 })
        let mean = numbers.reduce(0, +) / Float(numbers.count)
        #expect(abs(mean - 1) < 0.01)
    }

    @Test func numbersAreTheSameForAnyInstructionSetAndNumberOfThreads() throws {
        func draw(_ count: Int) throws -> [[Float]] {
            let seed = RandomSeed(count, 3)
            return [
                try Tensor.uniform([count], low: -2, high: 3, seed: seed).values,
                try Tensor.normal([count], mean: 1, deviation: 2, seed: seed).values,
                try Tensor.truncatedNormal([count], seed: seed).values,
            ]
        }
        for count in [0, 1, 3, 4, 5, 63, 64, 65, 70_001] {
            let usual = try draw(count)
            for set in Processor.available {
                let other = try Processor.$forced.withValue(set) { try draw(count) }
                #expect(other == usual)
            }
            #expect(try Parallel.withThreads(1) { try draw(count) } == usual)
            #expect(try Parallel.withThreads(5) { try draw(count) } == usual)
        }
    }

    @Test func aLongerTensorBeginsWithTheShorterOnesNumbers() throws {
        let long = try Tensor.normal([1000], seed: RandomSeed(9)).values
        for count in [1, 2, 7, 130] {
            #expect(try Tensor.normal([count], seed: RandomSeed(9)).values == Array(long.prefix(count)))
        }
    }

    @Test func seedsAreTakenModuloTheLargestOfTensorFlows() throws {
        let number = Int(Int32.max) - 1
        #expect(
            try Tensor.uniform([4], seed: RandomSeed(5)) == Tensor.uniform([4], seed: RandomSeed(5 + number)))
        #expect(
            try Tensor.uniform([4], seed: RandomSeed(-1)) == Tensor.uniform([4], seed: RandomSeed(number - 1)))
    }

    @Test func droppedElementsAreZeroAndTheOthersScaled() throws {
        let input = try Tensor(filling: -2, [50, 40])
        let values = try dropout(input, rate: 0.25, seed: RandomSeed(4)).values
        #expect(Set(values) == [0, -2 / 0.75])
        let dropped = values.filter { $0 == 0 }.count
        #expect((400..<600).contains(dropped))
        #expect(values.allSatisfy { $0 != 0 || $0.sign == .plus })
    }

    @Test func aNoiseShapeSharesNumbersAlongItsAxesOfOne() throws {
        let input = try Tensor(filling: 1, [6, 5, 4])
        let values = try dropout(input, rate: 0.5, noiseShape: [nil, 1, 4], seed: RandomSeed(4))
        for sample in 0..<6 {
            for row in 1..<5 {
                for channel in 0..<4 {
                    #expect(
                        values[flat: (sample * 5 + row) * 4 + channel] == values[flat: sample * 20 + channel])
                }
            }
        }
        #expect(throws: EngineError.self) { try dropout(input, rate: 0.5, noiseShape: [5, 5, 4], seed: RandomSeed(4)) }
    }

    @Test func pythonsGeneratorDrawsWhatCPythonDraws() {
        // random.seed(7); [random.randint(1, 10**9), random.random(), random.gauss(0, 1)]
        var random = PythonRandom(seed: 7)
        #expect(random.below(1_000_000_000) + 1 == Self.python7.0)
        #expect(random.unit() == Self.python7.1)
        #expect(abs(random.gauss() - Self.python7.2) < 1e-12)
    }
}

extension RandomTests {
    fileprivate static let uniform1337: [Float] = [
        0.5598834753036499, 0.40457022190093994, 0.9417637586593628, 0.8456554412841797, 0.3996572494506836,
        0.4484102725982666,
    ]
    fileprivate static let normal1337: [Float] = [
        1.8890401124954224, 0.5912988781929016, -1.168567180633545, -0.13403593003749847, -0.02538657933473587,
        -0.267458975315094,
    ]
    fileprivate static let python7 = (347712783, 0.9478653606090632, -0.24838025469634117)
}
