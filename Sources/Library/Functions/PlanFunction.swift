import Inspection
import Interpreter

/// `plan(model)`, `plan(c1)`: by which path the engine computes each convolution, and why.
enum PlanFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        BuiltinFunction(
            "plan", parameters: ["x"],
            documentation:
                "Tells how the engine computes a layer's convolution, or each one of a model, and why it chose that way."
        ) { arguments, _ throws(RaisedError) in
            let subject = try Subject(try arguments.required(0, "x", of: "plan"), of: "plan", library)
            let report = PlanReport(try subject.nodes())
            guard !report.rows.isEmpty else {
                throw RaisedError(.valueError, "there is no convolution in it", hint: "plan(c1) takes a convolution")
            }
            library.emit(report)
            return .none
        }
    }
}
