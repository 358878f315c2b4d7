import TensorEngine

/// A function of the language as a layer. Its output's shape is found by calling it on zeros.
public struct FunctionOperation: LayerOperation {
    let function: any ArgumentObject
    /// The output's shape without the batch, where the user says it.
    let declaredShape: [Int?]?

    /// Makes one of a function.
    /// - Parameters:
    ///   - function: what is computed.
    ///   - declaredShape: the output's shape without the batch; nil to find it by calling the function.
    public init(function: any ArgumentObject, declaredShape: [Int?]? = nil) {
        self.function = function
        self.declaredShape = declaredShape
    }

    /// Any number of tensors.
    public var arity: Arity { .atLeast(1) }

    /// The declared shape, or that of what the function gives for zeros.
    public func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        if let declaredShape { return BatchShape([inputs[0].dims[0]] + declaredShape) }
        let isKnown = inputs.allSatisfy { !$0.dims.contains { $0 == nil } }
        let first = try result(on: inputs, isLarger: false)
        let second = isKnown ? first : try result(on: inputs, isLarger: true)
        guard first.count == second.count else {
            throw Refusal(
                argument: "output_shape", "We could not automatically infer the shape of the Lambda's output.",
                remedy: "specify the `output_shape` argument for this Lambda layer")
        }
        return BatchShape(zip(first, second).map { $0 == $1 ? $0 : nil })
    }

    /// The sizes that the function gives for zeros. What is unknown gets a size, small or larger: sizes of the result
    /// that differ between the two are unknown as well.
    private func result(on inputs: [BatchShape], isLarger: Bool) throws(Refusal) -> [Int] {
        do {
            let samples = try inputs.map { shape in
                let sizes = shape.dims.enumerated().map { $1 ?? ($0 == 0 ? (isLarger ? 3 : 2) : (isLarger ? 18 : 12)) }
                return try Tensor(zeros: Shape(sizes))
            }
            guard let result = try function.apply(to: samples) else { throw notCallable }
            return result.shape.dims
        } catch let refusal as Refusal { throw refusal } catch let error as EngineError { throw Refusal(error) } catch {
            throw Refusal(argument: "function", "The Lambda's `function` failed on an input of zeros: \(error)")
        }
    }

    private var notCallable: Refusal {
        Refusal(
            .typeError, argument: "function", "The Lambda's `function` must be callable.",
            received: function.representation)
    }

    /// What the function gives.
    public func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        guard let result = try function.apply(to: inputs) else { throw notCallable }
        return result
    }
}
