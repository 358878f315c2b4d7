import TensorEngine

/// A function of tensors in a network, such as `ops.mean(x)` or `x * 2`: its values come from a closure, and what is known
/// of it otherwise from a rule.
public struct FunctionOperation: Operation, @unchecked Sendable {
    // A session runs on one thread at a time, so that the closure is never called by two.
    private let compute: ([Tensor]) throws -> [Tensor]
    private let pass: Passing?
    let rule: any FunctionRule
    /// The class of Keras's operation: `GetItem`.
    let name: String
    /// Whether it computes with numbers of float32 and float64 alone, and not with whole ones or coarser ones.
    let isFloat: Bool

    /// The outputs for numbers in double precision, without their shapes: elements that are copied come out as they are.
    /// - Parameter shapes: the shapes of the inputs.
    public typealias Passing = (_ inputs: [[Double]], _ shapes: [[Int]]) throws -> [[Double]]

    /// A function of tensors.
    /// - Parameters:
    ///   - rule: what is known of it.
    ///   - name: the class of Keras's operation, by which it is known how it calculates.
    ///   - isFloat: whether it computes with numbers of float32 and float64 alone.
    ///   - pass: its outputs for numbers in double precision; nil where it cannot take them.
    ///   - compute: its outputs for data.
    public init(
        _ rule: any FunctionRule, name: String = "", isFloat: Bool = true, pass: Passing? = nil,
        _ compute: @escaping ([Tensor]) throws -> [Tensor]
    ) {
        (self.rule, self.name, self.isFloat, self.pass, self.compute) = (rule, name, isFloat, pass, compute)
    }

    /// The same function on inputs some of which hold sizes, whose shapes are found with numbers in the place of these.
    /// - Parameters:
    ///   - sizes: for each input the sizes in it; nil for inputs that hold none.
    ///   - inputs: the shapes of the inputs.
    public func taking(sizes: [[Dim]?], _ inputs: [BatchShape]) throws -> FunctionOperation {
        guard rule.outputShapes(for: inputs) == nil else { return self }
        let shapes = try ShapeProbe.shapes(for: inputs, sizes: sizes, compute)
        let rule = SizedRule(nil, isSize: sizes.map { $0 != nil }, shapes: shapes)
        return FunctionOperation(rule, name: name, isFloat: isFloat, pass: pass, compute)
    }

    /// What an element of the output is for some numbers; nil where they cannot be passed through.
    func passed(_ inputs: [[Double]], _ shapes: [[Int]], to element: OutputElement) throws(Refusal) -> Double? {
        guard let pass, let outputs = try? pass(inputs, shapes), outputs.indices.contains(element.output),
            let shape = try outputShapes(for: shapes.map { BatchShape($0) })[element.output].known
        else { return nil }
        let place = Shape(shape).place(of: element.indices(rank: shape.count))
        return outputs[element.output].indices.contains(place) ? outputs[element.output][place] : nil
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

    /// Whether it sums products of its operands over axes, as `matmul` and `einsum` do.
    public var sumsProducts: Bool { rule is ContractionRule }

    /// Whether it multiplies its operands with each other.
    public var isProduct: Bool { if case .factor = masking { true } else { sumsProducts } }

    /// Whether it sets elements to zero whatever they are, as `tril` does.
    public var leavesOut: Bool { rule is KeepingRule }

    /// How it joins its operands; nil for a function that does something else.
    public var joining: (any Joining)? { rule as? any Joining }

    /// Whether a constant among its operands keeps elements of the others from having an effect.
    public var hasConstantMask: Bool { (rule as? ElementwiseRule)?.hasMask ?? false }

    /// How an operand that depends on no data keeps elements of the others from having an effect.
    public var masking: ElementwiseRule.Masking { (rule as? ElementwiseRule)?.masking ?? .none }

    /// Those of a function that works element by element.
    public func matches(_ inputs: [BatchShape]) -> [SizeMatch] {
        (rule as? ElementwiseRule).map { SizeMatch.broadcast(inputs + $0.constants) } ?? []
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
