import TensorEngine

/// A calculation with its numbers, in double precision.
public struct CalculatedElement: Sendable {
    /// A term with its numbers.
    public struct Term: Sendable {
        /// What was read.
        public let value: Double
        /// The weight times the constant factor; nil for a term that has neither.
        public let weight: Double?
        /// Their product.
        public let product: Double
        /// The numbers of the step before, where the term reads one.
        public let step: CalculatedElement?
    }

    /// The terms, in the calculation's order.
    public let terms: [Term]
    /// What the terms were combined to.
    public let combined: Double
    /// What is added to it: the bias, or a constant; nil for nothing.
    public let bias: Double?
    /// The sum of the two: what the activation is applied to.
    public let result: Double
    /// The sum of the magnitudes of all that was added, by which rounding is measured.
    public let magnitude: Double
    /// The term that was chosen, where the largest or smallest is.
    public let chosen: Int?
    /// How many terms count: all but padding where that is left out.
    public let counted: Int
}

extension Calculation {
    /// The calculation with its numbers.
    /// - Parameters:
    ///   - inputs: the values of the inputs, of the sizes that the calculation was made for.
    ///   - sample: the sample of the batch.
    ///   - weights: the weights, in the order of `Operation.weights(for:)`.
    public func evaluated(inputs: [Tensor], sample: Int = 0, weights: [Tensor]) -> CalculatedElement {
        func number(_ place: WeightPlace) -> Double { Double(weights[place.weight][flat: place.index]) }
        var magnitude = 0.0
        let numbers = terms.map { term -> CalculatedElement.Term in
            let step: CalculatedElement?
            let value: Double
            switch term.source {
            case .padding: (value, step) = (0, nil)
            case .input(let input):
                let tensor = inputs[input]
                let strides = tensor.shape.strides
                let place = zip(term.place, strides.dropFirst()).reduce(sample * strides[0]) { $0 + $1.0 * $1.1 }
                (value, step) = (Double(tensor[flat: place]), nil)
            case .step(let before):
                let element = before.evaluated(inputs: inputs, sample: sample, weights: weights)
                (value, step) = (element.result, element)
            }
            var weight = term.weight.map(number)
            if term.factor != 1 { weight = (weight ?? 1) * term.factor }
            magnitude += abs(weight ?? 1) * (step?.magnitude ?? abs(value))
            return CalculatedElement.Term(
                value: value, weight: weight, product: weight.map { $0 * value } ?? value, step: step)
        }
        let (combined, chosen, counted) = combine(numbers, number)
        let bias = self.bias.map { number($0) + offset } ?? (offset == 0 ? nil : offset)
        return CalculatedElement(
            terms: numbers, combined: combined, bias: bias, result: combined + (bias ?? 0),
            magnitude: scale(magnitude, number) + abs(bias ?? 0), chosen: chosen, counted: counted)
    }

    private func combine(
        _ numbers: [CalculatedElement.Term], _ number: (WeightPlace) -> Double
    ) -> (result: Double, chosen: Int?, counted: Int) {
        let real = terms.indices.filter { if case .padding = terms[$0].source { false } else { true } }
        switch combining {
        case .sum: return (numbers.reduce(0) { $0 + $1.product }, nil, terms.count)
        case .product: return (numbers.reduce(1) { $0 * $1.product }, nil, terms.count)
        case .largest, .smallest:
            let best = real.reduce(into: Int?.none) { best, index in
                guard let other = best else { return best = index }
                let (a, b) = (numbers[index].product, numbers[other].product)
                if combining == .largest ? a > b : a < b { best = index }
            }
            return (best.map { numbers[$0].product } ?? 0, best, real.count)
        case .mean:
            let sum = real.reduce(0) { $0 + numbers[$1].product }
            return (real.isEmpty ? 0 : sum / Double(real.count), nil, real.count)
        case .normalized(let mean, let variance, let epsilon):
            let term = numbers[0]
            let deviation = (number(variance) + epsilon).squareRoot()
            return ((term.weight ?? 1) * (term.value - number(mean)) / deviation, nil, 1)
        }
    }

    /// The magnitude of the combined terms, given the sum of their own.
    private func scale(_ magnitude: Double, _ number: (WeightPlace) -> Double) -> Double {
        switch combining {
        case .sum, .largest, .smallest: return magnitude
        case .mean: return magnitude / Double(max(1, terms.count))
        case .product: return max(magnitude, 1)
        case .normalized(let mean, let variance, let epsilon):
            // The engine folds mean and deviation into a factor and a summand.
            return (magnitude + abs(number(mean))) / (number(variance) + epsilon).squareRoot()
        }
    }
}
