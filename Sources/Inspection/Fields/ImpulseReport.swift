import Layers
import Network
import TensorEngine

/// `impulse(t)`: the effective field, found by changing inputs one pixel at a time; nothing is assumed of the layers.
///
/// Two maps, each a difference of two runs of the network:
/// - the response: Δ = t(x + δ) − t(x), where δ is 1 in every channel of one pixel of the input and 0 elsewhere. For a linear
///   network this is its impulse response.
/// - the effect: for each pixel p that one pixel of t sees, Σ |t(x + δ_p) − t(x)| over the channels of that pixel of t. Where
///   the network is linear between x and x + δ_p, this is the sum of the magnitudes of a gradient.
///
/// x is zero everywhere, or the data of the inputs. Source of the idea: Luo et al. 2016, "Understanding the effective receptive
/// field in deep convolutional neural networks", https://arxiv.org/abs/1701.04128
public struct ImpulseReport: Report {
    /// Where most of a map lies.
    public struct Spread: Sendable, Equatable {
        /// How many pixels are not zero.
        public let pixels: Int
        /// How many pixels are NaN or infinite.
        public let undefined: Int
        /// The side of the square around the centre that holds half of it; nil where all is zero.
        public let half: Int?
        /// The side of the square that holds 95 % of it.
        public let most: Int?
    }

    /// The tensor's name.
    public let name: String
    /// The tensor's shape.
    public let shape: BatchShape
    /// The input's name.
    public let inputName: String
    /// The pixel of the tensor.
    public let place: [Int]
    /// The pixel of the input where the impulse is: the middle of what that pixel sees.
    public let source: [Int]
    /// Δ, with all channels.
    public let response: Tensor
    /// Where the response lies.
    public let responseSpread: Spread
    /// The effect of each pixel of the input, 0 where it is not seen; nil where it would take too long.
    public let effect: Tensor?
    /// Where the effect lies.
    public let effectSpread: Spread?
    /// Multiply-accumulates that the effect takes.
    public let effectCost: Int
    /// The maps.
    public let picture: MapsReport

    /// Multiply-accumulates for the effect beyond which it is left out.
    private static let mostWork = 4_000_000_000

    /// Runs the network.
    /// - Parameters:
    ///   - place: the pixel's index along each spatial axis, within the tensor; nil for the middle.
    ///   - input: an input that the tensor depends on.
    ///   - usesData: whether x is the data of the inputs, and not zero.
    ///   - name: the name of a tensor.
    /// - Returns: nil where a size is unknown, or the tensor or the input has no one or two spatial axes.
    /// - Throws: as `Evaluator`.
    public init?(
        _ tensor: SymbolicTensor, at place: [Int]?, from input: SymbolicTensor, usesData: Bool,
        name: (SymbolicTensor) -> String
    ) throws {
        let format = FieldReport.format(of: tensor)
        let axes = SpatialAxes(tensor.shape, format)
        let inputAxes = SpatialAxes(input.shape, FieldReport.format(of: input, seenFrom: tensor))
        guard (1...2).contains(axes.count), (1...2).contains(inputAxes.count),
            let chosen = place ?? axes.middle(of: tensor.shape),
            let sizes = axes.sizes(of: tensor.shape), let inputSizes = inputAxes.sizes(of: input.shape),
            let field = ElementField(of: tensor, at: axes.indices(at: chosen, of: tensor.shape)),
            let seen = PixelMask(field.boxes(of: input), inputAxes, inputSizes),
            let run = try PerturbedRun(tensor, input, usesData: usesData, inputAxes, format)
        else { return nil }
        let hulls = inputSizes.indices.map { seen.indices($0).hull }
        source = zip(hulls, inputSizes).map { hull, size in
            hull.map { ($0.lowerBound + $0.upperBound) / 2 } ?? size / 2
        }
        self.name = name(tensor)
        shape = tensor.shape
        inputName = name(input)
        self.place = chosen
        response = try run.response(to: source)
        responseSpread = ImpulseReport.spread(try run.magnitudes(response, sizes), sizes)
        let work = checkedProduct([run.multiplyAccumulates, seen.count]) ?? Int.max
        effectCost = work
        effect = work <= ImpulseReport.mostWork ? try run.effect(on: chosen, of: axes, seen) : nil
        effectSpread = effect.map { ImpulseReport.spread($0.values, inputSizes) }
        picture = try ImpulseReport.picture(
            run, response, sizes, effect, format, names: (self.name, inputName))
    }

    /// The squares around the centre of a map that hold parts of it.
    private static func spread(_ values: [Float], _ sizes: [Int]) -> Spread {
        let columns = sizes[sizes.count - 1]
        var (total, rowSum, columnSum, count) = (0.0, 0.0, 0.0, 0)
        for (index, value) in values.enumerated() where value != 0 && value.isFinite {
            total += Double(value)
            rowSum += Double(value) * Double(index / columns)
            columnSum += Double(value) * Double(index % columns)
            count += 1
        }
        let undefined = values.count { !$0.isFinite }
        guard total > 0 else { return Spread(pixels: 0, undefined: undefined, half: nil, most: nil) }
        let (row, column) = (Int((rowSum / total).rounded()), Int((columnSum / total).rounded()))
        var rings = [Double](repeating: 0, count: max(sizes.max() ?? 1, 1) + 1)
        for (index, value) in values.enumerated() where value != 0 && value.isFinite {
            rings[max(abs(index / columns - row), abs(index % columns - column))] += Double(value)
        }
        func side(_ part: Double) -> Int {
            var sum = 0.0
            for (ring, value) in rings.enumerated() {
                sum += value
                if sum >= part * total * (1 - 1e-9) { return 2 * ring + 1 }
            }
            return 2 * rings.count - 1
        }
        return Spread(pixels: count, undefined: undefined, half: side(0.5), most: side(0.95))
    }

    private static func picture(
        _ run: PerturbedRun, _ response: Tensor, _ sizes: [Int], _ effect: Tensor?, _ format: DataFormat,
        names: (tensor: String, input: String)
    ) throws -> MapsReport {
        func panel(_ label: String, _ tensor: Tensor, _ sizes: [Int]) -> MapsReport.Panel {
            let (rows, columns) = (sizes.count > 1 ? sizes[0] : 1, sizes[sizes.count - 1])
            var panel = MapsReport.Panel(
                label,
                .map(MapView(tensor, offset: 0, rows: rows, columns: columns, rowStride: columns, columnStride: 1)))
            panel.source = MapsReport.Source(tensor)
            return panel
        }
        let magnitudes = try Tensor(Shape(sizes), run.magnitudes(response, sizes))
        var panels = [panel("\(names.tensor) responds", magnitudes, sizes)]
        if let effect { panels.insert(panel("effect of \(names.input)", effect, effect.shape.dims), at: 0) }
        let maps = FeatureMaps(response, dataFormat: format)
        return MapsReport(
            title: "", sources: [maps.source],
            groups: [MapsReport.Group(panels)] + (maps.isLine ? [] : maps.groups(limit: 8)), total: 0)
    }
}
