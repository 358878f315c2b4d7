import Testing

@testable import TensorEngine

@Suite struct SizeFormulaTests {
    private let height = SizeSymbol(id: 1, name: "H")
    private let width = SizeSymbol(id: 2, name: "W")
    private var h: Dim { Dim(height) }
    private var w: Dim { Dim(width) }

    private func valid(_ size: Dim, _ kernel: Int, _ stride: Int) throws -> Dim {
        try ConvolutionArithmetic.outputLength(input: size, kernel: kernel, stride: stride, padding: .valid)
    }

    @Test func formulasReadAsAPersonWritesThem() throws {
        #expect(h.text == "H")
        #expect(try valid(h, 3, 1).text == "H−2")
        #expect(try valid(h, 3, 2).text == "⌊(H−3)/2⌋+1")
        #expect(try valid(valid(h, 3, 2), 3, 2).text == "⌊(H−7)/4⌋+1")
        #expect(try valid(h, 2, 2).text == "⌊H/2⌋")
        #expect(h.ceilDivided(by: 2).text == "⌈H/2⌉")
        #expect(try (h.floorDivided(by: 2) * 2).text == "2⌊H/2⌋")
        #expect(try (h * 2).floorDivided(by: 2).text == "H")
        #expect(try (h * 2 + 3).text == "2H+3")
        #expect(try (2 - h).text == "−H+2")
        #expect(Dim.product([h, w, 8]).text == "8·H·W")
        #expect(try Dim.product([valid(h, 3, 2), w, 8]).text == "8·W·(⌊(H−3)/2⌋+1)")
        #expect(Dim.sum([h, w, 1]).text == "H+W+1")
        #expect(try (valid(valid(h, 3, 2), 2, 2) * 2).text == "2⌊(H−1)/4⌋")
        #expect(try (valid(h, 3, 2) * 2 + 1).text == "2⌈H/2⌉−1")
    }

    @Test func aFormulaIsUnknownAndWrittenNone() throws {
        #expect(h.known == nil && !h.isKnown && h.description == "None" && h != .unknown)
        #expect(try (h + .unknown) == .unknown)
        #expect(try (h - h) == .unknown)
        #expect(Dim.max(h, h) == h && Dim.max(h, 3) == .unknown)
    }

    @Test func formulasThatAreEqualForAllSizesAreEqual() throws {
        #expect(h.ceilDivided(by: 2).ceilDivided(by: 2) == h.ceilDivided(by: 4))
        #expect(h.floorDivided(by: 2).floorDivided(by: 3) == h.floorDivided(by: 6))
        #expect(try (h + 1 - 1) == h)
        #expect(try (h * 2).floorDivided(by: 4) == h.floorDivided(by: 2))
        #expect(Dim.product([h, w]) == Dim.product([w, h]))
        #expect(h.floorDivided(by: 2) != h.ceilDivided(by: 2))
        #expect(h != w)
    }

    @Test func sizesOfOneNameAreToldApart() throws {
        let other = SizeSymbol(id: 3, name: "H", number: 2)
        #expect(Dim.sum([h, Dim(other)]).text == "H+H2")
        #expect(Dim(other).text == "H")
        #expect(Dim(other) != h)
    }

    @Test func randomFormulasHaveTheValuesOfTheirArithmetic() throws {
        var random = RandomStream(seed: 3)
        for _ in 0..<2000 {
            let start = 1 + random.below(300)
            var (size, number) = (h, Dim(start))
            for _ in 0..<1 + random.below(6) {
                let amount = 1 + random.below(5)
                switch random.below(6) {
                case 0: (size, number) = (try size + Dim(amount), try number + Dim(amount))
                case 1: (size, number) = (try size - Dim(amount), try number - Dim(amount))
                case 2: (size, number) = (try size * Dim(amount), try number * Dim(amount))
                case 3: (size, number) = (size.floorDivided(by: amount), number.floorDivided(by: amount))
                case 4: (size, number) = (size.ceilDivided(by: amount), number.ceilDivided(by: amount))
                default: (size, number) = (Dim.sum([size, h]), Dim.sum([number, Dim(start)]))
                }
            }
            #expect(size.formula?.value([height: start]) == number.known, "\(size.text) for \(start)")
        }
    }

    @Test func equalityOfRandomFormulasAgreesWithTheirValues() throws {
        var random = RandomStream(seed: 4)
        func formula() throws -> Dim {
            var size = h
            for _ in 0..<1 + random.below(3) {
                let amount = 1 + random.below(3)
                switch random.below(4) {
                case 0: size = try size + Dim(amount - 2)
                case 1: size = try size * Dim(amount)
                case 2: size = size.floorDivided(by: amount)
                default: size = size.ceilDivided(by: amount)
                }
            }
            return size
        }
        for _ in 0..<3000 {
            let (a, b) = (try formula(), try formula())
            let isAlwaysEqual = (1...200).allSatisfy {
                a.formula?.value([height: $0]) == b.formula?.value([height: $0])
            }
            if a == b { #expect(isAlwaysEqual, "\(a.text) and \(b.text)") }
            if isAlwaysEqual { #expect(a == b, "\(a.text) and \(b.text)") }
        }
    }

    @Test func whatGrowsTooLongIsGivenUp() throws {
        #expect(try h * Dim(Int.max) == .unknown)
        let many = (0..<40).map { Dim(SizeSymbol(id: $0, name: "S")) }
        #expect(Dim.sum(many) == .unknown)
        #expect(Dim.product(many) == .unknown)
    }
}
