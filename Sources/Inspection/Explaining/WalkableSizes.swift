import Layers
import Network
import TensorEngine

/// Whether a network can be gone through pixel by pixel and tap by tap, as diagnosing it and following its pixels take.
public enum WalkableSizes {
    /// The most pixels along an axis, and the most taps of a window.
    static let most = (pixels: 20_000_000, taps: 100_000)

    /// Refuses networks with windows or maps that are too large.
    /// - Parameters:
    ///   - tensors: what the network leads to.
    ///   - mostReadings: the most taps of all outputs along an axis; nil where outputs are not gone through.
    /// - Throws: ValueError with the layer, and what is too large of it.
    public static func require(before tensors: [SymbolicTensor], mostReadings: Int? = nil) throws(Refusal) {
        for node in GraphWalk.nodes(before: tensors) where node.inputs.count == 1 {
            guard let motion = WindowMotion(of: node.layer, over: node.inputs[0].shape) else { continue }
            for (axis, name) in zip(motion.axes, motion.axisNames) {
                guard let (what, size) = tooLarge(of: axis, mostReadings) else { continue }
                throw Refusal(
                    "\(node.layer.shownName) is too large to go through pixel by pixel: its \(what) along the \(name) is "
                        + "\(size)", remedy: "explain(\(node.layer.shownName)) shows its arithmetic")
            }
        }
    }

    /// Whether the axes of a window can be gone through.
    static func holds(_ motion: WindowMotion) -> Bool { motion.axes.allSatisfy { tooLarge(of: $0, nil) == nil } }

    private static func tooLarge(of axis: WindowAxis, _ mostReadings: Int?) -> (what: String, size: Int)? {
        let (input, output) = (axis.input.known ?? 0, axis.output.known ?? 0)
        if input > most.pixels { return ("input", input) }
        if output > most.pixels { return ("output", output) }
        if axis.extent > most.pixels { return ("window", axis.extent) }
        if axis.stride > most.taps { return ("stride", axis.stride) }
        if axis.kernel > most.taps { return ("window", axis.kernel) }
        guard let mostReadings, axis.kernel * output > mostReadings else { return nil }
        return ("number of taps", axis.kernel * output)
    }
}
