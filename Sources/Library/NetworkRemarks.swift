import Inspection
import Interpreter
import Layers
import Network

/// What is said of a network while it is built: how the sizes came about that a layer refuses, and that channels seem to be in
/// the wrong place.
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
            guard let order = ChannelOrder(node), noted.insert(ObjectIdentifier(node.inputs[0])).inserted else {
                return
            }
            library.note(.text("\(order.text): \(order.fix)"))
        }
    }
}
