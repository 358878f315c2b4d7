import Layers
import Network
import TensorEngine

/// A layer's padding and size in several frameworks, and the code that gives Keras's numbers in the others.
public struct FrameworksReport: Report {
    /// What the user calls it: `c1`.
    public let name: String
    /// The layer's class.
    public let layer: String
    /// Whether Keras 3 has no such layer.
    public let isGone: Bool
    /// The shape of the input.
    public let input: BatchShape
    /// The shape of the output.
    public let output: BatchShape
    /// What the spatial axes are called.
    public let axisNames: [String]
    /// The frameworks, Keras 3 first.
    public let paddings: [FrameworkPadding]
    /// PyTorch's code; nil where PyTorch has no such layer.
    public let torch: TorchCode?
    /// ONNX's node; nil where there is no single one.
    public let onnx: OnnxCode?
    /// What else differs.
    public let remarks: [String]

    /// - Parameter name: what the user calls it.
    /// - Returns: nil for a layer that moves no window, and where the number of channels is unknown.
    public init?(_ layer: CatalogueLayer, name: String, on input: BatchShape) {
        guard let windowed = WindowedLayer(layer.made, over: input),
            let output = try? layer.outputShapes(for: [input]).first
        else { return nil }
        self.name = name
        self.layer = layer.className
        isGone = layer.made.definition.replacement != nil
        self.input = input
        self.output = output
        axisNames = windowed.motion.axisNames
        paddings = FrameworkPadding.all(windowed)
        torch = TorchCode(windowed)
        onnx = OnnxCode(windowed)
        remarks = FrameworksReport.remarks(windowed, torch)
    }

    private static func remarks(_ layer: WindowedLayer, _ torch: TorchCode?) -> [String] {
        var remarks: [String] = []
        if layer.motion.dataFormat == .channelsLast { remarks.append("PyTorch and ONNX have the channels first") }
        remarks.append("the row Keras 1 means Keras 1 on Theano")
        if let missing = torch?.missingActivation {
            remarks.append("PyTorch has no activation that is the same as \(missing): apply your own")
        }
        switch layer.kind {
        case .convolution: remarks.append("Theano turns the kernel round (filter_flip=True)")
        case .transposed where layer.rank == 2:
            remarks.append("in Keras 1 the size is the argument output_shape")
        case .local: remarks.append("only Keras has layers with a kernel for each place")
        default: break
        }
        return remarks
    }
}
