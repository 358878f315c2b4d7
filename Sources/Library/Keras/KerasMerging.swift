import Interpreter
import Layers
import Network

/// The function forms of the merge layers: `add([a, b])` for `Add()([a, b])`.
enum KerasMerging {
    private static let layerOfFunction = [
        "add": "Add", "subtract": "Subtract", "multiply": "Multiply", "average": "Average", "maximum": "Maximum",
        "minimum": "Minimum", "concatenate": "Concatenate", "dot": "Dot",
    ]

    static let functionNames = layerOfFunction.keys.sorted() + ["merge"]

    static func function(_ name: String, _ library: LibraryContext) -> BuiltinFunction? {
        if name == "merge" { return oldMerge(library) }
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

    /// The layers that Keras 1's `merge` stands for, by its mode.
    private static let layerOfMode = [
        "sum": "Add", "mul": "Multiply", "concat": "Concatenate", "ave": "Average", "max": "Maximum", "dot": "Dot",
        "cos": "Dot",
    ]

    /// `merge(inputs, mode=function)`: a Lambda over the list of inputs.
    private static func lambda(
        _ function: Value, _ inputs: Value, _ arguments: CallArguments, _ interpreter: Interpreter,
        _ library: LibraryContext
    ) throws(RaisedError) -> Value {
        guard let lambda = Catalogue.layers["Lambda"] else { return .none }
        let kept = arguments.keywords.filter { ["output_shape", "name", "arguments"].contains($0.name) }
        let site = try interpreter.callSite(CallArguments([function], keywords: kept))
        let made = try raising { try lambda.make(site, settings: library.network.settings) }
        return try library.object(for: CatalogueLayer(made, context: library.network))
            .call(CallArguments([inputs]), interpreter)
    }

    /// Keras 1's `merge(inputs, mode='sum', dot_axes=-1, concat_axis=-1)`.
    private static func oldMerge(_ library: LibraryContext) -> BuiltinFunction {
        BuiltinFunction(
            "merge", parameters: ["inputs", "mode", "dot_axes", "concat_axis", "name"],
            documentation: "Keras 1's merge: mode is one of \(layerOfMode.keys.sorted().joined(separator: ", "))."
        ) { arguments, interpreter throws(RaisedError) in
            let inputs = try arguments.required(0, "inputs", of: "merge")
            let mode = arguments.value(1, "mode") ?? .string("sum")
            if interpreter.isCallable(mode) { return try lambda(mode, inputs, arguments, interpreter, library) }
            guard case .string(let word) = mode, let name = layerOfMode[word], let definition = Catalogue.layers[name]
            else {
                throw RaisedError(
                    .valueError, "Invalid `mode` of merge. Received: mode=\(mode.repr)",
                    hint: "one of \(layerOfMode.keys.sorted().joined(separator: ", "))")
            }
            var keywords: [(name: String, value: Value)] = []
            if name == "Concatenate" { keywords.append(("axis", arguments.value(3, "concat_axis") ?? .int(-1))) }
            if name == "Dot" {
                keywords.append(("axes", arguments.value(2, "dot_axes") ?? .int(-1)))
                keywords.append(("normalize", .bool(word == "cos")))
            }
            if let own = arguments.keyword("name") { keywords.append(("name", own)) }
            let site = try interpreter.callSite(CallArguments([], keywords: keywords))
            let made = try raising { try definition.make(site, settings: library.network.settings) }
            library.noteTranslation(
                Translation(calledAs: "merge", canonical: "\(made.description)(inputs)", isAmbiguous: false))
            let layer = library.object(for: CatalogueLayer(made, context: library.network))
            return try layer.call(CallArguments([inputs]), interpreter)
        }
    }
}
