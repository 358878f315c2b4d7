import TensorEngine

/// How an image of another aspect ratio is brought to a size: stretched, cropped first, or padded first.
///
/// Source: `resize` in keras/src/backend/tensorflow/image.py, whose float32 arithmetic it repeats.
enum AspectFit: Sendable, Equatable {
    /// Both axes are stretched, each by its own factor.
    case stretch
    /// The largest box in the middle that has the aspect ratio of the new size.
    case crop
    /// The smallest box around the image that has it, filled with a value.
    case pad(Float)

    /// Pixels added before and after each spatial axis; negative ones are cut off.
    /// - Parameters:
    ///   - input: height and width of the image, in pixels.
    ///   - output: the new height and width.
    func borders(input: [Int], output: [Int]) -> [(before: Int, after: Int)] {
        [0, 1].map { axis in
            // The length that goes with the length of the other axis at the ratio of the new size.
            let (other, length) = (input[1 - axis], input[axis])
            let fitting = Int(Float(other &* output[axis]) / Float(output[1 - axis]))
            switch self {
            case .stretch: return (0, 0)
            case .crop:
                let kept = max(min(length, fitting), 1)
                let before = Int(Float(length - kept) / 2)
                return (-before, kept + before - length)
            case .pad:
                // As many pixels on either side, so that an odd one is left out.
                let added = Int(Float(max(length, fitting) - length) / 2)
                return (added, added)
            }
        }
    }

    /// The image with the borders added or cut off.
    func applied(to image: Tensor, size: [Int], axes: [Int]) throws(EngineError) -> Tensor {
        guard self != .stretch else { return image }
        var (first, last) = ([Int](repeating: 0, count: 4), [Int](repeating: 0, count: 4))
        for (axis, border) in zip(axes, borders(input: axes.map { image.shape[$0] }, output: size)) {
            (first[axis], last[axis]) = border
        }
        guard case .pad(let value) = self else {
            return try image.cropped(before: first.map { -$0 }, after: last.map { -$0 })
        }
        return try image.padded(before: first, after: last, value: value)
    }
}
