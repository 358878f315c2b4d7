import TensorEngine

/// The weights γ and β, by which a normalisation multiplies and which it adds, where it has them.
struct GammaBeta {
    let scales: Bool
    let centers: Bool
    let arguments: BoundArguments

    init(scales: Bool, centers: Bool, arguments: BoundArguments) {
        self.scales = scales
        self.centers = centers
        self.arguments = arguments
    }

    /// Those that the arguments `scale` and `center` ask for.
    init(_ arguments: BoundArguments) {
        self.init(scales: arguments.bool("scale"), centers: arguments.bool("center"), arguments: arguments)
    }

    /// The specifications of those that there are.
    func weights(shape: [Int]) throws(Refusal) -> [WeightSpec] {
        (scales ? [try arguments.weight("gamma", shape: shape)] : [])
            + (centers ? [try arguments.weight("beta", shape: shape)] : [])
    }

    /// γ and β, and the weights after them.
    func values(_ weights: [Tensor]) -> (gamma: Tensor?, beta: Tensor?, others: ArraySlice<Tensor>) {
        var rest = weights[...]
        let gamma = scales ? rest.popFirst() : nil
        let beta = centers ? rest.popFirst() : nil
        return (gamma, beta, rest)
    }

    /// x · γ + β.
    /// - Parameter shape: the shape that broadcasts γ and β over x.
    func applied(to x: Tensor, _ weights: [Tensor], as shape: Shape) throws -> Tensor {
        let (gamma, beta, _) = values(weights)
        var result = x
        if let gamma { result = try combine(result, try gamma.reshaped(shape), .multiply) }
        if let beta { result = try combine(result, try beta.reshaped(shape), .add) }
        return result
    }
}
