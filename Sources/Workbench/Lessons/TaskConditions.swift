import Interpreter
import Language
import Presentation

/// The conditions in the check of a task, `lambda y: y.shape[1] == 14 and …`, by which it is told what a result lacks.
struct TaskConditions {
    /// One of the conditions that `and` joins.
    private struct Condition {
        let code: String
        /// The code of both sides, where two values have to be equal.
        let sides: (left: String, right: String)?
        /// Whether both sides have to be one object, as in `y.layer.input is x`.
        var isIdentity = false
    }

    private let parameter: String
    private let conditions: [Condition]

    /// Reads the second argument of `task(text, check, solution)`; nil where it is no lambda.
    init?(_ statement: TopLevelStatement) {
        guard case .expression(let expression) = statement.statement.kind,
            case .call(_, let arguments) = expression.kind, arguments.count > 1,
            case .lambda(let parameters, let body) = arguments[1].value.kind,
            let parameter = parameters.positional.first?.name
        else { return nil }
        self.parameter = parameter
        let parts: [Expression]
        if case .boolean(true, let joined) = body.kind { parts = joined } else { parts = [body] }
        func code(_ expression: Expression) -> String { statement.source.text(of: expression.span) }
        conditions = parts.map { part in
            guard case .comparison(let left, let others) = part.kind, others.count == 1,
                others[0].0 == .equal || others[0].0 == .isSame
            else { return Condition(code: code(part), sides: nil) }
            return Condition(
                code: code(part), sides: (code(left), code(others[0].1)), isIdentity: others[0].0 == .isSame)
        }
    }

    /// What a result lacks: `shape[1] is 26, and 14 is wanted`. Nil where nothing is found.
    func lack(of value: Value, _ interpreter: Interpreter) -> String? {
        for condition in conditions {
            do throws(RaisedError) {
                if try result(of: condition.code, value, interpreter)?.truth() != false { continue }
                guard let sides = condition.sides,
                    let reached = try result(of: sides.left, value, interpreter),
                    let wanted = try result(of: sides.right, value, interpreter)
                else { return nil }
                guard let name = name(of: sides.left) else { return nil }
                if condition.isIdentity {
                    return name == "input"
                        ? "its layer is to be called on \(sides.right) itself" : "\(name) is not \(sides.right)"
                }
                return "\(name) is \(reached.brief), \(wanted.brief) is wanted"
            } catch { return nil }
        }
        return nil
    }

    /// What an expression of the check yields for a result.
    private func result(
        of code: String, _ value: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        guard
            let statement = try? interpreter.parse(SourceText(name: "<check>", "lambda \(parameter): (\(code))")).first,
            case .value(let function) = try interpreter.run(statement)
        else { return nil }
        return try interpreter.call(function, CallArguments([value]))
    }

    /// What a side of a condition is called: `kernel_size` for `y.layer.kernel_size`; nil for a calculation.
    private func name(of code: String) -> String? {
        let path = ["\(parameter).layer.", "\(parameter)."].first { code.hasPrefix($0) }
        switch String(code.dropFirst(path?.count ?? 0)) {
        case "count_params()": return "the number of parameters"
        case "__class__.__name__": return "the layer"
        case "shape": return "the shape"
        case let name where name.hasPrefix("get_weights()[0]"): return "the kernel"
        case let name:
            return name.allSatisfy { $0.isLetter || $0.isNumber || "_.[]:".contains($0) } ? name : nil
        }
    }
}

extension Value {
    /// The value as a sentence has it: numbers of float32 with the digits that they have.
    fileprivate var brief: String {
        switch self {
        case .float(let number) where number.rounded() == number: NumberText.compact(number)
        case .float(let number): NumberText.compact(number, digits: 3)
        case .list(let list): "[\(list.items.map(\.brief).joined(separator: ", "))]"
        default: repr
        }
    }
}
