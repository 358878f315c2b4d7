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

    @Test func theLineSaysItAll() {
        let values: [Float] = [0, 0, 0, 0, 1, 2, 3, 4, .nan, .infinity]
        let lines = Statistics(values).lines(for: .plain()).map(\.plain)
        #expect(lines == ["[0 █ ▂ ▂ ▂▂ 4]  μ 1.2  σ 1.5  50 % zeros  1 nan  1 inf"])
        #expect(Statistics([2, 2] as [Float]).lines(for: .plain()).map(\.plain) == ["[2 everywhere]"])
        #expect(Statistics(values).lines(for: Renderer(unicode: false)).allSatisfy { $0.plain.allSatisfy(\.isASCII) })
    }
}
