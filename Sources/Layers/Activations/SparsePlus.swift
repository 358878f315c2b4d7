import TensorEngine

extension Definition where Product == ActivationFunction {
    /// 0 up to −1, (x + 1)² / 4 up to 1, then x
    static let sparsePlus = Definition(
        name: "sparse_plus", summary: "0 up to −1, (x + 1)² / 4 up to 1, then x"
    ) { _ in ActivationFunction(fused: .sparsePlus) }
}
