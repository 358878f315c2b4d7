import Inspection
import Interpreter
import Layers
import Network

/// Reads the place of a pixel, given as one whole number for each spatial axis.
enum PixelArguments {
    /// The place; nil where no number was given.
    /// - Parameters:
    ///   - values: the numbers; negative ones count from the end.
    ///   - format: where the channels of the tensor are.
    /// - Throws: IndexError for a place outside the tensor; ValueError where there are more or fewer numbers than axes.
    static func place(
        _ values: [Value], in tensor: SymbolicTensor, named name: String, _ format: DataFormat
    ) throws(RaisedError) -> [Int]? {
        if values.isEmpty { return nil }
        let axes = SpatialAxes(tensor.shape, format)
        guard values.count == axes.count else {
            throw RaisedError(
                .valueError,
                axes.count == 0
                    ? "\(name) of shape \(tensor.shape) has no spatial axes"
                    : "a pixel of \(name) has \(axes.count) indices, received \(values.count)",
                hint: axes.count == 0 ? "leave the indices out" : "give its \(axes.names.joined(separator: ", "))")
        }
        var place: [Int] = []
        for (axis, value) in values.enumerated() {
            let index = try value.wholeNumber()
            guard let size = tensor.shape.dims[axes.places[axis] + 1].known else {
                throw RaisedError(
                    .valueError, "the \(axes.names[axis]) of \(name) is not known: \(tensor.shape)",
                    hint: "give the Input its sizes")
            }
            let position = index < 0 ? index + size : index
            guard position >= 0, position < size else {
                throw RaisedError(
                    .indexError, "index \(index) is outside of the \(axes.names[axis]) of \(name), \(size)",
                    hint: "from 0 to \(size - 1)")
            }
            place.append(position)
        }
        return place
    }
}
