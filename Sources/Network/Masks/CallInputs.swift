import Layers
import TensorEngine

/// What the tensors of a call on symbolic tensors are: first the inputs, then Keras's arguments `initial_state` and `mask`.
public struct CallRoles: Equatable, Sendable {
    /// How many of the last tensors but the masks are states that a recurrent layer begins with.
    public var states: Int
    /// How many of the last tensors are masks of the inputs.
    public var masks: Int
    /// Whether the masks were given, and not found on the inputs.
    public var givesMasks: Bool

    /// - Parameters:
    ///   - states: how many tensors are states.
    ///   - masks: how many are masks.
    ///   - givesMasks: whether these were given.
    public init(states: Int = 0, masks: Int = 0, givesMasks: Bool = false) {
        self.states = states
        self.masks = masks
        self.givesMasks = givesMasks
    }

    /// Inputs and nothing else.
    public static let plain = CallRoles()

    /// The parts of a list of as many things as there are tensors.
    public func parts<Part>(of all: [Part]) -> (inputs: [Part], states: [Part], masks: [Part]) {
        if states + masks == 0 { return (all, [], []) }
        let firstMask = max(all.count - masks, 0)
        let firstState = max(firstMask - states, 0)
        return (Array(all[..<firstState]), Array(all[firstState..<firstMask]), Array(all[firstMask...]))
    }
}

/// The data of a call.
public struct CallInputs {
    /// The inputs, with what hangs on them.
    public var inputs: [MaskedTensor]
    /// The states that a recurrent layer begins with; empty where none were given.
    public var states: [Tensor]
    /// The argument `mask`, one for each input; empty where it was not given.
    public var masks: [Tensor]

    /// The data of a call.
    public init(_ inputs: [MaskedTensor], states: [Tensor] = [], masks: [Tensor] = []) {
        self.inputs = inputs
        self.states = states
        self.masks = masks
    }

    /// The data for the tensors of a node.
    init(_ values: [MaskedTensor], as roles: CallRoles) {
        let parts = roles.parts(of: values)
        self.init(parts.inputs, states: parts.states.map(\.tensor), masks: parts.masks.map(\.tensor))
    }

    /// The inputs without their masks.
    var tensors: [Tensor] { inputs.map(\.tensor) }

    /// Whether there are inputs only, and no mask hangs on one of them.
    var isPlain: Bool { states.isEmpty && masks.isEmpty && inputs.allSatisfy { $0.mask == nil } }
}
