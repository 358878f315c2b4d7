import TensorEngine

/// A function among whose arguments are sizes of tensors, such as `ops.reshape(x, (ops.shape(x)[0], -1))`.
public struct SizedRule: UncountedRule {
    private let rule: (any FunctionRule)?
    private let isSize: [Bool]
    private let shapes: [BatchShape]

    /// - Parameters:
    ///   - rule: what is known of the other inputs; nil where there are none, or where nothing is known of them.
    ///   - isSize: for each input, whether it holds sizes.
    ///   - shapes: the shapes of the outputs.
    public init(_ rule: (any FunctionRule)?, isSize: [Bool], shapes: [BatchShape]) {
        (self.rule, self.isSize, self.shapes) = (rule, isSize, shapes)
    }

    /// The shapes that were found when it was called.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? { shapes }

    /// The numbers of the inputs that hold no sizes.
    var inputs: [Int] { isSize.indices.filter { !isSize[$0] } }

    /// The shape of the output for an input of these sizes with as many elements, whose first axis is that of the batch; nil
    /// where more than one other size is not known.
    func shape(forSizes sizes: [Int]) -> [Int]? {
        guard var dims = shapes.first?.dims, !dims.isEmpty, let batch = sizes.first else { return nil }
        if !dims[0].isKnown { dims[0] = Dim(batch) }
        let others = dims.compactMap(\.known).reduce(1, *)
        let all = sizes.reduce(1, *)
        if let open = dims.firstIndex(where: { !$0.isKnown }), others > 0 { dims[open] = Dim(all / others) }
        let shape = dims.compactMap(\.known)
        return shape.count == dims.count && shape.reduce(1, *) == all ? shape : nil
    }

    /// What holds no sizes among some things, one for each input.
    func others<Item>(_ items: [Item]) -> [Item] { zip(items, isSize).filter { !$1 }.map(\.0) }

    /// What the rule says of the inputs that are no sizes.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        let others = others(inputs)
        let known = rule?.positions(ofOutput: output, inputs: others, outputs: outputs) ?? others.map { .unknown($0) }
        var rest = known[...]
        return zip(inputs, isSize).map { $1 ? .unknown($0) : rest.popFirst() ?? .unknown($0) }
    }
}
