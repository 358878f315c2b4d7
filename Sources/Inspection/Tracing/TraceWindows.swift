import Layers
import TensorEngine

/// The terms of a calculation as planes: for each channel, and each slice of a volume, rows and columns.
public struct TraceWindows {
    /// The planes that are drawn.
    public let planes: [TracePlane]
    private let motion: WindowMotion?
    /// Planes that are drawn in their own order; of more, those with the largest sums are drawn.
    private static let fewPlanes = 3

    /// The planes of a calculation.
    /// - Parameters:
    ///   - motion: how the window moves; nil for a layer that moves none.
    ///   - channel: the channel of the input that is drawn; nil for all, or the one with the largest sum of many.
    public init(
        _ calculation: Calculation, _ element: CalculatedElement, _ motion: WindowMotion?, channel: Int? = nil
    ) {
        self.motion = motion
        guard let motion, !motion.axes.isEmpty else {
            planes = []
            return
        }
        var all: [TracePlane] = []
        if calculation.hasSteps {
            for (term, numbers) in zip(calculation.terms, element.terms) {
                guard case .step(let step) = term.source, let inner = numbers.step else { continue }
                all += TraceWindows.planes(step, inner, motion, factor: numbers.weight)
            }
        } else {
            all = TraceWindows.planes(calculation, element, motion, factor: nil)
        }
        if let channel { all = all.filter { $0.channel == channel } }
        if all.count > TraceWindows.fewPlanes {
            func weight(_ plane: TracePlane) -> Double { abs(plane.sum * (plane.factor ?? 1)) }
            // Equal sums keep their order.
            all = all.enumerated().sorted {
                (-weight($0.element), $0.offset) < (-weight($1.element), $1.offset)
            }.prefix(1).map(\.element)
        }
        planes = all
    }

    /// The planes of one step.
    private static func planes(
        _ calculation: Calculation, _ element: CalculatedElement, _ motion: WindowMotion, factor: Double?
    ) -> [TracePlane] {
        struct Key: Hashable {
            let channel: Int
            let leading: [Int]
        }
        var keys: [Key] = []
        var members: [Key: [Int]] = [:]
        for (index, term) in calculation.terms.enumerated() {
            let (pixel, channel) = motion.parts(of: term.place)
            let key = Key(channel: channel, leading: Array(pixel.dropLast(2)))
            if members[key] == nil { keys.append(key) }
            members[key, default: []].append(index)
        }
        keys.sort { ($0.channel, $0.leading.first ?? 0) < ($1.channel, $1.leading.first ?? 0) }
        return keys.map { key in
            plane(calculation, element, motion, members[key] ?? [], key.channel, key.leading.first, factor)
        }
    }

    private static func plane(
        _ calculation: Calculation, _ element: CalculatedElement, _ motion: WindowMotion, _ members: [Int],
        _ channel: Int, _ slice: Int?, _ factor: Double?
    ) -> TracePlane {
        // Where a pixel is spread over the output, taps run against the pixels: pixels decide about the order.
        let spots = members.map { index -> (row: Int, column: Int, index: Int) in
            let pixel = motion.parts(of: calculation.terms[index].place).pixel
            return (pixel.count > 1 ? pixel[pixel.count - 2] : 0, pixel.last ?? 0, index)
        }.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
        let terms = spots.map { element.terms[$0.index] }
        let (rows, columns) = (Set(spots.map(\.row)).sorted(), Set(spots.map(\.column)).sorted())
        func taps(_ indices: [Int], axis: Int, of index: (Int) -> Int) -> [Int] {
            indices.compactMap { wanted in
                spots.indices.first { index($0) == wanted }.flatMap { spot in
                    let taps = calculation.terms[spots[spot].index].taps
                    return taps.count >= axis ? taps[taps.count - axis] : nil
                }
            }
        }
        let hasWeights = terms.contains { $0.weight != nil }
        return TracePlane(
            channel: channel, slice: slice, rows: rows, columns: columns,
            rowTaps: taps(rows, axis: 2) { spots[$0].row }, columnTaps: taps(columns, axis: 1) { spots[$0].column },
            values: terms.map(\.value),
            isPadding: spots.map { if case .padding = calculation.terms[$0.index].source { true } else { false } },
            weights: hasWeights ? terms.map { $0.weight ?? 1 } : nil, products: terms.map(\.product),
            sum: terms.reduce(0) { $0 + $1.product },
            chosen: element.chosen.flatMap { chosen in spots.firstIndex { $0.index == chosen } }, factor: factor)
    }

    /// The map of the input under the first plane.
    func map(_ call: TracedCall, sample: Int) throws -> TraceMap? {
        guard let plane = planes.first, let motion, !plane.values.isEmpty else { return nil }
        let maps = FeatureMaps(call.inputs[0], dataFormat: motion.dataFormat, sample: sample)
        guard !maps.isEmpty, plane.channel < maps.channelCount else { return nil }
        let slice = max(0, min(plane.slice ?? 0, maps.sliceCount - 1))
        let sides = motion.drawnPadding.suffix(2)
        let (vertical, horizontal) = (sides.count == 2 ? sides.first : nil, sides.last)
        return TraceMap(
            view: maps.view(channel: plane.channel, slice: slice), source: maps.source,
            rows: TraceWindows.span(plane.rows), columns: TraceWindows.span(plane.columns),
            padding: (
                vertical?.before ?? 0, horizontal?.before ?? 0, vertical?.after ?? 0, horizontal?.after ?? 0
            ))
    }

    private static func span(_ indices: [Int]) -> Range<Int> {
        guard let first = indices.first, let last = indices.last else { return 0..<0 }
        return first..<last + 1
    }
}

extension Calculation {
    /// Whether its terms are results of a step before it.
    public var hasSteps: Bool {
        terms.contains { if case .step = $0.source { true } else { false } }
    }
}

extension WindowMotion {
    /// The pixels before and after the input along each axis that windows reach over, and that are drawn as padding.
    public var drawnPadding: [(before: Int, after: Int)] {
        axes.map { axis in
            switch axis.rule {
            case .sliding, .bordering: (max(0, axis.before.known ?? 0), max(0, axis.after.known ?? 0))
            case .transposed, .repeating: (0, 0)
            }
        }
    }
}
