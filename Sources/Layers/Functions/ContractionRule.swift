import TensorEngine

/// Products of tensors summed over the axes that the output lacks, as `einsum` does.
public struct ContractionRule: FunctionRule {
    /// A label for each axis of each operand, and for each axis of the output.
    public typealias Labels = (operands: [[Int]], output: [Int])

    let operands: [FunctionOperand]
    let labels: @Sendable (_ ranks: [Int]) -> Labels?

    /// - Parameters:
    ///   - operands: what the operands are, in order.
    ///   - labels: the labels for operands with so many axes; nil where they do not fit.
    public init(_ operands: [FunctionOperand], _ labels: @escaping @Sendable (_ ranks: [Int]) -> Labels?) {
        self.operands = operands
        self.labels = labels
    }

    /// Sizes that are not known fit; where all are known, the function itself refuses shapes that do not go together.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? {
        let shapes = FunctionOperand.shapes(operands, inputs)
        guard shapes.contains(where: { !$0.dims.allSatisfy(\.isKnown) }), let labels = labels(shapes.map(\.rank)) else {
            return nil
        }
        var sizes: [Int: Dim] = [:]
        for (shape, names) in zip(shapes, labels.operands) {
            for (size, name) in zip(shape.dims, names) {
                if !labels.output.contains(name), let other = sizes[name]?.known, let own = size.known, own != other {
                    return nil
                }
                guard let both = sizes[name].map({ $0.broadcast(with: size) }) ?? size else { return nil }
                sizes[name] = both
            }
        }
        let dims = labels.output.compactMap { sizes[$0] }
        return dims.count == labels.output.count ? [BatchShape(dims)] : nil
    }

    /// The elements of a sample of the output times the sizes of the summed axes.
    public func multiplyAccumulates(inputs: [BatchShape], outputs: [BatchShape]) -> Dim {
        let shapes = FunctionOperand.shapes(operands, inputs)
        guard let labels = labels(shapes.map(\.rank)) else { return .unknown }
        var summed: [Int: Dim] = [:]
        for (shape, names) in zip(shapes, labels.operands) {
            for (size, name) in zip(shape.dims, names) where !labels.output.contains(name) {
                summed[name] = summed[name]?.known == nil ? size : summed[name]
            }
        }
        return Dim.product([outputs[0].elementsPerSample] + summed.values)
    }

    /// The same index along axes of the output, all elements along summed ones; at most, where a constant has zeros.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        let shapes = FunctionOperand.shapes(operands, inputs)
        guard let labels = labels(shapes.map(\.rank)) else { return inputs.map { .unknown($0) } }
        let hasZeros = operands.contains(where: \.hasZeros)
        return zip(zip(operands, shapes), labels.operands).compactMap { operand, names in
            guard case .input = operand.0 else { return nil }
            let positions = Positions(
                zip(operand.1.dims, names).map { size, name in
                    guard let target = labels.output.firstIndex(of: name) else { return .whole }
                    // A size of 1 may repeat.
                    return size == 1 && outputs[output].dims[target] != 1 ? .whole : .same(target)
                })
            return hasZeros ? positions.atMost : positions
        }
    }

    /// Labels of a product of matrices with leading axes that broadcast; nil for vectors.
    public static func matrixProduct(_ ranks: [Int]) -> Labels? {
        guard ranks.count == 2, ranks.allSatisfy({ $0 >= 2 }) else { return nil }
        // Leading axes are labelled from the last one on, rows -1, the summed axis -2, columns -3.
        func leading(_ rank: Int) -> [Int] { Array((0..<rank - 2).reversed()) }
        return (
            [leading(ranks[0]) + [-1, -2], leading(ranks[1]) + [-2, -3]],
            leading(max(ranks[0], ranks[1])) + [-1, -3]
        )
    }

    /// Labels of numpy's `dot`: the last axis of the first operand and the last but one of the second are summed.
    public static func dotProduct(_ ranks: [Int]) -> Labels? {
        guard ranks.count == 2, ranks[0] >= 1, ranks[1] >= 1 else { return nil }
        return contraction(ranks, [(ranks[0] - 1, max(ranks[1] - 2, 0))])
    }

    /// Labels of a product summed over pairs of axes.
    public static func contraction(_ ranks: [Int], _ pairs: [(Int, Int)]) -> Labels? {
        guard ranks.count == 2, pairs.allSatisfy({ $0.0 < ranks[0] && $0.1 < ranks[1] }) else { return nil }
        let left = Array(0..<ranks[0])
        var right = (0..<ranks[1]).map { $0 + ranks[0] }
        for (a, b) in pairs { right[b] = a }
        let shared = Set(pairs.map(\.0))
        return ([left, right], left.filter { !shared.contains($0) } + right.filter { $0 >= ranks[0] })
    }
}
