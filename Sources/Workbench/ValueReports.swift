import Inspection
import Interpreter
import Layers
import Library
import Network
import TensorEngine

/// A tensor that a statement yielded: its report, and its first maps.
struct TensorResult: Report {
    /// The first maps of a tensor, or why they are left out.
    enum Preview {
        case none
        case maps(MapsReport)
        /// They would cost more than the session's budget.
        case tooCostly(PendingCost)
    }

    /// The variable it was bound to; nil for the value of an expression.
    let name: String?
    let tensor: TensorReport
    let preview: Preview
}

/// A layer: its constructor.
struct LayerResult: Report {
    /// The variable it was bound to, or the layer's name.
    let name: String
    let className: String
    let layerName: String
    /// The constructor call.
    let code: String
    /// Whether it was called on anything.
    let isCalled: Bool
}

/// A model: its ends and its size.
struct ModelResult: Report {
    /// The variable it was bound to, or the model's name.
    let name: String
    let className: String
    let modelName: String
    let layers: Int
    let parameters: Int
    let inputs: [BatchShape]
    let outputs: [BatchShape]
}

/// Any other value, as Python shows it.
struct ValueResult: Report {
    let text: String
}

/// What a session reports of a value that a statement yielded.
enum ValueReports {
    /// How many maps are cut out for a strip, whatever the terminal's width.
    private static let stripLength = 32

    /// The report on a value, made while the statement still counts as running; nil for a value that is not shown.
    static func report(
        on value: Value, name: String?, in session: Session
    ) throws(RaisedError) -> (any DisplayedReport)? {
        guard case .host(let object) = value else { return ValueResult(text: value.repr) }
        if object.isSilent { return nil }
        if let tensor = (object as? TensorObject)?.tensor {
            return TensorResult(
                name: name ?? session.library.network.variable(tensor), tensor: TensorReport(tensor),
                preview: try preview(of: tensor, session))
        }
        guard let layer = (object as? LayerObject)?.layer else { return ValueResult(text: value.repr) }
        guard let model = layer as? Model else {
            return LayerResult(
                name: name ?? layer.name, className: layer.className, layerName: layer.name, code: layer.representation,
                isCalled: layer.wasCalled)
        }
        return ModelResult(
            name: name ?? model.name, className: model.className, modelName: model.name, layers: model.layers.count,
            parameters: model.parameterCount, inputs: model.inputs.map(\.shape), outputs: model.outputs.map(\.shape))
    }

    /// The report on a value of which the usual report leaves out a part; nil for any other value.
    static func whole(_ value: Value) -> (any DisplayedReport)? {
        guard case .host(let object) = value, let array = (object as? ArrayObject)?.array, array.isSummarized,
            let text = array.wholeRepresentation
        else { return nil }
        return ValueResult(text: text)
    }

    /// The first maps of a tensor, if computing them is within the session's budget.
    private static func preview(
        of tensor: SymbolicTensor, _ session: Session
    ) throws(RaisedError) -> TensorResult.Preview {
        let limits = PendingCost.limits(seconds: session.options.previewSeconds)
        let network = session.library.network
        guard let cost = PendingCost(of: tensor, limits: limits, network) ?? PendingCost(ofFed: tensor, network) else {
            return .none
        }
        guard cost.estimatedSeconds <= session.options.previewSeconds else { return .tooCostly(cost) }
        // What is shown below a result uses up no random numbers.
        let before = session.library.begin()
        defer { session.library.rollBack(to: before) }
        do {
            let value = try Evaluator(session.library.network).value(of: tensor)
            let (whole, format) = FeatureMaps.withAllAxes(value, of: tensor, session.library.dataFormat(of: tensor))
            let maps = FeatureMaps(
                whole, dataFormat: format, isPicture: tensor.node.inputs.isEmpty || tensor.hasLostBatch)
            return .maps(
                MapsReport(
                    title: "", sources: [maps.source], groups: maps.groups(limit: stripLength), total: maps.total))
        } catch EngineError.interrupted {
            throw RaisedError(.keyboardInterrupt, "")
        } catch {
            // A map that cannot be computed (an input without data, say) leaves the line itself standing.
            return .none
        }
    }
}
