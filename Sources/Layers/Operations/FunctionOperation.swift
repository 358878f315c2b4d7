import TensorEngine

/// A function of the language as a layer. Its output's shape is found by calling it on zeros.
struct FunctionOperation: LayerOperation {
    let function: any ArgumentObject
    /// The output's shape without the batch, where the user says it.
    let declaredShape: [Int?]?

    var arity: Arity { .atLeast(1) }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        if let declaredShape { return BatchShape([inputs[0].dims[0]] + declaredShape) }
        let isKnown = inputs.allSatisfy { !$0.perSample.contains { $0 == nil } }
        guard isKnown else {
            throw Refusal(
                argument: "output_shape", "We could not automatically infer the shape of the Lambda's output.",
                remedy: "specify the `output_shape` argument for this Lambda layer")
        }
        do {
            let samples = try inputs.map { try Tensor(zeros: Shape([1] + $0.perSample.compactMap { $0 })) }
            guard let result = try function.apply(to: samples) else { throw notCallable }
            return BatchShape([inputs[0].dims[0]] + result.shape.dims.dropFirst().map { $0 })
        } catch let refusal as Refusal { throw refusal } catch let error as EngineError { throw Refusal(error) } catch {
            throw Refusal(argument: "function", "The Lambda's `function` failed on an input of zeros: \(error)")
        }
    }

    private var notCallable: Refusal {
        Refusal(
            .typeError, argument: "function", "The Lambda's `function` must be callable.",
            received: function.representation)
    }

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        guard let result = try function.apply(to: inputs) else { throw notCallable }
        return result
    }
}
