import Arrays
import Interpreter
import Layers
import TensorEngine

/// Tensor functions that sum products: `einsum`, `tensordot`, and `one_hot`, which counts classes.
enum SumFunctions {
    static var all: [String: TensorFunction] { ["einsum": einsum, "tensordot": tensordot, "one_hot": oneHot] }

    /// Numbers beyond which a product is refused, not built.
    private static let limit = 1 << 28

    /// `einsum("bhc,bc->bh", x, y)` of one or two operands, without ellipsis.
    private static var einsum: TensorFunction {
        TensorFunction("Einsum", ["subscripts", "x", "y"], summation) { operands, interpreter throws(RaisedError) in
            let (text, labels, output) = subscripts(operands)
            var arrays = [try operands.array(1, interpreter)]
            if operands[2] != nil { arrays.append(try operands.array(2, interpreter)) }
            guard let output, labels.count == arrays.count,
                zip(labels, arrays).allSatisfy({ $0.count == $1.rank && Set($0).count == $0.count }),
                Set(output).isSubset(of: Set(labels.joined()))
            else {
                throw RaisedError(.valueError, "einsum: the subscripts '\(text)' do not go with the operands")
            }
            return .host(ArrayObject(try raising { try sum(arrays, labels, output: output) }))
        }
    }

    /// The text of `einsum`, the labels of the operands' axes, and those of the output; nil where they are missing.
    private static func subscripts(_ operands: Operands) -> (text: String, [[Character]], output: [Character]?) {
        let text = (operands.text(0) ?? "").filter { $0 != " " }
        let sides = text.split(separator: "-", maxSplits: 1).map { $0.filter { $0 != ">" } }
        let labels = (sides.first ?? "").split(separator: ",").map(Array.init)
        return (text, labels, sides.count == 2 ? Array(sides[1]) : nil)
    }

    private static let summation = KnownRule { operands in
        let (_, labels, output) = subscripts(operands)
        guard let output else { return nil }
        func numbers(_ labels: [Character]) -> [Int] {
            labels.compactMap { $0.unicodeScalars.first.map { Int($0.value) } }
        }
        let (operandLabels, outputLabels) = (labels.map(numbers), numbers(output))
        let places = operands[2] == nil ? [1] : [1, 2]
        return KnownRule.contraction(
            { ranks in ranks == operandLabels.map(\.count) ? (operandLabels, outputLabels) : nil }, operands: places
        ).rule(operands)
    }

    private static let contraction = KnownRule { operands in
        let lists = operands[2].flatMap { axes -> [[Int]]? in
            switch axes {
            case .list(let list): try? list.items.map { try ArrayObject.sizes($0) }
            case .tuple(let items): try? items.map { try ArrayObject.sizes($0) }
            default: nil
            }
        }
        let count = operands.axis(2, or: 2)
        return KnownRule.contraction { ranks in
            guard ranks.count == 2 else { return nil }
            if let lists {
                guard lists.count == 2, lists[0].count == lists[1].count else { return nil }
                let pairs = zip(lists[0], lists[1]).map { a, b in (a < 0 ? a + ranks[0] : a, b < 0 ? b + ranks[1] : b) }
                return pairs.allSatisfy { $0.0 >= 0 && $0.1 >= 0 } ? ContractionRule.contraction(ranks, pairs) : nil
            }
            guard let count, count >= 0, count <= min(ranks[0], ranks[1]) else { return nil }
            return ContractionRule.contraction(ranks, (0..<count).map { (ranks[0] - count + $0, $0) })
        }.rule(operands)
    }

