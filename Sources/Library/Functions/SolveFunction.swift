import Inspection
import Interpreter
import Layers
import Network
import PythonText
import TensorEngine

/// `solve(x, (112, 112, 8))`: the simplest layers that give a shape.
enum SolveFunction {
    /// Solutions that are shown where nobody says how many.
    private static let usualLimit = 6
    /// The largest size that is looked for.
    private static let largestSize = 1_000_000_000

    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "solve(x, shape, layers=None, limit=\(usualLimit))",
            "Finds the simplest layers that give x a shape, without the batch; None stands for a size that does not matter. "
                + "`layers` names the classes that may be used. Where nothing gives the shape, the nearest sizes are shown."
        ) { arguments, interpreter in
            let input = try Subject(arguments[0], of: "solve", library).tensor()
            let target = try target(arguments["shape"], of: input, interpreter, library)
            let limit = try arguments.int("limit")
            guard (1...100).contains(limit) else {
                throw RaisedError(.valueError, "`limit` must be from 1 to 100. Received: \(limit)")
            }
            let classes = try arguments.optional("layers").map { try self.classes($0, interpreter) }
            let solver = ShapeSolver(
                from: input, to: target, format: library.dataFormat(of: input), classes: classes, library.network)
            let found = try solver.solutions(limit: limit)
            guard !found.chains.isEmpty else { throw unsolved(input, target, classes) }
            library.emit(
                SolutionsReport(
                    .solve, input: input.shownName, inputShape: input.shape, target: target,
                    solutions: found.chains, areExact: found.areExact))
            return .none
        }
    }

    /// The sizes wanted, or those of a tensor; a batch of None before them is left out.
    private static func target(
        _ value: Value, of input: SymbolicTensor, _ interpreter: Interpreter, _ library: LibraryContext
    ) throws(RaisedError) -> [Int?] {
        var sizes: [Int?] = []
        if case .host(let object) = value, object is TensorObject || object is LayerObject {
            sizes = try Subject(value, of: "solve", as: "shape", library).tensor().shape.perSample.map(\.known)
        } else {
            let items: [Value] = if case .int = value { [value] } else { try interpreter.items(of: value) }
            for item in items { sizes.append(item.isNone ? nil : try item.wholeNumber()) }
            if sizes.count == input.shape.rank, sizes.count > 1, sizes[0] == nil { sizes.removeFirst() }
        }
        let received = BatchShape(sizes.map { Dim($0) })
        if let large = sizes.compactMap(\.self).first(where: { $0 > largestSize }) {
            throw RaisedError(.valueError, "`shape` holds sizes of at most \(largestSize). Received: \(large)")
        }
        guard sizes.allSatisfy({ $0.map { $0 >= 1 } ?? true }) else {
            throw RaisedError(
                .valueError, "`shape` holds sizes of at least 1, or None. Received: \(received)",
                hint: "for example (112, 112, 8)")
        }
        guard (1...8).contains(sizes.count) else {
            throw RaisedError(
                .valueError, "`shape` has one to eight sizes. Received: \(received)",
                hint: "for example (112, 112, 8)")
        }
        return sizes
    }

    /// The classes that may be used: one, or a list; classes themselves or their names.
    private static func classes(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Set<String> {
        let items: [Value] =
            switch value {
            case .type, .string: [value]
            default: try interpreter.items(of: value)
            }
        var names: Set<String> = []
        for item in items { names.insert(try definition(item).name) }
        return names
    }

    private static func definition(_ value: Value) throws(RaisedError) -> LayerDefinition {
        let name: String? =
            switch value {
            case .type(let type): KerasClasses.layerName(of: type)
            case .string(let name): name
            default: nil
            }
        if let name, let definition = Catalogue.layers[name] { return definition }
        let nearest = name.flatMap { nearestName(to: $0, in: Catalogue.layers.names) }
        throw RaisedError(
            .typeError, "`layers` takes classes of layers. Received: \(value.repr)",
            hint: nearest.map { "did you mean \($0)?" } ?? "for example layers=[Conv2D, MaxPooling2D]")
    }

    private static func unsolved(
        _ input: SymbolicTensor, _ target: [Int?], _ classes: Set<String>?
    ) -> RaisedError {
        let wanted = BatchShape(target.map { Dim($0) })
        let unknown = input.shape.perSample.contains { $0.known == nil }
        return RaisedError(
            .valueError,
            "none of the layers tried, \(classes == nil ? "" : "of these classes, ")alone or two in a row, gives \(input.shape) the shape \(wanted)",
            hint: unknown
                ? "sizes of the input that are not known can only be kept: write None for them"
                : classes == nil ? "go there in several steps" : "allow more layers")
    }
}

/// `restore(c1)`: the layers that give a layer's output the shape of its input again.
enum RestoreFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "restore(x)",
            "Finds the transposed layer that gives a layer's output the shape of its input again, with the output padding that it "
                + "takes, and the layer that cuts or pads what is left."
        ) { arguments, _ in
            let tensor = try Subject(arguments[0], of: "restore", library).tensor()
            guard let restorer = ShapeRestorer(tensor, library.network) else { throw unsuitable(tensor) }
            let solutions = restorer.solutions()
            let wanted = tensor.node.inputs[0].shape
            guard !solutions.isEmpty else {
                throw RaisedError(
                    .valueError, "no counterpart of this layer gives \(tensor.shape) the shape \(wanted) again",
                    hint: "solve(\(tensor.shownName), \(BatchShape(wanted.perSample))) tries other layers")
            }
            library.emit(
                SolutionsReport(
                    .restore, input: tensor.shownName, inputShape: tensor.shape,
                    target: wanted.perSample.map(\.known), solutions: solutions, areExact: true))
            return .none
        }
    }

    private static func unsuitable(_ tensor: SymbolicTensor) -> RaisedError {
        let isWindowed =
            tensor.node.inputs.count == 1
            && WindowMotion(of: tensor.layer, over: tensor.node.inputs[0].shape) != nil
        return isWindowed
            ? RaisedError(
                .valueError, "restore() needs to know the sizes, and some of \(tensor.shape) are unknown",
                hint: "begin with an Input of a certain size")
            : RaisedError(
                .valueError, "restore() undoes layers that move a window, and '\(tensor.shownName)' moves none",
                hint: "for example restore(Conv2D(8, 3, strides=2)(x))")
    }
}
