import Inspection
import Interpreter
import Network

/// `field(t)`, `field(t, row, col)`: the receptive field of a tensor, and what one of its pixels sees of the input.
enum FieldFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "field(t, *pixel)",
            "Shows how much of the input a pixel of a tensor sees: size, stride and padding of its receptive field, drawn on "
                + "the input. The pixel is given by its indices, such as its row and its column; otherwise it is the one in the middle."
        ) { arguments, interpreter in
            let tensor = try Subject(arguments[0], of: "field", library).tensor()
            try raising { try WalkableSizes.require(before: [tensor]) }
            let names = VariableNames(interpreter)
            let place = try PixelArguments.place(
                arguments.rest, in: tensor, named: names.name(tensor), FieldReport.format(of: tensor))
            library.emit(FieldReport(tensor, at: place, name: names.name))
            return .none
        }
    }
}
