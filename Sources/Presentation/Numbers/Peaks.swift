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
        withUnsafeTemporaryAllocation(of: Float.self, capacity: 3 * min(columns, pieceLength)) { room in
            guard let highs = room.baseAddress else { return }
            let (lows, strays) = (highs + room.count / 3, highs + room.count / 3 * 2)
            for top in stride(from: 0, to: rows, by: factor) {
                for left in stride(from: 0, to: columns, by: pieceLength) {
                    let count = min(pieceLength, columns - left)
                    highs.update(repeating: -.infinity, count: count)
                    lows.update(repeating: .infinity, count: count)
                    strays.update(repeating: 0, count: count)
                    for row in top..<min(top + factor, rows) {
                        gather(source + row * rowStride + left * columnStride, count, highs, lows, strays)
                    }
                    let line = target + top / factor * targetColumns + left / factor
                    for (index, first) in stride(from: 0, to: count, by: factor).enumerated() {
                        line[index] = peak(first..<min(first + factor, count), highs, lows, strays)
                    }
                }
            }
        }
    }

    private func gather(
        _ line: UnsafePointer<Float>, _ count: Int, _ highs: UnsafeMutablePointer<Float>,
        _ lows: UnsafeMutablePointer<Float>, _ strays: UnsafeMutablePointer<Float>
    ) {
        if columnStride == 1 {
            for column in 0..<count { Plane.note(line[column], column, highs, lows, strays) }
        } else {
            for column in 0..<count { Plane.note(line[column * columnStride], column, highs, lows, strays) }
        }
    }

    @inline(__always)
    private static func note(
        _ value: Float, _ column: Int, _ highs: UnsafeMutablePointer<Float>, _ lows: UnsafeMutablePointer<Float>,
        _ strays: UnsafeMutablePointer<Float>
    ) {
        highs[column] = value > highs[column] ? value : highs[column]
        lows[column] = value < lows[column] ? value : lows[column]
        strays[column] = value == value ? strays[column] : value
    }

    private func peak(
        _ block: Range<Int>, _ highs: UnsafeMutablePointer<Float>, _ lows: UnsafeMutablePointer<Float>,
        _ strays: UnsafeMutablePointer<Float>
    ) -> Float {
        var (high, low) = (-Float.infinity, Float.infinity)
        for column in block {
            if strays[column].isNaN { return .nan }
            high = highs[column] > high ? highs[column] : high
            low = lows[column] < low ? lows[column] : low
        }
        return high >= -low ? high : low
    }
}
