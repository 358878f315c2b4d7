import Interpreter
import Layers
import Network

/// The module `keras.layers`: a class for every definition of the catalogue, under all its names.
enum KerasLayers {
    /// - Parameter prelude: the layers that are written in the language itself.
    static func make(_ library: LibraryContext, _ prelude: Prelude?) -> ModuleObject {
        let names = Catalogue.layers.definitions.flatMap(\.allNames)
        let carried = Prelude.names(of: "keras.layers")
        let own = Set(carried)
        let extra =
            ["Input", "InputLayer", "Layer", "serialize", "deserialize"] + KerasMerging.functionNames + carried
        return ModuleObject("keras.layers", documentation: "The layers.", memberNames: names + extra) { name in
            switch name {
            case "Input": .builtin(KerasInput.function(library))
            case "InputLayer": .type(KerasClasses.inputLayer)
            case "Layer": .type(KerasClasses.layer)
            case "Merge": .type(KerasMerging.oldMergeClass)
            case let name where own.contains(name): prelude?.member(name, of: "keras.layers")
            case let name where outside.contains(name): .host(Placeholder("keras.layers.\(name)"))
            case "serialize": .builtin(Serialization.serialize("serialize"))
            case "deserialize": .builtin(Serialization.deserialize("deserialize", library))
            default:
                KerasMerging.function(name, library).map(Value.builtin)
                    ?? KerasClasses.layer(named: name).map(Value.type)
                    ?? KerasMissing.placeholder(name, of: "keras.layers")
            }
        }
    }

    /// Layers of Keras that are not in the catalogue; they can be imported, not used.
    private static let outside: Set<String> = [
        "CuDNNLSTM", "CuDNNGRU", "GroupQueryAttention",
        "TextVectorization", "StringLookup", "IntegerLookup",
        "CategoryEncoding", "Discretization", "Hashing",
        "RandomHeight", "RandomWidth",
        "Highway", "_Merge", "_Conv", "_Pooling2D", "MaxoutDense", "TimeDistributedDense", "SeparableConv3D", "SReLU",
        "ParametricSoftplus",
    ]

    private static func isTensor(_ value: Value) -> Bool {
        if case .host(let object) = value { object is TensorObject } else { false }
    }

    /// What to write for `Flatten(x)`: `Flatten()(x)`.
    private static func callHint(_ definition: LayerDefinition, _ name: String) -> String {
        let needed = definition.parameters.filter { $0.default == nil }.map(\.name).joined(separator: ", ")
        return "a layer is made first, then called on the tensor: \(name)(\(needed))(x)"
    }

    /// A layer of the catalogue, made by a call of its class under one of its names.
    static func make(
        _ definition: LayerDefinition, calledAs name: String, _ arguments: CallArguments, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
        let library = interpreter.library
        let site = try interpreter.callSite(arguments)
        do throws(RaisedError) {
            return try raising {
                let made = try library.network.make(definition, site, calledAs: name)
                library.noteTranslation(made.arguments.translation)
                return .host(library.object(for: CatalogueLayer(made, context: library.network)))
            }
        } catch {
            if arguments.positional.contains(where: isTensor) { error.exception.hint = callHint(definition, name) }
            throw error
        }
    }
}
