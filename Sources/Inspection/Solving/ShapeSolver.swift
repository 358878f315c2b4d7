import Layers
import Network
import TensorEngine

/// Finds the simplest layers that give a shape: one layer, or two, built to make sure.
public struct ShapeSolver {
    private let input: SymbolicTensor
    private let target: [Int?]
    private let format: DataFormat
    private let context: NetworkContext
    /// The classes that may be used; nil for all.
    private let classes: Set<String>?

    /// - Parameters:
    ///   - input: what the layers are called on.
    ///   - target: the sizes wanted, without the batch; nil where any will do.
    ///   - format: where the channels are.
    ///   - classes: the classes that may be used; nil for all.
    public init(
        from input: SymbolicTensor, to target: [Int?], format: DataFormat, classes: Set<String>?,
        _ context: NetworkContext
    ) {
        self.input = input
        self.target = target
        self.format = format
        self.classes = classes
        self.context = context
    }

    /// The simplest chains, at most `limit`; where there are none, those that come nearest. Leaves no trace.
    /// - Throws: `EngineError.interrupted` after an interrupt.
    public func solutions(limit: Int) throws -> (chains: [VerifiedChain], areExact: Bool) {
        let exact = try verified(candidates(to: target), limit: limit) { fits($0) }
        if !exact.isEmpty { return (exact, true) }
        var near: [VerifiedChain] = []
        for sizes in nearest() {
            near += try verified(candidates(to: sizes), limit: 2) { _ in true }
        }
        // Several sizes may be nearest by the same layers.
        var seen: Set<String> = []
        near = near.filter { seen.insert($0.chain.call(on: "x")).inserted }
        return (Array(near.prefix(limit)), false)
    }

    private func fits(_ shape: BatchShape) -> Bool {
        shape.perSample.count == target.count
            && zip(shape.perSample, target).allSatisfy { $1 == nil || $0.known == $1 }
    }

    /// Builds chains in their order until there are enough that pass. Of single layers of a class there are two at most, of
    /// pairs of the same classes one.
    private func verified(
        _ candidates: [LayerChain], limit: Int, _ passes: (BatchShape) -> Bool
    ) throws -> [VerifiedChain] {
        var found: [VerifiedChain] = []
        var seen: Set<String> = []
        var counts: [[String]: Int] = [:]
        for chain in candidates where found.count < limit {
            if Interrupt.isRequested { throw EngineError.interrupted }
            let classes = chain.layers.map(\.name)
            guard isAllowed(chain), counts[classes, default: 0] < (classes.count == 1 ? 2 : 1),
                seen.insert(chain.call(on: "x")).inserted, !isRoundabout(chain, found)
            else { continue }
            let built = context.withoutTrace { try? VerifiedChain(chain, on: input, context) }
            guard let built, passes(built.shape) else { continue }
            found.append(built)
            counts[classes, default: 0] += 1
        }
        return found
    }

    /// Whether one of the layers does it alone.
    private func isRoundabout(_ chain: LayerChain, _ found: [VerifiedChain]) -> Bool {
        let alone = found.filter { $0.chain.layers.count == 1 }.map { $0.chain.layers[0].text }
        return chain.layers.count > 1 && chain.layers.contains { alone.contains($0.text) }
    }

    private func isAllowed(_ chain: LayerChain) -> Bool {
        guard let classes else { return true }
        return chain.layers.allSatisfy { classes.contains($0.name) }
    }

    // MARK: Candidates

    /// The oddity of a second layer: more than a large kernel with two strides of one layer.
    private static let secondLayer = 12

    private func candidates(to target: [Int?]) -> [LayerChain] {
        let shape = input.shape
        guard shape.rank > 2, target.count == shape.rank - 1, shape.rank <= 5 else { return otherAxes(target) }
        let (from, to) = (sizes(shape.perSample.map(\.known)), sizes(target))
        let single = calls(from, to).map { ([$0.code], $0.oddity) }
        let double = pairs(from, to)
        let all = single + double.map { ($0.0, $0.1 + Self.secondLayer) }
        return all.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
            .map { LayerChain($0.element.0) }
    }

    private var factory: LayerFamily.Factory {
        let isUsual = format == context.settings.imageDataFormat
        return LayerFamily.Factory(
            rank: input.shape.rank - 2,
            keywords: isUsual ? [] : [CallSite.Keyword("data_format", .string(format.rawValue))])
    }

    private func sizes(_ perSample: [Int?]) -> ImageSizes {
        let spatial = format.spatialAxes(rank: perSample.count + 1).map { perSample[$0 - 1] }
        return ImageSizes(
            spatial: spatial, channels: perSample[format.channelAxis(rank: perSample.count + 1) - 1])
    }

    /// Single layers.
    private func calls(_ from: ImageSizes, _ to: ImageSizes) -> [LayerFamily.Candidate] {
        LayerFamily.all.flatMap { $0.candidates(from: from, to: to, factory) }
    }

    /// A layer that gives sizes on the way, and one that goes on from there; the best call of each family.
    private func pairs(_ from: ImageSizes, _ to: ImageSizes) -> [([LayerCode], Int)] {
        stops(from, to).flatMap { stop -> [([LayerCode], Int)] in
            let first = best(from, stop)
            let second = best(stop, to)
            return first.flatMap { one in
                second.filter { $0.code.name != one.code.name }.map { two in
                    ([one.code, two.code], one.oddity + two.oddity)
                }
            }
        }
    }

