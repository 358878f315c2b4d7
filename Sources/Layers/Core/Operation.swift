import TensorEngine

/// What a layer, or a function of tensors in a network, does: its shapes, weights, values and cost, and which part of the
/// inputs an output depends on.
///
/// An operation takes a list of tensors and gives a list of tensors. It holds its arguments but neither name nor weights:
/// those belong to the layer that has it. What it does not know, it says; no requirement has a default that claims a fact.
///
/// An operation whose output is one tensor conforms to `SingleOutputOperation`, one that works element by element to
/// `ElementwiseOperation`. The gradients of a backward pass will be a refinement of this protocol, so that an operation
/// without a derivative does not conform to it.
public protocol Operation: Sendable {
    /// How many tensors it takes.
    var arity: Arity { get }

    /// Where it expects the channels; nil where that makes no difference to it.
    var dataFormat: DataFormat? { get }

    /// Whether there is nothing to build, so that its layer counts as built before its first call.
    var isBuiltFromTheStart: Bool { get }

    /// The weights it has for inputs of these shapes, in Keras's order.
    /// - Throws: `Refusal` where the shapes do not fit the arguments.
    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec]

    /// The shapes of the outputs for inputs of these shapes.
    /// - Throws: `Refusal` where there is no output, saying what would fit.
    func outputShapes(for inputs: [BatchShape]) throws(Refusal) -> [BatchShape]

    /// Refuses data of shapes that the operation cannot compute with.
    /// - Throws: `Refusal`, saying what would fit.
    func requireFit(_ inputs: [BatchShape]) throws(Refusal)

    /// The outputs for these inputs.
    /// - Parameters:
    ///   - inputs: data whose shapes have passed `requireFit`.
    ///   - context: the weights and what was prepared from them, and whether this is training.
    /// - Throws: `EngineError` where memory is short or after an interrupt; `Refusal` where the data do not fit.
    func forward(_ inputs: [Tensor], _ context: OperationContext) throws -> [Tensor]

    /// Multiply-accumulate operations for one sample, those of convolutions and matrix products: neither additions of a
    /// bias, nor functions applied element by element, nor pooling count. Unknown where a size is unknown, or for a
    /// function that cannot be looked into.
    func multiplyAccumulates(inputs: [BatchShape], outputs: [BatchShape]) -> Dim

    /// Which elements of each input an element of one output depends on, at inference.
    /// - Parameters:
    ///   - output: the index of the output.
    ///   - inputs: the shapes of the inputs.
    ///   - outputs: the shapes of the outputs.
    /// - Returns: one value for each input.
    func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions]

    /// Sizes of the inputs that must be equal and are not known to be: of tensors that are joined or combined.
    func matches(_ inputs: [BatchShape]) -> [SizeMatch]

    /// How the engine computes the convolutions in it for one input of these sizes, batch axis included: one plan each.
    /// - Throws: `EngineError` where the sizes do not fit.
    func convolutionPlans(for sizes: [Int]) throws -> [ConvolutionPlan]
}

extension Operation {
    /// One tensor.
    public var arity: Arity { .one }
    /// Nil: where the channels are makes no difference.
    public var dataFormat: DataFormat? { nil }
    /// False: Keras counts a layer as built after its first call.
    public var isBuiltFromTheStart: Bool { false }
    /// No weights.
    public func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] { [] }
    /// Refuses what has no output shape.
    public func requireFit(_ inputs: [BatchShape]) throws(Refusal) { _ = try outputShapes(for: inputs) }
    /// None: no sizes of different inputs are compared.
    public func matches(_ inputs: [BatchShape]) -> [SizeMatch] { [] }
    /// No convolutions.
    public func convolutionPlans(for sizes: [Int]) throws -> [ConvolutionPlan] { [] }
}

/// An operation that gives one tensor.
public protocol SingleOutputOperation: Operation {
    /// The shape of the output for inputs of these shapes.
    /// - Throws: `Refusal` where there is no output, saying what would fit.
    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape

    /// The output for these inputs.
    /// - Throws: as `forward`.
    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor

    /// Multiply-accumulate operations for one sample; see `Operation`.
    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim

    /// Which elements of each input an element of the output depends on.
    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions]
}

extension SingleOutputOperation {
    /// The shape of the output, as a list.
    public func outputShapes(for inputs: [BatchShape]) throws(Refusal) -> [BatchShape] {
        [try outputShape(for: inputs)]
    }

    /// The output, as a list.
    public func forward(_ inputs: [Tensor], _ context: OperationContext) throws -> [Tensor] {
        [try output(of: inputs, context)]
    }

    /// The cost of the output.
    public func multiplyAccumulates(inputs: [BatchShape], outputs: [BatchShape]) -> Dim {
        multiplyAccumulates(inputs: inputs, output: outputs[0])
    }

    /// What the output depends on.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        positions(inputs: inputs, output: outputs[0])
    }
}

/// An operation whose every output element depends on the input elements at the same position alone, by numpy's rule of
/// broadcasting, and which multiplies no matrices.
public protocol ElementwiseOperation: SingleOutputOperation {}

extension ElementwiseOperation {
    /// None.
    public func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    /// The same position.
    public func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        inputs.map { .broadcast($0, to: output) }
    }
}
