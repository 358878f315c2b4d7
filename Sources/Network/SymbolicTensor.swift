import Layers
import TensorEngine

/// A tensor of a network before any data flows: a shape, and the call that makes it.
public final class SymbolicTensor {
    /// Sizes, the batch axis first; nil where unknown.
    public let shape: BatchShape
    /// The name Keras gives it: `keras_tensor_3`.
    public let name: String
    /// The call that made it.
    public let node: Node
    /// Which of the call's outputs it is.
    public let outputIndex: Int
    /// The mask that Keras hangs on it while the network is built; nil for none.
    public var mask: SymbolicTensor?

    /// The numbers in it where they are sizes of tensors, such as `ops.shape(x)[1]` in the `call` of a script: one where it has
    /// no axes, several along one axis. Nil for all other tensors.
    public var sizes: [Dim]?

    init(shape: BatchShape, name: String, node: Node, outputIndex: Int) {
        self.shape = shape
        self.name = name
        self.node = node
        self.outputIndex = outputIndex
    }

    /// The layer that made it.
    public var layer: Layer { node.layer }

    /// The name by which a person knows it: the variable that holds it, or else what its layer is called.
    public var shownName: String { layer.context.variable(self) ?? layer.shownName }

    /// The input layer, if this tensor is a network's input.
    public var inputLayer: InputLayer? { node.layer as? InputLayer }
}

/// One call of a layer on symbolic tensors.
public final class Node {
    /// The layer that was called.
    public let layer: Layer
    /// What it was called on, in order, with the states and masks that it was given.
    public let inputs: [SymbolicTensor]
    /// Its argument `training`, or the layer's default.
    public let training: TrainingArgument
    /// The argument `training` as it was given, to a layer that has none, too.
    public let givenTraining: TrainingArgument
    /// Which of the tensors are states and masks.
    public let roles: CallRoles
    /// What it made.
    public private(set) var outputs: [SymbolicTensor] = []
    private var facts: [ObjectIdentifier: Any] = [:]

    init(layer: Layer, inputs: [SymbolicTensor], given: TrainingArgument = .absent, roles: CallRoles = .plain) {
        self.layer = layer
        self.inputs = inputs
        self.roles = roles
        givenTraining = given
        training = layer.kept(given)
    }

    /// The network that the call consists of; nil for a layer that has none inside.
    public var network: Model? { layer.network(inside: self, for: inputs.map(\.shape)) }

    /// What was found out about the node and follows from it and the nodes before it, which never change: kept by type, so
    /// that a long network is not gone through for each of its nodes.
    public subscript<Fact>(fact: Fact.Type) -> Fact? {
        get { facts[ObjectIdentifier(fact)] as? Fact }
        set { facts[ObjectIdentifier(fact)] = newValue }
    }

    /// Makes the outputs, once, when the call's shapes are known.
    /// - Parameter name: the name of the one output; nil for automatic names.
    func makeOutputs(_ shapes: [BatchShape], _ context: NetworkContext, name: String? = nil) {
        // Tensors inside of a layer of a script take none of the automatic names.
        let name = name ?? (context.isTracing ? layer.name : nil)
        outputs = shapes.enumerated().map { index, shape in
            SymbolicTensor(
                shape: shape, name: name ?? context.automaticName(forClass: "KerasTensor"), node: self,
                outputIndex: index)
        }
    }
}
