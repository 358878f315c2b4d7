/// How a window moves along one axis: output pixel o sees the input pixels o·stride + displacement, one for each tap.
/// A convolution is three such axes; so is each phase of a transposed convolution.
struct WindowAxis: Sendable {
    struct Tap: Sendable {
        /// Where the tap looks, in input pixels from o·stride on; negative in the padding before.
        let displacement: Int
        /// Which pixel of the kernel it is.
        let index: Int
    }

    /// Pixels of the input.
    let input: Int
    /// Output pixels that are computed.
    let count: Int
    /// Input pixels between neighbouring output pixels.
    let stride: Int
    /// In the order of their displacements; those that never see the input may be missing.
    let taps: [Tap]
    /// Pixels of the whole kernel.
    var kernel = 1
    /// The place of the first of the output pixels, their distance, and the length of the output they lie in.
    var outputStart = 0
    var outputStep = 1
    let output: Int

    /// An axis that is not there: one pixel, seen by itself.
    static let absent = WindowAxis(input: 1, count: 1, stride: 1, taps: [Tap(displacement: 0, index: 0)], output: 1)

    /// The three axes of a convolution; those that are missing come first.
    static func axes(of geometry: ConvolutionGeometry) -> [WindowAxis] {
        let present = (0..<geometry.rank).map { axis in
            WindowAxis(
                input: geometry.inputSize[axis], count: geometry.outputSize[axis],
                // Where there is one output pixel, no stride is taken, however long it is.
                stride: geometry.outputSize[axis] == 1
                    ? min(geometry.strides[axis], geometry.inputSize[axis]) : geometry.strides[axis],
                taps: seeingTaps(axis, of: geometry).map { index in
                    Tap(displacement: index * geometry.dilation[axis] - geometry.padBefore[axis], index: index)
                },
                kernel: geometry.kernel[axis], output: geometry.outputSize[axis])
        }
        return Array(repeating: absent, count: 3 - geometry.rank) + present
    }

    /// The taps that see the input from at least one output pixel. A window may be far longer than its input, and nothing
    /// is to be done for the taps that always lie in the padding.
    private static func seeingTaps(_ axis: Int, of geometry: ConvolutionGeometry) -> Range<Int> {
        let (before, dilation) = (geometry.padBefore[axis], geometry.dilation[axis])
        let farthestLeft = before - (geometry.outputSize[axis] - 1) * geometry.strides[axis]
        let first = farthestLeft > 0 ? (farthestLeft - 1) / dilation + 1 : 0
        let end = min((geometry.inputSize[axis] - 1 + before) / dilation + 1, geometry.kernel[axis])
        return min(first, end)..<end
    }

    var first: Int { taps.first?.displacement ?? 0 }
    var last: Int { taps.last?.displacement ?? 0 }
    /// From the first to the last tap, both included.
    var extent: Int { last - first + 1 }
    /// Whether the taps look at neighbouring pixels.
    var isDense: Bool { taps.isEmpty || extent == taps.count }
    /// The axis is passed over as it is: output pixel o is input pixel o.
    var isIdentity: Bool {
        count == input && output == count && stride == 1 && taps.count == 1 && first == 0 && outputStep == 1
    }
}