    /// Sums the products of arrays whose axes are named over the axes that the output does not have.
    private static func sum(
        _ arrays: [NumericArray], _ labels: [[Character]], output: [Character]
    ) throws -> NumericArray {
        let summed = labels.joined().reduce(into: [Character]()) { names, name in
            if !output.contains(name), !names.contains(name) { names.append(name) }
        }
        let all = output + summed
        var extents: [Int] = []
        for name in all {
            let sizes = zip(labels, arrays).compactMap { names, array in
                names.firstIndex(of: name).map { array.shape[$0] }
            }
            guard Set(sizes).count <= 1 else {
                throw RaisedError(.valueError, "einsum: the axes '\(name)' have different sizes \(sizes)")
            }
            extents.append(sizes.first ?? 1)
        }
        guard let size = checkedProduct(extents), size <= limit else {
            throw RaisedError(.memoryError, "einsum would be too large")
        }
        let spread = try zip(labels, arrays).map { names, array -> NumericArray in
            let order = all.compactMap { names.firstIndex(of: $0) }
            let turned = try array.transposed(order)
            return try turned.reshaped(all.map { name in names.firstIndex(of: name).map { array.shape[$0] } ?? 1 })
        }
        let product = try spread.count == 1 ? spread[0] : NumericArray.combine(spread[0], spread[1], .multiply)
        guard !summed.isEmpty else { return product }
        return try product.reduced(.sum, axes: Array(output.count..<all.count), keepsAxes: false)
    }

    /// `tensordot(x, y, axes)`: axes is a number of axes, or a list of axes for each operand.
    private static var tensordot: TensorFunction {
        TensorFunction("Tensordot", ["x1", "x2", "axes"], contraction) { operands, interpreter throws(RaisedError) in
            let (x, y) = (try operands.array(0, interpreter), try operands.array(1, interpreter))
            let left = Array("abcdefgh".prefix(x.rank))
            var right = Array("ijklmnop".prefix(y.rank))
            guard left.count == x.rank, right.count == y.rank else {
                throw RaisedError(.valueError, "tensordot takes at most 8 axes")
            }
            var pairs: [(Int, Int)] = []
            let axes = operands[2] ?? .int(2)
            if axes.isSequence {
                let lists = try interpreter.items(of: axes)
                guard lists.count == 2 else { throw RaisedError(.valueError, "`axes` must be two lists of axes") }
                pairs = Array(zip(try ArrayObject.sizes(lists[0]), try ArrayObject.sizes(lists[1])))
            } else {
                let count = try NumpyCreation.integer(axes)
                guard (0...min(x.rank, y.rank)).contains(count) else {
                    throw RaisedError(.valueError, "`axes` must be at most the number of axes")
                }
                pairs = (0..<count).map { (x.rank - count + $0, $0) }
            }
            for (a, b) in pairs { right[try y.axis(b)] = left[try x.axis(a)] }
            let shared = Set(left).intersection(right)
            let output = left.filter { !shared.contains($0) } + right.filter { !shared.contains($0) }
            let labels = [left, right]
            return .host(ArrayObject(try raising { try sum([x, y], labels, output: output) }))
        }
    }

    /// `one_hot(x, num_classes)`: a row of 0 and 1 for each class number.
    private static var oneHot: TensorFunction {
        TensorFunction("OneHot", ["x", "num_classes", "axis"], .unknown) { operands, interpreter throws(RaisedError) in
            let array = try operands.array(0, interpreter)
            let classes = try operands.integer(1) ?? 1
            guard classes > 0 else { throw RaisedError(.valueError, "one_hot: `num_classes` must be positive") }
            return .host(ArrayObject(try raising { try rows(array, classes: classes, shape: array.shape) }))
        }
    }

    /// A row of 0 and 1 for each class number; a number outside the classes gives zeros.
    /// - Parameter shape: the shape of the numbers, to which the classes are added.
    static func rows(_ numbers: NumericArray, classes: Int, shape: [Int]) throws(EngineError) -> NumericArray {
        var rows = try Tensor(zeros: Shape(shape + [classes]))
        for (row, number) in numbers.ints.enumerated() where number >= 0 && number < classes {
            rows[flat: row * classes + number] = 1
        }
        return NumericArray(rows)
    }
}
