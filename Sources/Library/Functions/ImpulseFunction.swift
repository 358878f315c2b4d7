import Inspection
import Interpreter
import Network

/// `impulse(t)`: the effective field of a tensor, found by changing inputs.
enum ImpulseFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "impulse(t, *pixel, input=None, data='zeros')",
            "Shows the effective field of a pixel of a tensor, found by changing the input one pixel at a time: how much each "
                + "pixel that it sees changes it, and how the whole tensor responds to an impulse of 1 in the middle of these. "
                + "`data` is \"zeros\", or \"input\" for the data of the inputs."
        ) { arguments, interpreter in
            let tensor = try Subject(arguments[0], of: "impulse", library).tensor()
            let names = VariableNames(interpreter)
            let place = try PixelArguments.place(
                arguments.rest, in: tensor, named: names.name(tensor), FieldReport.format(of: tensor))
            let data = try arguments.string("data")
            guard ["zeros", "input"].contains(data) else {
                throw RaisedError(.valueError, "`data` cannot be '\(data)'", hint: "one of zeros, input")
            }
            let inputs = GraphWalk.inputs(of: tensor)
            let wanted = try arguments.optional("input").map {
                try Subject($0, of: "impulse", as: "input", library).tensor()
            }
            guard let input = wanted ?? inputs.first, inputs.contains(where: { $0 === input }) else {
                throw RaisedError(
                    .valueError, "`input` must be an input of \(names.name(tensor))",
                    hint: "one of \(inputs.map(names.name).joined(separator: ", "))")
            }
            guard
                let report = try ImpulseReport(
                    tensor, at: place, from: input, usesData: data == "input", name: names.name)
            else { throw unsuitable(tensor, input) }
            library.emit(report)
            return .none
        }
    }

    /// What an effective field needs, and what would give it.
    private static func unsuitable(_ tensor: SymbolicTensor, _ input: SymbolicTensor) -> RaisedError {
        let format = FieldReport.format(of: tensor)
        let counts = [tensor, input].map { SpatialAxes($0.shape, format).count }
        let hint: String
        if counts.contains(where: { $0 > 2 }) {
            hint = "field() and reaches() take volumes as well"
        } else if counts.contains(0) {
            hint = "take a tensor before its pixels become features, as before a Flatten"
        } else {
            hint = "give the Input its sizes"
        }
        return RaisedError(
            .valueError,
            "impulse() needs tensors of one or two spatial axes and of known sizes, not \(tensor.shape) for an input "
                + "of shape \(input.shape)", hint: hint)
    }
}
