import Network

extension Layer {
    /// What Keras's `Model.layers` lists: the layers of a model, and of one whose class a script defines.
    var modelLayers: [Layer] { (self as? Model)?.layers ?? (self as? ScriptedLayer)?.sublayers ?? [] }
}
