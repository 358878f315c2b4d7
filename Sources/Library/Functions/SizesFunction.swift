import Inspection
import Interpreter
import Network

/// `sizes(m)`, `sizes(m, 350, 525)`: which sizes of its inputs a model takes.
enum SizesFunction {
    private static let mostPixels = 1_000_000_000

    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "sizes(m, *wanted)",
            "Shows for which sizes of its inputs a model, or the network that leads to a tensor, can be built; for the sizes that "
                + "are wanted, as in sizes(m, 350, 525), the next ones that fit."
        ) { arguments, interpreter in
            let subject = try Subject(arguments[0], of: "sizes", library)
            let model = try subject.networkForOtherSizes()
            let values = try arguments.rest.flatMap { value throws(RaisedError) -> [Value] in
                switch value {
                case .tuple, .list: try interpreter.items(of: value)
                default: [value]
                }
            }
            let wanted = try values.map { value throws(RaisedError) in
                let size = try value.wholeNumber()
                guard size > 0 else { throw RaisedError(.valueError, "sizes must be positive, received \(size)") }
                guard size <= mostPixels else {
                    throw RaisedError(.valueError, "sizes are at most \(mostPixels), received \(size)")
                }
                return size
            }
            // A script that prints in its `call` does so when it is called, not when sizes are tried.
            let output = interpreter.output
            interpreter.output = { _ in }
            defer { interpreter.output = output }
            let report = try raising {
                try SizesReport(
                    model, called: subject.nameOfTensor, name: VariableNames(interpreter).fullName,
                    wanted: wanted.isEmpty ? nil : wanted)
            }
            guard wanted.isEmpty || wanted.count == report.axes.count else {
                throw RaisedError(
                    .valueError, "there are \(report.axes.count) sizes to choose, received \(wanted.count)",
                    hint: "in the order \(report.axes.map(\.name).joined(separator: ", "))")
            }
            library.emit(report)
            return .none
        }
    }
}
