import Inspection
import Interpreter

/// `plan(model)`, `plan(c1)`: by which path the engine computes each convolution, and why.
enum PlanFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "plan(x)",
            "Tells how the engine computes a layer's convolution, or each one of a model, and why it chose that way."
        ) { arguments, _ in
            let subject = try Subject(arguments[0], of: "plan", library)
            let report = PlanReport(try subject.nodes())
            guard !report.rows.isEmpty else {
                throw RaisedError(.valueError, "there is no convolution in it", hint: "plan(c1) takes a convolution")
            }
            library.emit(report)
            return .none
        }
    }
}
