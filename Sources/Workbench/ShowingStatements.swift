import Interpreter
import Language

extension TopLevelStatement {
    /// Whether it only shows something: a value, or what an inspection function finds. Nothing is left of it that could be
    /// taken back.
    func onlyShows(in interpreter: Interpreter) -> Bool {
        guard case .expression(let expression) = statement.kind else { return false }
        if case .call(let function, let arguments) = expression.kind {
            switch function.kind {
            case .name(let name):
                if case .type(let type)? = interpreter.lookUp(name) {
                    guard type.userClass == nil, TopLevelStatement.asking.contains(name) else { return false }
                    let isPlain = !TopLevelStatement.computing.contains(name)
                    return arguments.allSatisfy { $0.value.changesNothing(in: interpreter, namesAnything: isPlain) }
                }
                guard case .builtin(let builtin)? = interpreter.lookUp(name) else { return false }
                let isInspection = interpreter.commandWords.contains(builtin.name)
                guard isInspection || TopLevelStatement.asking.contains(builtin.name) else { return false }
                let isPlain = !TopLevelStatement.computing.contains(builtin.name)
                return arguments.allSatisfy {
                    $0.value.changesNothing(in: interpreter, namesAnything: isPlain)
                        || isInspection && $0.value.makesLayer(in: interpreter)
                }
            case .attribute(let model, "summary", _):
                return model.changesNothing(in: interpreter)
                    && arguments.allSatisfy { $0.value.changesNothing(in: interpreter) }
            default: return expression.changesNothing(in: interpreter)
            }
        }
        return expression.changesNothing(in: interpreter)
    }

    /// Functions that only answer something, and go through nothing that could be used up.
    private static let asking: Set<String> = [
        "print", "len", "type", "isinstance", "issubclass", "repr", "abs", "round", "dir", "help", "id", "int", "float",
        "bool", "hasattr", "callable", "hex", "bin", "ord", "chr",
    ]

    /// Those of them that a class of the script's answers with a method of its own.
    private static let computing: Set<String> = [
        "len", "abs", "round", "dir", "int", "float", "bool", "hasattr", "hex", "bin",
    ]
}

extension Expression {
    /// Whether it makes a layer that has no name, or calls one: `Conv2D(8, 3)`, `Conv2D(8, 3)(x)`.
    fileprivate func makesLayer(in interpreter: Interpreter) -> Bool {
        guard case .call(let function, let arguments) = kind,
            arguments.allSatisfy({ $0.value.changesNothing(in: interpreter) })
        else { return false }
        if case .name(let name) = function.kind, case .type(let type)? = interpreter.lookUp(name) {
            return type.userClass == nil
        }
        return function.makesLayer(in: interpreter)
    }

    /// Methods that only answer something.
    private static let askingMethods: Set<String> = [
        "numpy", "sum", "mean", "std", "var", "min", "max", "argmax", "argmin", "tolist", "astype", "get_weights",
        "get_config", "count_params", "keys", "values", "items", "as_list",
    ]

    /// Whether its value is found without a call, but for those of methods that only answer, so that nothing is other than
    /// before. A name alone is shown, whatever it stands for; attributes, items and operators of a class of the script's may do
    /// anything.
    /// - Parameter namesAnything: whether a name alone is taken for shown.
    fileprivate func changesNothing(in interpreter: Interpreter, namesAnything: Bool = true) -> Bool {
        if namesAnything, case .name = kind { return true }
        return onlyAnswers { name in interpreter.lookUp(name).map { $0.runsNoScript(depth: 3) } ?? true }
    }

    /// - Parameter isPlain: whether what a name stands for runs nothing of the script's when it is asked.
    private func onlyAnswers(_ isPlain: (String) -> Bool) -> Bool {
        func all(_ expressions: [Expression]) -> Bool { expressions.allSatisfy { $0.onlyAnswers(isPlain) } }
        return switch kind {
        case .name(let name): isPlain(name)
        case .string, .float, .integer, .bigInteger, .bool, .none, .ellipsis: true
        case .attribute(let object, _, _), .unary(_, let object), .not(let object), .starred(let object):
            object.onlyAnswers(isPlain)
        case .tuple(let items), .list(let items), .set(let items), .boolean(_, let items): all(items)
        case .binary(_, let left, let right), .subscripted(let left, let right): all([left, right])
        case .comparison(let first, let others): all([first] + others.map { $1 })
        case .call(let function, let arguments):
            if case .attribute(let object, let name, _) = function.kind {
                Expression.askingMethods.contains(name) && all([object] + arguments.map(\.value))
            } else {
                false
            }
        case .slice(let start, let stop, let step): all([start, stop, step].compactMap { $0 })
        default: false
        }
    }
}

extension Value {
    /// Whether its attributes, items and operators run nothing that the script has written.
    /// - Parameter depth: how deep lists in lists are looked into; deeper ones count as if they did.
    fileprivate func runsNoScript(depth: Int) -> Bool {
        func all(_ values: some Collection<Value>) -> Bool {
            depth > 0 && values.count <= 1000 && values.allSatisfy { $0.runsNoScript(depth: depth - 1) }
        }
        switch self {
        case .list(let list): return all(list.items)
        case .tuple(let items): return all(items)
        case .dict(let dict):
            // A missing key of a defaultdict is added.
            return dict.type.userClass == nil && dict.attributes["default_factory"] == nil && all(dict.entries.values)
        case .host(let object): return object.typeObject.userClass == nil
        case .type(let type): return type.userClass == nil
        case .iterator: return false
        default: return true
        }
    }
}
