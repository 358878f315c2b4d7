import Layers
import Library
import Network
import Presentation

/// The strings that arguments of functions may be, where no definition says so.
enum KnownStrings {
    /// The strings for a parameter of a function; nil where nothing is known of them.
    static func of(_ parameter: String, of function: String) -> [String]? {
        (byFunction[function]?[parameter] ?? byParameter[parameter])?()
    }

    private typealias Strings = @Sendable () -> [String]

    /// Parameters that mean something of their own in one function.
    private static let byFunction: [String: [String: Strings]] = [
        "set_kernel": ["kernel": { LibraryContext.kernelNames }],
        "compare": ["weights": { ["same", "own"] }],
        "impulse": ["data": { ["zeros", "input"] }],
        "compile": [
            "optimizer": { ["adam", "sgd", "rmsprop"] }, "loss": { ["categorical_crossentropy", "mse"] },
        ],
    ]

    /// Parameters that mean the same wherever they are.
    private static let byParameter: [String: Strings] = [
        "padding": { ["valid", "same"] },
        "data_format": { ParameterKind.dataFormat.suggestions },
        "activation": { ParameterKind.activation.suggestions },
        "initializer": { ParameterKind.initializer.suggestions },
        "dtype": { LibraryContext.numberTypes },
        "scale": { ["shared", "each"] },
        "cmap": { ColourMap.all.map(\.name) },
        "style": { PictureStyle.allCases.map(\.rawValue) },
        "background": { ["light", "dark"] },
        "data": { Probes.all.map(\.name) },
    ]
}
