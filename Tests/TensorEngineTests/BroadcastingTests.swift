import TensorEngine
import Testing

struct BroadcastingTests {
    @Test func sizesAreAlignedAtTheLastAxis() {
        #expect(broadcast([4, 1, 3], [5, 1]) == [4, 5, 3])
        #expect(broadcast([2, 3], []) == [2, 3])
        #expect(broadcast([0, 3], [1]) == [0, 3])
    }

    @Test func differentSizesDoNotGoTogether() { #expect(broadcast([2, 3], [2, 4]) == nil) }

    @Test func anUnknownSizeBecomesTheKnownOneBesideIt() {
        let unknown = Dim.unknown
        #expect(broadcast([unknown, 8, 3], [1, unknown, 1]) == [unknown, 8, 3])
        #expect(broadcast([unknown], [unknown]) == [unknown])
        #expect(broadcast([1], [unknown]) == [unknown])
    }
}
