import Arrays
import Interpreter
import Layers
import Network
import TensorEngine

/// `Input`: Keras's signature, and the short form with bare sizes, `Input(72, 14, 1)`.
enum KerasInput {
    /// The parameters of Keras's `Input`.
    static let definition = Definition<BatchShape>(
        name: "Input", summary: "The start of a network.", source: "keras/src/layers/core/input_layer.py",
        parameters: [
            Parameter(
                "shape", .optional(.shape(wildcard: false)), default: Argument.none,
                "The shape without the batch axis.",
                oldNames: ["input_shape"], typeErrors: .checked
            ),
            Parameter(
                "batch_size", .optional(.integer(minimum: 0)), default: Argument.none, "The size of the batch.",
                typeErrors: .checked),
            Parameter(
                "dtype", .optional(.dtype), default: Argument.none, "Type of the numbers.",
                oldNames: ["input_dtype"]),
            Parameter("sparse", .outside, default: Argument.none, "Sparse inputs; not implemented."),
            Parameter(
                "batch_shape", .optional(.shape(wildcard: false)), default: Argument.none,
                "The shape with the batch axis.",
                oldNames: ["batch_input_shape"]),
            Parameter("name", .optional(.name), default: Argument.none, "The name; made up where none is given."),
            Parameter("ragged", .outside, default: Argument.none, "Ragged inputs; not implemented."),
            Parameter("tensor", .any, default: Argument.none, "Existing tensors; not implemented."),
            Parameter("optional", .bool, default: .bool(false), "Whether the input may be left out."),
        ]
    ) { arguments throws(Refusal) in
        if case .tuple = arguments["batch_shape"] {
            for name in ["shape", "batch_size"] {
                if case .none = arguments[name] { continue }
                throw Refusal(
                    argument: name, "You cannot pass both `\(name)` and `batch_shape` at the same time.",
                    received: "\(name)=\(arguments[name]), batch_shape=\(arguments["batch_shape"])")
            }
        }
        if let sizes = arguments["batch_shape"].items { return BatchShape(sizes.map(\.size)) }
        guard let sizes = arguments["shape"].items else {
            throw Refusal(
                argument: "shape", "You must pass a `shape` argument.", remedy: "for example Input(shape=(28, 28, 1))")
        }
        return BatchShape([Dim(arguments.optionalInt("batch_size"))] + sizes.map(\.size))
    }

    static func function(_ library: LibraryContext) -> BuiltinFunction {
        BuiltinFunction(signature: definition.callSignature, definition.summary) {
            arguments, interpreter throws(RaisedError) in
            let layer = try make(arguments, interpreter, library)
            return .host(library.object(for: layer.output))
        }.pure()
    }

    /// What a call of the class `InputLayer` makes, which Sequential takes.
    static func inputLayer(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        // The class goes on to read Keras 2's name, which `Input` never had.
        let keywords = arguments.keywords.map {
            (name: $0.name == "input_shape" ? "shape" : $0.name, value: $0.value)
        }
        let library = interpreter.library
        let layer = try make(CallArguments(arguments.positional, keywords: keywords), interpreter, library)
        return .host(library.object(for: layer))
    }

    private static func make(
        _ arguments: CallArguments, _ interpreter: Interpreter, _ library: LibraryContext
    ) throws(RaisedError) -> InputLayer {
        let (plain, names) = try namesTaken(from: bareSizesGathered(arguments))
        let site = try interpreter.callSite(plain)
        return try raising {
            let made = try definition.make(site, settings: library.network.settings)
            var shape = made.product
            for (axis, name) in names where axis < shape.rank { shape.dims[axis] = library.network.size(named: name) }
            let layer = try InputLayer(
                shape: shape, name: made.arguments.optionalString("name"), context: library.network)
            if let name = made.arguments.optionalString("dtype") {
                guard let type = NumericType(rawValue: name) else {
                    throw Refusal(
                        .notImplementedError, argument: "dtype", "Inputs of type '\(name)' are not implemented.",
                        remedy: "there are \(NumericType.allCases.map(\.rawValue).joined(separator: ", "))")
                }
                layer.output.node[TensorTypes.self] = TensorTypes(types: [type])
            }
            return layer
        }
    }

    /// The call with None in the place of names of sizes, as in `Input(("H", "W", 3))`, and the names by their axes.
    private static func namesTaken(
        from arguments: CallArguments
    ) throws(RaisedError) -> (plain: CallArguments, names: [(axis: Int, name: String)]) {
        var names: [(axis: Int, name: String)] = []
        func taken(_ value: Value, firstAxis: Int) throws(RaisedError) -> Value {
            let items: [Value]
            switch value {
            case .tuple(let tuple): items = tuple
            case .list(let list): items = list.items
            default: return value
            }
            guard items.contains(where: { if case .string = $0 { true } else { false } }) else { return value }
            var plain: [Value] = []
            for (place, item) in items.enumerated() {
                guard case .string(let name) = item else {
                    plain.append(item)
                    continue
                }
                guard name.first?.isLetter == true, name.count <= 12,
                    name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
                else {
                    throw RaisedError(
                        .valueError, "a size must be a number, None, or a name, not \(item.repr)",
                        hint: "for example Input((\"H\", \"W\", 3))")
                }
                names.append((place + firstAxis, name))
                plain.append(.none)
            }
            return .tuple(plain)
        }
        var positional = arguments.positional
        if let first = positional.first { positional[0] = try taken(first, firstAxis: 1) }
        var keywords = arguments.keywords
        for (place, keyword) in keywords.enumerated() where ["shape", "batch_shape"].contains(keyword.name) {
            keywords[place].value = try taken(keyword.value, firstAxis: keyword.name == "shape" ? 1 : 0)
        }
        return (CallArguments(positional, keywords: keywords), names)
    }

    /// `Input(72, 14, 1)` as `Input((72, 14, 1))`: positional sizes only, the first of them no tuple; names only beside numbers.
    private static func bareSizesGathered(_ arguments: CallArguments) -> CallArguments {
        let hasNumbers = arguments.positional.contains { if case .int = $0 { true } else { false } }
        let isBare = arguments.positional.allSatisfy {
            switch $0 {
            case .int, .none: true
            case .string: hasNumbers
            default: false
            }
        }
        guard isBare, !arguments.positional.isEmpty, arguments.keyword("shape") == nil else { return arguments }
        return CallArguments([.tuple(arguments.positional)], keywords: arguments.keywords)
    }
}
