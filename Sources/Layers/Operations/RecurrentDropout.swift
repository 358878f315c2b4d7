import TensorEngine

/// What a recurrent layer drops in training: one choice of elements for all steps of a call.
///
/// Where states are dropped, LSTM and GRU choose for each gate anew, of the inputs as well.
/// Source: the behaviour of keras/src/layers/rnn/dropout_rnn_cell.py, lstm.py and gru.py.
struct RecurrentDropout: Sendable {
    private let inputRate: Double
    private let stateRate: Double

    init(_ arguments: BoundArguments) {
        inputRate = arguments.double("dropout")
        stateRate = arguments.double("recurrent_dropout")
    }

    /// What inputs and states are multiplied with: nothing, one tensor, or one for each gate.
    /// - Parameters:
    ///   - inputs: the shape of the inputs of a step.
    ///   - states: the shape of a state.
    ///   - gates: how many gates the cell has.
    func masks(
        inputs: Shape, states: Shape, gates: Int, _ context: OperationContext
    ) throws -> (inputs: [Tensor], states: [Tensor]) {
        // Keras draws them at inference, too, and does not use them.
        guard context.isTraining || context.remembers else { return ([], []) }
        let count = stateRate > 0 ? gates : 1
        let ofInputs = try drawn(inputRate, inputs, count, context)
        let ofStates = try drawn(stateRate, states, count, context)
        guard context.isTraining else { return ([], []) }
        // The cells with gates drop nothing where everything would be dropped.
        let isApplied = { (rate: Double) in rate < 1 || gates == 1 }
        return (isApplied(inputRate) ? ofInputs : [], isApplied(stateRate) ? ofStates : [])
    }

    private func drawn(_ rate: Double, _ shape: Shape, _ count: Int, _ context: OperationContext) throws -> [Tensor] {
        guard rate > 0 else { return [] }
        return try (0..<count).map { _ in
            try dropout(Tensor(filling: 1, shape), rate: rate, noiseShape: nil, seed: context.drawSeed())
        }
    }
}
