import Interpreter
import Layers
import Network
import Signatures

/// The classes of Keras's objects, with their bases: `layers.Conv2D`, `keras.Model`, `initializers.HeNormal`, …
enum KerasClasses {
    /// What layers and operations derive from.
    static let operation = TypeObject(
        "Operation", module: "keras", "A part of a network.", attributes: LayerAttributes.table)
    /// What all layers are.
    static let layer = TypeObject(
        Declaration(
            "Layer(*, activity_regularizer=None, trainable=True, dtype=None, autocast=True, name=None, **kwargs)",
            .python),
        module: "keras.layers", "What all layers are.", bases: [operation], attributes: Serialization.fromConfig
    ) { type, arguments, interpreter throws(RaisedError) in
        let object = LayerObject.make(type, arguments.asWritten, interpreter)
        try raising { try ScriptedAttributes.setUp(object, arguments, interpreter) }
        return .host(object)
    }.deriving(LayerObject.make)
    /// The layers at which networks begin.
    static let inputLayer = TypeObject(
        "InputLayer", module: "keras.layers", KerasInput.definition.summary, bases: [layer],
        signature: KerasInput.definition.callSignature
    ) { _, arguments, interpreter throws(RaisedError) in try KerasInput.inputLayer(arguments, interpreter) }
    /// Networks between inputs and outputs.
    static let model = TypeObject(
        "Model", module: "keras", "A network between inputs and outputs.", bases: [layer],
        attributes: ModelAttributes.table, signature: KerasModels.modelSignature
    ) { _, arguments, interpreter throws(RaisedError) in try KerasModels.makeModel(arguments, interpreter) }
    /// What calls of `Model` make.
    static let functional = TypeObject(
        "Functional", module: "keras", "A network between inputs and outputs.", bases: [model])
    /// Networks that are one chain of layers.
    static let sequential = TypeObject(
        "Sequential", module: "keras", "A network that is one chain of layers.", bases: [model],
        attributes: ModelAttributes.sequential, signature: KerasModels.sequentialSignature
    ) { _, arguments, interpreter throws(RaisedError) in try KerasModels.makeSequential(arguments, interpreter) }
    /// Tensors of a network.
    static let tensor = TypeObject(
        Declaration(
            "KerasTensor(shape, dtype='float32', !sparse=None, !ragged=None, !record_history=True, name=None)", .python),
        module: "keras", "A tensor of a network.", attributes: TensorObject.table
    ) { _, arguments, interpreter throws(RaisedError) in
        guard let input = interpreter.findModule("keras.layers")?["Input"] else { return .none }
        let name =
            arguments.optional("name") ?? .string(interpreter.library.network.automaticName(forClass: "KerasTensor"))
        return try interpreter.call(
            input,
            CallArguments(
                [], keywords: [("batch_shape", arguments["shape"]), ("dtype", arguments["dtype"]), ("name", name)]))
    }
    /// Weights.
    static let variable = TypeObject(
        FreeVariable.declaration, module: "keras", "A weight.", attributes: WeightObject.table
    ) { _, arguments, interpreter throws(RaisedError) in try raising { try FreeVariable.make(arguments, interpreter) } }

    /// What layers derive from beside `Layer`.
    private static let dropout: Set<String> = ["SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D"]

    /// The class of every layer of the catalogue, by its names; one that is an old name is another name of the class.
    private static let layers = Table { table in
        for definition in Catalogue.layers.definitions {
            let base = dropout.contains(definition.name) ? table["Dropout"] ?? layer : layer
            let type = layerClass(definition, calledAs: definition.name, bases: [base], original: nil)
            table[definition.name] = type
            for alias in definition.aliases {
                table[alias] = layerClass(definition, calledAs: alias, bases: [base], original: type)
            }
        }
    }

    private static func layerClass(
        _ definition: LayerDefinition, calledAs name: String, bases: [TypeObject], original: TypeObject?
    ) -> TypeObject {
        TypeObject(
            definition.name, module: "keras.layers", definition.summary, bases: bases, original: original,
            attributes: ScriptedAttributes.catalogue(definition), signature: definition.callSignature
        ) { _, arguments, interpreter throws(RaisedError) in
            try KerasLayers.make(definition, calledAs: name, arguments, interpreter)
        }
    }

    /// The class of layers of that name; nil if there is none.
    static func layer(named name: String) -> TypeObject? { layers[name] }

