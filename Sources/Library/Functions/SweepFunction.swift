import Inspection
import Interpreter
import Layers
import Network
import PythonText

/// `sweep(c1, x, strides=[1, 2], padding=["valid", "same"])`: a layer with every combination of some arguments.
enum SweepFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "sweep(layer, x=None, *args, maps=None, **arguments)",
            "Tries a layer with every combination of the arguments that are given as lists. The others are those of the layer, "
                + "or of the call: `sweep(c1, strides=[1, 2])`, `sweep(Conv2D, x, 8, 3, padding=[\"valid\", \"same\"])`. "
                + "`maps` says whether the first maps are drawn."
        ) { arguments, interpreter in
            let before = library.snapshot
            defer { library.restore(before) }
            library.emit(try report(arguments, interpreter, library))
            return .none
        }
    }

    private static func report(
        _ arguments: Arguments, _ interpreter: Interpreter, _ library: LibraryContext
    ) throws -> SweepReport {
        let subject = try SweptLayer(arguments[0], library)
        let inputs = try self.inputs(arguments.optional("x"), subject, library)
        let positional = arguments.rest.enumerated().map { (subject.label(ofPositional: $0), $1) }
        if subject.layer != nil, let first = arguments.rest.first {
            throw RaisedError(
                .typeError, "sweep() of a layer takes its arguments by name. Received: \(first.repr)",
                hint: "for example strides=[1, 2]")
        }
        try subject.requireKnown(arguments.keywordRest.map(\.name))
        let combinations = try Combinations(
            positional: positional, keywords: arguments.keywordRest, limit: Sweep.mostRows, of: "sweep")
        let tries = try combinations.all().map { values, call in
            let site = try interpreter.callSite(call)
            let shown = try values.map { try interpreter.argument($0).source }
            return (shown, { () throws(Refusal) in try subject.make(site, library.network) })
        }
        let maps = try arguments.optional("maps")?.truth()
        let sweep = Sweep(on: inputs, weightsOf: subject.layer, wantsMaps: maps, library.network)
        return try sweep.report(
            layer: subject.definition.name, varied: combinations.varied, combinations: tries,
            dataFormat: library.dataFormat(of:))
    }

    /// What the layers are called on: what is given, or what the layer itself was called on.
    private static func inputs(
        _ value: Value?, _ subject: SweptLayer, _ library: LibraryContext
    ) throws(RaisedError) -> [SymbolicTensor] {
        guard let value else {
            guard let node = subject.node else {
                throw RaisedError(
                    .typeError, "sweep() needs an input for a layer that was not called yet",
                    hint: "for example sweep(Conv2D(8, 3), x, strides=[1, 2])")
            }
            return node.inputs
        }
        let items: [Value] =
            switch value {
            case .list(let list): list.items
            case .tuple(let items): items
            default: [value]
            }
        var inputs: [SymbolicTensor] = []
        for item in items { inputs.append(try Subject(item, of: "sweep", as: "x", library).tensor()) }
        return inputs
    }
}

extension LibraryContext {
    /// The layer whose arguments a call of a function takes, for completion; nil where it takes its own only.
    /// - Parameters:
    ///   - function: the name of the function.
    ///   - first: the first argument of the call.
    public func definition(whoseArguments function: String, takesWith first: Value) -> LayerDefinition? {
        function == "sweep" ? (try? SweptLayer(first, self))?.definition : nil
    }
}

/// What is swept over: a layer whose arguments are kept, or a class.
private struct SweptLayer {
    let definition: LayerDefinition
    /// The layer; nil for a class.
    let layer: CatalogueLayer?
    /// A call of it.
    let node: Node?
    /// The name of the class, which decides how old spellings are read.
    private let className: String

    /// - Throws: a TypeError for anything but a layer of the catalogue, a tensor that one made, and a class of them.
    init(_ value: Value, _ library: LibraryContext) throws(RaisedError) {
        if case .type(let type) = value, let name = KerasClasses.layerName(of: type),
            let definition = Catalogue.layers[name]
        {
            (self.definition, className, layer, node) = (definition, name, nil, nil)
            return
        }
        var found: (layer: Layer, node: Node?)?
        if case .host(let object) = value {
            if let tensor = (object as? TensorObject)?.tensor { found = (tensor.layer, tensor.node) }
            if let layer = (object as? LayerObject)?.layer { found = (layer, layer.inboundNodes.first) }
        }
        guard let found, let layer = found.layer as? CatalogueLayer, !layer.isFunction else {
            throw RaisedError(
                .typeError, "sweep() takes a layer or a class of layers, not \(SweptLayer.description(of: value))",
                hint: "for example sweep(Conv2D(8, 3), x, strides=[1, 2])")
        }
        definition = layer.made.definition
        className = definition.name
        self.layer = layer
        node = found.node
    }

    private static func description(of value: Value) -> String {
        if case .host(let object) = value, let tensor = (object as? TensorObject)?.tensor {
            return "a tensor of '\(tensor.shownName)'"
        }
        return "'\(value.typeName)'"
    }

    /// What a positional argument of the class is called.
    func label(ofPositional index: Int) -> String {
        let old = definition.oldSignatures.first { $0.name == className && className != definition.name }
        let names = old?.parameters ?? definition.parameters.filter { !$0.keywordOnly }.map(\.name)
        return index < names.count ? names[index] : "argument \(index + 1)"
    }

    /// Refuses a name that no argument has, once for all combinations.
    func requireKnown(_ names: [String]) throws(RaisedError) {
        let dropped = definition.oldSignatures.flatMap(\.dropped.keys)
        for name in names where !definition.parameters.contains(where: { $0.isNamed(name) }) && !dropped.contains(name)
        {
            let nearest = nearestName(to: name, in: definition.parameters.map(\.name))
            throw RaisedError(
                .typeError, "\(definition.name) has no argument `\(name)`",
                hint: nearest.map { "did you mean `\($0)`?" }
                    ?? "it takes \(definition.parameters.map(\.name).joined(separator: ", "))")
        }
    }

    func make(_ site: CallSite, _ context: NetworkContext) throws(Refusal) -> Made<any Operation> {
        guard let layer else { return try context.make(definition, site, calledAs: className) }
        return try layer.made.changed(by: site.keywords, drawSeed: context.drawSeed)
    }
}
