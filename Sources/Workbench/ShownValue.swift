import Inspection
import Interpreter
import Layers
import Library
import Network
import TensorEngine

/// What is shown of a value: plain data, computed while the statement still counts as running.
public enum ShownValue {
    /// A tensor of a network, with its first maps or why they are left out.
    case tensor(TensorReport, MapPreview)
    /// A layer that has not been called: its constructor.
    case layer(className: String, name: String, code: String)
    /// A model: its class, name, number of layers and parameters.
    case model(
        className: String, name: String, layers: Int, parameters: Int, inputs: [BatchShape], outputs: [BatchShape])
    /// Any other value, as Python shows it.
    case text(String)

    /// The first maps of a tensor.
    public enum MapPreview {
        case none
        case maps(FeatureMaps)
        /// They would cost this many multiply-accumulates.
        case tooCostly(multiplyAccumulates: Int)
    }

    /// How many maps are cut out for a strip, whatever the terminal's width.
    private static let stripLength = 32

    /// What to show of a value; nil for nothing.
    init?(_ value: Value, name: String?, in session: Session) throws(RaisedError) {
        guard case .host(let object) = value else {
            self = .text(value.repr)
            return
        }
        if object.isSilent { return nil }
        if let tensor = (object as? TensorObject)?.tensor {
            self = .tensor(TensorReport(tensor), try ShownValue.preview(of: tensor, session))
        } else if let model = (object as? LayerObject)?.layer as? Model {
            self = .model(
                className: model.className, name: model.name, layers: model.layers.count,
                parameters: model.parameterCount, inputs: model.inputs.map(\.shape), outputs: model.outputs.map(\.shape)
            )
        } else if let layer = (object as? LayerObject)?.layer {
            self = .layer(className: layer.className, name: layer.name, code: layer.representation)
        } else {
            self = .text(value.repr)
        }
    }

    /// The first maps of a tensor, if computing them is within the session's budget.
    private static func preview(of tensor: SymbolicTensor, _ session: Session) throws(RaisedError) -> MapPreview {
        let evaluator = Evaluator(session.library.network)
        guard tensor.inputLayer == nil, let cost = evaluator.pendingCost(of: tensor) else { return .none }
        guard cost.multiplyAccumulates <= session.options.mapBudget, cost.newWeights <= session.options.weightBudget
        else { return .tooCostly(multiplyAccumulates: cost.multiplyAccumulates) }
        do {
            let value = try evaluator.value(of: tensor)
            let format = session.library.dataFormat(of: tensor)
            return .maps(FeatureMaps(value, limit: stripLength, dataFormat: format))
        } catch EngineError.interrupted {
            throw RaisedError(.keyboardInterrupt, "")
        } catch {
            // A map that cannot be computed (an input without data, say) leaves the line itself standing.
            return .none
        }
    }
}
