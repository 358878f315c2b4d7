import Inspection
import Interpreter
import Layers
import Network

/// The inspection functions, which may be called without parentheses: one line each.
enum InspectionFunctions {
    static func all(_ library: LibraryContext) -> [BuiltinFunction] {
        [
            ShowFunction.make(library), SummaryFunction.make(library), PlanFunction.make(library),
            UpgradeFunction.make(library), SaveFunction.make(library),
        ]
    }
}
