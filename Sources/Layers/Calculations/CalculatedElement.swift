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
    /// The mean that a normalisation subtracts, and the variance by whose root it divides; nil for anything else.
    public let statistics: (mean: Double, variance: Double)?
    /// The sum of the magnitudes of all that was added, by which rounding is measured.
    public let magnitude: Double
    /// The term that was chosen, where the largest or smallest is.
    public let chosen: Int?
    /// How many terms count: all but padding where that is left out.
    public let counted: Int
}

extension Shape {
    /// The place in memory of an element of a sample; of a tensor without axes, that of its only element.
    public func place(sample: Int, _ place: [Int]) -> Int {
        zip([sample] + place, strides).reduce(0) { $0 + $1.0 * $1.1 }
    }
}

extension Calculation {
    /// The calculation with its numbers.
    /// - Parameters:
    ///   - inputs: the values of the inputs, of the sizes that the calculation was made for.
    ///   - sample: the sample of the batch.
    ///   - weights: the weights, in the order of `Operation.weights(for:)`.
    public func evaluated(inputs: [Tensor], sample: Int = 0, weights: [Tensor]) -> CalculatedElement {
        func number(_ place: WeightPlace) -> Double { Double(weights[place.weight][flat: place.index]) }
        func read(_ place: [Int], of tensor: Tensor, sample: Int) -> Double {
            Double(tensor[flat: tensor.shape.place(sample: sample, place)])
        }
        var magnitude = 0.0
        let numbers = terms.map { term -> CalculatedElement.Term in
            let step: CalculatedElement?
            let value: Double
            switch term.source {
            case .padding: (value, step) = (0, nil)
            case .constant(let number), .variable(_, let number): (value, step) = (number, nil)
            case .input(let input):
                (value, step) = (read(term.place, of: inputs[input], sample: term.sample ?? sample), nil)
            case .step(let before):
                let element = before.evaluated(inputs: inputs, sample: sample, weights: weights)
                (value, step) = (element.result, element)
            }
            var weight = term.weight.map(number)
            if combining == .leaky, value >= 0 { weight = nil }
            if case .lookedUp = combining {
                magnitude += abs(weight ?? 0)
                return CalculatedElement.Term(value: value, weight: weight, product: weight ?? 0, step: step)
            }
            if term.factor != 1 { weight = (weight ?? 1) * term.factor }
            magnitude += abs(weight ?? 1) * (step?.magnitude ?? abs(value))
            return CalculatedElement.Term(
                value: value, weight: weight, product: weight.map { $0 * value } ?? value, step: step)
        }
        let statistics = self.statistics(number) { read($0, of: inputs[0], sample: sample) }
        let (combined, chosen, counted) = combine(numbers, statistics)
        let bias = self.bias.map { number($0) + offset } ?? (offset == 0 ? nil : offset)
        return CalculatedElement(
            terms: numbers, combined: combined, bias: bias, result: combined + (bias ?? 0),
            statistics: statistics, magnitude: scale(magnitude, statistics) + abs(bias ?? 0), chosen: chosen,
            counted: counted)
    }

    private func statistics(
        _ weight: (WeightPlace) -> Double, _ element: ([Int]) -> Double
    ) -> (mean: Double, variance: Double)? {
        guard case .normalized(let statistics, _) = combining else { return nil }
        switch statistics {
        case .kept(let mean, let variance): return (weight(mean), weight(variance))
        case .measured(let places, let subtractsMean, let aboutMean):
            let values = places.map(element)
            let count = Double(max(1, values.count))
            let mean = values.reduce(0, +) / count
            let centre = aboutMean ? mean : 0
            let variance = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / count
            return (subtractsMean ? mean : 0, variance)
        }
    }

    private func combine(
        _ numbers: [CalculatedElement.Term], _ statistics: (mean: Double, variance: Double)?
    ) -> (result: Double, chosen: Int?, counted: Int) {
        let real = terms.indices.filter { if case .padding = terms[$0].source { false } else { true } }
        switch combining {
        case .sum: return (numbers.reduce(0) { $0 + $1.product }, nil, terms.count)
        case .product: return (numbers.reduce(1) { $0 * $1.product }, nil, terms.count)
        case .quotient: return (numbers.dropFirst().reduce(numbers[0].product) { $0 / $1.product }, nil, terms.count)
        case .length(let least):
            let squares = numbers.reduce(0) { $0 + $1.product * $1.product }
            return (max(squares.squareRoot(), least), nil, terms.count)
        case .function(let function):
            return ((try? function.value(numbers.map(\.product))) ?? .nan, nil, terms.count)
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
        case .leaky, .lookedUp: return (numbers[0].product, nil, 1)
        case .normalized(_, let epsilon):
            guard let statistics else { return (numbers[0].product, nil, 1) }
            let deviation = (statistics.variance + epsilon).squareRoot()
            return ((numbers[0].weight ?? 1) * (numbers[0].value - statistics.mean) / deviation, nil, 1)
        }
    }

    /// The magnitude of the combined terms, given the sum of their own.
    private func scale(_ magnitude: Double, _ statistics: (mean: Double, variance: Double)?) -> Double {
        switch combining {
        case .sum, .largest, .smallest, .leaky, .lookedUp, .length, .function: return magnitude
        case .mean: return magnitude / Double(max(1, terms.count))
        case .product: return max(magnitude, 1)
        case .quotient: return magnitude
        case .normalized(_, let epsilon):
            guard let statistics else { return magnitude }
            // The engine folds mean and deviation into a factor and a summand.
            return (magnitude + abs(statistics.mean)) / (statistics.variance + epsilon).squareRoot()
        }
    }
}
