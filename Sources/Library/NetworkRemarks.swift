import Inspection
import Interpreter
import Layers
import Network

/// What is said of a network while it is built: how the sizes came about that a layer refuses, that channels seem to be in
/// the wrong place, and that a mask has no effect.
enum NetworkRemarks {
    static func install(in interpreter: Interpreter, _ library: LibraryContext) {
        library.network.explainRefusal = { [unowned interpreter] refusal, layer, inputs in
            if usesOldWords(layer, inputs) { refusal.remedy = refusal.remedy.map(inOldWords) }
            guard let story = ShapeStory(of: layer, on: inputs, name: VariableNames(interpreter).name) else { return }
            refusal.details += story.lines
            guard let remedy = story.remedy else { return }
            // What was said without knowledge of the network stands only where it is about one window.
            refusal.remedy =
                inputs.count > 1 ? remedy : [remedy, refusal.remedy].compactMap { $0 }.joined(separator: "; ")
        }
        var noted: Set<String> = []
        library.network.didCall = { [unowned library] node in
            if let text = maskRemark(node) { library.note(.text(text)) }
            guard let order = ChannelOrder(node) else { return }
            let fix = usesOldWords(node.layer, node.inputs) ? inOldWords(order.fix) : order.fix
            let text = "\(order.text): \(fix)"
            if noted.insert(text).inserted { library.note(.text(text)) }
        }
    }

    /// Whether a layer, or one before it, was made in the words of Keras 1.
    private static func usesOldWords(_ layer: Layer, _ inputs: [SymbolicTensor]) -> Bool {
        ([layer] + GraphWalk.nodes(before: inputs).map(\.layer)).contains { layer in
            (layer as? CatalogueLayer)?.made.arguments.translation != nil
        }
    }

    /// What there is to write, in the words of Keras 1.
    private static func inOldWords(_ remedy: String) -> String {
        DataFormat.allCases.reduce(remedy) { $0.replacing("\($1.argument) in the layers", with: $1.oldArgument) }
    }

    /// Layers to whose values a mask makes a difference.
    private static let masked: Set<String> = ["SimpleRNN", "LSTM", "GRU", "GlobalAveragePooling1D"]

    /// That a mask which Keras would apply has no effect here; nil where there is none.
    private static func maskRemark(_ node: Node) -> String? {
        guard masked.contains(node.layer.className),
            let source = GraphWalk.nodes(before: node.inputs).first(where: { node in
                (node.layer as? CatalogueLayer)?.made.arguments["mask_zero"].description == "True"
            })
        else { return nil }
        return
            "masks are not applied: \(node.layer.shownName) treats the steps that \(source.layer.shownName) masks like all others"
    }
}
