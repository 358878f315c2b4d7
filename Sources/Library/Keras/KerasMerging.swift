import Interpreter
import Layers
import Network
import Signatures

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
        let own = definition.callSignature.parameters
        let signature = Signature(name, [Signatures.Parameter("inputs")] + own)
        return BuiltinFunction(Declaration(signature, .python), definition.summary) {
            arguments, interpreter throws(RaisedError) in
            var site = CallSite()
            for parameter in own {
                guard let value = arguments.given(parameter.name) else { continue }
                site.keywords.append(.init(parameter.name, try interpreter.argument(value)))
            }
            return try raising { [site] in
                let made = try definition.make(site, settings: library.network.settings)
                let layer = library.object(for: CatalogueLayer(made, context: library.network))
                return try layer.call(CallArguments([arguments[0]]), interpreter)
            }
        }.pure()
    }

    /// The layers that Keras 1's `merge` stands for, by its mode.
    private static let layerOfMode = [
        "sum": "Add", "mul": "Multiply", "concat": "Concatenate", "ave": "Average", "max": "Maximum", "dot": "Dot",
        "cos": "Dot",
    ]

    /// The parameters of Keras 1's `merge`, which never gives a mask here.
    private static let oldSignature =
        "inputs, mode='sum', concat_axis=-1, dot_axes=-1, output_shape=..., output_mask=None, arguments=..., name=None"

    /// Keras 1's `merge(inputs, mode='sum', concat_axis=-1, dot_axes=-1, output_shape=None, …)`.
    private static func oldMerge(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "merge(\(oldSignature))",
            "Keras 1's merge: mode is a function, or one of \(layerOfMode.keys.sorted().joined(separator: ", "))."
        ) { arguments, interpreter in
            let inputs = arguments[0]
            let (layer, code) = try oldLayer(arguments, named: true, interpreter)
            library.noteTranslation(Translation(calledAs: "merge", canonical: "\(code)(inputs)", isAmbiguous: false))
            return try layer.call(CallArguments([inputs]), interpreter)
        }
    }

    /// Keras 1's `Merge([a, b], mode='concat')`: the ends of several networks brought together, to go on from in a
    /// Sequential; without networks, the layer that merges.
    static let oldMergeClass = TypeObject(
        Declaration("Merge(layers=None, \(oldSignature.dropFirst(8)))", .python), module: "keras.layers",
        "Keras 1's Merge: brings the outputs of several models together.", bases: [KerasClasses.layer]
    ) { _, arguments, interpreter throws(RaisedError) in try oldMergeObject(arguments, interpreter) }

    private static func oldMergeObject(
        _ arguments: Arguments, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
        let library = interpreter.library
        let (layer, code) = try oldLayer(arguments, named: false, interpreter)
        library.noteTranslation(Translation(calledAs: "Merge", canonical: "\(code)(outputs)", isAmbiguous: false))
        guard let given = arguments.optional("layers") else { return .host(layer) }
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
            let merged = try layer.layer.call(ends.1)
            var name: String?
            if case .string(let text) = arguments["name"] { name = text }
            let model = try Model(
                inputs: ends.0, outputs: merged, name: name, className: "Merge", context: library.network)
            return .host(library.object(for: model))
        }
    }

    /// The layer that does what `merge` is asked for, and its call as Keras 3 spells it.
    /// - Parameter isNamed: whether the layer takes the name that is given.
    private static func oldLayer(
        _ arguments: Arguments, named isNamed: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> (LayerObject, code: String) {
        let mode = arguments["mode"]
        guard case .string(let word) = mode else { return try lambda(arguments, named: isNamed, interpreter) }
        var keywords: [(name: String, value: Value)] = []
        let name = layerOfMode[word]
        if name == "Concatenate" { keywords.append(("axis", arguments["concat_axis"])) }
        if name == "Dot" {
            keywords.append(("axes", arguments["dot_axes"]))
            keywords.append(("normalize", .bool(word == "cos")))
        }
        guard let name, let definition = Catalogue.layers[name] else { throw invalidMode(mode) }
        if isNamed, let own = arguments.optional("name") { keywords.append(("name", own)) }
        let site = try interpreter.callSite(CallArguments([], keywords: keywords))
        let library = interpreter.library
        var settings = library.network.settings
        settings.dialect = .keras1
        let made = try raising { [settings] in try definition.make(site, settings: settings) }
        return (library.object(for: CatalogueLayer(made, context: library.network)), made.description)
    }

    /// The layer for a mode that is a function.
    private static func lambda(
        _ arguments: Arguments, named isNamed: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> (LayerObject, code: String) {
        let mode = arguments["mode"]
        guard interpreter.isCallable(mode) else { throw invalidMode(mode) }
        var keywords: [(name: String, value: Value)] = [("function", mode)]
        for name in ["output_shape", "arguments"] + (isNamed ? ["name"] : []) {
            if let value = arguments.optional(name) { keywords.append((name, value)) }
        }
        let type = interpreter.findModule("keras.layers")?["Lambda"] ?? .none
        guard case .host(let object as LayerObject) = try interpreter.call(type, CallArguments([], keywords: keywords))
        else { throw invalidMode(mode) }
        let given = keywords.map { "\($0.name)=\($0.value.repr)" }.joined(separator: ", ")
        return (object, "Lambda(\(given))")
    }

    private static func invalidMode(_ mode: Value) -> RaisedError {
        RaisedError(
            .valueError, "Invalid `mode` of merge. Received: mode=\(mode.repr)",
            hint: "a function, or one of \(layerOfMode.keys.sorted().joined(separator: ", "))")
    }
}
