/// Rows and columns of numbers of their own.
struct Grid: Hashable, Sendable {
    var rows: Int
    var columns: Int
    /// `rows` × `columns` numbers, row by row.
    var values: [Float]

    subscript(row: Int, column: Int) -> Float { values[row * columns + column] }
}

extension Plane {
    /// The plane in blocks of `factor` × `factor` numbers, cut off at the last row and column, each shown by its number of
    /// largest magnitude: of a tie the positive one, and NaN wherever there is one.
    ///
    /// - Complexity: O(rows · columns); memory for three rows.
    func peaks(factor: Int) -> Grid {
        let factor = max(1, factor)
        let size = (rows: (rows - 1 + factor) / factor, columns: (columns - 1 + factor) / factor)
        guard !isEmpty else { return Grid(rows: 0, columns: 0, values: []) }
        let values = [Float](unsafeUninitializedCapacity: size.rows * size.columns) { target, count in
            storage.readNumbers { numbers in
                guard let start = numbers.baseAddress, let target = target.baseAddress else { return }
                if factor == 1 { copy(start + offset, target) } else { shrink(start + offset, target, factor) }
            }
            count = size.rows * size.columns
        }
        return Grid(rows: size.rows, columns: size.columns, values: values)
    }

    private func copy(_ source: UnsafePointer<Float>, _ target: UnsafeMutablePointer<Float>) {
        for row in 0..<rows {
            let (from, to) = (source + row * rowStride, target + row * columns)
            for column in 0..<columns { to[column] = from[column * columnStride] }
        }
    }

    /// Looks for the extremes of each column of a row of blocks first, because that runs along memory; in pieces of so many
    /// columns that the extremes stay in the first cache.
    private func shrink(_ source: UnsafePointer<Float>, _ target: UnsafeMutablePointer<Float>, _ factor: Int) {
        let pieceLength = max(factor, 1024 / factor * factor)
        let targetColumns = (columns - 1) / factor + 1
        let capacity = min(columns, pieceLength)
        withUnsafeTemporaryAllocation(of: Float.self, capacity: 3 * capacity) { room in
            guard let start = room.baseAddress else { return }
            let extremes = ColumnExtremes(highs: start, lows: start + capacity, sums: start + 2 * capacity)
            for top in stride(from: 0, to: rows, by: factor) {
                let height = min(factor, rows - top)
                for left in stride(from: 0, to: columns, by: pieceLength) {
                    let count = min(pieceLength, columns - left)
                    let corner = source + top * rowStride + left * columnStride
                    extremes.find(corner, rows: height, columns: count, rowStride, columnStride)
                    let line = target + top / factor * targetColumns + left / factor
                    var first = 0
                    while first < count {
                        let block = first..<min(first + factor, count)
                        let (peak, mayHaveNaN) = extremes.peak(of: block)
                        let isNaN = mayHaveNaN && hasNaN(corner, rows: height, columns: block)
                        line[first / factor] = isNaN ? .nan : peak
                        first += factor
                    }
                }
            }
        }
    }

    private func hasNaN(_ corner: UnsafePointer<Float>, rows: Int, columns: Range<Int>) -> Bool {
        (0..<rows).contains { row in columns.contains { corner[row * rowStride + $0 * columnStride].isNaN } }
    }
}

/// The greatest and the least number of each of some columns, and their sum, which is NaN where a number is: loops of a form
/// that the compiler turns into vectors.
private struct ColumnExtremes {
    let highs: UnsafeMutablePointer<Float>
    let lows: UnsafeMutablePointer<Float>
    let sums: UnsafeMutablePointer<Float>

    /// Finds them anew.
    func find(
        _ start: UnsafePointer<Float>, rows: Int, columns: Int, _ rowStride: Int, _ columnStride: Int
    ) {
        highs.update(repeating: -.infinity, count: columns)
        lows.update(repeating: .infinity, count: columns)
        sums.update(repeating: 0, count: columns)
        for row in stride(from: 0, to: rows, by: 4) {
            // Where there are fewer than four rows, the last one stands for those that are missing, which changes no extreme.
            let first = start + row * rowStride
            let second = start + min(row + 1, rows - 1) * rowStride
            if rows - row <= 2 {
                add(first, second, columns, columnStride: columnStride)
                continue
            }
            let third = start + min(row + 2, rows - 1) * rowStride
            let fourth = start + min(row + 3, rows - 1) * rowStride
            if columnStride == 1 {
                add(first, second, third, fourth, columns, columnStride: 1)
            } else {
                add(first, second, third, fourth, columns, columnStride: columnStride)
            }
        }
    }

    /// Adds four rows at once, so that the extremes are read and written once for four numbers.
    @inline(__always)
    private func add(
        _ first: UnsafePointer<Float>, _ second: UnsafePointer<Float>, _ third: UnsafePointer<Float>,
        _ fourth: UnsafePointer<Float>, _ columns: Int, columnStride: Int
    ) {
        for column in 0..<columns {
            let place = column * columnStride
            let (a, b, c, d) = (first[place], second[place], third[place], fourth[place])
            let (high, otherHigh) = (a > b ? a : b, c > d ? c : d)
            let (low, otherLow) = (a < b ? a : b, c < d ? c : d)
            let (highest, lowest) = (high > otherHigh ? high : otherHigh, low < otherLow ? low : otherLow)
            highs[column] = highest > highs[column] ? highest : highs[column]
            lows[column] = lowest < lows[column] ? lowest : lows[column]
            sums[column] += (a + b) + (c + d)
        }
    }

    /// Adds the last two rows.
    private func add(
        _ first: UnsafePointer<Float>, _ second: UnsafePointer<Float>, _ columns: Int, columnStride: Int
    ) {
        for column in 0..<columns {
            let (a, b) = (first[column * columnStride], second[column * columnStride])
            let (high, low) = (a > b ? a : b, a < b ? a : b)
            highs[column] = high > highs[column] ? high : highs[column]
            lows[column] = low < lows[column] ? low : lows[column]
            sums[column] += a + b
        }
    }

    /// The number of largest magnitude, of a tie the positive one; and whether there can be a NaN: the sum of infinities of both
    /// signs is NaN, too.
    func peak(of columns: Range<Int>) -> (number: Float, mayHaveNaN: Bool) {
        var (high, low, sum) = (-Float.infinity, Float.infinity, Float(0))
        for column in columns {
            high = highs[column] > high ? highs[column] : high
            low = lows[column] < low ? lows[column] : low
            sum += sums[column]
        }
        return (high >= -low ? high : low, sum.isNaN)
    }
}
