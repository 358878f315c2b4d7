/// What to write instead of a name of PyTorch.
enum TorchHints {
    /// Names by which PyTorch's modules are usually imported.
    static let modules: Set<String> = ["nn", "torch", "F", "torchvision"]

    /// What to write instead of PyTorch in general.
    static let general = "that is PyTorch; here a layer is written as in Keras: Conv2D(filters, kernel_size)(x)"

    /// The hint for a name with its module, such as `torch.nn.Linear`.
    static func hint(for path: String) -> String {
        let name = path.split(separator: ".").last.map(String.init) ?? path
        guard let layer = layer(name) else { return general }
        return "that is PyTorch; in Keras it is \(layer)(x), which takes the channels from its input"
    }

    /// The layer that is called so in PyTorch, as Keras has it; nil for names that are no layers.
    static func layer(_ name: String) -> String? {
        if let layer = layers[name] { return layer }
        guard name.hasSuffix("d"), let axes = name.dropLast().last, "123".contains(axes) else { return nil }
        return windows[String(name.dropLast(2))]?.replacing("#", with: "\(axes)D")
    }

    /// Layers with so many axes: `Conv2d` and its like.
    private static let windows = [
        "Conv": "Conv#(filters, kernel_size)", "ConvTranspose": "Conv#Transpose(filters, kernel_size)",
        "MaxPool": "MaxPooling#(pool_size)", "AvgPool": "AveragePooling#(pool_size)",
        "AdaptiveAvgPool": "GlobalAveragePooling#()", "AdaptiveMaxPool": "GlobalMaxPooling#()",
        "BatchNorm": "BatchNormalization()", "Dropout": "SpatialDropout#(rate)", "ZeroPad": "ZeroPadding#(padding)",
    ]

    private static let layers = [
        "Linear": "Dense(units)", "Flatten": "Flatten()", "ReLU": "ReLU()", "LeakyReLU": "LeakyReLU()",
        "PReLU": "PReLU()",
        "ELU": "ELU()", "Softmax": "Softmax()", "GELU": "Activation(\"gelu\")", "Sigmoid": "Activation(\"sigmoid\")",
        "Tanh": "Activation(\"tanh\")", "SiLU": "Activation(\"silu\")", "Dropout": "Dropout(rate)",
        "LayerNorm": "LayerNormalization()", "GroupNorm": "GroupNormalization()",
        "Embedding": "Embedding(input_dim, output_dim)",
        "Upsample": "UpSampling2D(size)", "LSTM": "LSTM(units)", "GRU": "GRU(units)",
    ]
}
