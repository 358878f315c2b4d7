import Arrays
import Interpreter
import Layers
import Network

/// The layers that leave whole numbers and truths as they are when they are called on data. The engine computes in float32,
/// which holds whole numbers up to 2²⁴.
enum WholeNumberLayers {
    private static let names: Set<String> = [
        "Activation", "Add", "Concatenate", "Cropping1D", "Cropping2D", "Cropping3D", "Dropout", "Flatten",
        "GaussianNoise", "GlobalMaxPooling1D", "GlobalMaxPooling2D", "GlobalMaxPooling3D", "Identity", "MaxPooling1D",
        "MaxPooling2D", "MaxPooling3D", "Maximum", "Minimum", "Multiply", "Permute", "ReLU", "RepeatVector", "Reshape",
        "SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D", "Subtract", "UpSampling1D", "UpSampling2D",
        "UpSampling3D", "ZeroPadding1D", "ZeroPadding2D", "ZeroPadding3D",
    ]

    /// The type of what a layer makes of data in a call; nil for the engine's own.
    /// - Throws: NotImplementedError for numbers that float32 does not hold.
    static func type(of layer: Layer, on inputs: Value, isTraining: Bool) throws(RaisedError) -> NumericType? {
        guard let layer = layer as? CatalogueLayer, names.contains(layer.className), !isTraining else { return nil }
        if ["UpSampling2D"].contains(layer.className), layer.made.arguments.string("interpolation") != "nearest" {
            return nil
        }
        if layer.className == "Activation", !["relu", "linear"].contains(activation(layer)) { return nil }
        let items: [Value] =
            switch inputs {
            case .list(let list): list.items
            case .tuple(let items): items
            default: [inputs]
            }
        let arrays = items.compactMap { item -> NumericArray? in
            guard case .host(let object as ArrayObject) = item, !object.array.type.isFloat else { return nil }
            return object.array
        }
        guard let first = arrays.first, arrays.count == items.count, arrays.allSatisfy({ $0.type == first.type }) else {
            return nil
        }
        if first.type.isInteger, arrays.contains(where: { $0.doubles.contains { $0.magnitude > Double(1 << 24) } }) {
            throw RaisedError(
                .notImplementedError, "layers compute in float32, which does not hold whole numbers above 16777216",
                hint: "use functions of keras.ops on such numbers")
        }
        return first.type
    }

    private static func activation(_ layer: CatalogueLayer) -> String {
        if case .activation(let made) = layer.made.arguments["activation"] { made.definition.name } else { "" }
    }
}
