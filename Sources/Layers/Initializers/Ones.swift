import TensorEngine

extension Definition where Product == Initializer {
    /// All ones.
    static let ones = Definition(
        name: "Ones", aliases: ["one"], nickname: "ones", summary: "All ones."
    ) { _ in Initializer { shape, _ in try Tensor(filling: 1, Shape(shape)) } }
}