    private func best(_ from: ImageSizes, _ to: ImageSizes) -> [LayerFamily.Candidate] {
        LayerFamily.all.compactMap { family in
            family.candidates(from: from, to: to, factory).min { $0.oddity < $1.oddity }
        }
    }

    /// Sizes between which two simple layers may do what one cannot.
    private func stops(_ from: ImageSizes, _ to: ImageSizes) -> [ImageSizes] {
        var stops: [ImageSizes] = []
        // The size first and the channels afterwards, or the other way round.
        if let wanted = to.channels, wanted != from.channels {
            stops.append(ImageSizes(spatial: to.spatial, channels: from.channels))
            stops.append(ImageSizes(spatial: from.spatial, channels: wanted))
        }
        let pairs = zip(from.spatial, to.spatial).map { size, wanted -> (Int, Int)? in
            guard let size, let wanted, size > 0 else { return nil }
            return (size, wanted)
        }
        func along(_ size: (Int, Int) -> Int) -> [Int?] {
            zip(from.spatial, pairs).map { own, pair in pair.map { max(1, size($0.0, $0.1)) } ?? own }
        }
        // Enlarge by a whole factor, then cut or pad; or cut or pad to a whole part, then shrink or enlarge.
        let sizes = [
            along { ($1 + $0 - 1) / $0 * $0 }, along { max(1, $1 / $0) * $0 },
            along { size, wanted in size > wanted ? size / wanted * wanted : wanted / max(1, wanted / size) },
            along { size, wanted in size > wanted ? (size + wanted - 1) / wanted * wanted : size },
        ]
        for spatial in sizes {
            stops.append(ImageSizes(spatial: spatial, channels: to.channels ?? from.channels))
            stops.append(ImageSizes(spatial: spatial, channels: from.channels))
        }
        return stops
    }

    /// Chains to another number of axes.
    private func otherAxes(_ target: [Int?]) -> [LayerChain] {
        let known = input.shape.perSample.compactMap(\.known)
        let wanted = target.compactMap { $0 }
        let product = known.count == input.shape.rank - 1 ? checkedProduct(known) : nil
        let rank = input.shape.rank - 2
        let flat = rank > 0 ? [LayerCode("Flatten")] : []
        var chains: [LayerChain] = []
        if target.count == 1 {
            chains.append(LayerChain(flat))
            if rank > 0 {
                let global = ["GlobalAveragePooling", "GlobalMaxPooling"].map {
                    LayerCode("\($0)\(rank)D", [], factory.keywords)
                }
                chains += global.map { LayerChain([$0]) }
                if let units = wanted.first {
                    chains.append(LayerChain([global[0], LayerCode("Dense", [.int(units)])]))
                }
            }
            if let units = wanted.first { chains.append(LayerChain(flat + [LayerCode("Dense", [.int(units)])])) }
        }
        guard wanted.count == target.count else { return chains.filter { !$0.layers.isEmpty } }
        let reshape = LayerCode("Reshape", [.tuple(wanted.map(Argument.int))])
        if let product, product == checkedProduct(wanted) { chains.append(LayerChain([reshape])) }
        if rank == 0, target.count > 1, let units = checkedProduct(wanted), units > 0 {
            chains.append(LayerChain([LayerCode("Dense", [.int(units)]), reshape]))
        }
        return chains.filter { !$0.layers.isEmpty }
    }

    // MARK: What comes near

    /// Sizes near those wanted which some layer gives: the next smaller ones, then the next larger ones.
    private func nearest() -> [[Int?]] {
        let shape = input.shape
        guard shape.rank > 2, target.count == shape.rank - 1, shape.rank <= 5 else { return [] }
        let own = shape.perSample.map(\.known)
        return [-1, 1].flatMap { direction -> [[Int?]] in
            LayerFamily.all.compactMap { family in
                guard classes?.contains(family.className(rank: target.count - 1)) ?? true,
                    family.name != "GlobalAveragePooling"
                else { return nil }
                return nearest(to: family, direction, own)
            }
        }
    }

    /// The nearest sizes of a family in one direction, found axis by axis.
    private func nearest(to family: LayerFamily, _ direction: Int, _ own: [Int?]) -> [Int?]? {
        var found = target
        let channel = format.channelAxis(rank: target.count + 1) - 1
        if family.name != "Conv", family.name != "ConvTranspose" { found[channel] = own[channel] }
        for axis in target.indices where axis != channel {
            guard let wanted = target[axis] else { continue }
            let next = (0...512).lazy.map { wanted + direction * $0 }.first { size in
                guard size > 0 else { return false }
                var one = ImageSizes(spatial: [Int?](repeating: nil, count: target.count - 1), channels: nil)
                one.spatial[channel < axis ? axis - 1 : axis] = size
                return own[axis] == size || !family.candidates(from: sizes(own), to: one, factory).isEmpty
            }
            guard let next else { return nil }
            found[axis] = next
        }
        return found
    }
}
