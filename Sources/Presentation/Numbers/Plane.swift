/// Numbers in memory, which pictures read where they lie.
public protocol NumberStorage: Sendable {
    /// How many numbers there are.
    var count: Int { get }
    /// Gives access to all of them, in order.
    func readNumbers<Answer>(_ body: (UnsafeBufferPointer<Float>) -> Answer) -> Answer
}

extension Array: NumberStorage where Element == Float {
    /// Gives access to all of them, in order.
    public func readNumbers<Answer>(_ body: (UnsafeBufferPointer<Float>) -> Answer) -> Answer {
        withUnsafeBufferPointer(body)
    }
}

/// Rows and columns of numbers: a view of memory, which is not copied.
public struct Plane: Sendable {
    /// Where the numbers are.
    let storage: any NumberStorage
    /// The place of the first number.
    let offset: Int
    /// The number of rows.
    public let rows: Int
    /// The number of columns.
    public let columns: Int
    /// From one row to the next.
    let rowStride: Int
    /// From one column to the next.
    let columnStride: Int

    /// A view of `storage`: the number of row r and column c is at `offset` + r·`rowStride` + c·`columnStride`.
    ///
    /// A view that would reach beyond the storage is empty.
    public init(
        of storage: any NumberStorage, offset: Int = 0, rows: Int, columns: Int, rowStride: Int, columnStride: Int = 1
    ) {
        let fits = Plane.fits(storage.count, offset, [(rows, rowStride), (columns, columnStride)])
        self.storage = storage
        self.offset = offset
        self.rows = fits ? rows : 0
        self.columns = fits ? columns : 0
        self.rowStride = rowStride
        self.columnStride = columnStride
    }

    /// A plane of its own numbers, row by row. Rows that `values` does not reach are left out, surplus values dropped;
    /// what the last row lacks is not a number.
    public init(rows: Int, columns: Int, values: [Float]) {
        let columns = max(0, columns)
        let reached = columns == 0 ? 0 : values.count / columns + (values.count % columns == 0 ? 0 : 1)
        let rows = max(0, min(rows, reached))
        let missing = max(0, rows * columns - values.count)
        self.init(
            of: missing == 0 ? values : values + Array(repeating: .nan, count: missing), rows: rows, columns: columns,
            rowStride: columns)
    }

    private static func fits(_ count: Int, _ offset: Int, _ axes: [(size: Int, stride: Int)]) -> Bool {
        guard offset >= 0 else { return false }
        var last = offset
        for axis in axes {
            guard axis.size > 0, axis.stride >= 0 else { return false }
            let (reach, isTooFar) = (axis.size - 1).multipliedReportingOverflow(by: axis.stride)
            let (sum, overflow) = last.addingReportingOverflow(reach)
            if isTooFar || overflow { return false }
            last = sum
        }
        return last < count
    }

    /// Whether there are no numbers.
    public var isEmpty: Bool { rows == 0 || columns == 0 }

    /// The numbers, row by row.
    public var values: [Float] { peaks(factor: 1).values }

    /// The least and greatest number, and what is not finite.
    public var range: ValueRange {
        storage.readNumbers { numbers in
            var range = ValueRange()
            for row in 0..<rows {
                for column in 0..<columns { range.insert(numbers[offset + row * rowStride + column * columnStride]) }
            }
            return range
        }
    }
}
