import TensorEngine

extension Definition where Product == Initializer {
    /// All zeros.
    static let zeros = Definition(
        name: "Zeros", aliases: ["zero"], nickname: "zeros", summary: "All zeros."
    ) { _ in Initializer { shape, _ in try Tensor(filling: 0, Shape(shape)) } }
}
