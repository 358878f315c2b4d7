import TensorEngine

/// The one input of a layer that slides a window: checked to have the right axes and taken apart.
struct ImageInput {
    let batch: Dim
    let spatial: [Dim]
    let channels: Int

    /// Takes a shape apart whose number of axes is right already; the channels may be unknown, and count as none.
    init(shape: BatchShape, rank: Int, dataFormat: DataFormat) {
        batch = shape.dims[0]
        spatial = dataFormat.spatialAxes(rank: rank + 2).map { shape.dims[$0] }
        channels = shape.dims[dataFormat.channelAxis(rank: rank + 2)].known ?? 0
    }

    /// Takes the input's shape apart.
    /// - Parameters:
    ///   - inputs: the shapes of the layer's inputs, of which there must be one.
    ///   - rank: the number of spatial axes.
    ///   - dataFormat: where the channels are.
    /// - Throws: `Refusal` where the number of axes is wrong or the channels are unknown.
    init(
        _ inputs: [BatchShape], rank: Int, dataFormat: DataFormat, unknownChannels: Refusal.Kind = .valueError
    ) throws(Refusal) {
        let shape = inputs[0]
        try ImageInput.requireAxes(rank + 2, shape)
        guard let channels = shape.dims[dataFormat.channelAxis(rank: rank + 2)].known else {
            throw Refusal(
                unknownChannels, argument: "inputs", "The channel dimension of the input should be defined.",
                received: "input_shape=\(shape)", remedy: "give the number of channels, as in Input((None, None, 3))")
        }
        guard channels > 0 else {
            throw Refusal("The input must have at least one channel.", received: "input_shape=\(shape)")
        }
        self.channels = channels
        self.batch = shape.dims[0]
        self.spatial = dataFormat.spatialAxes(rank: rank + 2).map { shape.dims[$0] }
    }

    /// Refuses a shape that has not exactly `axes` axes, the batch axis included.
    static func requireAxes(_ axes: Int, _ shape: BatchShape) throws(Refusal) {
        guard shape.rank != axes else { return }
        throw Refusal(
            argument: "inputs",
            "The input is incompatible with the layer: expected \(shape.rank < axes ? "min_ndim" : "ndim")=\(axes), "
                + "found ndim=\(shape.rank). "
                + "Full shape received: \(shape).",
            remedy: remedy(axes, shape))
    }

    /// What to write where the number of axes is wrong.
    private static func remedy(_ axes: Int, _ shape: BatchShape) -> String {
        func spatial(_ count: Int) -> String { "\(count) spatial \(count == 1 ? "axis" : "axes")" }
        guard shape.rank == axes - 1 else { return "it needs \(spatial(axes - 2)) and one of channels" }
        if axes > 3, shape.dims.last?.known == 1 {
            return "the input has \(spatial(axes - 3)) and one channel: use the \(axes - 3)-D layer of this kind"
        }
        return "an axis is missing: one channel is written as in Input((…, 1))"
    }
}
