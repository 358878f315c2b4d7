import TensorEngine

/// A cell that is applied to the steps of a sequence, each time to the step and to its own states of the step before.
///
/// The sequence is [N, T, C]. What the cell makes of the inputs alone is computed for all steps at once.
struct RecurrentOperation: Operation, TrainingOperation {
    let cell: any RecurrentCell
    let returnsSequences: Bool
    let returnsState: Bool
    let goesBackwards: Bool
    let drops: Bool

    /// Reads the arguments that all recurrent layers share.
    init(_ cell: any RecurrentCell, _ arguments: BoundArguments) {
        self.cell = cell
        returnsSequences = arguments.bool("return_sequences")
        returnsState = arguments.bool("return_state")
        goesBackwards = arguments.bool("go_backwards")
        drops = arguments.double("dropout") > 0 || arguments.double("recurrent_dropout") > 0
    }

    var usualTraining: Bool? { nil }
    var isFrozenWithItsLayer: Bool { false }

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        var specs = try cell.weights(channels: try channels(inputs[0]))
        for index in specs.indices { specs[index].part = cell.name }
        return specs
    }

    private func channels(_ shape: BatchShape) throws(Refusal) -> Int {
        guard shape.rank == 3 else {
            throw Refusal(
                argument: "inputs",
                "The input is incompatible with the layer: expected ndim=3, found ndim=\(shape.rank). Full shape received: \(shape).",
                remedy: shape.rank == 2
                    ? "a sequence is (batch, steps, channels): return_sequences=True keeps the steps"
                    : "a sequence is (batch, steps, channels)")
        }
        guard let channels = shape.dims[2].known else {
            throw Refusal(
                argument: "inputs", "The last dimension of a recurrent layer's input should be defined.",
                received: "input_shape=\(shape)")
        }
        return channels
    }

    func outputShapes(for inputs: [BatchShape]) throws(Refusal) -> [BatchShape] {
        _ = try channels(inputs[0])
        let batch = inputs[0].dims[0]
        let state = BatchShape([batch, Dim(cell.units)])
        let output = returnsSequences ? BatchShape([batch, inputs[0].dims[1], Dim(cell.units)]) : state
        return [output] + (returnsState ? Array(repeating: state, count: cell.stateCount) : [])
    }

    func forward(_ inputs: [Tensor], _ context: OperationContext) throws -> [Tensor] {
        if context.isTraining, drops {
            throw Refusal(
                .notImplementedError, argument: "dropout", "Dropout inside of a recurrent layer is not drawn here.",
                remedy: "call it with training=False, or put a Dropout layer before it")
        }
        let (samples, steps) = (inputs[0].shape[0], inputs[0].shape[1])
        let zeros = try Tensor(zeros: [samples, cell.units])
        var states = Array(repeating: zeros, count: cell.stateCount)
        var outputs: [Tensor] = []
        let projected = try cell.projection(of: inputs[0], context.weights)
        let width = projected.shape[2]
        for step in 0..<steps {
            let place = goesBackwards ? steps - 1 - step : step
            let input = try projected.slice(axis: 1, range: place..<place + 1).reshaped([samples, width])
            states = try cell.step(input, states, context.weights)
            if returnsSequences { outputs.append(try states[0].reshaped([samples, 1, cell.units])) }
        }
        var output = states[0]
        if returnsSequences {
            output =
                outputs.isEmpty
                ? try Tensor(zeros: [samples, 0, cell.units]) : try Tensor.concatenated(outputs, axis: 1)
        }
        return [output] + (returnsState ? states : [])
    }

    /// Those of the matrix products; what the gates do element by element does not count.
    func multiplyAccumulates(inputs: [BatchShape], outputs: [BatchShape]) -> Dim {
        guard let channels = inputs[0].dims[2].known else { return .unknown }
        return Dim.product([inputs[0].dims[1], Dim(cell.multiplyAccumulates(channels: channels))])
    }

    /// A state depends on the steps before it, as far as its gates let them through.
    func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        [Positions([.same(0), .unknown, .unknown])]
    }
}

/// One step of a recurrent layer.
protocol RecurrentCell: Sendable {
    /// What Keras calls it in the paths of its weights.
    var name: String { get }
    /// The numbers in a state.
    var units: Int { get }
    /// How many states there are; the first is the output.
    var stateCount: Int { get }

    /// The weights for inputs of so many channels, in Keras's order.
    func weights(channels: Int) throws(Refusal) -> [WeightSpec]

    /// What the cell makes of the inputs alone: [N, T, C] to [N, T, gates · units].
    func projection(of inputs: Tensor, _ weights: [Tensor]) throws -> Tensor

    /// The states after a step.
    /// - Parameters:
    ///   - input: [N, gates · units], a step of the projection.
    ///   - states: [N, units] each, those after the step before.
    func step(_ input: Tensor, _ states: [Tensor], _ weights: [Tensor]) throws -> [Tensor]

    /// The multiply-accumulate operations of a step for one sample.
    func multiplyAccumulates(channels: Int) -> Int
}

extension RecurrentCell {
    /// Part of the gates' numbers, which stand one behind the other along the last axis.
    func gate(_ number: Int, of gates: Tensor) throws -> Tensor {
        let last = gates.shape.rank - 1
        return try gates.slice(axis: last, range: number * units..<(number + 1) * units)
    }
}

/// What every recurrent cell reads from its arguments.
struct RecurrentArguments: Sendable {
    let units: Int
    let useBias: Bool
    let arguments: BoundArguments

    init(_ arguments: BoundArguments) {
        units = arguments.int("units")
        useBias = arguments.bool("use_bias")
        self.arguments = arguments
    }

    /// Kernel and recurrent kernel for a number of gates, and the bias where there is one.
    func weights(channels: Int, gates: Int, bias: [Int]) throws(Refusal) -> [WeightSpec] {
        let kernels = [
            try arguments.weight("kernel", shape: [channels, gates * units]),
            try arguments.weight("recurrent_kernel", shape: [units, gates * units], prefix: "recurrent"),
        ]
        return useBias ? kernels + [try arguments.weight("bias", shape: bias)] : kernels
    }

    func multiplyAccumulates(channels: Int, gates: Int) -> Int {
        checkedProduct([channels + units, gates * units]) ?? .max
    }

    /// A function of a tensor, by the name of its argument.
    func apply(_ name: String, _ tensor: Tensor) throws -> Tensor {
        guard let activation = arguments.activation(name)?.effective else { return tensor }
        return try activation.apply(tensor)
    }
}
