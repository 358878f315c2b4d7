/// A way to compute a convolution.
public enum ConvolutionPath: String, CaseIterable, Sendable {
    /// The register-tiled inner loop over all taps and channels.
    case direct
    /// A kernel of one pixel: a matrix product over all pixels.
    case pointwise
    /// Every channel by itself.
    case depthwise
    /// Many small groups side by side in a vector.
    case grouped
    /// Vectors along the channels, one filter at a time.
    case fewFilters
    /// Winograd's minimal filtering on tiles of 4×4 output pixels: 36 multiplications instead of 144.
    case winograd
}

/// Which path a convolution takes, and why.
public struct ConvolutionPlan: Hashable, Sendable {
    /// The path.
    public let path: ConvolutionPath
    /// One sentence for a person who asks.
    public let reason: String
}

/// Decides how to compute a convolution, from its geometry alone.
public enum ConvolutionPlanner {
    /// The plan for a geometry. The same geometry always gets the same plan.
    public static func plan(_ geometry: ConvolutionGeometry) -> ConvolutionPlan {
        if geometry.groups > 1 && geometry.groups == geometry.channels {
            return ConvolutionPlan(
                path: .depthwise, reason: "every channel has filters of its own, so vectors run over the channels")
        }
        if GroupedConvolution.applies(geometry) {
            return ConvolutionPlan(
                path: .grouped, reason: "small groups, so a vector holds several of them side by side")
        }
        if fewFiltersPay(geometry) {
            return ConvolutionPlan(
                path: .fewFilters,
                reason: "too few filters to fill vectors, so they run along the channels of the kernel's rows")
        }
        if geometry.taps == 1 {
            return ConvolutionPlan(
                path: .pointwise, reason: "a kernel of one pixel is a matrix product over the pixels")
        }
        if winogradApplies(geometry) && winogradPays(geometry) {
            return ConvolutionPlan(
                path: .winograd,
                reason:
                    "3×3 windows at stride 1 on a large layer: tiles of 4×4 pixels need a quarter of the multiplications"
            )
        }
        return ConvolutionPlan(path: .direct, reason: "the general path: registers hold a tile of pixels by filters")
    }

    /// The plan for every transposed convolution with these strides.
    public static func transposedPlan(strides: [Int]) -> ConvolutionPlan {
        let phases = strides.reduce(1, &*)
        return ConvolutionPlan(
            path: .direct,
            reason: phases == 1
                ? "at stride 1 it is a convolution with the kernel turned round"
                : "no zeros between the pixels: \(phases) direct convolutions, one for each place modulo the strides")
    }

    /// Whether one filter at a time is less work than a block of 16: so it is for up to 8 filters, if the floats that a row
    /// of the kernel covers fill vectors.
    private static func fewFiltersPay(_ geometry: ConvolutionGeometry) -> Bool {
        let last = geometry.rank - 1
        let columns = geometry.kernel[last]
        return geometry.groups == 1 && geometry.filters <= 8 && (geometry.dilation[last] == 1 || columns == 1)
            && (geometry.channels % 16 == 0 || columns * geometry.channels >= 64)
    }

    /// Whether a geometry is one that Winograd's filtering can compute: 3×3 windows that move one pixel at a time, in
    /// rows and columns of two or three spatial axes.
    static func winogradApplies(_ geometry: ConvolutionGeometry) -> Bool {
        geometry.rank >= 2 && geometry.groups == 1 && geometry.kernel.suffix(2) == [3, 3]
            && geometry.strides.suffix(2) == [1, 1]
    }

    /// Whether its transforms are paid for, and the layer is too large for its numbers to be checked by hand: they are
    /// no longer exact integers, and where a window sees only zeros a rounding error is left of the pixels around it.
    /// That is why images, of one to four channels, are never filtered in this way.
    private static func winogradPays(_ geometry: ConvolutionGeometry) -> Bool {
        let plane = geometry.outputSize.suffix(2).reduce(1, &*)
        let computed = WinogradTiles.count(geometry) &* WinogradTiles.side &* WinogradTiles.side
        let terms = geometry.channels &* (geometry.rank == 3 ? geometry.kernel[0] : 1)
        return terms >= 6 && terms &* geometry.filters >= 96 && plane >= 100 && computed < plane &* 3 / 2
            && geometry.multiplyAccumulates >= 16_000_000
    }
}
