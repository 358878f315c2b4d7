import Layers
import Network

extension Diagnosis {
    /// A softmax over an axis of one element, which is 1 whatever it gets: `Dense(1, activation="softmax")`.
    static func oneClassSoftmax(_ node: Node, _ place: String) -> Finding? {
        guard let layer = node.layer as? CatalogueLayer, let last = node.outputs.first?.shape.dims.last, last == 1
        else {
            return nil
        }
        let isLayer = layer.className == "Softmax" && layer.made.arguments.nonDefault.allSatisfy { $0.0.name != "axis" }
        guard isLayer || layer.made.arguments.activation()?.definition.name == "softmax" else { return nil }
        let variant = isLayer ? nil : LayerVariant(layer, [("activation", .string("sigmoid"))])
        return Finding(
            kind: .oneClassSoftmax, place: place, text: "a softmax over one class is 1 for all data",
            fix: "\(variant?.call ?? "Activation(\"sigmoid\")") for two classes, or an output for each class")
    }
}
