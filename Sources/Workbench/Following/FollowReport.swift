import Inspection
import Interpreter
import Layers
import Library
import Network

/// What changed when the statements that depend on a redefined name ran again.
struct FollowReport: Report {
    /// One name, or one statement that binds none.
    struct Row {
        /// The name; the statement's code where it binds none.
        let name: String
        let change: Change
    }

    /// What happened to it.
    enum Change {
        case changed(from: FollowedValue?, to: FollowedValue)
        case failed(String)
        /// It depends on a statement that failed.
        case skipped
    }

    let rows: [Row]
}

/// What there is to say of a value before and after.
enum FollowedValue: Equatable {
    case tensor(TensorReport)
    /// The value as `repr` shows it, and what is shown of that.
    case text(String, shown: String)

    /// Facts on a value; nil where nothing can be told apart, as of arrays.
    init?(_ value: Value?) {
        guard let value else { return nil }
        guard case .host(let object) = value else {
            let text = value.repr
            self = .text(text, shown: text.count > 60 ? text.prefix(59) + "…" : text)
            return
        }
        if let tensor = (object as? TensorObject)?.tensor {
            self = .tensor(TensorReport(tensor))
        } else if let model = (object as? LayerObject)?.layer as? Model {
            let outputs = model.outputs.map(\.shape.description).joined(separator: ", ")
            self.init("\(model.layers.count) layers, \(model.parameterCount) params, \(outputs)")
        } else if let layer = (object as? LayerObject)?.layer {
            self.init(layer.representation)
        } else {
            return nil
        }
    }

    private init(_ text: String) { self = .text(text, shown: text) }
}
