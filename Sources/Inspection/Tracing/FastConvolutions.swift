import Layers
import Network
import TensorEngine

/// How exact the engine's values are: Winograd's convolution rounds more than one that adds all products.
extension Node {
    /// Whether a convolution in the call is computed by Winograd's algorithm; nested models are looked into.
    var usesWinograd: Bool {
        if let model = network { return model.nodes.contains(where: \.usesWinograd) }
        guard let operation = (layer as? CatalogueLayer)?.operation, let input = inputs.first else { return false }
        let sizes = input.shape.dims.map { $0.known ?? 1 }
        return (try? operation.convolutionPlans(for: sizes))?.contains { $0.path == .winograd } ?? false
    }
}
