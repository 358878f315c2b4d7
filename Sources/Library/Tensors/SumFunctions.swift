import Arrays
import Interpreter
import Layers
import TensorEngine

/// Tensor functions that sum products: `einsum`, `tensordot`, and `one_hot`, which counts classes.
enum SumFunctions {
    static var all: [String: TensorFunction] { ["einsum": einsum, "tensordot": tensordot, "one_hot": oneHot] }

    /// Numbers beyond which a product is refused, not built.
    private static let limit = 1 << 28

    /// `einsum("bhc,bc->bh", x, y)` of up to six operands.
    private static var einsum: TensorFunction {
        TensorFunction("Einsum", einsumParameters, summation) { operands, interpreter throws(RaisedError) in
            var arrays: [NumericArray] = []
            for place in given(operands) { arrays.append(try operands.array(place, interpreter)) }
            let text = operands.text(0) ?? ""
            guard let labels = Subscripts(text)?.labels(ranks: arrays.map(\.rank)) else {
                throw RaisedError(.valueError, "einsum: the subscripts '\(text)' do not go with the operands")
            }
            let operands = arrays
            return .host(ArrayObject(try raising { try sum(operands, labels.operands, output: labels.output) }))
        }
    }

    /// The names of the operands are not Keras's, which takes any number of them.
    static let einsumParameters = ["subscripts"] + (1...6).map { "operand\($0)" }

    /// The places of the operands that are given.
    private static func given(_ operands: Operands) -> [Int] {
        (1..<operands.values.count).filter { operands[$0] != nil }
    }

    private static let summation = KnownRule { operands in
        guard let subscripts = Subscripts(operands.text(0) ?? "") else { return nil }
        return KnownRule.contraction({ subscripts.labels(ranks: $0) }, operands: given(operands)).rule(operands)
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

    /// Sums the products of arrays whose axes are labelled over the axes that the output does not have: two arrays at a time.
    private static func sum(_ arrays: [NumericArray], _ labels: [[Int]], output: [Int]) throws -> NumericArray {
        var (result, names) = try diagonal(arrays[0], labels[0])
        for (place, next) in arrays.enumerated().dropFirst() {
            let (other, others) = try diagonal(next, labels[place])
            let needed = Set(output).union(labels.dropFirst(place + 1).joined())
            var kept: [Int] = []
            for name in names + others where needed.contains(name) && !kept.contains(name) { kept.append(name) }
            let isLast = place == arrays.count - 1
            let target = isLast ? output : kept
            result = try sumOfProducts([result, other], [names, others], output: target)
            names = target
        }
        return arrays.count == 1 ? try sumOfProducts([result], [names], output: output) : result
    }

    /// An array with each label once: of two axes with the same label, the elements with equal indices.
    private static func diagonal(_ array: NumericArray, _ labels: [Int]) throws -> (NumericArray, [Int]) {
        var (array, labels) = (array, labels)
        while let name = labels.first(where: { name in labels.count { $0 == name } > 1 }),
            let first = labels.firstIndex(of: name), let last = labels.lastIndex(of: name)
        {
            guard array.shape[first] == array.shape[last] else {
                throw RaisedError(
                    .valueError,
                    "einsum: the axes '\(spelled(name))' have different sizes [\(array.shape[first]), \(array.shape[last])]"
                )
            }
            let size = array.shape[first]
            let parts = try (0..<size).map { index in
                try array.part(index..<index + 1, along: last).part(index..<index + 1, along: first)
            }
            var shape = array.shape
            shape.remove(at: last)
            array =
                try parts.isEmpty
                ? array.reshaped(shape) : NumericArray.concatenated(parts, axis: first).reshaped(shape)
            labels.remove(at: last)
        }
        return (array, labels)
    }

    private static func spelled(_ label: Int) -> String {
        label < 0 ? "..." : UnicodeScalar(UInt8(clamping: label)).description
    }

    /// Sums the products of one or two arrays over the axes that the output does not have.
    private static func sumOfProducts(
        _ arrays: [NumericArray], _ labels: [[Int]], output: [Int]
    ) throws -> NumericArray {
        let summed = labels.joined().reduce(into: [Int]()) { names, name in
            if !output.contains(name), !names.contains(name) { names.append(name) }
        }
        let all = output + summed
        var extents: [Int] = []
        for name in all {
            let sizes = zip(labels, arrays).compactMap { names, array in
                names.firstIndex(of: name).map { array.shape[$0] }
            }
            // Axes of an ellipsis broadcast.
            let different = Set(name < 0 ? sizes.filter { $0 != 1 } : sizes)
            guard different.count <= 1 else {
                throw RaisedError(.valueError, "einsum: the axes '\(spelled(name))' have different sizes \(sizes)")
            }
            extents.append(different.first ?? 1)
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
            let left = Array(0..<x.rank)
            var right = (0..<y.rank).map { $0 + x.rank }
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
            let result = try raising { () throws -> NumericArray in try sumOfProducts([x, y], labels, output: output) }
            return .host(ArrayObject(result))
        }
    }

    /// `one_hot(x, num_classes)`: a row of 0 and 1 for each class number.
    private static var oneHot: TensorFunction {
        TensorFunction("OneHot", ["x", "num_classes", "axis", "dtype"], .unknown) {
            operands, interpreter throws(RaisedError) in
            let array = try operands.array(0, interpreter)
            let classes = try operands.integer(1) ?? 1
            guard classes > 0 else { throw RaisedError(.valueError, "one_hot: `num_classes` must be positive") }
            let rows = try raising { () throws -> NumericArray in
                try self.rows(array, classes: classes, shape: array.shape)
            }
            let axis = try rows.axis(try operands.integer(2) ?? -1)
            var order = Array(0..<array.rank)
            order.insert(array.rank, at: axis)
            return .host(ArrayObject(try raising { try rows.transposed(order) }))
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
