import TensorEngine

/// A function of the language as a layer. The shapes of its outputs are found by calling it on zeros.
struct LambdaOperation: MaskedOperation {
    let function: any ArgumentObject
    /// Further arguments, by name.
    let arguments: [(name: String, value: Argument)]
    /// The output's shape without the batch, where the user says it.
    let declaredShape: [Dim]?

    var arity: Arity { .atLeast(1) }

    /// None: the argument `mask` of the layer is None.
    var maskRule: MaskRule? { .ended }

    func outputShapes(for inputs: [BatchShape]) throws(Refusal) -> [BatchShape] {
        if let declaredShape {
            guard let batch = inputs[0].dims.first else {
                throw Refusal(
                    .indexError, argument: "output_shape", "`output_shape` needs an input with a batch axis.",
                    received: "input_shape=()")
            }
            return [BatchShape([batch] + declaredShape)]
        }
        do {
            return try ShapeProbe.shapes(for: inputs, call)
        } catch let refusal as Refusal { throw refusal } catch let error as EngineError { throw Refusal(error) } catch {
            throw Refusal(
                argument: "function", "The Lambda's `function` failed on an input of zeros: \(error)",
                remedy: "specify the `output_shape` argument for this Lambda layer")
        }
    }

    /// The function itself says what it cannot compute with; it is not called on zeros where there are data.
    func requireFit(_ inputs: [BatchShape]) throws(Refusal) {}

    private func call(_ inputs: [Tensor]) throws -> [Tensor] {
        guard let results = try function.apply(to: inputs, with: arguments) else {
            throw Refusal(
                .typeError, argument: "function", "The Lambda's `function` must be callable.",
                received: function.representation)
        }
        return results
    }

    func forward(_ inputs: [Tensor], _ context: OperationContext) throws -> [Tensor] { try call(inputs) }

    /// Unknown: the function is opaque.
    func multiplyAccumulates(inputs: [BatchShape], outputs: [BatchShape]) -> Dim { .unknown }

    /// Unknown: the function is opaque.
    func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { .unknown($0) }
    }
}
