import Interpreter
import Layers
import Network

/// The function forms of the merge layers: `add([a, b])` for `Add()([a, b])`.
enum KerasMerging {
    private static let layerOfFunction = [
        "add": "Add", "subtract": "Subtract", "multiply": "Multiply", "average": "Average", "maximum": "Maximum",
        "minimum": "Minimum", "concatenate": "Concatenate", "dot": "Dot",
    ]

    static let functionNames = layerOfFunction.keys.sorted()

    static func function(_ name: String, _ library: LibraryContext) -> BuiltinFunction? {
        guard let layerName = layerOfFunction[name], let definition = Catalogue.layers[layerName] else { return nil }
        return BuiltinFunction(
            name, parameters: ["inputs"] + definition.parameters.map(\.name), documentation: definition.summary
        ) { arguments, interpreter throws(RaisedError) in
            let inputs = try arguments.required(0, "inputs", of: name)
            let rest = CallArguments(
                Array(arguments.positional.dropFirst()), keywords: arguments.keywords.filter { $0.name != "inputs" })
            let site = try interpreter.callSite(rest)
            let made = try raising { try definition.make(site, settings: library.network.settings) }
            let layer = library.object(for: CatalogueLayer(made, context: library.network))
            return try layer.call(CallArguments([inputs]), interpreter)
        }
    }
}
