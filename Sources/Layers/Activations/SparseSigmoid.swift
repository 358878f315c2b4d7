import TensorEngine

extension Definition where Product == ActivationFunction {
    /// 0 up to −1, (x + 1) / 2 up to 1, then 1
    static let sparseSigmoid = Definition(
        name: "sparse_sigmoid", summary: "0 up to −1, (x + 1) / 2 up to 1, then 1"
    ) { _ in ActivationFunction(fused: .sparseSigmoid) }
}
