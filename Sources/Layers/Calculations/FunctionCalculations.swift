import TensorEngine

/// An element of an output of an operation.
public struct OutputElement: Sendable {
    /// The number of the output.
    public let output: Int
    /// The index along the first axis, that of the samples.
    public let sample: Int
    /// The index along each axis after it.
    public let place: [Int]

    /// An element.
    public init(output: Int = 0, sample: Int, place: [Int]) {
        (self.output, self.sample, self.place) = (output, sample, place)
    }

    /// The index along each axis of a tensor, which may have no axes.
    func indices(rank: Int) -> [Int] { Array(([sample] + place).prefix(rank)) }
}

extension FunctionOperation: CalculatedOperation {
    /// How an element of the first output of the first sample is calculated.
    public func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        try calculation(of: OutputElement(sample: 0, place: place), inputs: inputs)
    }

    /// How an element is calculated: by the rule where the function computes, otherwise by following numbers through it.
    public func calculation(of element: OutputElement, inputs: [[Int]]) throws(Refusal) -> Calculation {
        let reader = FunctionReader(self, element, inputs)
        switch rule {
        case let rule as ElementwiseRule: return try reader.elementwise(rule)
        case let rule as MixingRule: return reader.applied(over: rule.wholeAxes(of: inputs))
        case let rule as ReductionRule: return try reader.reduced(rule.wholeAxes(of: inputs))
        case let rule as RunningRule: return try reader.running(rule)
        case let rule as ContractionRule: return try reader.contracted(rule)
        case let rule as SizedRule: return try reader.reshaped(rule)
        case is UnknownRule where !FunctionReader.copying.contains(name): throw reader.unknown
        default: return try reader.copied()
        }
    }
}

extension GivenWeights: CalculatedOperation {
    /// As the operation.
    public func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        guard let operation = operation as? any CalculatedOperation else {
            throw Refusal(.notImplementedError, "The single terms of this function are not known.")
        }
        return try operation.calculation(of: place, inputs: [inputs[0]])
    }
}

/// Finds what an element of a function's output is calculated from.
struct FunctionReader {
    private let function: FunctionOperation
    private let element: OutputElement
    private let sizes: [[Int]]

    /// Functions that copy elements, though there is no rule for what they copy under these arguments.
    static let copying: Set<String> = ["BroadcastTo", "Concatenate", "GetItem", "Pad", "Repeat", "Roll", "Take"]

    init(_ function: FunctionOperation, _ element: OutputElement, _ sizes: [[Int]]) {
        (self.function, self.element, self.sizes) = (function, element, sizes)
    }

    /// That nothing is known of the terms.
    var unknown: Refusal {
        Refusal(
            .notImplementedError, "The single terms of this \(function.name) are not known.",
            remedy: "trace a tensor before or after it")
    }

    private func term(_ input: Int, _ indices: [Int], factor: Double = 1) -> Calculation.Term {
        Calculation.Term(
            source: .input(input), place: Array(indices.dropFirst()), factor: factor,
            sample: indices.first == element.sample ? nil : indices.first)
    }

    // MARK: Element by element

    func elementwise(_ rule: ElementwiseRule) throws(Refusal) -> Calculation {
        if let arithmetic = Arithmetic(function.name), function.isFloat, rule.operands.count == arithmetic.operandCount
        {
            let terms = try terms(of: rule.operands)
            return Calculation(
                combining: arithmetic.combining,
                terms: terms.enumerated().map { index, term in
                    var term = term
                    if arithmetic.negates == index { term.factor = -1 }
                    return term
                })
        }
        guard rule.operands.filter(\.isInput).count == sizes.count else { return applied(over: sizes.map { _ in [] }) }
        let shapes = sizes.map { Shape($0.map { _ in 1 }) }
        return applied(to: try terms(of: rule.operands), shapes, areInputs: rule.operands.map(\.isInput))
    }

    /// The elements of operands at one position, by numpy's rule of broadcasting.
    private func terms(of operands: [FunctionOperand]) throws(Refusal) -> [Calculation.Term] {
        let shapes = FunctionOperand.shapes(operands, sizes.map { BatchShape($0) }).map { $0.dims.compactMap(\.known) }
        let indices = element.indices(rank: shapes.map(\.count).max() ?? 0)
        return try terms(
            of: operands, at: shapes.map { shape in zip(indices.suffix(shape.count), shape).map { $1 == 1 ? 0 : $0 } })
    }

