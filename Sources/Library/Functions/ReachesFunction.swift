import Inspection
import Interpreter
import Network

/// `reaches(x, row, col)`, `reaches(x, row, col, t)`: which pixels of a tensor see one pixel of another before it.
enum ReachesFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "reaches(x, *pixel_and_tensors)",
            "Shows which pixels of a tensor t see one pixel of x, as in reaches(x, row, col, t). Without t, these are the last "
                + "tensors that depend on x; without indices, the pixel is the one in the middle."
        ) { arguments, interpreter in
            var tensor = try Subject(arguments[0], of: "reaches", library).tensor()
            let names = VariableNames(interpreter)
            let given = arguments.rest.prefix { if case .int = $0 { true } else { false } }
            var targets = try arguments.rest.dropFirst(given.count).map {
                try Subject($0, of: "reaches", library).tensor()
            }
            var candidates = VariableNames.tensors(interpreter)
            var labels: [ObjectIdentifier: String] = [:]
            if tensor.isInside {
                // What comes after it is followed through the layers around it.
                tensor = tensor.inlined
                for target in targets + candidates { labels[ObjectIdentifier(target.inlined)] = names.name(target) }
                (targets, candidates) = (targets.map(\.inlined), candidates.map(\.inlined))
            }
            let name = { (tensor: SymbolicTensor) in labels[ObjectIdentifier(tensor)] ?? names.name(tensor) }
            if targets.isEmpty { targets = last(of: candidates, after: tensor) }
            let after = targets.filter { depends($0, on: tensor) }
            guard let first = after.first, after.count == targets.count else {
                let other = targets.first { !depends($0, on: tensor) }
                throw RaisedError(
                    .valueError,
                    other.map { "\(name($0)) does not depend on \(names.name(tensor))" }
                        ?? "nothing depends on \(names.name(tensor))",
                    hint: "call a layer on it: y = Conv2D(8, 3)(\(names.name(tensor)))")
            }
            try raising { try WalkableSizes.require(before: after) }
            let place = try PixelArguments.place(
                Array(given), in: tensor, named: names.name(tensor),
                tensor.node.inputs.isEmpty
                    ? FieldReport.format(of: tensor, seenFrom: first) : FieldReport.format(of: tensor))
            guard let report = ReachReport(from: tensor, at: place, to: after, name: name) else {
                throw RaisedError(
                    .valueError, "the sizes between \(names.name(tensor)) and \(names.name(first)) are not known",
                    hint: "give the Input its sizes")
            }
            library.emit(report)
            return .none
        }
    }

    private static func depends(_ target: SymbolicTensor, on tensor: SymbolicTensor) -> Bool {
        target !== tensor && GraphWalk.nodes(before: [target]).contains { $0 === tensor.node }
    }

    /// The tensors that depend on one and that no other of them depends on, among those the script has names for.
    private static func last(of candidates: [SymbolicTensor], after tensor: SymbolicTensor) -> [SymbolicTensor] {
        var seen: Set<ObjectIdentifier> = []
        let after = candidates.filter {
            seen.insert(ObjectIdentifier($0)).inserted && depends($0, on: tensor)
        }
        let used = Set(
            GraphWalk.nodes(before: after).flatMap { $0.inputs.map { ObjectIdentifier($0.node) } })
        return after.filter { !used.contains(ObjectIdentifier($0.node)) }
    }
}
