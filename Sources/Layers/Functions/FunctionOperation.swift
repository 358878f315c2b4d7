import TensorEngine

/// A function of tensors in a network, such as `ops.mean(x)` or `x * 2`: its values come from a closure, and what is known
/// of it otherwise from a rule.
public struct FunctionOperation: Operation, @unchecked Sendable {
    // A session runs on one thread at a time, so that the closure is never called by two.
    private let compute: ([Tensor]) throws -> [Tensor]
    private let rule: any FunctionRule

    /// A function of tensors.
    /// - Parameters:
    ///   - rule: what is known of it.
    ///   - compute: its outputs for data.
    public init(_ rule: any FunctionRule, _ compute: @escaping ([Tensor]) throws -> [Tensor]) {
        self.rule = rule
        self.compute = compute
    }

    /// Any number of tensors: a function checks its arguments itself.
    public var arity: Arity { .atLeast(1) }

    /// True: there is nothing to build.
    public var isBuiltFromTheStart: Bool { true }

    /// The shapes by the rule, or those that the function gives for zeros.
    public func outputShapes(for inputs: [BatchShape]) throws(Refusal) -> [BatchShape] {
        if let shapes = rule.outputShapes(for: inputs) { return shapes }
        if let refusal = rule.refusal(of: inputs) { throw refusal }
        do { return try ShapeProbe.shapes(for: inputs, compute) } catch let refusal as Refusal {
            throw FunctionOperation.naming(inputs, refusal)
        } catch let error as EngineError { throw Refusal(error) } catch {
            throw FunctionOperation.naming(inputs, Refusal("\(error)"))
        }
    }

    /// The refusal of a call on zeros, with the shapes of the inputs in place of those of the zeros.
    private static func naming(_ inputs: [BatchShape], _ refusal: Refusal) -> Refusal {
        guard refusal.received == nil, refusal.kind == .valueError else { return refusal }
        var refusal = refusal
        refusal.received = "shapes \(inputs.map(\.description).joined(separator: ", "))"
        return refusal
    }

    /// Those of a function that works element by element.
    public func matches(_ inputs: [BatchShape]) -> [SizeMatch] {
        rule is ElementwiseRule ? SizeMatch.broadcast(inputs) : []
    }

    /// The function itself refuses what it cannot compute with.
    public func requireFit(_ inputs: [BatchShape]) throws(Refusal) {}

    /// The outputs for these inputs.
    public func forward(_ inputs: [Tensor], _ context: OperationContext) throws -> [Tensor] { try compute(inputs) }

    /// What the rule says.
    public func multiplyAccumulates(inputs: [BatchShape], outputs: [BatchShape]) -> Dim {
        rule.multiplyAccumulates(inputs: inputs, outputs: outputs)
    }

    /// What the rule says.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        rule.positions(ofOutput: output, inputs: inputs, outputs: outputs)
    }
}

extension Made where Product == any Operation {
    /// A function of tensors, which only a call in a script makes.
    /// - Parameter className: the class of Keras's operation: `GetItem`.
    public static func function(_ className: String, _ operation: any Operation) -> Made {
        Made(
            definition: LayerDefinition(name: className, summary: "A function of tensors.") { _ in operation },
            arguments: .none, product: operation)
    }

    /// An activation function called on a tensor.
    public static func function(_ className: String, _ activation: ActivationFunction) -> Made {
        function(className, ActivationOperation(function: activation))
    }
}
