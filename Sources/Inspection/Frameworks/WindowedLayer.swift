import Layers
import Network
import TensorEngine

/// A layer that moves a window over an input of a certain shape, described so that other frameworks can be told to do the same.
struct WindowedLayer {
    /// What the window does.
    enum Kind: Equatable {
        case convolution(groups: Int)
        case depthwise(multiplier: Int)
        case separable(multiplier: Int)
        case transposed
        case maxPooling
        case averagePooling
        case bordering
        case enlarging(interpolation: String)
        /// A convolution whose kernel differs from place to place.
        case local
    }

    let kind: Kind
    let motion: WindowMotion
    /// The channels of the input and of the output.
    let channels: (input: Int, output: Int)
    let usesBias: Bool
    let activation: Made<ActivationFunction>?

    /// The number of spatial axes.
    var rank: Int { motion.axes.count }

    /// - Returns: nil for a layer that moves no window, and for an input without a known number of channels.
    init?(_ made: Made<any Operation>, over input: BatchShape) {
        guard let operation = made.product as? any WindowedOperation, let motion = try? operation.motion(over: input),
            let output = try? operation.outputShape(for: [input]),
            let before = input.dims[motion.dataFormat.channelAxis(rank: input.rank)].known,
            let after = output.dims[motion.dataFormat.channelAxis(rank: output.rank)].known,
            let kind = Kind(made)
        else { return nil }
        self.kind = kind
        self.motion = motion
        channels = (before, after)
        usesBias = made.arguments.has("use_bias") && made.arguments.bool("use_bias")
        activation = made.arguments.has("activation") ? made.arguments.activation() : nil
    }
}

extension WindowedLayer.Kind {
    fileprivate init?(_ made: Made<any Operation>) {
        let arguments = made.arguments
        // The names differ in the number of axes only.
        let name = made.definition.name
        let family = ["1D", "2D", "3D"].reduce(name) { text, rank in
            text.split(separator: rank, omittingEmptySubsequences: false).joined(separator: "")
        }
        switch family {
        case "Conv": self = .convolution(groups: arguments.int("groups"))
        case "DepthwiseConv": self = .depthwise(multiplier: arguments.int("depth_multiplier"))
        case "SeparableConv": self = .separable(multiplier: arguments.int("depth_multiplier"))
        case "ConvTranspose": self = .transposed
        case "MaxPooling": self = .maxPooling
        case "AveragePooling": self = .averagePooling
        case "ZeroPadding", "Cropping": self = .bordering
        case "UpSampling":
            self = .enlarging(
                interpolation: arguments.has("interpolation") ? arguments.string("interpolation") : "nearest")
        case "LocallyConnected": self = .local
        default: return nil
        }
    }
}
