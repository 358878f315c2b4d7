import Layers
import TensorEngine

/// The sizes that layers have to turn into others: those of one sample, with the spatial axes apart from the channels.
struct ImageSizes {
    /// The spatial sizes; nil where they are unknown, or do not matter.
    var spatial: [Int?]
    /// The channels; nil where they do not matter.
    var channels: Int?

    /// The number of spatial axes.
    var rank: Int { spatial.count }
}

/// Layers of one kind, as far as they turn sizes into others: which of them give the sizes that are wanted.
struct LayerFamily: Sendable {
    /// A call, and how unusual it is: the simplest first.
    typealias Candidate = (code: LayerCode, oddity: Int)

    /// The class without its number of axes: `Conv`.
    let name: String
    private let find: @Sendable (ImageSizes, ImageSizes, Factory) -> [Candidate]

    /// Makes calls for so many axes, with the place of the channels where it is not the usual one.
    struct Factory {
        let rank: Int
        let keywords: [CallSite.Keyword]

        func code(
            _ family: String, _ positional: [Argument], _ keywords: [CallSite.Keyword] = []
        ) -> LayerCode {
            // These have no such argument.
            let isFixed = rank == 1 && ["ZeroPadding", "Cropping", "UpSampling"].contains(family)
            let name = family == "Resizing" ? family : "\(family)\(rank)D"
            return LayerCode(name, positional, keywords + (isFixed ? [] : self.keywords))
        }
    }

    /// The class for so many spatial axes: `Conv2DTranspose`.
    func className(rank: Int) -> String {
        switch name {
        case "ConvTranspose": "Conv\(rank)DTranspose"
        case "Resizing": name
        default: "\(name)\(rank)D"
        }
    }

    /// The calls that give the sizes.
    func candidates(from input: ImageSizes, to output: ImageSizes, _ factory: Factory) -> [Candidate] {
        find(input, output, factory)
    }

    /// All families, those that a person thinks of first at the beginning.
    static let all: [LayerFamily] = [
        global, convolution, pooling("MaxPooling", oddity: 1), pooling("AveragePooling", oddity: 2), transposed,
        enlarging,
        padding, cropping, resizing,
    ]

    // MARK: Windows

    private static let convolution = LayerFamily(name: "Conv") { input, output, factory in
        guard let filters = output.channels ?? input.channels else { return [] }
        return windows(input, output, AxisChoices.sliding).map { choices, padding, oddity in
            let code = factory.code(
                "Conv", [.int(filters), .sizes(choices.map(\.kernel))],
                strides(choices.map(\.stride), usual: 1) + keyword(padding))
            return (code, oddity)
        }
    }

    private static func pooling(_ name: String, oddity base: Int) -> LayerFamily {
        LayerFamily(name: name) { input, output, factory in
            guard keepsChannels(input, output), changesSize(input, output) else { return [] }
            return windows(input, output, AxisChoices.sliding).map { choices, padding, oddity in
                let isPlain = choices.allSatisfy { $0.kernel == $0.stride }
                let code = factory.code(
                    name, [.sizes(choices.map(\.kernel))],
                    (isPlain ? [] : strides(choices.map(\.stride), usual: nil)) + keyword(padding))
                return (code, base + (isPlain && choices[0].kernel <= 3 ? (padding == .same ? 1 : 0) : oddity))
            }
        }
    }

    private static let transposed = LayerFamily(name: "ConvTranspose") { input, output, factory in
        guard let filters = output.channels ?? input.channels, changesSize(input, output) else { return [] }
        return windows(input, output, AxisChoices.transposed).compactMap { choices, padding, oddity in
            let extra = choices.map(\.extra).compactMap { $0 }
            // What None gives, too, need not be said.
            if !extra.isEmpty, choices.allSatisfy({ $0.hasUsualExtra(padding) }) { return nil }
            let keywords = extra.isEmpty ? [] : [CallSite.Keyword("output_padding", .sizes(extra))]
            let name = "Conv\(factory.rank)DTranspose"
            let code = LayerCode(
                name, [.int(filters), .sizes(choices.map(\.kernel))],
                strides(choices.map(\.stride), usual: 1) + keyword(padding) + keywords + factory.keywords)
            return (code, 1 + oddity + 2 * keywords.count)
        }
    }

