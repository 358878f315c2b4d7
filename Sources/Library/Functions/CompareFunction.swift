import Inspection
import Interpreter
import Layers
import Network

/// `compare(a, b)`: two layers, tensors or models side by side.
enum CompareFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "compare(a, b, input=None, weights=\"same\")",
            "Compares two layers, tensors or models: arguments, shapes, cost, pictures, and the largest difference. A layer that was "
                + "not called is called on `input`, or on what the other was called on. `weights` is \"same\", where b is "
                + "computed with the weights of a as far as shapes allow, or \"own\"."
        ) { arguments, _ in
            let before = library.snapshot
            defer { library.restore(before) }
            let kind = try arguments.string("weights")
            guard ["same", "own"].contains(kind) else {
                throw RaisedError(
                    .valueError, "`weights` cannot be '\(kind)'", hint: "\"same\" or \"own\"")
            }
            let input = try arguments.optional("input").map {
                try Subject($0, of: "compare", as: "input", library).tensor()
            }
            let pair = try sides(arguments[0], arguments[1], input.map { [$0] }, library)
            let format = (pair.first.inputs.first ?? pair.first.output).map(library.dataFormat(of:))
            library.emit(
                try ComparisonReport(
                    pair.first.side, pair.second.side, sharesWeights: kind == "same",
                    dataFormat: pair.first.format ?? format ?? library.network.settings.imageDataFormat, library.network
                ))
            return .none
        }
    }

    /// One side, with what is needed to place the other.
    private struct Placed {
        let side: ComparedSide
        let inputs: [SymbolicTensor]
        let output: SymbolicTensor?
        let format: DataFormat?
    }

    private static func sides(
        _ a: Value, _ b: Value, _ input: [SymbolicTensor]?, _ library: LibraryContext
    ) throws(RaisedError) -> (first: Placed, second: Placed) {
        let subjects = [try Subject(a, of: "compare", library), try Subject(b, of: "compare", library)]
        var names = subjects.map(\.shownName)
        if names[0] == names[1] { names = ["\(names[0]) (a)", "\(names[1]) (b)"] }
        let known = [
            try placed(subjects[0], names[0], input, library), try placed(subjects[1], names[1], input, library),
        ]
        guard let first = known[0] else {
            // Where neither was called, this says that an input is missing.
            let first = try tried(subjects[0], names[0], on: known[1]?.inputs, library)
            return (first, known[1] ?? first)
        }
        if let second = known[1] { return (first, second) }
        return (first, try tried(subjects[1], names[1], on: first.inputs, library))
    }

    /// A tensor, a model, or a layer that was called; nil for a layer that is yet to be called.
    private static func placed(
        _ subject: Subject, _ name: String, _ input: [SymbolicTensor]?, _ library: LibraryContext
    ) throws(RaisedError) -> Placed? {
        switch subject.kind {
        case .tensor(let tensor):
            if let input, tensor.layer is CatalogueLayer { return try tried(subject, name, on: input, library) }
            return placed(tensor, name, library)
        case _ where subject.scripted != nil:
            if let input { return try tried(subject, name, on: input, library) }
            // One that was called on data only is compared as a whole, and not by its last layer.
            if let scripted = subject.scripted, scripted.inboundNodes.isEmpty,
                let output = scripted.firstCallAlone?.outputs.first
            {
                return placed(output, name, library)
            }
            return (try? subject.tensor()).map { placed($0, name, library) }
        case .layer(let layer):
            if let input { return try tried(subject, name, on: input, library) }
            return layer.inboundNodes.first.map { placed($0.outputs[0], name, library) }
        case .model(let model):
            guard let side = ComparedSide(name, model) else {
                throw RaisedError(
                    .typeError, "the model '\(model.name)' does not know its input yet",
                    hint: "call it on an input, or begin it with Input(shape)")
            }
            return Placed(
                side: side, inputs: model.inputs, output: model.outputs.first,
                format: model.outputs.first.map(library.dataFormat(of:)))
        case .array: return nil
        }
    }

    private static func placed(_ tensor: SymbolicTensor, _ name: String, _ library: LibraryContext) -> Placed {
        Placed(
            side: ComparedSide(name, tensor), inputs: tensor.node.inputs, output: tensor,
            format: library.dataFormat(of: tensor))
    }

    private static func tried(
        _ subject: Subject, _ name: String, on inputs: [SymbolicTensor]?, _ library: LibraryContext
    ) throws(RaisedError) -> Placed {
        var layer: Layer?
        if case .tensor(let tensor) = subject.kind { layer = tensor.layer }
        if case .layer(let own) = subject.kind { layer = own }
        if let scripted = subject.scripted, let inputs, !inputs.isEmpty {
            let output = try raising {
                try library.network.withoutTrace { () throws(Refusal) in try scripted.call(inputs) }
            }
            return placed(output[0], name, library)
        }
        guard let layer = layer as? CatalogueLayer, let inputs, !inputs.isEmpty else {
            throw RaisedError(
                .typeError, "compare() needs an input for layers that were not called yet",
                hint: "for example compare(Conv2D(8, 3), Conv2D(8, 5), Input((28, 28, 1)))")
        }
        let side = try raising {
            try library.network.withoutTrace { () throws(Refusal) in
                try ComparedSide(name, layer, on: inputs, library.network)
            }
        }
        return Placed(side: side, inputs: inputs, output: nil, format: layer.operation.dataFormat)
    }
}
