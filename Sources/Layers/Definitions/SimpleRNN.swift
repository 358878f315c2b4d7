extension LayerDefinition {
    /// SimpleRNN: a dense layer whose output goes back into it at the next step.
    static let simpleRNN = layer(
        "SimpleRNN",
        summary: "A dense layer whose output goes back into it at the next step of a sequence.",
        source: "keras/src/layers/rnn/simple_rnn.py",
        sizes: RecurrentConfig.sizes,
        example: "SimpleRNN(16)(Input((20, 4)))",
        parameters: [.recurrentUnits, .activation(default: "tanh"), .recurrentBias] + Parameter.recurrentInitializers
            + Parameter.recurrentPenalties + Parameter.returns
            + [.unroll, .recurrentSeed(isInConfig: false), .zeroOutputForMask, .inputLength],
        drawsSeed: { _ in true }, drawsSeedFirst: true,
        configOrder: RecurrentConfig.order
    ) { arguments throws(Refusal) in
        RecurrentOperation(SimpleRecurrentCell(own: RecurrentArguments(arguments)), arguments)
    }
}
