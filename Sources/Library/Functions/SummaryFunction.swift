import Inspection
import Interpreter

/// `summary(model)`, `summary(c3)`: Keras's table of layers, shapes and parameters.
enum SummaryFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "summary(model)",
            "Shows the layers of a model, or of the network that leads to a tensor, with their shapes and parameters."
        ) { arguments, _ in
            let subject = try Subject(arguments[0], of: "summary", library)
            library.emit(SummaryReport(try subject.network()))
            return .none
        }
    }
}
