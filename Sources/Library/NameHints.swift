import Layers

/// What to write instead of a name that is not defined, where the nearest name would mislead.
enum NameHints {
    /// The hint for a name; nil where there is none.
    static func hint(for name: String) -> String? {
        if Catalogue.activations[name] != nil, isLowercase(name) {
            return
                "as an argument it is a word in quotes: \"\(name)\"; on a tensor it is a layer: Activation(\"\(name)\")(x)"
        }
        if name == "model" { return "model = Sequential() makes one, to which layers are added" }
        if isWord(name) { return "as an argument it is a word in quotes: \"\(name)\"" }
        if Applications.networks.contains(name) { return "from keras.applications import \(name)" }
        if TorchHints.modules.contains(name) { return TorchHints.general }
        return dimensions(of: name)
    }

    /// The layers whose names are this one and a number of axes, such as MaxPool2D for MaxPool.
    private static func dimensions(of name: String) -> String? {
        let found = ["2D", "1D", "3D"].map { name + $0 }.filter { Catalogue.layers[$0] != nil }
        guard let first = found.first else { return nil }
        let others = found.dropFirst().joined(separator: " and ")
        let axes = others.isEmpty ? "" : "; \(others) for other numbers of spatial axes"
        return "did you mean: '\(first)'? It is for images\(axes)"
    }

    /// Whether arguments of layers take the name as a string.
    private static func isWord(_ name: String) -> Bool {
        others.contains(name) || (name.contains("_") && isLowercase(name) && Catalogue.initializers[name] != nil)
    }

    private static func isLowercase(_ name: String) -> Bool { name == name.lowercased() }

    private static let others: Set<String> = [
        "same", "valid", "causal", "channels_last", "channels_first", "nearest", "bilinear",
    ]
}
