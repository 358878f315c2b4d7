/// A network of a family as a function of the language, with the arguments that most networks of `keras.applications` have.
struct NetworkFunction {
    let name: String
    /// What it consists of, in a few words.
    let summary: String
    /// The paper that describes it.
    let source: String
    /// The function of the family's text that builds it, and the arguments that follow the network.
    let maker: String
    let settings: String
    /// The name of the model; nil for that of the function in small letters.
    var modelName: String?
    /// Whether it has the argument `include_preprocessing`.
    var canPreprocess = false

    /// The definition.
    var text: String {
        let option = canPreprocess ? "include_preprocessing=True, " : ""
        let explanation =
            canPreprocess ? "\n        include_preprocessing: whether the network scales images itself" : ""
        return """
            def \(name)(
                    include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000,
                    classifier_activation="softmax", \(option)name="\(modelName ?? name.lowercased())"):
                \"""\(name)\(summary)

                Args:
                    \(Applications.arguments)\(explanation)
                Source: \(source)
                \"""
                return \(maker)(
                    Network(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, name),
                    \(settings))
            """
    }
}

extension Applications {
    /// The text of a family: what its networks have in common, and a function for each of them.
    static func family(_ common: String, _ functions: [NetworkFunction]) -> String {
        ([common] + functions.map(\.text)).joined(separator: "\n\n\n")
    }
}
