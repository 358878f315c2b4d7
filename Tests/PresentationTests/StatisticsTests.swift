import Testing

@testable import Presentation

@Suite struct StatisticsTests {
    @Test func figuresAreThoseOfTheDefinitions() {
        for seed in 0..<200 {
            var random = RandomNumbers(seed: seed)
            let values = random.values(Int.random(in: 1...300, using: &random))
            let statistics = Statistics(values)
            let finite = values.filter(\.isFinite).map { Double($0) }
            #expect(statistics.range == ValueRange(values))
            #expect(statistics.zeroCount == values.count { $0 == 0 })
            guard !finite.isEmpty else { continue }
            let mean = finite.reduce(0, +) / Double(finite.count)
            let variance = finite.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(finite.count)
            #expect(abs(statistics.mean - mean) <= 1e-12 * finite.reduce(1e-30) { max($0, abs($1)) })
            #expect(
                abs(statistics.deviation - variance.squareRoot()) <= 1e-6 * finite.reduce(1e-30) { max($0, abs($1)) })
            #expect(statistics.histogram.reduce(0, +) == (statistics.range.isConstant ? 0 : finite.count))
        }
    }

    @Test func theHistogramCountsEqualParts() {
        #expect(Statistics([0, 1, 2, 3, 4, 5, 6, 7, 8] as [Float]).histogram == [1, 1, 1, 1, 1, 1, 1, 2])
    }

    @Test func extremeRangesDoNotOverflow() {
        let limit = Float.greatestFiniteMagnitude
        #expect(Statistics([-limit, 0, limit] as [Float]).histogram == [1, 0, 0, 0, 1, 0, 0, 1])
        #expect(Statistics([0, Float.leastNonzeroMagnitude]).histogram == [1, 0, 0, 0, 0, 0, 0, 1])
    }

    @Test func aMeanThatIsRoundingOnlyIsZero() {
        let lines = Statistics([1, -1, 3e-8] as [Float]).lines(for: .plain()).map(\.plain)
        #expect(lines[0].contains("μ 0  σ 0.82"))
    }

    @Test func manyNumbersAreCountedAsFewAre() {
        for count in [4095, 4096, 4097, 20_003] {
            var random = RandomNumbers(seed: count)
            let values = (0..<count).map { _ in Float.random(in: -3...2, using: &random).rounded(.toNearestOrEven) / 2 }
            let statistics = Statistics(values)
            #expect(statistics.range == ValueRange(values))
            #expect(statistics.zeroCount == values.count { $0 == 0 })
            let (low, high) = (Double(statistics.range.minimum), Double(statistics.range.maximum))
            let bounds = (1..<8).map { low + (high - low) * Double($0) / 8 }
            let bins = values.map { value in bounds.count { $0 <= Double(value) } }
            #expect(statistics.histogram == (0..<8).map { bin in bins.count { $0 == bin } })
        }
    }

    @Test func theLineSaysItAll() {
        let values: [Float] = [0, 0, 0, 0, 1, 2, 3, 4, .nan, .infinity]
        let lines = Statistics(values).lines(for: .plain()).map(\.plain)
        #expect(lines == ["[0 █ ▂ ▂ ▂▂ 4]  μ 1.2  σ 1.5  50 % zeros  1 nan  1 inf"])
        #expect(Statistics([2, 2] as [Float]).lines(for: .plain()).map(\.plain) == ["[2 everywhere]"])
        #expect(Statistics(values).lines(for: Renderer(unicode: false)).allSatisfy { $0.plain.allSatisfy(\.isASCII) })
    }
}
