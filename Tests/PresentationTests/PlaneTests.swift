import Presentation
import Testing

@Suite struct PlaneTests {
    @Test func aPlaneIsAViewOfItsNumbers() {
        let numbers: [Float] = (0..<24).map { Float($0) }
        let plane = Plane(of: numbers, offset: 1, rows: 3, columns: 2, rowStride: 8, columnStride: 4)
        #expect(plane.values == [1, 5, 9, 13, 17, 21])
    }

    @Test func aViewBeyondItsNumbersIsEmpty() {
        #expect(Plane(of: [1, 2, 3], rows: 2, columns: 2, rowStride: 2).isEmpty)
        #expect(Plane(of: [1], rows: .max, columns: .max, rowStride: .max).isEmpty)
        #expect(Plane(of: [1], offset: -1, rows: 1, columns: 1, rowStride: 1).isEmpty)
    }

    @Test func whatTheLastRowLacksIsNotANumber() {
        let plane = Plane(rows: .max, columns: 2, values: [1, 2, 3])
        #expect(plane.rows == 2)
        #expect(plane.values.prefix(3) == [1, 2, 3])
        #expect(plane.values[3].isNaN)
    }
}
