import TensorEngine

/// A cell that is applied to the steps of a sequence, each time to the step and to its own states of the step before.
///
/// The sequence is [N, T, C]. What the cell makes of the inputs alone is computed for all steps at once.
struct RecurrentOperation: TrainingOperation, MaskedOperation, StatefulOperation {
    let cell: any RecurrentCell
    let returnsSequences: Bool
    let returnsState: Bool
    let goesBackwards: Bool
    let isStateful: Bool
    /// Whether masked steps give zeros, and not what the step before gave.
    let zeroesMasked: Bool
    let dropout: RecurrentDropout

    /// Reads the arguments that all recurrent layers share.
    init(_ cell: any RecurrentCell, _ arguments: BoundArguments) {
        self.cell = cell
        returnsSequences = arguments.bool("return_sequences")
        returnsState = arguments.bool("return_state")
        goesBackwards = arguments.bool("go_backwards")
        isStateful = arguments.bool("stateful")
        zeroesMasked = arguments.bool("zero_output_for_mask")
        dropout = RecurrentDropout(arguments)
    }

    var usualTraining: Bool? { false }
    var isFrozenWithItsLayer: Bool { false }
    var usesMask: Bool { true }
    var maskRule: MaskRule? { returnsSequences ? .same : .ended }

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        var specs = try cell.weights(channels: try channels(inputs[0]))
        if isStateful, !inputs[0].dims[0].isKnown {
            throw Refusal(
                argument: "stateful",
                "When using `stateful=True` in a RNN, the batch size must be static. Found dynamic batch size: "
                    + "sequence.shape=\(inputs[0])",
                remedy: "say it in the input: Input(batch_shape=\(BatchShape([1] + inputs[0].perSample)))")
        }
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
        let (samples, steps) = (inputs[0].shape[0], inputs[0].shape[1])
        var states = try firstStates(samples, context)
        let drops = try dropout.masks(
            inputs: [samples, inputs[0].shape[2]], states: [samples, cell.units], gates: cell.gateCount, context)
        let mask = try context.mask.map { try StepMask($0, samples: samples, steps: steps) }
        let zeros = try Tensor(zeros: [samples, cell.units])
        var (output, outputs) = (zeros, [Tensor]())
        let projected = try cell.projection(of: inputs[0], context.weights, dropping: drops.inputs)
        let width = projected.shape[2]
        for step in 0..<steps {
            let place = goesBackwards ? steps - 1 - step : step
            let input = try projected.slice(axis: 1, range: place..<place + 1).reshaped([samples, width])
            let next = try cell.step(input, states, context.weights, dropping: drops.states)
            if let counts = try mask?.step(place) {
                output = try select(counts, next[0], zeroesMasked ? zeros : output)
                states = try zip(next, states).map { try select(counts, $0, $1) }
            } else {
                (output, states) = (next[0], next)
            }
            if returnsSequences { outputs.append(try output.reshaped([samples, 1, cell.units])) }
        }
        if isStateful { context.remember(states) }
        if returnsSequences {
            output =
                outputs.isEmpty
                ? try Tensor(zeros: [samples, 0, cell.units]) : try Tensor.concatenated(outputs, axis: 1)
        }
        return [output] + (returnsState ? states : [])
    }

    /// The states before the first step: those given, those that a stateful layer remembers, or zeros.
    private func firstStates(_ samples: Int, _ context: OperationContext) throws -> [Tensor] {
        let size = Shape([samples, cell.units])
        guard !context.initialStates.isEmpty else {
            let kept = isStateful ? context.remembered : []
            guard let first = kept.first else {
                return Array(repeating: try Tensor(zeros: size), count: cell.stateCount)
            }
            guard first.shape == size else {
                throw Refusal(
                    argument: "inputs",
                    "If an RNN is stateful, the batch size of the input sequences must be the same as the batch size of the "
                        + "initial state.", received: "a batch of \(samples), where it was \(first.shape[0])",
                    remedy: "layer.reset_state() forgets the states, which have this size")
            }
            return kept
        }
        guard context.initialStates.count == cell.stateCount, context.initialStates.allSatisfy({ $0.shape == size })
        else {
            let shapes = context.initialStates.map(\.shape.description).joined(separator: ", ")
            throw Refusal(
                argument: "initial_state",
                "The `initial_state` must be \(cell.stateCount == 1 ? "a tensor" : "\(cell.stateCount) tensors") of the shape "
                    + "(batch, units).", received: "shapes \(shapes)", remedy: "the shape is \(size)")
        }
        return context.initialStates
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

    /// How many gates there are, with the candidate state; each has its part of the kernels.
    var gateCount: Int { get }

    /// The weights for inputs of so many channels, in Keras's order.
    func weights(channels: Int) throws(Refusal) -> [WeightSpec]

    /// What the cell makes of the inputs alone: [N, T, C] to [N, T, gates · units].
    /// - Parameter drops: what the inputs are multiplied with; see `RecurrentDropout`.
    func projection(of inputs: Tensor, _ weights: [Tensor], dropping drops: [Tensor]) throws -> Tensor

    /// The states after a step.
    /// - Parameters:
    ///   - input: [N, gates · units], a step of the projection.
    ///   - states: [N, units] each, those after the step before.
    ///   - drops: what the state is multiplied with; see `RecurrentDropout`.
    func step(_ input: Tensor, _ states: [Tensor], _ weights: [Tensor], dropping drops: [Tensor]) throws -> [Tensor]

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

    /// The product of an input, or a state, and a kernel, of which some elements are dropped.
    /// - Parameter drops: none, one for all gates, or one for each gate.
    func product(_ input: Tensor, kernel: Tensor, bias: Tensor? = nil, dropping drops: [Tensor]) throws -> Tensor {
        func dropped(_ drop: Tensor) throws -> Tensor {
            let sizes = drop.shape.dims
            let spread = input.shape.rank == 3 ? try drop.reshaped(Shape([sizes[0], 1, sizes[1]])) : drop
            return try combine(input, spread, .multiply)
        }
        guard drops.count > 1 else {
            return try dense(try drops.first.map(dropped) ?? input, kernel: kernel, bias: bias)
        }
        let parts = try drops.prefix(kernel.shape[1] / units).enumerated().map { gate, drop in
            let range = gate * units..<(gate + 1) * units
            return try dense(
                dropped(drop), kernel: kernel.slice(axis: 1, range: range),
                bias: bias?.slice(axis: 0, range: range))
        }
        return try Tensor.concatenated(parts, axis: input.shape.rank - 1)
    }

    /// A function of a tensor, by the name of its argument.
    func apply(_ name: String, _ tensor: Tensor) throws -> Tensor {
        guard let activation = arguments.activation(name)?.effective else { return tensor }
        return try activation.apply(tensor)
    }
}
