import Inspection
import Interpreter
import Layers
import Network

/// What is said of a network while it is built: how the sizes came about that a layer refuses, that channels seem to be in
/// the wrong place, and that a mask has no effect.
enum NetworkRemarks {
    static func install(in interpreter: Interpreter, _ library: LibraryContext) {
        library.network.explainRefusal = { [unowned interpreter] refusal, layer, inputs in
            guard let story = ShapeStory(of: layer, on: inputs, name: VariableNames(interpreter).name) else { return }
            refusal.details += story.lines
            guard let remedy = story.remedy else { return }
            // What was said without knowledge of the network stands only where it is about one window.
            refusal.remedy =
                inputs.count > 1 ? remedy : [remedy, refusal.remedy].compactMap { $0 }.joined(separator: "; ")
        }
        var noted: Set<ObjectIdentifier> = []
        library.network.didCall = { [unowned library] node in
            if let text = maskRemark(node) { library.note(.text(text)) }
            guard let order = ChannelOrder(node), noted.insert(ObjectIdentifier(node.inputs[0])).inserted else {
                return
            }
            library.note(.text("\(order.text): \(order.fix)"))
        }
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
