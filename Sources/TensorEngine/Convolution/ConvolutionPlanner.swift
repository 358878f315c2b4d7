/// A way to compute a convolution.
public enum ConvolutionPath: String, CaseIterable, Sendable {
    /// The register-tiled inner loop over all taps and channels.
    case direct
    /// A kernel of one pixel: a matrix product over all pixels.
    case pointwise
    /// Every channel by itself.
    case depthwise
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
                path: .depthwise, reason: "every channel has filters of its own: vectors run over the channels")
        }
        if geometry.taps == 1 {
            return ConvolutionPlan(
                path: .pointwise, reason: "a kernel of one pixel is a matrix product over the pixels")
        }
        return ConvolutionPlan(path: .direct, reason: "the general path: registers hold a tile of pixels by filters")
    }
}
