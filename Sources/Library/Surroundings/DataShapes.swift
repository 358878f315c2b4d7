import Interpreter
import Network

/// The shapes of data that a model is given to train with.
enum DataShapes {
    /// Builds a model that has not been built, as `fit` does with the first batch. Data whose shapes are not known beforehand
    /// build nothing.
    static func build(_ object: LayerObject, for data: Value, _ interpreter: Interpreter) throws(RaisedError) {
        guard !object.layer.isBuilt else { return }
        var known = shape(of: data)
        if known == nil { known = try shape(ofBatches: data, interpreter) }
        guard let shape = known else { return }
        _ = try interpreter.call(
            try interpreter.attribute("build", of: .host(object)), CallArguments([shape]))
    }

    /// The shape of the inputs in the batches of a data set, a generator of images; nil where it is not known.
    private static func shape(
        ofBatches data: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        guard case .host(let object) = data, object.instance != nil,
            let function = interpreter.findModule("keras.utils")?["_input_shape"]
        else { return nil }
        let shape = try interpreter.call(function, CallArguments([data]))
        return shape.isNone ? nil : shape
    }

    /// The shape of data with any number of samples, or of several inputs a list of them; nil where it is not known.
    private static func shape(of data: Value) -> Value? {
        switch data {
        case .host(let array as ArrayObject):
            guard !array.shape.isEmpty else { return nil }
            return .tuple([.none] + array.shape.dropFirst().map(Value.int))
        case .list(let list):
            let shapes = list.items.compactMap(shape)
            guard shapes.count == list.items.count, !shapes.isEmpty else { return nil }
            return shapes.count == 1 ? shapes[0] : .list(ListObject(shapes))
        default: return nil
        }
    }
}
