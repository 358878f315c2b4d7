/// How a window meets the borders of its input, in Keras's words.
public enum Padding: String, CaseIterable, Sendable {
    /// No padding: the window stays inside.
    case valid
    /// Zeros around, so that with stride 1 the output is as long as the input; an odd zero goes after.
    case same
    /// Zeros before only, so that no output sees what comes later (one-dimensional).
    case causal
    /// Zeros such that every partial overlap counts (Keras 1).
    case full
}

/// Which axis of a batch of images holds the channels.
public enum TensorLayout: Sendable, CaseIterable {
    /// [N, spatial…, C]: the engine's own.
    case channelsLast
    /// [N, C, spatial…].
    case channelsFirst
}
