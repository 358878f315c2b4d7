extension LayerDefinition {
    /// GRU: gated recurrent units.
    static let gru = layer(
        "GRU",
        summary: "A state of a sequence, with gates for what is kept and what is new.",
        source: "Cho et al. 2014, https://arxiv.org/abs/1406.1078; keras/src/layers/rnn/gru.py",
        sizes: RecurrentConfig.sizes,
        example: "GRU(16)(Input((20, 4)))",
        parameters: [.recurrentUnits, .activation(default: "tanh"), .recurrentActivation, .recurrentBias]
            + Parameter.recurrentInitializers + Parameter.recurrentPenalties
            + [.recurrentSeed()] + Parameter.returns + [
                .unroll,
                Parameter(
                    "reset_after", .bool, default: .bool(true),
                    "Whether the state is reset after the product."),
                .useCudnn, .implementation, .zeroOutputForMask, .inputLength,
            ],
        drawsSeed: { _ in true },
        configOrder: RecurrentConfig.order
    ) { arguments throws(Refusal) in
        RecurrentOperation(
            GRUCell(own: RecurrentArguments(arguments), resetsAfter: arguments.bool("reset_after")), arguments)
    }
}
