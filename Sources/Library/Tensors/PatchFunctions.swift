import Arrays
import Interpreter
import Layers
import TensorEngine

/// `keras.ops.image.extract_patches`: the pixels of each window, one after another, as the channels of one pixel.
enum PatchFunctions {
    private static let parameters = ["images", "size", "strides", "dilation_rate", "padding", "data_format"]

    /// A convolution whose kernel is the identity: filter k picks the k-th value of the window.
    ///
    /// Source: the behaviour of keras/src/ops/image.py.
    static func extraction(axes: Int, _ library: LibraryContext) -> TensorFunction {
        TensorFunction(
            axes == 2 ? "ExtractPatches" : "ExtractPatches3D", parameters,
            layer: { operands, rank, interpreter throws(RaisedError) in
                let size = try size(operands, axes: axes)
                // Three sizes are those of volumes under either name.
                guard rank == size.count + 2 else {
                    throw RaisedError(
                        .valueError,
                        "\(operands.function) takes a batch of images with \(size.count + 2) axes. Received: \(rank) axes"
                    )
                }
                let format = try ImageFunctions.dataFormat(operands[5], library)
                var shape = operands.tensorShape(0)?.dims.map(\.known)
                if shape == nil { shape = try operands.array(0, interpreter).shape }
                guard let channels = shape?[format.channelAxis(rank: rank)] else {
                    throw RaisedError(.valueError, "\(operands.function): the number of channels must be known")
                }
                let count = size.reduce(channels, *)
                var given = operands
                given.values[1] = nil
                given.values[2] = operands[2] ?? .tuple(size.map(Value.int))
                let made = try ImageFunctions.operation(
                    "Conv", rank, given, parameters,
                    [
                        .init("kernel_size", .tuple(size.map(Argument.int))), .init("use_bias", .bool(false)),
                        .init("filters", .int(count)),
                    ], interpreter, library)
                return GivenWeights(
                    made, constants: try raising { [try identity(count, shape: size + [channels, count])] })
            })
    }

    private static func size(_ operands: Operands, axes: Int) throws(RaisedError) -> [Int] {
        let given = try operands.sizes(1) ?? []
        let size = given.count == 1 ? Array(repeating: given[0], count: axes) : given
        guard size.count == axes || (axes == 2 && size.count == 3), size.allSatisfy({ $0 > 0 }) else {
            throw RaisedError(
                .typeError,
                "Invalid `size` argument. Expected an int or a tuple of length \(axes). Received: "
                    + "size=\(operands[1]?.repr ?? "None")")
        }
        return size
    }

    private static func identity(_ count: Int, shape: [Int]) throws -> Tensor {
        var values = [Float](repeating: 0, count: count * count)
        for index in 0..<count { values[index * (count + 1)] = 1 }
        return try Tensor(Shape(shape), values)
    }
}
