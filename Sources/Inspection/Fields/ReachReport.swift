import Layers
import Network
import TensorEngine

/// `reaches(x, row, col)`: which pixels of the tensors that depend on it see one pixel of a tensor.
public struct ReachReport: Report {
    /// What sees it in one tensor.
    public struct Target: Sendable {
        /// The tensor's name.
        public let name: String
        /// The tensor's shape.
        public let shape: BatchShape
        /// Its spatial axes: the name, the indices that see the pixel, as runs, and the size.
        public let axes: [(name: String, seeing: [ClosedRange<Int>], length: Int)]
        /// What the figures are.
        public let certainty: Certainty
        /// How many of its pixels see it, and how many there are; for a tensor without spatial axes, elements are counted.
        public let pixels: (seeing: Int, all: Int)
        /// The pixels, drawn beside the pixel that they see; nil where there is nothing to draw.
        public let picture: MapsReport?
    }

    /// The tensor's name.
    public let name: String
    /// The tensor's shape.
    public let shape: BatchShape
    /// The pixel.
    public let place: [Int]
    /// The tensors that it reaches.
    public let targets: [Target]

    /// Reports on a pixel; nil where a size is not known.
    /// - Parameters:
    ///   - place: the pixel's index along each spatial axis, within the tensor; nil for the middle.
    ///   - targets: tensors that depend on it.
    ///   - name: the name of a tensor.
    public init?(
        from tensor: SymbolicTensor, at place: [Int]?, to targets: [SymbolicTensor], name: (SymbolicTensor) -> String
    ) {
        // The layers that follow an input say what a row is; the input itself does not.
        let own =
            tensor.node.inputs.isEmpty
            ? FieldReport.format(of: tensor, seenFrom: targets.first ?? tensor) : FieldReport.format(of: tensor)
        let axes = SpatialAxes(tensor.shape, own)
        guard let chosen = place ?? axes.middle(of: tensor.shape),
            let field = ReachField(from: tensor, at: axes.indices(at: chosen, of: tensor.shape), to: targets)
        else { return nil }
        self.name = name(tensor)
        shape = tensor.shape
        self.place = chosen
        let pixel = ReachReport.pixel(tensor, name(tensor), chosen, axes, own)
        self.targets = targets.compactMap { target in
            ReachReport.target(
                target, name(target), field, SpatialAxes(target.shape, FieldReport.format(of: target)), pixel)
        }
    }

    private static func target(
        _ target: SymbolicTensor, _ name: String, _ field: ReachField, _ axes: SpatialAxes, _ pixel: MapsReport.Panel?
    ) -> Target? {
        guard let sizes = axes.sizes(of: target.shape), let all = IndexBox.all(of: target.shape) else { return nil }
        let boxes = field.boxes(of: target)
        let mask = PixelMask(boxes, axes, sizes)
        let seeing = axes.places.map { place in boxes.reduce(IndexRuns()) { $0.union($1.axes[place]) }.runs }
        // Without a mask, one box is counted, and of several what they may hold together.
        let counted = axes.count == 0 ? Array(all.axes.indices) : axes.places
        let together = counted.map { place in boxes.reduce(IndexRuns()) { $0.union($1.axes[place]) }.count }
        let total = checkedProduct(counted.map { all.axes[$0].count }) ?? Int.max
        let isCounted = mask != nil || Set(boxes.map { box in counted.map { box.axes[$0] } }).count < 2
        return Target(
            name: name, shape: target.shape,
            axes: zip(axes.names, zip(seeing, sizes)).map { ($0, $1.0, $1.1) },
            certainty: field.isExact(in: target) && isCounted ? .exact : .bound,
            pixels: mask.map { ($0.count, $0.all) } ?? (boxes.isEmpty ? 0 : checkedProduct(together) ?? Int.max, total),
            picture: mask.flatMap { mask in
                guard mask.count > 0 else { return nil }
                var report = FieldPicture(
                    name: name, data: nil, format: .channelsLast, mask: mask, maskName: "\(name): sees it"
                ).report(reach: sizes.map { _ in nil })
                if let pixel, report != nil, mask.sizes.count < 3 { report?.groups[0].panels.insert(pixel, at: 0) }
                return report
            })
    }

    /// The tensor's data with the pixel outlined, where it is an input.
    private static func pixel(
        _ tensor: SymbolicTensor, _ name: String, _ place: [Int], _ axes: SpatialAxes, _ format: DataFormat
    ) -> MapsReport.Panel? {
        guard let sizes = axes.sizes(of: tensor.shape),
            let box = IndexBox.elements(axes.indices(at: place, of: tensor.shape), of: tensor.shape),
            let mask = PixelMask([box], axes, sizes)
        else { return nil }
        return FieldPicture(
            name: name, data: try? tensor.inputLayer?.data(), format: format, mask: mask, maskName: "pixel of \(name)"
        ).report(reach: sizes.map { _ in nil })?.groups.first?.panels.first
    }
}
