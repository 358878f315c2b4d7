import Inspection
import Interpreter
import Layers
import Network

/// `summary(model)`, `summary(c3)` and `model.summary()`: Keras's table of layers, shapes and parameters.
enum SummaryFunction {
    /// The options of Keras's `Model.summary`.
    private static let options =
        "line_length=None, positions=None, print_fn=None, expand_nested=False, show_trainable=False, layer_range=None"

    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "summary(model, \(options))",
            "Shows the layers of a model, or of the network that leads to a tensor, with their shapes and parameters."
        ) { arguments, interpreter in
            let subject = try Subject(arguments[0], of: "summary", library)
            return try show(try subject.network(), arguments, interpreter, library)
        }
    }

    /// Shows a model as the options of `summary` ask, or gives the text to `print_fn`.
    static func show(
        _ model: Model, _ arguments: Arguments, _ interpreter: Interpreter, _ library: LibraryContext
    ) throws -> Value {
        var options = SummaryOptions()
        options.lineLength = try arguments.optionalInt("line_length")
        options.positions = try arguments.optional("positions").map { positions in
            try interpreter.items(of: positions).map { try $0.realNumber() }
        }
        options.expandsNested = try arguments.bool("expand_nested")
        options.showsTrainable = try arguments.bool("show_trainable")
        options.layerRange = try arguments.optional("layer_range").map { try range($0, interpreter) }
        let report = try SummaryReport(model, options)
        guard let function = arguments.optional("print_fn") else {
            library.emit(report)
            return .none
        }
        _ = try interpreter.call(function, CallArguments([.string(library.text(report))]))
        return .none
    }

    /// The names, or patterns, of the first and the last layer to show.
    private static func range(_ value: Value, _ interpreter: Interpreter) throws -> (first: String, last: String) {
        let names = try interpreter.items(of: value)
        guard names.count == 2 else {
            throw Refusal(
                argument: "layer_range", "layer_range must be a list or tuple of length 2.",
                received: "layer_range = \(value.repr) of length \(names.count)")
        }
        guard case .string(let first) = names[0], case .string(let last) = names[1] else {
            throw Refusal(
                argument: "layer_range", "layer_range should contain string type only.", received: value.repr)
        }
        return (first, last)
    }
}
