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

    /// The parameters of Keras 1's `merge`, in its order.
    private static let oldParameters = [
        "inputs", "mode", "concat_axis", "dot_axes", "output_shape", "output_mask", "arguments", "name",
    ]

    /// Keras 1's `merge(inputs, mode='sum', concat_axis=-1, dot_axes=-1, output_shape=None, …)`.
    private static func oldMerge(_ library: LibraryContext) -> BuiltinFunction {
        BuiltinFunction(
            "merge", parameters: oldParameters,
            documentation:
                "Keras 1's merge: mode is a function, or one of \(layerOfMode.keys.sorted().joined(separator: ", "))."
        ) { arguments, interpreter throws(RaisedError) in
            let inputs = try arguments.required(0, "inputs", of: "merge")
            for (name, _) in arguments.keywords where !oldParameters.contains(name) {
                throw RaisedError(.typeError, "merge() got an unexpected keyword argument '\(name)'")
            }
            let (definition, keywords) = try oldLayer(arguments, interpreter)
            let site = try interpreter.callSite(CallArguments([], keywords: keywords))
            var settings = library.network.settings
            settings.dialect = .keras1
            let made = try raising { [settings] in try definition.make(site, settings: settings) }
            library.noteTranslation(
                Translation(calledAs: "merge", canonical: "\(made.description)(inputs)", isAmbiguous: false))
            let layer = library.object(for: CatalogueLayer(made, context: library.network))
            return try layer.call(CallArguments([inputs]), interpreter)
        }
    }

    /// Keras 1's `Merge([a, b], mode='concat')`: the ends of several networks brought together, to go on from in a
    /// Sequential; without networks, the layer that merges.
    static func oldMergeClass(_ library: LibraryContext) -> TypeObject {
        TypeObject(
            "Merge", parameters: ["layers"] + oldParameters.dropFirst(),
            documentation: "Keras 1's Merge: brings the outputs of several models together.",
            isInstance: { if case .host(let object) = $0 { object.typeName == "Merge" } else { false } }
        ) { arguments, interpreter throws(RaisedError) in
            let (definition, keywords) = try oldLayer(arguments, interpreter)
            let site = try interpreter.callSite(CallArguments([], keywords: keywords.filter { $0.name != "name" }))
            let made = try raising { try definition.make(site, settings: library.network.settings) }
            library.noteTranslation(
                Translation(calledAs: "Merge", canonical: "\(made.description)(outputs)", isAmbiguous: false))
            let layer = CatalogueLayer(made, context: library.network)
            guard let given = arguments.value(0, "layers"), !given.isNone else {
                return .host(library.object(for: layer))
            }
            var inputs: [SymbolicTensor] = []
            var outputs: [SymbolicTensor] = []
            for item in try interpreter.items(of: given) {
                guard case .host(let object as LayerObject) = item, let model = object.layer as? Model,
                    !model.outputs.isEmpty
                else {
                    throw RaisedError(
                        .valueError, "Merge takes models whose input is known. Received: \(item.repr)",
                        hint: "give the first layer of each an input_shape")
                }
                inputs += model.inputs.filter { input in !inputs.contains { $0 === input } }
                outputs += model.outputs
            }
            let ends = (inputs, outputs)
            return try raising {
                let merged = try layer.call(ends.1)
                var name: String?
                if case .string(let text)? = arguments.keyword("name") { name = text }
                let model = try Model(
                    inputs: ends.0, outputs: merged, name: name, className: "Merge", context: library.network)
                return .host(library.object(for: model))
            }
        }
    }

    /// The layer that does what `merge` is asked for, and its arguments.
    private static func oldLayer(
        _ arguments: CallArguments, _ interpreter: Interpreter
    ) throws(RaisedError) -> (LayerDefinition, [(name: String, value: Value)]) {
        let mode = arguments.value(1, "mode") ?? .string("sum")
        var keywords: [(name: String, value: Value)] = []
        var name: String?
        switch mode {
        case .string(let word):
            name = layerOfMode[word]
            if name == "Concatenate" { keywords.append(("axis", arguments.value(2, "concat_axis") ?? .int(-1))) }
            if name == "Dot" {
                keywords.append(("axes", arguments.value(3, "dot_axes") ?? .int(-1)))
                keywords.append(("normalize", .bool(word == "cos")))
            }
        default:
            guard interpreter.isCallable(mode) else { break }
            name = "Lambda"
            keywords.append(("function", mode))
            if let shape = arguments.value(4, "output_shape") { keywords.append(("output_shape", shape)) }
            if let further = arguments.value(6, "arguments") { keywords.append(("arguments", further)) }
        }
        guard let name, let definition = Catalogue.layers[name] else {
            throw RaisedError(
                .valueError, "Invalid `mode` of merge. Received: mode=\(mode.repr)",
                hint: "a function, or one of \(layerOfMode.keys.sorted().joined(separator: ", "))")
        }
        if let own = arguments.value(7, "name") { keywords.append(("name", own)) }
        return (definition, keywords)
    }
}