    /// One element of each operand.
    private func terms(of operands: [FunctionOperand], at places: [[Int]]) throws(Refusal) -> [Calculation.Term] {
        var (input, terms): (Int, [Calculation.Term]) = (0, [])
        for (operand, place) in zip(operands, places) {
            if let source = try operand.source(at: place) {
                terms.append(Calculation.Term(source: source, place: place))
            } else {
                terms.append(term(input, place))
                input += 1
            }
        }
        return terms
    }

    // MARK: Along axes

    /// Elements along axes summed up, or combined otherwise.
    func reduced(_ axes: [Set<Int>]) throws(Refusal) -> Calculation {
        let isFirst = element.output == 0
        guard function.isFloat, let combining = Arithmetic.reduction(function.name), isFirst else {
            return applied(over: axes)
        }
        return Calculation(combining: combining, terms: terms(over: axes).flatMap { $0 })
    }

    /// Elements up to the same index along an axis, summed up.
    func running(_ rule: RunningRule) throws(Refusal) -> Calculation {
        guard function.isFloat, let axis = rule.place(rank: sizes[0].count) else { throw unknown }
        let own = element.indices(rank: sizes[0].count)
        return Calculation(
            terms: (0...own[axis]).map { index in
                var indices = own
                indices[axis] = index
                return term(0, indices)
            })
    }

    /// The elements of each input: all indices along some axes, one along the others.
    private func terms(over axes: [Set<Int>]) -> [[Calculation.Term]] {
        zip(sizes, axes).enumerated().map { input, pair in
            let (start, shape) = corner(of: pair.0, over: pair.1)
            return (0..<shape.dims.reduce(1, *)).map { number in
                term(input, zip(start, shape.indices(of: number)).map { $0 + $1 })
            }
        }
    }

    /// Where the elements of an input begin, and how many there are along each axis.
    private func corner(of sizes: [Int], over whole: Set<Int>) -> (start: [Int], shape: Shape) {
        let kept = sizes.indices.filter { !whole.contains($0) }
        let outer = element.indices(rank: element.place.count + 1)
        // Axes that were reduced may be missing in the output; those that remain are aligned at the last one otherwise.
        let isAligned = whole.isEmpty || outer.count == sizes.count
        var start = [Int](repeating: 0, count: sizes.count)
        for (number, axis) in kept.enumerated() {
            let place = isAligned ? outer.count - sizes.count + axis : number
            guard outer.indices.contains(place), sizes[axis] != 1 else { continue }
            start[axis] = outer[place]
        }
        return (start, Shape(sizes.indices.map { whole.contains($0) ? sizes[$0] : 1 }))
    }

    /// The function itself, called on the elements that it looks at.
    func applied(over axes: [Set<Int>]) -> Calculation {
        let terms = terms(over: axes).flatMap { $0 }
        let shapes = zip(sizes, axes).map { corner(of: $0, over: $1).shape }
        return applied(to: terms, shapes, areInputs: terms.map { _ in true })
    }

    /// - Parameters:
    ///   - shapes: the shapes of the inputs that the terms are.
    ///   - areInputs: which of the terms are read from inputs; the others are constants, which the function has.
    private func applied(to terms: [Calculation.Term], _ shapes: [Shape], areInputs: [Bool]) -> Calculation {
        let (function, element) = (function, element)
        let applied = Calculation.AppliedTerms(name: function.name) { values in
            var rest = zip(values, areInputs).filter(\.1).map(\.0)[...]
            let inputs = try shapes.map { shape in
                let count = shape.dims.reduce(1, *)
                defer { rest = rest.dropFirst(count) }
                return try Tensor(shape, rest.prefix(count).map { Float($0) })
            }
            let output = try function.forward(inputs, OperationContext(LayerState(weights: [])))[element.output]
            let dims = output.shape.dims
            let indices = zip(element.indices(rank: dims.count), dims).map { $1 == 1 ? 0 : $0 }
            return Double(output[flat: output.shape.place(of: indices)])
        }
        return Calculation(combining: .function(applied), terms: terms)
    }

    // MARK: Products

