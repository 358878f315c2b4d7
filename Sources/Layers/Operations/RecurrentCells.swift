import TensorEngine

/// h' = activation(x · kernel + bias + h · recurrent kernel)
///
/// Source: keras/src/layers/rnn/simple_rnn.py
struct SimpleRecurrentCell: RecurrentCell {
    let own: RecurrentArguments

    var name: String { "simple_rnn_cell" }
    var gateCount: Int { 1 }
    var units: Int { own.units }
    var stateCount: Int { 1 }

    func weights(channels: Int) throws(Refusal) -> [WeightSpec] {
        try own.weights(channels: channels, gates: 1, bias: [units])
    }

    func projection(of inputs: Tensor, _ weights: [Tensor], dropping drops: [Tensor]) throws -> Tensor {
        try own.product(
            inputs, kernel: weights[0], bias: own.useBias ? weights[2] : nil, dropping: drops)
    }

    func step(
        _ input: Tensor, _ states: [Tensor], _ weights: [Tensor], dropping drops: [Tensor]
    ) throws -> [Tensor] {
        [try own.apply("activation", combine(input, own.product(states[0], kernel: weights[1], dropping: drops), .add))]
    }

    func multiplyAccumulates(channels: Int) -> Int { own.multiplyAccumulates(channels: channels, gates: 1) }
}

/// Long short-term memory, with the gates i, f, c, o:
/// c' = f · c + i · activation(ĉ), h' = o · activation(c')
///
/// Source: Hochreiter and Schmidhuber 1997; keras/src/layers/rnn/lstm.py
struct LSTMCell: RecurrentCell {
    let own: RecurrentArguments

    var name: String { "lstm_cell" }
    var gateCount: Int { 4 }
    var units: Int { own.units }
    var stateCount: Int { 2 }

    func weights(channels: Int) throws(Refusal) -> [WeightSpec] {
        var specs = try own.weights(channels: channels, gates: 4, bias: [4 * units])
        if own.useBias, own.arguments.bool("unit_forget_bias") { specs[2] = forgetting(specs[2]) }
        return specs
    }

    /// A bias that starts with ones for the gate that forgets.
    private func forgetting(_ bias: WeightSpec) -> WeightSpec {
        let (inner, units) = (bias.initializer, units)
        let initializer = Made(
            definition: inner.definition, arguments: inner.arguments,
            product: Initializer(source: inner.product.source) { shape, seed in
                guard shape.count == 1 else { return try inner.product.values(shape, seed: seed) }
                return try Tensor.concatenated(
                    [
                        try inner.product.values([units], seed: seed), try Tensor(filling: 1, [units]),
                        try inner.product.values([2 * units], seed: seed),
                    ], axis: 0)
            })
        return WeightSpec(
            bias.name, shape: bias.shape, initializer: initializer, regularizer: bias.regularizer,
            constraint: bias.constraint)
    }

    func projection(of inputs: Tensor, _ weights: [Tensor], dropping drops: [Tensor]) throws -> Tensor {
        try own.product(
            inputs, kernel: weights[0], bias: own.useBias ? weights[2] : nil, dropping: drops)
    }

    func step(
        _ input: Tensor, _ states: [Tensor], _ weights: [Tensor], dropping drops: [Tensor]
    ) throws -> [Tensor] {
        let gates = try combine(input, own.product(states[0], kernel: weights[1], dropping: drops), .add)
        let opened = try [0, 1, 3].map { try own.apply("recurrent_activation", gate($0, of: gates)) }
        let candidate = try own.apply("activation", gate(2, of: gates))
        let memory = try combine(
            combine(opened[1], states[1], .multiply), combine(opened[0], candidate, .multiply), .add)
        return [try combine(opened[2], own.apply("activation", memory), .multiply), memory]
    }

    func multiplyAccumulates(channels: Int) -> Int { own.multiplyAccumulates(channels: channels, gates: 4) }
}

/// Gated recurrent unit, with the gates z, r, ĥ: h' = z · h + (1 − z) · activation(ĥ)
///
/// Source: Cho et al. 2014, https://arxiv.org/abs/1406.1078; keras/src/layers/rnn/gru.py
struct GRUCell: RecurrentCell {
    let own: RecurrentArguments
    /// Whether the gate r is applied to the product of the state and the kernel, and not to the state.
    let resetsAfter: Bool

    var name: String { "gru_cell" }
    var gateCount: Int { 3 }
    var units: Int { own.units }
    var stateCount: Int { 1 }

    func weights(channels: Int) throws(Refusal) -> [WeightSpec] {
        try own.weights(channels: channels, gates: 3, bias: resetsAfter ? [2, 3 * units] : [3 * units])
    }

    private func bias(_ row: Int, _ weights: [Tensor]) throws -> Tensor? {
        guard own.useBias else { return nil }
        if !resetsAfter { return row == 0 ? weights[2] : nil }
        return try weights[2].slice(axis: 0, range: row..<row + 1).reshaped([3 * units])
    }

    func projection(of inputs: Tensor, _ weights: [Tensor], dropping drops: [Tensor]) throws -> Tensor {
        try own.product(
            inputs, kernel: weights[0], bias: try bias(0, weights), dropping: drops)
    }

    func step(
        _ input: Tensor, _ states: [Tensor], _ weights: [Tensor], dropping drops: [Tensor]
    ) throws -> [Tensor] {
        let state = states[0]
        let kernel = resetsAfter ? weights[1] : try weights[1].slice(axis: 1, range: 0..<2 * units)
        let inner = try own.product(state, kernel: kernel, bias: try bias(1, weights), dropping: drops)
        let gates = try [0, 1].map { gate throws in
            try own.apply("recurrent_activation", combine(self.gate(gate, of: input), self.gate(gate, of: inner), .add))
        }
        let recurrent =
            resetsAfter
            ? try combine(gates[1], gate(2, of: inner), .multiply)
            : try dense(
                combine(gates[1], drops.last.map { try combine(state, $0, .multiply) } ?? state, .multiply),
                kernel: weights[1].slice(axis: 1, range: 2 * units..<3 * units))
        let candidate = try own.apply("activation", combine(gate(2, of: input), recurrent, .add))
        let rest = try combine(Tensor(scalar: 1), gates[0], .subtract)
        return [try combine(combine(gates[0], state, .multiply), combine(rest, candidate, .multiply), .add)]
    }

    func multiplyAccumulates(channels: Int) -> Int { own.multiplyAccumulates(channels: channels, gates: 3) }
}
