import TensorEngine

extension WindowAxis {
    /// The same window over the same input with other padding, as another framework has it.
    /// - Parameters:
    ///   - before: pixels before the input; for a transposed window, pixels that are cut off.
    ///   - after: pixels after it.
    ///   - output: the output's size.
    public func changed(before: Dim, after: Dim, output: Dim) -> WindowAxis {
        WindowAxis(
            rule: rule, input: input, kernel: kernel, stride: stride, dilation: dilation, extent: extent,
            before: before, after: after, output: output)
    }

    /// The outputs of this window whose pixels read others than those of another window do, or that the other has not.
    ///
    /// Only what lies within the input counts. Needs all sizes; empty where one is unknown.
    public func outputsThatDiffer(from other: WindowAxis) -> [Int] {
        guard let input = input.known, let own = output.known, let count = other.output.known else { return [] }
        func readings(_ axis: WindowAxis, _ index: Int) -> [Reading] {
            axis.readings(of: index).filter { (0..<input).contains($0.index) }
        }
        return (0..<max(0, own)).filter { $0 >= count || readings(self, $0) != readings(other, $0) }
    }
}
