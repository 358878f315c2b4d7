import TensorEngine

extension BatchNormalizing: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let axis = try channelAxis(BatchShape(inputs[0])).axis
        guard axis > 0 else { throw normalizedBatch }
        let channel = place[axis - 1]
        let first = (gammaBeta.scales ? 1 : 0) + (gammaBeta.centers ? 1 : 0)
        return gammaBeta.calculation(
            of: place, index: channel,
            .kept(mean: .init(weight: first, index: channel), variance: .init(weight: first + 1, index: channel)),
            epsilon)
    }
}

extension LayerNormalizing: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let group = try NormalizedGroup(axes, BatchShape(inputs[0]), place)
        return gammaBeta.calculation(
            of: place, index: group.index,
            .measured(over: group.places, subtractsMean: !scalesOnly, aboutMean: true), epsilon)
    }
}

extension RMSNormalizing: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let input = BatchShape(inputs[0])
        let group = try NormalizedGroup(axes, input, place)
        let scale = Shape(try weights(for: [input])[0].shape)
        // Keras broadcasts the scale from the last axis on.
        let own = zip(place.suffix(scale.rank), scale.dims).map { $1 == 1 ? 0 : $0 }
        return Calculation(
            combining: .normalized(
                .measured(over: group.places, subtractsMean: false, aboutMean: false), epsilon: Double(epsilon)),
            terms: [
                Calculation.Term(source: .input(0), place: place, weight: .init(weight: 0, index: scale.place(of: own)))
            ])
    }
}

extension NormalizationOperation: CalculatedOperation {
    /// A factor and a constant: the mean and the variance are given.
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        var result = Calculation.copy(of: place)
        guard let given else { return result }
        func number(_ statistic: Tensor) throws(Refusal) -> Double {
            guard let spread = try? spread(statistic, BatchShape(inputs[0])), spread.shape.dims.first == 1 else {
                throw normalizedBatch
            }
            let own = zip([0] + place, spread.shape.dims).map { $1 == 1 ? 0 : $0 }
            return Double(spread[flat: spread.shape.place(of: own)])
        }
        let (mean, deviation) = (try number(given.mean), max(try number(given.variance).squareRoot(), 1e-7))
        result.terms[0].factor = inverts ? deviation : 1 / deviation
        result.offset = inverts ? mean : -mean / deviation
        return result
    }
}

extension UnitNormalizing: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let group = try NormalizedGroup(axes, BatchShape(inputs[0]), place)
        let terms = group.places.map { Calculation.Term(source: .input(0), place: $0) }
        return Calculation(combining: .quotient, terms: [terms[group.index], UnitNormalizing.length(of: terms)])
    }

    /// The length of a vector, by which its elements are divided.
    static func length(of terms: [Calculation.Term]) -> Calculation.Term {
        Calculation.Term(source: .step(Calculation(combining: .length(least: 1e-6), terms: terms)), place: [])
    }
}

extension GroupNormalizing: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let (axis, count, groups) = try channels(BatchShape(inputs[0]))
        guard axis > 0 else { throw normalizedBatch }
        let size = count / groups
        let first = place[axis - 1] / size * size
        var sizes = Array(inputs[0].dropFirst())
        sizes[axis - 1] = size
        let shape = Shape(sizes)
        let places = (0..<sizes.reduce(1, *)).map { number in
            var other = shape.indices(of: number)
            other[axis - 1] += first
            return other
        }
        return GammaBeta(arguments).calculation(
            of: place, index: place[axis - 1], .measured(over: places, subtractsMean: true, aboutMean: true), epsilon)
    }
}

/// The elements that are normalised together with one.
private struct NormalizedGroup {
    /// Their places.
    let places: [[Int]]
    /// The number of the element among them, in row-major order.
    let index: Int

    init(_ axes: [Int], _ shape: BatchShape, _ place: [Int]) throws(Refusal) {
        let axes = try axisPositions(axes, shape).map { $0 - 1 }
        guard !axes.contains(-1) else { throw normalizedBatch }
        let group = Shape(axes.map { shape.perSample[$0].known ?? 0 })
        places = (0..<group.dims.reduce(1, *)).map { number in
            var other = place
            for (axis, index) in zip(axes, group.indices(of: number)) { other[axis] = index }
            return other
        }
        index = group.place(of: axes.map { place[$0] })
    }
}

/// Samples that are normalised together have no terms of their own.
private let normalizedBatch = Refusal(argument: "axis", "The batch axis is normalised.")

extension GammaBeta {
    /// γ · (x − mean) / √(variance + ε) + β
    /// - Parameter index: the place of γ and β among their numbers.
    fileprivate func calculation(
        of place: [Int], index: Int, _ statistics: Calculation.Statistics, _ epsilon: Float
    ) -> Calculation {
        let gamma = scales ? Calculation.WeightPlace(weight: 0, index: index) : nil
        let beta = centers ? Calculation.WeightPlace(weight: scales ? 1 : 0, index: index) : nil
        return Calculation(
            combining: .normalized(statistics, epsilon: Double(epsilon)),
            terms: [Calculation.Term(source: .input(0), place: place, weight: gamma)], bias: beta)
    }
}