    /// The name of a class of layers, `Convolution2D` for the old one; nil for any other class.
    static func layerName(of type: TypeObject) -> String? { layers.name(of: type) }

    /// The class of a layer or model; nil for an operation that has no definition.
    static func type(of layer: Layer) -> TypeObject? {
        switch layer {
        case is Sequential: sequential
        case let model as Model: model.className == "Merge" ? KerasMerging.oldMergeClass : functional
        case is InputLayer: inputLayer
        case is CatalogueLayer: layers[layer.className]
        default: nil
        }
    }

    // MARK: Initializers and the like

    /// What all initializers are.
    static let initializer = TypeObject(
        "Initializer", module: "keras.initializers", "What all initializers are.", attributes: MadeObject.baseTable
    ).deriving { type, _, interpreter in InstanceObject(type, interpreter) }
    /// What all regularizers are.
    static let regularizer = TypeObject(
        "Regularizer", module: "keras.regularizers", "What all regularizers are.", attributes: MadeObject.baseTable
    ).deriving { type, _, interpreter in InstanceObject(type, interpreter) }
    /// What all constraints are.
    static let constraint = TypeObject(
        "Constraint", module: "keras.constraints", "What all constraints are.", attributes: MadeObject.baseTable
    ).deriving { type, _, interpreter in InstanceObject(type, interpreter) }

    /// The class of activation functions.
    static let activation = TypeObject(
        "function", module: "keras.activations", "An activation function.", attributes: MadeObject.activationTable)

    private static let initializers = Table { table in
        fill(&table, Catalogue.initializers, initializer, Argument.initializer)
    }
    private static let regularizers = Table { table in
        fill(&table, Catalogue.regularizers, regularizer, Argument.regularizer)
    }
    private static let constraints = Table { table in
        fill(&table, Catalogue.constraints, constraint, Argument.constraint)
    }

    private static func fill<Product: Sendable>(
        _ table: inout [String: TypeObject], _ registry: Registry<Product>, _ base: TypeObject,
        _ wrap: @escaping (Made<Product>) -> Argument
    ) {
        for definition in registry.definitions {
            func make(_ name: String, original: TypeObject?) -> TypeObject {
                TypeObject(
                    definition.name, module: base.module, definition.summary, bases: [base], original: original,
                    attributes: Serialization.fromConfig, signature: definition.callSignature
                ) { _, arguments, interpreter throws(RaisedError) in
                    try KerasRegistries.make(definition, calledAs: name, wrap, arguments, interpreter)
                }
            }
            let type = make(definition.name, original: nil)
            table[definition.name] = type
            for name in definition.allNames + [definition.nickname] where name != definition.name {
                table[name] = make(name, original: type)
            }
        }
    }

    static func initializer(named name: String) -> TypeObject? { initializers[name] }
    static func regularizer(named name: String) -> TypeObject? { regularizers[name] }
    static func constraint(named name: String) -> TypeObject? { constraints[name] }

    /// The class of an activation, initializer, regularizer or constraint.
    static func type(of argument: Argument) -> TypeObject {
        switch argument {
        case .initializer(let made): initializers[made.definition.name] ?? initializer
        case .regularizer(let made): regularizers[made.definition.name] ?? regularizer
        case .constraint(let made): constraints[made.definition.name] ?? constraint
        default: activation
        }
    }

    /// Classes by name. Nothing in it changes.
    private final class Table: @unchecked Sendable {
        private let types: [String: TypeObject]

        init(_ fill: (inout [String: TypeObject]) -> Void) {
            var types: [String: TypeObject] = [:]
            fill(&types)
            self.types = types
        }

        subscript(name: String) -> TypeObject? { types[name] }

        /// The name that a class of the table has there.
        func name(of type: TypeObject) -> String? { types.first { $0.value === type }?.key }
    }
}

extension Definition {
    /// The signature, with a doc for each parameter.
    var callSignature: Signature {
        let list = parameters.filter { !$0.keywordOnly } + parameters.filter(\.keywordOnly)
        return Signature(
            name,
            list.map {
                Signatures.Parameter(
                    $0.name, $0.keywordOnly ? .keywordOnly : .positionalOrKeyword,
                    defaultText: $0.default.map { "\($0)" }, documentation: $0.doc)
            })
    }
}
