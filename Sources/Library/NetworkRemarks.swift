import Inspection
import Interpreter
import Layers
import Network

/// What is said of a network while it is built: how the sizes came about that a layer refuses, that channels seem to be in
/// the wrong place, and what becomes of masks.
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

    /// What happens to the mask of an input, where that is not to be expected; nil where there is nothing to say.
    private static func maskRemark(_ node: Node) -> String? {
        let layer = node.layer
        let masked = node.roles.parts(of: node.inputs).inputs.first { $0.mask != nil }
        guard let masked, (layer as? CatalogueLayer)?.isFunction != true else { return nil }
        if node.roles.states > 0, node.roles.masks == 0 {
            return
                "the mask of \(masked.shownName) does not reach \(layer.shownName): Keras hands none on beside `initial_state`. "
                + "mask=\(masked.shownName)._keras_mask gives it"
        }
        guard !layer.supportsMasking, !layer.takesMask else { return nil }
        return
            "the mask of \(masked.shownName) ends here: \(layer.shownName) does not support masking, so that layers after it see "
            + "no mask"
    }
}
