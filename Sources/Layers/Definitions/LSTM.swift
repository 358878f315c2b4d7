extension LayerDefinition {
    /// LSTM: long short-term memory.
    static let lstm = layer(
        "LSTM",
        summary: "A memory of a sequence, with gates for what it takes in, forgets and gives.",
        source: "Hochreiter and Schmidhuber 1997; keras/src/layers/rnn/lstm.py",
        sizes: RecurrentConfig.sizes,
        example: "LSTM(16)(Input((20, 4)))",
        parameters: [.recurrentUnits, .activation(default: "tanh"), .recurrentActivation, .recurrentBias]
            + Parameter.recurrentInitializers + [.unitForgetBias] + Parameter.recurrentPenalties
            + [.recurrentSeed()] + Parameter.returns + [
                .unroll, .useCudnn, .implementation, .zeroOutputForMask, .inputLength,
            ],
        drawsSeed: { _ in true },
        configOrder: RecurrentConfig.order
    ) { arguments throws(Refusal) in
        RecurrentOperation(LSTMCell(own: RecurrentArguments(arguments)), arguments)
    }
}
