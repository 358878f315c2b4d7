import Inspection
import Interpreter
import Network

/// `diagnose(m)`: what in a network is seldom wanted, and what to do about it.
enum DiagnoseFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "diagnose(m)",
            "Looks for what is seldom wanted in a model, or in the network that leads to a tensor: pixels that nothing reads, windows "
                + "over padding, grids and checkerboards, channels in the wrong place, dead and saturated maps, parameters without "
                + "use; each with what to do about it."
        ) { arguments, interpreter in
            let subject = try Subject(arguments[0], of: "diagnose", library)
            let model = try subject.connectedNetwork().inlined
            try raising { try WalkableSizes.require(before: model.outputs) }
            library.emit(
                try Diagnosis(model, called: subject.nameOfTensor, name: VariableNames(interpreter).fullName))
            return .none
        }
    }
}