    /// The windows that turn the spatial sizes into those wanted, padded or not.
    private static func windows(
        _ input: ImageSizes, _ output: ImageSizes, _ choices: (Int, Int, Padding) -> [AxisChoice]
    ) -> [(choices: [AxisChoice], padding: Padding, oddity: Int)] {
        [Padding.same, .valid].flatMap { padding -> [(choices: [AxisChoice], padding: Padding, oddity: Int)] in
            let lists = zip(input.spatial, output.spatial).map {
                size, wanted -> (choices: [AxisChoice]?, largest: Int) in
                guard let wanted else { return (nil, padding == .same ? .max : size ?? .max) }
                return (size.map { choices($0, wanted, padding) } ?? [], .max)
            }
            return AxisChoices.together(lists).map { taken in
                let isUneven = Set(taken.map { [$0.kernel, $0.stride] }).count > 1
                let oddity = taken.map(\.oddity).max() ?? 0
                return (taken, padding, oddity + (padding == .same ? 1 : 0) + (isUneven ? 3 : 0))
            }
        }
    }

    private static func strides(_ strides: [Int], usual: Int?) -> [CallSite.Keyword] {
        strides.allSatisfy { $0 == usual } ? [] : [CallSite.Keyword("strides", .sizes(strides))]
    }

    private static func keyword(_ padding: Padding) -> [CallSite.Keyword] {
        padding == .valid ? [] : [CallSite.Keyword("padding", .string(padding.rawValue))]
    }

    // MARK: Sizes alone

    /// All pixels become one.
    private static let global = LayerFamily(name: "GlobalAveragePooling") { input, output, factory in
        guard keepsChannels(input, output), changesSize(input, output), output.spatial.allSatisfy({ $0 == 1 }) else {
            return []
        }
        return [(factory.code("GlobalAveragePooling", [], [CallSite.Keyword("keepdims", .bool(true))]), 0)]
    }

    private static let enlarging = LayerFamily(name: "UpSampling") { input, output, factory in
        guard keepsChannels(input, output), changesSize(input, output), let sizes = both(input, output),
            sizes.allSatisfy({ $1 >= $0 && $0 > 0 && $1 % $0 == 0 })
        else { return [] }
        return [(factory.code("UpSampling", [.sizes(sizes.map { $1 / $0 })]), 1)]
    }

    private static let padding = LayerFamily(name: "ZeroPadding") { input, output, factory in
        border("ZeroPadding", input, output, factory, sign: 1)
    }

    private static let cropping = LayerFamily(name: "Cropping") { input, output, factory in
        border("Cropping", input, output, factory, sign: -1)
    }

    private static func border(
        _ name: String, _ input: ImageSizes, _ output: ImageSizes, _ factory: Factory, sign: Int
    ) -> [Candidate] {
        guard keepsChannels(input, output), changesSize(input, output), let sizes = both(input, output) else {
            return []
        }
        let amounts = sizes.map { ($1 - $0) * sign }
        guard amounts.allSatisfy({ $0 >= 0 }) else { return [] }
        // Half on each side, the odd pixel after, as in "same".
        let sides = amounts.map { (before: $0 / 2, after: $0 - $0 / 2) }
        let oddity = 2 + (Set(amounts).count > 1 ? 1 : 0) + (amounts.max() ?? 0) / 8
        return [(factory.code(name, [.amounts(sides)]), oddity)]
    }

    private static let resizing = LayerFamily(name: "Resizing") { input, output, factory in
        guard factory.rank == 2, keepsChannels(input, output), changesSize(input, output) else { return [] }
        let sizes = zip(input.spatial, output.spatial).compactMap { $1 ?? $0 }
        guard sizes.count == 2 else { return [] }
        return [(factory.code("Resizing", sizes.map(Argument.int)), 4)]
    }

    private static func keepsChannels(_ input: ImageSizes, _ output: ImageSizes) -> Bool {
        output.channels == nil || output.channels == input.channels
    }

    private static func changesSize(_ input: ImageSizes, _ output: ImageSizes) -> Bool {
        zip(input.spatial, output.spatial).contains { $1 != nil && $0 != $1 }
    }

    /// The sizes before and after, where all that matter are known.
    private static func both(_ input: ImageSizes, _ output: ImageSizes) -> [(Int, Int)]? {
        let pairs = zip(input.spatial, output.spatial).compactMap { size, wanted -> (Int, Int)? in
            guard let wanted else { return (size ?? 1, size ?? 1) }
            return size.map { ($0, wanted) }
        }
        return pairs.count == input.rank ? pairs : nil
    }
}
