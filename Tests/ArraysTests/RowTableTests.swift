import TensorEngine
import Testing

@testable import Arrays

/// Arrays whose rows repeat: what is computed by rows is what would be computed of the whole.
@Suite struct RowTableTests {
    private func table() throws -> RowTable {
        let rows = try NumericArray(shape: [2, 3], bytes: [1, 2, 3, 4, 5, 6])
        return try RowTable(rows: rows, places: [0, 1, 1, 0, 1])
    }

    @Test func theWholeHasARowAtEachPlace() throws {
        let table = try table()
        #expect(table.shape == [5, 3])
        #expect(table.all().ints == [1, 2, 3, 4, 5, 6, 4, 5, 6, 1, 2, 3, 4, 5, 6])
        #expect(table.all().type == .uint8)
    }

    @Test func aPlaceWithoutARowIsRefused() throws {
        let rows = try NumericArray(shape: [2, 1], bytes: [1, 2])
        #expect(throws: EngineError.self) { _ = try RowTable(rows: rows, places: [2]) }
    }

    @Test func operationsWithOneNumberOrRowKeepTheTable() throws {
        let table = try table()
        for (other, shape) in [([2.0], []), ([1, 10, 100], [3]), ([3, 2, 1], [1, 3])] as [([Double], [Int])] {
            let operand = try NumericArray(shape: shape, doubles: other)
            let combined = try #require(try table.combined(with: operand, .multiply, isReflected: false))
            #expect(try combined.all().doubles == NumericArray.combine(table.all(), operand, .multiply).doubles)
        }
        let whole = try NumericArray(shape: [5, 3], doubles: Array(repeating: 1, count: 15))
        #expect(try table.combined(with: whole, .add, isReflected: false) == nil)
    }

    @Test(arguments: [
        [ArrayIndex.index(2)], [.index(-1), .slice(start: 1, stop: nil, step: 1)],
        [.slice(start: 1, stop: 4, step: 1)], [.slice(start: nil, stop: nil, step: -2)],
        [.slice(start: 1, stop: nil, step: 2), .index(1)], [.ellipsis, .newAxis], [.ellipsis, .index(0)],
    ])
    func whatIsSelectedIsThatOfTheWhole(indices: [ArrayIndex]) throws {
        let table = try table()
        let expected = try table.all().selected(indices)
        switch try #require(try table.selected(indices)) {
        case .array(let array): #expect(array.ints == expected.ints && array.shape == expected.shape)
        case .table(let part): #expect(part.all().ints == expected.ints && part.shape == expected.shape)
        }
    }

    @Test func rowsAreChosenByNumbersAndByTruths() throws {
        let table = try table()
        let numbers = ArrayIndex.numbers(try NumericArray(shape: [3], ints: [4, -5, 1]))
        let truths = ArrayIndex.mask(try NumericArray(shape: [5], bools: [true, false, false, true, false]))
        for indices in [[numbers], [truths]] {
            guard case .table(let part)? = try table.selected(indices) else {
                Issue.record("no table")
                continue
            }
            #expect(try part.all().ints == table.all().selected(indices).ints)
        }
    }

    @Test(
        arguments: [ArrayReduction.mean, .variance, .deviation, .maximum, .minimum],
        [nil, [0], [0, 1], [1]] as [[Int]?])
    func reductionsAreThoseOfTheWhole(reduction: ArrayReduction, axes: [Int]?) throws {
        let table = try table()
        let expected = try table.all().reduced(reduction, axes: axes, keepsAxes: true)
        let result: NumericArray
        switch try #require(try table.reduced(reduction, axes: axes, keepsAxes: true)) {
        case .array(let array): result = array
        case .table(let part): result = part.all()
        }
        #expect(result.shape == expected.shape && result.type == expected.type)
        #expect(zip(result.doubles, expected.doubles).allSatisfy { abs($0 - $1) < 1e-12 })
    }

    @Test func valuesAreReplacedInAllRows() throws {
        let table = try table()
        let column: [ArrayIndex] = [.slice(start: nil, stop: nil, step: 1), .index(1)]
        guard case .table(let part)? = try table.selected(column) else { throw EngineError.interrupted }
        let doubled = try #require(
            try part.combined(with: NumericArray(shape: [], doubles: [2]), .multiply, isReflected: false))
        let replaced = try #require(try table.replacing(column, with: .table(doubled)))
        #expect(replaced.all().ints == [1, 4, 3, 4, 10, 6, 4, 10, 6, 1, 4, 3, 4, 10, 6])
        #expect(replaced.rows.type == .uint8)
        #expect(try table.replacing([.index(0)], with: .table(doubled)) == nil)
    }

    @Test func otherShapesKeepTheFirstAxis() throws {
        #expect(try table().reshaped([5, 3, 1])?.shape == [5, 3, 1])
        #expect(try table().reshaped([15]) == nil)
    }

    @Test func rowsThatStandNowhereAreNotAmongTheDistinctOnes() throws {
        let rows = try NumericArray(shape: [3, 1], bytes: [1, 2, 3])
        #expect(try RowTable(rows: rows, places: [2, 0, 2]).distinct().ints == [1, 3])
    }
}
