import Layers
import Network
import TensorEngine

/// A network that is run with some pixels of an input changed, to compare the results.
struct PerturbedRun {
    private let tensor: SymbolicTensor
    private let input: SymbolicTensor
    private let feeds: [ObjectIdentifier: Tensor]
    /// The input's data without a change, one sample.
    private let base: Tensor
    private let before: Tensor
    private let axes: SpatialAxes
    private let format: DataFormat
    /// Whether fast convolutions change pixels by rounding that do not depend on what is changed.
    private let rounds: Bool
    /// Multiply-accumulates of one run for one sample.
    let multiplyAccumulates: Int

    /// Samples that are run together.
    private static let mostSamples = 16

    /// - Parameters:
    ///   - usesData: whether the inputs have their data, and not zeros.
    ///   - axes: the spatial axes of the input.
    /// - Returns: nil where the size of an input is not known.
    init?(
        _ tensor: SymbolicTensor, _ input: SymbolicTensor, usesData: Bool, _ axes: SpatialAxes, _ format: DataFormat
    ) throws {
        var feeds: [ObjectIdentifier: Tensor] = [:]
        for other in GraphWalk.inputs(of: tensor) {
            let sizes = other.shape.perSample.compactMap(\.known)
            guard sizes.count == other.shape.rank - 1 else { return nil }
            let data = usesData ? try other.inputLayer?.data() : nil
            let shape = Shape([other.shape.dims[0].known ?? 1] + sizes)
            feeds[ObjectIdentifier(other)] = try data ?? Tensor(zeros: shape)
        }
        guard let base = feeds[ObjectIdentifier(input)] else { return nil }
        let nodes = GraphWalk.nodes(before: [tensor])
        self.tensor = tensor
        self.input = input
        self.feeds = feeds
        self.base = base
        self.axes = axes
        self.format = format
        rounds = nodes.contains(where: \.usesWinograd)
        multiplyAccumulates =
            checkedSum(nodes.map { Cost(of: $0).known } + [tensor.shape.elementsPerSample.known ?? 0]) ?? Int.max
        before = try Evaluator(tensor.layer.context).values(of: [tensor], feeding: feeds)[0]
    }

    /// t(x + δ) − t(x), for an impulse at a pixel of the input; the first sample.
    func response(to pixel: [Int]) throws -> Tensor {
        var changed = base
        try change(&changed, sample: 0, pixel)
        var feeds = feeds
        feeds[ObjectIdentifier(input)] = changed
        let after = try Evaluator(tensor.layer.context).values(of: [tensor], feeding: feeds)[0]
        let sample = after.count / max(after.shape.dims.first ?? 1, 1)
        let difference = zip(after.values.prefix(sample), before.values.prefix(sample)).map { $0 - $1 }
        return try Tensor(
            Shape([1] + after.shape.dims.dropFirst()),
            rounds ? PerturbedRun.withoutRounding(difference) : difference)
    }

    /// Differences without those that come from rounding: Winograd's convolution rounds at 2e-5 of the largest number, at
    /// pixels that do not depend on the change, too.
    private static func withoutRounding(_ differences: [Float]) -> [Float] {
        let largest = differences.reduce(0) { max($0, $1.isFinite ? $1.magnitude : 0) }
        return differences.map { $0.magnitude <= 2e-5 * largest ? 0 : $0 }
    }

    /// Σ |Δ| over the channels of each pixel of a response.
    func magnitudes(_ response: Tensor, _ sizes: [Int]) throws -> [Float] {
        let maps = FeatureMaps(response, dataFormat: format)
        var sums = [Float](repeating: 0, count: sizes.reduce(1, *))
        for channel in 0..<maps.channelCount {
            for (place, value) in maps.view(channel: channel).values.enumerated() { sums[place] += value.magnitude }
        }
        return sums
    }

    /// How much each pixel that is seen changes one pixel of the tensor: Σ |Δ| over its channels; of the input's spatial sizes.
    func effect(on place: [Int], of tensorAxes: SpatialAxes, _ seen: PixelMask) throws -> Tensor {
        let (rows, columns) = (seen.rows, seen.columns)
        var effect = [Float](repeating: 0, count: rows * columns)
        let pixels = seen.values(slice: 0).enumerated().filter { $1 != 0 }.map(\.offset)
        let places = elements(of: place, tensorAxes)
        // A batch of fixed size is run for one pixel at a time.
        let together =
            input.shape.dims[0].known == nil && base.shape.dims[0] == 1 && feeds.count == 1
            ? PerturbedRun.mostSamples : 1
        let reference = before.values
        for start in stride(from: 0, to: pixels.count, by: together) {
            try Interrupt.check()
            let some = pixels[start..<min(start + together, pixels.count)]
            var batch = try Tensor.concatenated(some.map { _ in base }, axis: 0)
            for (sample, pixel) in some.enumerated() {
                try change(&batch, sample: sample, axes.count > 1 ? [pixel / columns, pixel % columns] : [pixel])
            }
            var feeds = feeds
            feeds[ObjectIdentifier(input)] = together > 1 ? batch : try batch.reshaped(base.shape)
            let values = try Evaluator(tensor.layer.context).values(of: [tensor], feeding: feeds)[0].values
            let size = values.count / max(together > 1 ? some.count : before.shape.dims[0], 1)
            for (sample, pixel) in some.enumerated() {
                effect[pixel] = places.reduce(0) { $0 + (values[sample * size + $1] - reference[$1]).magnitude }
            }
        }
        return try Tensor(Shape(axes.count > 1 ? [rows, columns] : [columns]), effect)
    }

    /// The places, within a sample, of all channels of a pixel of the tensor.
    private func elements(of place: [Int], _ axes: SpatialAxes) -> [Int] {
        PerturbedRun.places(axes.indices(at: place, of: tensor.shape), before.shape.dims)
    }

    /// Adds 1 to all channels of a pixel.
    private func change(_ data: inout Tensor, sample: Int, _ pixel: [Int]) throws {
        let size = data.count / max(data.shape.dims[0], 1)
        let places = PerturbedRun.places(axes.indices(at: pixel, of: input.shape), data.shape.dims)
        try data.withUnsafeMutableBufferPointer { values in
            for place in places { values[sample * size + place] += 1 }
        }
    }

    /// The places within a sample of all elements with these indices; nil stands for all indices of an axis.
    private static func places(_ indices: [Int?], _ shape: [Int]) -> [Int] {
        var places = [0]
        for (index, size) in zip(indices, shape.dropFirst()) {
            places = places.flatMap { place in
                (index.map { $0..<$0 + 1 } ?? 0..<size).map { place * size + $0 }
            }
        }
        return places
    }
}
