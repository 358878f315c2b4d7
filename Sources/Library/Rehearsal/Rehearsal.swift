import Interpreter
import Language
import Layers
import Network

/// What a statement would produce, found out without running it: only pure calls of layers and tensor functions on
/// tensors that are there are followed, and nothing of it remains, no name, random number, weight or call.
public struct Rehearsal {
    /// What a statement would produce.
    public enum Outcome {
        /// Tensors of these shapes; the values in the weights of the layer that makes the last of them.
        case tensors([BatchShape], parameterCount: Int)
        /// The error that it would raise.
        case refusal(RaisedError)
    }

    private let interpreter: Interpreter

    /// A rehearsal among an interpreter's variables.
    public init(_ interpreter: Interpreter) { self.interpreter = interpreter }

    /// What a statement would produce; nil where that is not known without running it, where it is not a part of a network,
    /// and where it is not found by the deadline.
    public func outcome(of statement: Statement, by deadline: ContinuousClock.Instant) -> Outcome? {
        let expression: Expression
        switch statement.kind {
        case .expression(let value), .assign(_, let value), .annotated(_, let value?, _): expression = value
        default: return nil
        }
        switch expression.kind {
        case .call, .binary, .subscripted, .unary: return outcome(of: expression, deadline)
        default: return nil
        }
    }

    /// The value of an expression that changes nothing; nil where it is not known without running it.
    public func value(of code: String, by deadline: ContinuousClock.Instant) -> Value? {
        guard let statements = try? interpreter.parse(SourceText(name: "", code)), statements.count == 1,
            case .expression(let expression) = statements[0].statement.kind
        else { return nil }
        return interpreter.library.leavingNoTrace {
            try? PureEvaluator(interpreter, deadline: deadline).value(of: expression)
        }
    }

    private func outcome(of expression: Expression, _ deadline: ContinuousClock.Instant) -> Outcome? {
        interpreter.library.leavingNoTrace {
            let evaluator = PureEvaluator(interpreter, deadline: deadline)
            do throws(PureEvaluator.Stop) {
                let tensors = try evaluator.value(of: expression).symbolicTensors
                guard let last = tensors.last else { return nil }
                return .tensors(tensors.map(\.shape), parameterCount: evaluator.parameterCount(of: last))
            } catch {
                if case .refused(let error) = error { return .refusal(error) }
                return nil
            }
        }
    }
}

extension Value {
    /// The tensors that it is or that a list or tuple of it holds; none where anything else is among them.
    var symbolicTensors: [SymbolicTensor] {
        let items: [Value] =
            switch self {
            case .list(let list): list.items
            case .tuple(let items): items
            default: [self]
            }
        let tensors = items.compactMap { item -> SymbolicTensor? in
            if case .host(let object as TensorObject) = item { object.tensor } else { nil }
        }
        return tensors.count == items.count ? tensors : []
    }
}
