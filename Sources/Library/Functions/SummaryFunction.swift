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
            "summary(model, \(options), columns=None)",
            "Shows the layers of a model, or of the network that leads to a tensor, with their shapes and parameters. "
                + "`columns` adds some of \(columnNames), or 'all' of them."
        ) { arguments, interpreter in
            let subject = try Subject(arguments[0], of: "summary", library)
            return try show(
                try subject.summarized(), arguments, interpreter, library,
                columns: try columns(arguments.optional("columns"), interpreter))
        }
    }

    /// Shows a model as the options of `summary` ask, or gives the text to `print_fn`.
    static func show(
        _ model: Layer, _ arguments: Arguments, _ interpreter: Interpreter, _ library: LibraryContext,
        columns: [SummaryColumn] = []
    ) throws -> Value {
        var options = SummaryOptions()
        options.columns = columns
        options.lineLength = try arguments.optionalInt("line_length")
        options.positions = try arguments.optional("positions").map { positions in
            try interpreter.items(of: positions).map { try $0.realNumber() }
        }
        options.expandsNested = try arguments.bool("expand_nested")
        options.showsTrainable = try arguments.bool("show_trainable")
        options.layerRange = try arguments.optional("layer_range").map { try range($0, interpreter) }
        let report =
            if let scripted = model as? ScriptedLayer {
                try SummaryReport(scripted, options)
            } else if let model =
                model as? Model
            { try SummaryReport(model, options) } else {
                throw Refusal(.typeError, "a summary shows a model, not a \(model.className)")
            }
        guard let function = arguments.optional("print_fn") else {
            library.emit(report)
            return .none
        }
        _ = try interpreter.call(function, CallArguments([.string(library.text(report))]))
        return .none
    }

    /// The names of the columns, as errors and help list them.
    private static let columnNames = SummaryColumn.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")

    /// The columns that a name or a list of names asks for, each once.
    private static func columns(_ value: Value?, _ interpreter: Interpreter) throws -> [SummaryColumn] {
        guard let value else { return [] }
        if case .string("all") = value { return SummaryColumn.allCases }
        let names = if case .string = value { [value] } else { try interpreter.items(of: value) }
        var columns: [SummaryColumn] = []
        for name in names {
            guard case .string(let text) = name else {
                throw Refusal(
                    .typeError, argument: "columns", "`columns` is a list of names.", received: value.repr,
                    remedy: "the names are \(columnNames)")
            }
            guard let column = SummaryColumn(spelling: text) else {
                throw Refusal(
                    argument: "columns", "there is no column '\(text)'",
                    remedy: SummaryColumn.nearest(to: text).map { "did you mean '\($0.rawValue)'?" }
                        ?? "the columns are \(columnNames)")
            }
            if !columns.contains(column) { columns.append(column) }
        }
        return columns
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
