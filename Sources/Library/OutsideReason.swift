import Interpreter

/// Why something that scripts import cannot be called here, and what to do instead.
struct OutsideReason {
    /// What is true of it, behind its name: "is not implemented: …".
    let text: String
    /// What to do instead.
    let hint: String

    /// The reason for a name with its module: `re.sub`, `keras.layers.LSTM`.
    init(_ path: String) {
        let parts = path.split(separator: ".").map(String.init)
        let (root, name) = (parts.first ?? path, parts.last ?? path)
        let found = OutsideReason.known[name] ?? OutsideReason.modules.first { path.hasPrefix($0.prefix) }?.reason
        if let found, root == "keras" {
            self = found
        } else if path.hasPrefix("keras.layers.") {
            self = .init("is not implemented: it is not among the layers that convsh has", "help() lists them")
        } else if root == "keras" {
            self = .init(
                "is not implemented: of Keras, convsh has what makes networks and computes with them",
                OutsideReason.leaveOut)
        } else if root == "tensorflow" {
            self = .init(
                "is not implemented: of TensorFlow, convsh has keras, functions of tensors and random numbers",
                OutsideReason.leaveOut)
        } else if root == "numpy" {
            self = .init("is not among the functions of numpy that convsh has", "dir(np) lists those")
        } else if parts.count > 1, Modules.pythonNames.contains(root) {
            self = .init("is not among the functions of \(root) that convsh has", "dir(\(root)) lists those")
        } else if OutsideModules.isOfPython(root) {
            self = .init(
                "is not implemented: of Python's modules, convsh has \(Modules.pythonNames.joined(separator: ", "))",
                OutsideReason.leaveOut)
        } else if OutsideModules.find(root) != nil {
            self = .init(
                "is not available: convsh does not run Python's packages; numpy, keras and tensorflow are its own",
                root == "torch" ? TorchHints.hint(for: path) : OutsideReason.leaveOut)
        } else {
            self = .training
        }
    }

    private init(_ text: String, _ hint: String) {
        self.text = text
        self.hint = hint
    }

    /// The error for a call of it.
    func error(_ path: String) -> RaisedError {
        RaisedError(.notImplementedError, "`\(path)` \(text)", hint: hint)
    }

    private static let leaveOut = "the statements before this one have been run; leave the call out"

    private static let training = OutsideReason(
        "is not implemented: convsh builds and inspects networks, and does not train them", leaveOut)

    private static let files = OutsideReason(
        "is not implemented: convsh does not read or write Keras's files",
        "to_json and model_from_json keep a model as text, numpy.savez and numpy.load its weights")

    private static let derivatives = OutsideReason(
        "is not implemented: convsh computes no derivatives, and functions only when they are called",
        "call the model on data, or model.predict(x)")

    /// By the last part of the name.
    private static let known: [String: OutsideReason] = [
        "function": derivatives, "gradients": derivatives, "HDF5Matrix": files,
        "predict_classes": .init("does not exist in Keras 3", "np.argmax(model.predict(x), axis=-1)"),
        "predict_proba": .init("does not exist in Keras 3", "model.predict(x)"),
        "to_yaml": .init("does not exist in Keras 3", "model.to_json()"),
        "model_from_yaml": .init("does not exist in Keras 3", "keras.models.model_from_json(text)"),
        "Graph": .init("does not exist in Keras 3", "keras.Model(inputs, outputs)"),
    ]

    /// By the module, from the most particular on.
    private static let modules: [(prefix: String, reason: OutsideReason)] = [
        ("keras.export", files)
    ]
}
