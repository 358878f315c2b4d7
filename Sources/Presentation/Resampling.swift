/// A map brought to another size by area means.
enum Resampling {
    /// `values` (`rows` × `columns`, row by row) as `newRows` × `newColumns`.
    ///
    /// Each new value is the mean of the area it covers, fractions of old values included:
    /// `new[i, j] = Σ w·old / Σ w` over `[i·R/r, (i+1)·R/r) × [j·C/c, (j+1)·C/c)`. An area that holds something not
    /// a number becomes that, one that holds an infinity becomes infinite, so that neither is lost.
    ///
    /// - Complexity: O(rows · columns + newRows · newColumns).
    static func areaMean(_ values: [Float], rows: Int, columns: Int, newRows: Int, newColumns: Int) -> [Float] {
        if rows == newRows, columns == newColumns { return values }
        let down = spans(from: rows, to: newRows)
        let across = spans(from: columns, to: newColumns)
        var result: [Float] = []
        result.reserveCapacity(newRows * newColumns)
        values.withUnsafeBufferPointer { source in
            for vertical in down {
                for horizontal in across {
                    result.append(mean(source, columns, vertical, horizontal))
                }
            }
        }
        return result
    }

    /// The old positions that one new one covers: whole indices and the weights of the first and the last.
    struct Span {
        var first: Int
        var last: Int
        var firstWeight: Double
        var lastWeight: Double

        func weight(_ index: Int) -> Double {
            index == first ? firstWeight : index == last ? lastWeight : 1
        }
    }

    static func spans(from count: Int, to newCount: Int) -> [Span] {
        (0..<newCount).map { index in
            let start = Double(index) * Double(count) / Double(newCount)
            let end = Double(index + 1) * Double(count) / Double(newCount)
            let first = min(Int(start), count - 1)
            // A rounding error above a whole number must not add a neighbour of no weight.
            let last = max(first, min(Int((end - 1e-9).rounded(.down)), count - 1))
            if first == last { return Span(first: first, last: last, firstWeight: 1, lastWeight: 1) }
            return Span(
                first: first, last: last, firstWeight: Double(first + 1) - start, lastWeight: end - Double(last))
        }
    }

    private static func mean(
        _ source: UnsafeBufferPointer<Float>, _ columns: Int, _ vertical: Span, _ horizontal: Span
    ) -> Float {
        if vertical.first == vertical.last, horizontal.first == horizontal.last {
            return source[vertical.first * columns + horizontal.first]
        }
        var sum = 0.0
        var weights = 0.0
        var infinity: Float?
        for row in vertical.first...vertical.last {
            for column in horizontal.first...horizontal.last {
                let value = source[row * columns + column]
                if value.isNaN { return value }
                if value.isInfinite { infinity = value }
                let weight = vertical.weight(row) * horizontal.weight(column)
                sum += Double(value) * weight
                weights += weight
            }
        }
        return infinity ?? Float(sum / weights)
    }
}
