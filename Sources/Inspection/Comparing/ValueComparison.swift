import Layers
import TensorEngine

/// How the numbers of two tensors differ.
public struct ValueComparison: Sendable {
    /// The place where they differ most.
    public struct Largest: Sendable {
        /// The index, one for each axis.
        public let index: [Int]
        /// The numbers of both there.
        public let values: (first: Float, second: Float)

        /// How much they differ.
        public var difference: Float { (values.second - values.first).magnitude }
    }

    /// The shapes of both.
    public let shapes: [[Int]]
    /// Where they differ most; nil where the shapes are not the same, or all numbers are equal.
    public let largest: Largest?
    /// How many numbers differ.
    public let count: Int
    /// How many numbers are NaN on both sides, which counts as equal.
    public let undefinedCount: Int
    /// Whether the differences are no more than rounding: 10⁻⁵ of the largest magnitude.
    public let isRounding: Bool
    /// The channel in which they differ most.
    public let channel: Int?

    /// Compares number by number.
    init(_ first: Tensor, _ second: Tensor, _ format: DataFormat) {
        shapes = [first.shape.dims, second.shape.dims]
        guard first.shape == second.shape, first.count > 0 else {
            (largest, count, undefinedCount, isRounding, channel) = (nil, 0, 0, false, nil)
            return
        }
        let (place, count, undefined, magnitude) = first.withUnsafeBufferPointer { a in
            second.withUnsafeBufferPointer { b in
                var (place, most, count, undefined, magnitude) = (0, Float(-1), 0, 0, Float(0))
                for index in 0..<a.count {
                    magnitude = max(magnitude, a[index].magnitude, b[index].magnitude)
                    // Two NaNs are the same.
                    if a[index].isNaN && b[index].isNaN { undefined += 1 }
                    if a[index] == b[index] || (a[index].isNaN && b[index].isNaN) { continue }
                    count += 1
                    let difference = (a[index] - b[index]).magnitude
                    if difference.isNaN || difference > most {
                        (place, most) = (index, difference.isNaN ? .infinity : difference)
                    }
                }
                return (place, count, undefined, magnitude)
            }
        }
        self.count = count
        undefinedCount = undefined
        guard count > 0 else {
            (largest, isRounding, channel) = (nil, false, nil)
            return
        }
        var (index, rest) = ([Int](), place)
        for stride in first.shape.strides {
            index.append(stride > 0 ? rest / stride : 0)
            rest = stride > 0 ? rest % stride : rest
        }
        let found = Largest(index: index, values: (first[flat: place], second[flat: place]))
        largest = found
        isRounding = found.difference <= 1e-5 * magnitude
        channel = index.count > 2 ? index[format.channelAxis(rank: index.count)] : nil
    }

    /// Whether all numbers are equal.
    public var areEqual: Bool { shapes[0] == shapes[1] && count == 0 }
}
