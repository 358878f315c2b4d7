import Inspection
import Interpreter
import Layers
import Network

/// The inspection functions, which may be called without parentheses: one line each.
enum InspectionFunctions {
    static func all(_ library: LibraryContext) -> [BuiltinFunction] {
        [
            ShowFunction.make(library),
            SaveFunction.make(library),
            SummaryFunction.make(library),
            PlanFunction.make(library),
            ExplainFunction.make(library),
            TraceFunction.make(library),
            AnimateFunction.make(library),
            ExploreFunction.make(library),
            FieldFunction.make(library),
            ReachesFunction.make(library),
            ImpulseFunction.make(library),
            SizesFunction.make(library),
            DiagnoseFunction.make(library),
            SweepFunction.make(library),
            SolveFunction.make(library),
            RestoreFunction.make(library),
            CompareFunction.make(library),
            FrameworksFunction.make(library),
            UpgradeFunction.make(library),
        ]
    }
}
