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
                    return arguments.allSatisfy(\.value.changesNothing)
                }
                guard case .builtin(let builtin)? = interpreter.lookUp(name) else { return false }
                let isInspection = interpreter.commandWords.contains(builtin.name)
                guard isInspection || TopLevelStatement.asking.contains(builtin.name) else { return false }
                return arguments.allSatisfy {
                    $0.value.changesNothing || isInspection && $0.value.makesLayer(in: interpreter)
                }
            case .attribute(let model, "summary", _):
                return model.changesNothing && arguments.allSatisfy(\.value.changesNothing)
            default: return expression.changesNothing
            }
        }
        return expression.changesNothing
    }

    /// Functions that only answer something, and go through nothing that could be used up.
    private static let asking: Set<String> = [
        "print", "len", "type", "isinstance", "issubclass", "repr", "abs", "round", "dir", "help", "id", "int", "float",
        "bool", "hasattr", "callable", "hex", "bin", "ord", "chr",
    ]
}

extension Expression {
    /// Whether it makes a layer that has no name, or calls one: `Conv2D(8, 3)`, `Conv2D(8, 3)(x)`.
    fileprivate func makesLayer(in interpreter: Interpreter) -> Bool {
        guard case .call(let function, let arguments) = kind, arguments.allSatisfy({ $0.value.changesNothing }) else {
            return false
        }
        if case .name(let name) = function.kind, case .type(let type)? = interpreter.lookUp(name) {
            return type.userClass == nil
        }
        return function.makesLayer(in: interpreter)
    }

    /// Methods that only answer something.
    private static let askingMethods: Set<String> = [
        "numpy", "sum", "mean", "std", "var", "min", "max", "argmax", "argmin", "tolist", "astype", "get_weights",
        "get_config",
        "count_params", "keys", "values", "items", "as_list",
    ]

    /// Whether its value is found without a call, but for those of methods that only answer, so that nothing is other than before.
    fileprivate var changesNothing: Bool {
        switch kind {
        case .name, .string, .float, .integer, .bigInteger, .bool, .none, .ellipsis: true
        case .attribute(let object, _, _), .unary(_, let object), .not(let object), .starred(let object):
            object.changesNothing
        case .tuple(let items), .list(let items), .set(let items), .boolean(_, let items):
            items.allSatisfy(\.changesNothing)
        case .binary(_, let left, let right), .subscripted(let left, let right):
            left.changesNothing && right.changesNothing
        case .comparison(let first, let others): first.changesNothing && others.allSatisfy { $1.changesNothing }
        case .call(let function, let arguments):
            if case .attribute(let object, let name, _) = function.kind {
                Expression.askingMethods.contains(name) && object.changesNothing
                    && arguments.allSatisfy(\.value.changesNothing)
            } else {
                false
            }
        case .slice(let start, let stop, let step): [start, stop, step].allSatisfy { $0?.changesNothing ?? true }
        default: false
        }
    }
}
