import TensorEngine

/// Rows and columns of a tensor's numbers: their places, not a copy.
public struct MapView: Sendable, Equatable {
    /// The tensor that holds the numbers.
    public let tensor: Tensor
    /// The place of the first number in the tensor.
    public let offset: Int
    /// The number of rows.
    public let rows: Int
    /// The number of columns.
    public let columns: Int
    /// From one row to the next.
    public let rowStride: Int
    /// From one column to the next.
    public let columnStride: Int

    /// The number of row r and column c is at `offset` + r·`rowStride` + c·`columnStride`, which lies within the tensor.
    public init(_ tensor: Tensor, offset: Int, rows: Int, columns: Int, rowStride: Int, columnStride: Int) {
        self.tensor = tensor
        self.offset = offset
        self.rows = rows
        self.columns = columns
        self.rowStride = rowStride
        self.columnStride = columnStride
    }

    /// The numbers, row by row.
    public var values: [Float] {
        tensor.withUnsafeBufferPointer { numbers in
            var result: [Float] = []
            result.reserveCapacity(rows * columns)
            for row in 0..<rows {
                for column in 0..<columns { result.append(numbers[offset + row * rowStride + column * columnStride]) }
            }
            return result
        }
    }
}
