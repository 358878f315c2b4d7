import Testing

@testable import TensorEngine

struct DimTests {
    @Test func arithmeticOnKnownSizesIsArithmetic() throws {
        #expect(try (Dim(28) - 3).floorDivided(by: 2) + 1 == 13)
        #expect(Dim(28).ceilDivided(by: 3) == 10)
        #expect(Dim(-5).floorDivided(by: 2) == -3)
        #expect(Dim(-5).ceilDivided(by: 2) == -2)
        #expect(try Dim(4) * 6 == 24)
        #expect(Dim.max(3, 7) == 7)
    }

    @Test func arithmeticOnAnUnknownSizeIsUnknown() throws {
        #expect(try (Dim.unknown - 3).floorDivided(by: 2) + 1 == .unknown)
        #expect(try 2 * Dim.unknown == .unknown)
        #expect(Dim.max(.unknown, 3) == .unknown)
        #expect(Dim.sum([1, .unknown]) == .unknown)
        #expect(Dim.product([0, .unknown]) == .unknown)
    }

    @Test func anOverflowIsAnErrorOrUnknown() {
        #expect(throws: EngineError.self) { try Dim(Int.max) + 1 }
        #expect(throws: EngineError.self) { try Dim(Int.min) - 1 }
        #expect(throws: EngineError.self) { try Dim(1 << 62) * 2 }
        #expect(Dim.product([Dim(1 << 62), 2]) == .unknown)
        #expect(Dim.sum([Dim(Int.max), 1]) == .unknown)
    }

    @Test func aFactorOfZeroHidesNoOverflow() {
        #expect(checkedProduct([0, 1 << 62, 4]) == nil)
        #expect(checkedProduct([3, 0, 5]) == 0)
        #expect(checkedProduct([Int]()) == 1)
    }

    @Test func sizesAreWrittenAsPythonWritesThem() {
        #expect(Dim(3).description == "3")
        #expect(Dim.unknown.description == "None")
    }
}
