import Layers
import TensorEngine

/// Sizes of a window along one axis that turn a length into another, and how unusual they are.
struct AxisChoice: Hashable {
    let kernel: Int
    let stride: Int
    /// The output padding of a transposed window; nil for Keras's rule.
    var extra: Int?

    /// 0 for a kernel of 3 and a stride of 1; more for what a person would hardly write.
    var oddity: Int {
        let size = kernel > 3 ? (kernel - 2) / 2 : (3 - kernel) / 2
        // Windows side by side, as patches are.
        if kernel == stride, stride > 2 { return 2 + kernel / 8 }
        // A stride beyond the kernel leaves pixels out: the more, the less is it what is wanted.
        let skipped = stride > kernel ? 4 + stride - kernel : 0
        return size + (kernel % 2 == 0 ? 2 : 0) + (stride > 1 ? 1 : 0) + skipped
    }

    /// Whether the output padding is what Keras's rule takes where none is given.
    func hasUsualExtra(_ padding: Padding) -> Bool {
        extra == (padding == .same ? stride - kernel % 2 : max(kernel, stride) - kernel)
    }
}

/// What turns lengths into others, family by family. A nil length wanted means that any will do.
enum AxisChoices {
    /// Windows of a convolution.
    static func sliding(from input: Int, to output: Int, _ padding: Padding) -> [AxisChoice] {
        guard output > 0, output <= input else { return [] }
        return strides(from: input, to: output).flatMap { stride -> [AxisChoice] in
            guard let kernels = kernels(from: input, to: output, stride: stride, padding) else { return [] }
            return likely(kernels, stride).map { AxisChoice(kernel: $0, stride: stride) }
        }
    }

    /// The kernels that give a length with a stride; nil for none.
    private static func kernels(
        from input: Int, to output: Int, stride: Int, _ padding: Padding
    ) -> ClosedRange<Int>? {
        // A larger kernel on one pixel would read nothing but padding.
        if padding == .same {
            return (input + stride - 1) / stride == output ? 1...(input == 1 ? 1 : max(input, 3)) : nil
        }
        // (o − 1)·s ≤ i − k < o·s
        let (least, most) = (max(1, input - output * stride + 1), input - (output - 1) * stride)
        return least <= most ? least...most : nil
    }

    /// The kernels that a person would try first: small odd ones, one as large as the stride, and the nearest there are.
    private static func likely(_ range: ClosedRange<Int>, _ stride: Int) -> [Int] {
        let usual = [3, 1, 2, 5, 7, stride, stride + 1 - stride % 2].filter { range.contains($0) }
        let nearest = max(range.lowerBound, min(range.upperBound, 3))
        let odd = nearest % 2 == 0 && range.contains(nearest + 1) ? [nearest + 1] : []
        return unique(usual + odd + [nearest])
    }

    private static func strides(from input: Int, to output: Int) -> [Int] {
        let ratio = input / output
        let reach = output > 1 ? max(1, (input - 3) / (output - 1)) : input
        return unique([1, 2, 3, 4] + [ratio - 1, ratio, ratio + 1, reach - 1, reach, reach + 1]).filter {
            (1...input).contains($0)
        }
    }

    /// Windows of a transposed convolution; those without output padding first.
    static func transposed(from input: Int, to output: Int, _ padding: Padding) -> [AxisChoice] {
        guard output >= input else { return [] }
        let ratio = output / input
        let steps = unique([ratio, ratio + 1, input > 1 ? (output - 1) / (input - 1) : 1, 1, 2, 3, 4])
        return steps.filter { $0 >= 1 && $0 <= output }.flatMap { stride -> [AxisChoice] in
            let rest = output - (input - 1) * stride
            guard rest > 0 else { return [] }
            let kernels = unique([3, 2, 1, 5, 4, rest, stride]).filter { $0 <= max(output, 3) }
            return kernels.flatMap { kernel -> [AxisChoice] in
                let usual = padding == .same ? stride : max(kernel, stride)
                let extra = rest - (padding == .same ? kernel % 2 : kernel)
                var choices = usual == rest ? [AxisChoice(kernel: kernel, stride: stride)] : []
                if (0..<stride).contains(extra) {
                    choices.append(AxisChoice(kernel: kernel, stride: stride, extra: extra))
                }
                return choices
            }
        }
    }

    /// Choices for all axes together: first those that are the same along each axis, then the best one for each.
    /// - Parameter lists: one for each axis; nil where any choice will do, a list of its largest kernel.
    static func together(_ lists: [(choices: [AxisChoice]?, largest: Int)]) -> [[AxisChoice]] {
        let bound = lists.compactMap(\.choices)
        guard let first = bound.first else { return [lists.map { _ in AxisChoice(kernel: 3, stride: 1) }] }
        guard bound.allSatisfy({ !$0.isEmpty }) else { return [] }
        let largest = lists.filter { $0.choices == nil }.map(\.largest).min() ?? .max
        let free = first.filter { $0.kernel <= largest }
        let same = free.filter { choice in bound.allSatisfy { $0.contains(choice) } }
        var result = same.map { choice in lists.map { _ in choice } }
        // Output padding may differ from axis to axis, but is None for all or for none.
        for hasExtra in [false, true] {
            let best = lists.map { list -> AxisChoice? in
                guard let choices = list.choices else { return hasExtra ? nil : AxisChoice(kernel: 1, stride: 1) }
                return choices.filter { ($0.extra != nil) == hasExtra }.min { $0.oddity < $1.oddity }
            }.compactMap { $0 }
            if best.count == lists.count, Set(best).count > 1 { result.append(best) }
            let strided = AxisChoices.ofOneWindow(bound.map { $0.filter { ($0.extra != nil) == hasExtra } })
            if bound.count == lists.count, let strided { result.append(strided) }
        }
        return result
    }

    /// Choices of one kernel and one stride for all axes that differ in the output padding only.
    private static func ofOneWindow(_ lists: [[AxisChoice]]) -> [AxisChoice]? {
        for choice in lists.first ?? [] where choice.extra != nil {
            let matches = lists.compactMap { list in
                list.first { $0.kernel == choice.kernel && $0.stride == choice.stride }
            }
            if matches.count == lists.count { return matches }
        }
        return nil
    }

    static func unique(_ numbers: [Int]) -> [Int] {
        var seen: Set<Int> = []
        return numbers.filter { seen.insert($0).inserted }
    }
}
