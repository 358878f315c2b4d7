import TensorEngine

/// Which steps of sequences count: a mask of the shape (batch, steps).
struct StepMask {
    /// [N, T]: 1 for steps that count, 0 for others.
    let values: Tensor

    /// Reads a mask of the shape (batch, steps) or (batch, steps, 1), in which numbers other than 0 are true.
    /// - Throws: `Refusal` for another shape.
    init(_ mask: Tensor, samples: Int, steps: Int) throws {
        guard mask.shape.dims == [samples, steps] || mask.shape.dims == [samples, steps, 1] else {
            throw Refusal(
                argument: "mask", "The `mask` must have the shape (batch, steps) of the sequences.",
                received: "mask.shape=\(mask.shape)", remedy: "it has to be \(Shape([samples, steps]))")
        }
        values = try select(mask, Tensor(scalar: 1), Tensor(scalar: 0)).reshaped([samples, steps])
    }

    /// One step of all samples: [N, 1].
    func step(_ place: Int) throws -> Tensor { try values.slice(axis: 1, range: place..<place + 1) }
}
