import Layers
import Network
import TensorEngine

/// The way of the largest contributions, layer by layer.
extension Tracer {
    /// Follows the largest contributions from an element back to another tensor.
    /// - Parameters:
    ///   - place: the element's index along each axis after the batch axis.
    ///   - target: the tensor at which the way ends.
    /// - Returns: the elements on the way, the first one that of `tensor`; nil where the target does not lie before the
    ///   tensor.
    /// - Throws: as `trace`.
    public func path(
        from tensor: SymbolicTensor, at place: [Int], to target: SymbolicTensor, sample: Int = 0
    ) throws -> [TraceStep]? {
        let leading = Tracer.tensors(after: target, before: tensor)
        guard leading.contains(ObjectIdentifier(tensor)) else { return nil }
        var (tensor, place, weight, contribution, count) = (tensor, place, Double?.none, Double?.none, 0)
        var sample = sample
        var steps: [TraceStep] = []
        while true {
            let value = try self.value(of: tensor)
            steps.append(
                TraceStep(
                    name: tensor.shownName, layer: tensor.layer.className, place: place,
                    value: Double(value[flat: value.shape.place(sample: sample, place)]), contribution: contribution,
                    weight: weight, count: count))
            if tensor === target { return steps }
            let call = try TracedCall(tensor, context)
            let calculation = try call.calculation(of: place, sample)
            let element = calculation.evaluated(inputs: call.inputs, sample: sample, weights: call.weights)
            let inputs = tensor.node.inputs
            guard
                let best = calculation.largest(element, reading: { leading.contains(ObjectIdentifier(inputs[$0])) })
            else { return steps }
            (tensor, place, weight, contribution) = (
                inputs[best.input], best.place, best.weight, best.contribution
            )
            count = best.count
            sample = best.sample ?? sample
        }
    }

    /// The tensors through which something leads from one tensor to another, both included.
    private static func tensors(after target: SymbolicTensor, before tensor: SymbolicTensor) -> Set<ObjectIdentifier> {
        var found: Set = [ObjectIdentifier(target)]
        for node in GraphWalk.nodes(before: [tensor], unless: { $0 === target })
        where node.inputs.contains(where: { found.contains(ObjectIdentifier($0)) }) {
            for output in node.outputs { found.insert(ObjectIdentifier(output)) }
        }
        return found
    }
}

extension Calculation {
    /// The element of an input that contributes most.
    struct Contributor {
        let input: Int
        let place: [Int]
        /// The sample that it belongs to; nil for that of the output.
        let sample: Int?
        let weight: Double?
        let contribution: Double
        /// How many elements were compared.
        let count: Int
    }

    private var isNormalized: Bool { if case .normalized = combining { true } else { false } }

    /// What the products are multiplied by: a mean divides by their number, a normalisation by the root of the variance.
    private func scale(of element: CalculatedElement) -> Double {
        switch combining {
        case .mean: 1 / Double(max(1, element.counted))
        case .normalized(_, let epsilon): 1 / ((element.statistics?.variance ?? 1) + epsilon).squareRoot()
        default: 1
        }
    }

    /// The largest contribution among those of some inputs; nil where there is none, or nothing but zeros.
    fileprivate func largest(_ element: CalculatedElement, reading isWanted: (Int) -> Bool) -> Contributor? {
        if let chosen = element.chosen, case .input(let input) = terms[chosen].source, isWanted(input) {
            return Contributor(
                input: input, place: terms[chosen].place, sample: terms[chosen].sample, weight: nil,
                contribution: element.terms[chosen].product, count: element.counted)
        }
        var best: Contributor?
        // What a quotient is divided by is no contribution.
        let shares = combining == .quotient ? 1 : terms.count
        for (term, numbers) in zip(terms, element.terms).prefix(shares) {
            switch term.source {
            case .padding, .constant, .variable: continue
            case .input(let input) where isWanted(input):
                let scale = self.scale(of: element)
                let share = numbers.product * scale
                if abs(share) > abs(best?.contribution ?? 0) || best == nil {
                    best = Contributor(
                        input: input, place: term.place, sample: term.sample,
                        weight: isNormalized ? (numbers.weight ?? 1) * scale : numbers.weight,
                        contribution: share, count: terms.count)
                }
            case .input: continue
            case .step(let step):
                guard let inner = numbers.step, let found = step.largest(inner, reading: isWanted) else { continue }
                let factor = numbers.weight ?? 1
                if abs(found.contribution * factor) > abs(best?.contribution ?? 0) || best == nil {
                    best = Contributor(
                        input: found.input, place: found.place, sample: found.sample,
                        weight: (found.weight ?? 1) * factor,
                        contribution: found.contribution * factor, count: terms.count * found.count)
                }
            }
        }
        return best
    }
}
