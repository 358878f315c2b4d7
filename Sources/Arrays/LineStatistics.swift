import TensorEngine

/// What a reduction makes of the numbers of one line.
///
/// Sums are added up in numpy's order, so that their last digit is numpy's too.
///
/// Source: the pairwise summation of numpy's `add.reduce`.
struct LineStatistics<Number: BinaryFloatingPoint> {
    /// How many numbers of a line lie side by side in the array.
    let run: Int
    /// What is taken off the count where squares of differences are averaged.
    var correction = 0

    /// The function for a reduction to a number of the same type.
    func function(_ reduction: ArrayReduction) -> ([Number]) -> Number {
        switch reduction {
        case .sum: sum
        case .mean: mean
        case .product: { $0.reduce(1, *) }
        case .minimum: { $0.contains(where: \.isNaN) ? .nan : $0.min() ?? .nan }
        case .maximum: { $0.contains(where: \.isNaN) ? .nan : $0.max() ?? .nan }
        case .variance: variance
        default: { variance($0).squareRoot() }
        }
    }

    /// The sum: pairwise within a run, one run after the other. Numbers of 16 bits are added up in 32.
    private func sum(_ line: [Number]) -> Number {
        if Number.self == Float16.self { return Number(LineStatistics<Float>(run: run).sum(line.map { Float($0) })) }
        return stride(from: 0, to: line.count, by: max(run, 1)).reduce(0) { total, start in
            total + pairwiseSum(line[start..<min(start + max(run, 1), line.count)])
        }
    }

    private func mean(_ line: [Number]) -> Number {
        // Not through the rounded sum.
        if Number.self == Float16.self { return Number(LineStatistics<Float>(run: run).mean(line.map { Float($0) })) }
        return quotient(sum(line), line.count)
    }

    private func quotient(_ sum: Number, _ count: Int) -> Number {
        Number.self == Float16.self ? Number(Float(sum) / Float(count)) : sum / Number(count)
    }

    private func variance(_ line: [Number]) -> Number {
        let mean = quotient(sum(line), line.count)
        return quotient(sum(line.map { ($0 - mean) * ($0 - mean) }), max(line.count - correction, 0))
    }

    /// A sum by halves, whose rounding errors stay small; blocks of at most 128 are added in eight columns.
    private func pairwiseSum(_ values: ArraySlice<Number>) -> Number {
        if values.count < 8 { return values.reduce(0, +) }
        if values.count > 128 {
            let half = values.count / 2
            let middle = values.startIndex + half - half % 8
            return pairwiseSum(values[..<middle]) + pairwiseSum(values[middle...])
        }
        var columns = Array(values.prefix(8))
        let whole = values.count / 8 * 8
        for index in 8..<whole { columns[index % 8] += values[values.startIndex + index] }
        let total =
            ((columns[0] + columns[1]) + (columns[2] + columns[3]))
            + ((columns[4] + columns[5]) + (columns[6] + columns[7]))
        return values.dropFirst(whole).reduce(total, +)
    }
}