    /// The sum of products over the axes that the output lacks.
    func contracted(_ rule: ContractionRule) throws(Refusal) -> Calculation {
        let shapes = FunctionOperand.shapes(rule.operands, sizes.map { BatchShape($0) }).map {
            $0.dims.compactMap(\.known)
        }
        guard function.isFloat, let labels = rule.labels(shapes.map(\.count)) else { throw unknown }
        var indices = Dictionary(
            zip(labels.output, element.indices(rank: labels.output.count)), uniquingKeysWith: { first, _ in first })
        var summed: [(label: Int, size: Int)] = []
        for (shape, names) in zip(shapes, labels.operands) {
            for (size, name) in zip(shape, names) where !labels.output.contains(name) {
                if !summed.contains(where: { $0.label == name }) { summed.append((name, size)) }
            }
        }
        let inner = Shape(summed.map(\.size))
        var terms: [Calculation.Term] = []
        for number in 0..<inner.dims.reduce(1, *) {
            for (sum, index) in zip(summed, inner.indices(of: number)) { indices[sum.label] = index }
            terms.append(try product(rule.operands, shapes, labels.operands, indices, number))
        }
        return Calculation(terms: terms)
    }

    private func product(
        _ operands: [FunctionOperand], _ shapes: [[Int]], _ labels: [[Int]], _ indices: [Int: Int], _ number: Int
    ) throws(Refusal) -> Calculation.Term {
        // A size of 1 may repeat.
        let places = zip(shapes, labels).map { zip($0, $1).map { $0 == 1 ? 0 : indices[$1] ?? 0 } }
        let factors = try terms(of: operands, at: places)
        if factors.count == 1 { return factors[0] }
        return Calculation.Term(source: .step(Calculation(combining: .product, terms: factors)), place: [number])
    }

    // MARK: Copies

    /// The element that the output copies, found by passing numbers through the function that tell where they come from.
    /// The element of a tensor that has another shape, which follows from sizes of tensors.
    func reshaped(_ rule: SizedRule) throws(Refusal) -> Calculation {
        guard function.name == "Reshape", let input = rule.inputs.first,
            let shape = rule.shape(forSizes: sizes[input])
        else { throw unknown }
        let place = Shape(shape).place(of: element.indices(rank: shape.count))
        return Calculation(terms: [term(input, Shape(sizes[input]).indices(of: place))])
    }

    func copied() throws(Refusal) -> Calculation {
        var counts: [Int] = []
        var total = 0
        for size in sizes {
            counts.append(total)
            total += size.reduce(1, *)
        }
        let marks = zip(counts, sizes).map { first, size in
            (0..<size.reduce(1, *)).map { Double(first + $0 + 1) }
        }
        // Of a constant, both runs give the same.
        guard let mark = try function.passed(marks, sizes, to: element),
            let opposite = try function.passed(marks.map { $0.map { -$0 } }, sizes, to: element)
        else { throw unknown }
        if mark == opposite { return Calculation(terms: [Calculation.Term(source: .constant(mark), place: [])]) }
        guard mark == -opposite, mark >= 1, mark <= Double(total), mark == mark.rounded(),
            let input = counts.lastIndex(where: { Double($0) < mark })
        else { throw unknown }
        return Calculation(terms: [term(input, Shape(sizes[input]).indices(of: Int(mark) - 1 - counts[input]))])
    }
}

/// A function with the name of an arithmetic operation.
private struct Arithmetic {
    let combining: Calculation.Combining
    let operandCount: Int
    /// The operand that is subtracted.
    var negates: Int?

    init?(_ name: String) {
        switch name {
        case "Add": (combining, operandCount) = (.sum, 2)
        case "Subtract": (combining, operandCount, negates) = (.sum, 2, 1)
        case "Negative": (combining, operandCount, negates) = (.sum, 1, 0)
        case "Multiply": (combining, operandCount) = (.product, 2)
        case "Divide", "TrueDivide": (combining, operandCount) = (.quotient, 2)
        case "Maximum": (combining, operandCount) = (.largest, 2)
        case "Minimum": (combining, operandCount) = (.smallest, 2)
        case "Identity", "StopGradient": (combining, operandCount) = (.sum, 1)
        default: return nil
        }
    }

    /// What becomes of the elements along axes.
    static func reduction(_ name: String) -> Calculation.Combining? {
        switch name {
        case "Sum": .sum
        case "Mean", "Moments": .mean
        case "Prod": .product
        case "Max", "Amax": .largest
        case "Min", "Amin": .smallest
        default: nil
        }
    }
}
