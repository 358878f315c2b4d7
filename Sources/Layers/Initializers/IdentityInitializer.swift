import TensorEngine

extension Definition where Product == Initializer {
    /// The identity matrix times a gain.
    static let identity = Definition(
        name: "Identity", aliases: ["IdentityInitializer"], nickname: "identity",
        summary: "The identity matrix times a gain; for matrices only.",
        parameters: [
            Parameter("gain", .number(minimum: nil, maximum: nil), default: .float(1), "Value on the diagonal.")
        ]
    ) { arguments in
        let gain = Float(arguments.double("gain"))
        return Initializer { shape, _ in
            guard shape.count == 2 else {
                throw Refusal(
                    argument: "shape", "Identity matrix initializer can only be used for 2D matrices.",
                    received: "shape=\(BatchShape(shape)) of rank \(shape.count)")
            }
            var tensor = try Tensor(zeros: Shape(shape))
            try tensor.withUnsafeMutableBufferPointer { values in
                for index in 0..<min(shape[0], shape[1]) { values[index * shape[1] + index] = gain }
            }
            return tensor
        }
    }
}
