import TensorEngine

/// What is known of a function of tensors without calling it.
public protocol FunctionRule: Sendable {
    /// The shapes of the outputs; nil where there is no formula, or the inputs do not fit, which calling the function shows.
    func outputShapes(for inputs: [BatchShape]) -> [BatchShape]?

    /// Why inputs for which there are no shapes do not fit; nil where calling the function shows it.
    func refusal(of inputs: [BatchShape]) -> Refusal?

    /// Multiply-accumulate operations for one sample; see `Operation`.
    func multiplyAccumulates(inputs: [BatchShape], outputs: [BatchShape]) -> Dim

    /// Which elements of each input an element of one output depends on; see `Operation`.
    func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions]
}

extension FunctionRule {
    /// Nil: calling the function shows it.
    public func refusal(of inputs: [BatchShape]) -> Refusal? { nil }
}

/// A rule for functions that multiply no matrices.
public protocol UncountedRule: FunctionRule {}

extension UncountedRule {
    /// None.
    public func multiplyAccumulates(inputs: [BatchShape], outputs: [BatchShape]) -> Dim { 0 }
}

/// Nothing is known but that no matrices are multiplied.
public struct UnknownRule: UncountedRule {
    /// The rule.
    public init() {}
    /// Nil: shapes are found by calling the function.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? { nil }
    /// Unknown.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { .unknown($0) }
    }
}

/// The shape of one of the inputs; which elements matter is not known.
public struct KeptShapeRule: UncountedRule {
    private let isLast: Bool

    /// - Parameter isLast: whether it is the shape of the last input, and not of the first.
    public init(isLast: Bool = false) { self.isLast = isLast }
    /// The shape of that input.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? {
        (isLast ? inputs.last : inputs.first).map { [$0] }
    }
    /// Unknown.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { .unknown($0) }
    }
}

/// Each element of the output from the elements at the same position, by numpy's rule of broadcasting.
public struct ElementwiseRule: UncountedRule {
    let operands: [FunctionOperand]
    /// How a constant operand can keep the others from having an effect.
    let masking: Masking

    /// How an operand keeps elements of the others from having an effect.
    public enum Masking: Sendable {
        /// It does not.
        case none
        /// By a factor of zero: `x * mask`.
        case factor
        /// By a number beside which others vanish, or which a softmax turns into zero: `scores + mask * -1e9`.
        case summand
        /// By choosing others: the first operand of `where`.
        case choice
    }

    /// The rule.
    /// - Parameters:
    ///   - operands: the operands in their order, as many of them inputs as there are.
    ///   - masking: how a constant operand can keep the others from having an effect.
    public init(_ operands: [FunctionOperand] = [.input], masking: Masking = .none) {
        (self.operands, self.masking) = (operands, masking)
    }

    /// Whether constants among the operands keep elements of the inputs from having an effect.
    var hasMask: Bool {
        operands.enumerated().contains { place, operand in
            switch masking {
            case .none: false
            case .factor: operand.hasZeros
            case .summand: operand.hasExtremes
            case .choice: place == 0 && !operand.isInput
            }
        }
    }

    /// The shapes of the operands that are constants or weights.
    var constants: [BatchShape] { FunctionOperand.shapes(operands, []) }

    /// The shape that inputs and constants broadcast to.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? {
        var dims: [Dim] = []
        for shape in inputs + constants {
            guard let next = TensorEngine.broadcast(dims, shape.dims) else { return nil }
            dims = next
        }
        return [BatchShape(dims)]
    }

    /// Shapes that cannot be broadcast, and the projection that would make them equal.
    public func refusal(of inputs: [BatchShape]) -> Refusal? {
        Refusal(
            "Operands could not be broadcast together.",
            received:
                "shapes \((inputs + constants.filter { $0.rank > 0 }).map(\.description).joined(separator: ", "))",
            remedy: inputs.count == 2 ? Projection.between(inputs[0], inputs[1])?.remedy : nil)
    }

    /// The same position, at most where a constant masks elements.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        let positions = inputs.map { Positions.broadcast($0, to: outputs[output]) }
        return hasMask ? positions.map(\.atMost) : positions
    }
}

/// The same number in every element of a tensor of the input's shape: `zeros_like`.
public struct FillingRule: UncountedRule {
    /// The rule.
    public init() {}
    /// The shape of the first input.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? { inputs.first.map { [$0] } }
    /// None has an effect: the same position at most.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { Positions.broadcast($0, to: outputs[output]).atMost }
    }
}

/// Elements of one input combined along axes, which stay: `softmax`, `normalize`.
public struct MixingRule: UncountedRule {
    private let mixing: [Int]

    /// - Parameter axes: the axes along which elements are combined; they may be counted from the end.
    public init(along axes: [Int]) { mixing = axes }

    /// The axes of each input along which elements are combined, counted from the front.
    func wholeAxes(of inputs: [[Int]]) -> [Set<Int>] {
        inputs.map { sizes in Set(mixing.map { $0 < 0 ? $0 + sizes.count : $0 }) }
    }

    /// The shape of the input.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? { refusal(of: inputs) == nil ? inputs : nil }

    /// An axis that an input does not have.
    public func refusal(of inputs: [BatchShape]) -> Refusal? {
        for input in inputs {
            guard let axis = mixing.first(where: { !(-input.rank..<input.rank).contains($0) }) else { continue }
            return Refusal(
                argument: "axis", "axis \(axis) is out of bounds for an array with dimension \(input.rank).",
                received: "shape=\(input)")
        }
        return nil
    }

    /// All elements along the axes, the same position along the others.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { input in .mixing(mixing.map { $0 < 0 ? $0 + input.rank : $0 }, input) }
    }
}
