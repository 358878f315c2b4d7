import Interpreter
import Layers
import Library
import Network
import Presentation

extension Command {
    /// `%who`: the variables there are.
    static var who: Command {
        Command(name: "who", usage: "%who", summary: "Lists the variables.") { _, session in
            let globals = session.interpreter.globals
            let rows = globals.definedNames.sorted().compactMap { name -> [String]? in
                guard let value = globals[name], isOwn(value) else { return nil }
                let (kind, text) = describe(value)
                return [name, kind, text]
            }
            session.receive(.message(rows.isEmpty ? "no variables" : aligned(rows)))
            return .finished
        }
    }

    /// Rows of name, kind and text as lines, in columns.
    private static func aligned(_ rows: [[String]]) -> String {
        let widths = (0..<2).map { column in rows.reduce(0) { max($0, StyledText($1[column]).width) } }
        let lines = rows.map { row in
            let cells = zip(row, widths).map { StyledText($0).padded(to: $1).plain }
            return (cells + [row[2]]).joined(separator: "  ")
        }
        return lines.joined(separator: "\n")
    }

    /// Whether a variable is more than an imported name.
    private static func isOwn(_ value: Value) -> Bool {
        switch value {
        case .module, .type, .builtin: false
        default: true
        }
    }

    /// The kind of a value, and a description of it in one line.
    private static func describe(_ value: Value) -> (kind: String, text: String) {
        if case .host(let object) = value {
            if let tensor = (object as? TensorObject)?.tensor {
                return (tensor.inputLayer == nil ? tensor.layer.className : "Input", "\(tensor.shape)")
            }
            if let layer = (object as? LayerObject)?.layer { return (layer.className, "'\(layer.name)'") }
            if let array = (object as? ArrayObject)?.array {
                return ("ndarray", "\(BatchShape(array.shape)) \(array.type.rawValue)")
            }
        }
        let text = value.repr
        return (value.typeName, text.count > 60 ? text.prefix(57) + "…" : text)
    }
}
