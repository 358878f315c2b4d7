import Inspection
import Interpreter
import Library
import Network

extension Command {
    /// `%who`: the variables there are.
    static var who: Command {
        Command(name: "who", usage: "%who", summary: "Lists the variables.") { _, session in
            let globals = session.interpreter.globals
            let rows = globals.definedNames.sorted().compactMap { name -> String? in
                guard let value = globals[name], isOwn(value) else { return nil }
                return "\(name)  \(describe(value))"
            }
            session.receive(.message(rows.isEmpty ? "no variables" : rows.joined(separator: "\n")))
            return .finished
        }
    }

    /// Whether a variable is more than an imported name.
    private static func isOwn(_ value: Value) -> Bool {
        switch value {
        case .module, .type, .builtin: false
        default: true
        }
    }

    private static func describe(_ value: Value) -> String {
        if case .host(let object) = value {
            if let tensor = (object as? TensorObject)?.tensor {
                return "\(TensorReport(tensor).layer)  \(tensor.shape)"
            }
            if let layer = (object as? LayerObject)?.layer { return "\(layer.className)  '\(layer.name)'" }
            if let array = (object as? ArrayObject)?.array { return "array  \(array.shape)" }
        }
        let text = value.repr
        return "\(value.typeName)  \(text.count > 60 ? text.prefix(57) + "…" : text[...])"
    }
}
