/// The indices along one axis of an input that belong to index o of an output: from ⌊(o·p + a) / q⌋ to ⌊(o·p + b) / q⌋,
/// by steps of d. Indices outside the input stand for its padding, or for its nearest element.
///
/// A sliding window has q = 1 and p = its stride; a transposed convolution p = 1 and q = its stride; a resized axis of i
/// elements that become n has p / q = i / n.
public struct IndexRange: Sendable, Equatable {
    /// p and q without a common divisor: input elements between the ranges of neighbouring output elements, a fraction.
    public let stride: (numerator: Int, denominator: Int)
    /// a and b.
    public let offsets: (first: Int, last: Int)
    /// The distance of neighbouring indices in the range: the dilation.
    public let step: Int
    /// Whether `offsets` are right. They are not where the padding depends on a size that is unknown; their difference is.
    public let isPlaced: Bool

    init(numerator p: Int, denominator q: Int, first a: Int, last b: Int, step: Int = 1, isPlaced: Bool = true) {
        let divisor = greatestCommonDivisor(p, q)
        stride = (p / divisor, q / divisor)
        offsets = (floorDivide(a, divisor), floorDivide(b, divisor))
        self.step = step
        self.isPlaced = isPlaced
    }

    /// The index of the output itself.
    public static let same = IndexRange(numerator: 1, denominator: 1, first: 0, last: 0)

    /// A window of `taps` elements, `dilation` apart, that moves by `stride`.
    /// - Parameter paddingBefore: elements of padding before the first one; nil where it is not known.
    public static func window(taps: Int, stride: Int, dilation: Int, paddingBefore: Int?) -> IndexRange {
        let before = paddingBefore ?? 0
        return IndexRange(
            numerator: stride, denominator: 1, first: -before, last: (taps - 1) &* dilation &- before, step: dilation,
            isPlaced: paddingBefore != nil)
    }

    /// The elements that a transposed convolution spreads over an output element.
    /// - Parameter crop: elements of the full output that are cut off before the first one.
    public static func transposed(taps: Int, stride: Int, dilation: Int, crop: Int) -> IndexRange {
        IndexRange(
            numerator: 1, denominator: stride, first: crop &- (taps - 1) &* dilation &+ stride - 1, last: crop,
            step: dilation)
    }

    /// The elements under an element of the output, of `input` that become `output`: ⌊o·i/n⌋ to ⌈(o + 1)·i/n⌉ − 1.
    public static func binned(input: Int, output: Int) -> IndexRange {
        IndexRange(numerator: input, denominator: output, first: 0, last: input - 1)
    }

    /// The most elements from the first index of a range to its last one, both included: (k − 1)·d + 1 for a window.
    public var extent: Int {
        let q = stride.denominator
        return (offsets.last &- offsets.first &+ q - 1) / q + 1
    }

    /// Input elements between the ranges of neighbouring output elements.
    public var strideValue: Double { Double(stride.numerator) / Double(stride.denominator) }

    /// The indices that belong to an index of the output; empty where none does.
    public func indices(of output: Int) -> StrideThrough<Int> {
        let p = output &* stride.numerator
        let first = floorDivide(p &+ offsets.first, stride.denominator)
        let last = floorDivide(p &+ offsets.last, stride.denominator)
        return Swift.stride(from: first, through: last, by: step)
    }

    /// Whether two ranges are the same.
    public static func == (a: IndexRange, b: IndexRange) -> Bool {
        a.stride == b.stride && a.offsets == b.offsets && a.step == b.step && a.isPlaced == b.isPlaced
    }
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
}

/// ⌊a / b⌋ for a positive b.
private func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((-(a + 1)) / b) - 1 }
