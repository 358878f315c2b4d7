#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How pixels between pixels are found, as TensorFlow does it, with half-pixel centres.
///
/// Output pixel o looks at the place p = (o + ½) · input / output − ½ between the input pixels. Antialiasing stretches the
/// filter by input / output where an image shrinks, so that every input pixel counts; `nearest` and `area` have none.
public enum Interpolation: String, CaseIterable, Sendable {
    /// The nearest pixel: ⌊p + ½⌋.
    case nearest
    /// Two pixels, by their distance from p.
    case bilinear
    /// Four pixels by Keys's cubic with a = −½; p is rounded to 1/1024 as in TensorFlow.
    case bicubic
    /// Up to six pixels: sinc(x) · sinc(x/3).
    case lanczos3
    /// Up to ten pixels: sinc(x) · sinc(x/5).
    case lanczos5
    /// All pixels under the output pixel, by how much of each lies under it.
    case area

    /// The weights of one pixel alone, which many mixtures share.
    private static let whole: [Float] = [1]

    /// The input pixels that an output pixel is made of: the first one and the weights, which sum to 1.
    public struct Mixture {
        /// The index of the first pixel.
        public let first: Int
        /// The share of each pixel from the first one on.
        public let weights: [Float]
    }

    /// The mixture for each output pixel along an axis.
    /// - Parameters:
    ///   - input: the length of the axis.
    ///   - output: the length of the resized axis.
    ///   - antialias: whether the filter is stretched where the axis shrinks.
    /// - Throws: `sizeOverflow`, `outOfMemory`, `interrupted`.
    func mixtures(input: Int, output: Int, antialias: Bool = false) throws(EngineError) -> [Mixture] {
        // The mixture itself and the list of its weights.
        try Memory.check(bytes: try Shape([output, 80]).elementCount())
        var mixtures: [Mixture] = []
        mixtures.reserveCapacity(output)
        for pixel in 0..<output {
            if pixel % 4096 == 0 { try Interrupt.check() }
            mixtures.append(mixture(of: pixel, input: input, output: output, antialias: antialias))
        }
        return mixtures
    }

    /// The mixture for one output pixel along an axis; see `mixtures`.
    public func mixture(of pixel: Int, input: Int, output: Int, antialias: Bool = false) -> Mixture {
        if let filter = filter(antialias: antialias) {
            return Self.filtered(pixel, by: filter, input: input, output: output, antialias: antialias)
        }
        let scale = Double(input) / Double(output)
        let place = (Double(pixel) + 0.5) * scale - 0.5
        switch self {
        case .nearest:
            return Mixture(first: min(max(Int((place + 0.5).rounded(.down)), 0), input - 1), weights: Self.whole)
        case .bilinear:
            return Self.bilinear(at: place, input: input)
        case .bicubic:
            return Self.normalized(from: Int(place.rounded(.down)) - 1, count: 4, input: input) { tap in
                let whole = place.rounded(.down)
                let fraction = ((place - whole) * 1024).rounded(.toNearestOrEven) / 1024
                return Self.cubic(abs(Double(tap) - whole - fraction))
            }
        // Lanczos's are filters with and without antialiasing.
        case .lanczos3, .lanczos5, .area:
            return Self.area(from: Double(pixel) * scale, to: Double(pixel + 1) * scale, input: input)
        }
    }

    /// A symmetric filter: its values up to a radius, beyond which it is zero.
    private struct Filter {
        let radius: Int
        let weight: (Float) -> Float
    }

    /// The filter of TensorFlow's ScaleAndTranslate; nil where another operation resizes.
    private func filter(antialias: Bool) -> Filter? {
        switch self {
        case .lanczos3: Filter(radius: 3) { Self.lanczos($0, radius: 3) }
        case .lanczos5: Filter(radius: 5) { Self.lanczos($0, radius: 5) }
        case .bilinear where antialias: Filter(radius: 1) { 1 - $0 }
        case .bicubic where antialias: Filter(radius: 2) { Float(Self.cubic(Double($0))) }
        default: nil
        }
    }

    /// The mixture of a filter around a place, in float32 as TensorFlow computes it.
    private static func filtered(
        _ pixel: Int, by filter: Filter, input: Int, output: Int, antialias: Bool
    ) -> Mixture {
        let scale = Float(1 / Double(Float(output) / Float(input)))
        let stretch = antialias ? max(scale, 1) : 1
        let reach = Float(filter.radius) * stretch
        let place = (Float(pixel) + 0.5) * scale
        let first = min(max(Int((place - reach - 0.5).rounded(.up)), 0), input - 1)
        let last = min(max(Int((place + reach - 0.5).rounded(.down)), first), input - 1)
        let weights = (first...last).map { tap -> Float in
            let distance = abs((Float(tap) + 0.5 - place) * (1 / stretch))
            return distance > Float(filter.radius) ? 0 : filter.weight(distance)
        }
        let share = 1 / weights.reduce(0, +)
        return Mixture(first: first, weights: share.isFinite ? weights.map { $0 * share } : weights)
    }

    private static func bilinear(at place: Double, input: Int) -> Mixture {
        let whole = place.rounded(.down)
        let fraction = Float(place - whole)
        let first = Int(whole)
        if first < 0 { return Mixture(first: 0, weights: Self.whole) }
        if first >= input - 1 { return Mixture(first: input - 1, weights: Self.whole) }
        return Mixture(first: first, weights: [1 - fraction, fraction])
    }

    /// Weights of neighbouring pixels; those outside the input fall away and the others make up for it.
    private static func normalized(
        from first: Int, count: Int, input: Int, weight: (Int) -> Double
    ) -> Mixture {
        let range = (first..<first + count).clamped(to: 0..<input)
        let weights = range.map(weight)
        let sum = weights.reduce(0, +)
        return Mixture(first: range.lowerBound, weights: weights.map { Float(sum == 0 ? $0 : $0 / sum) })
    }

    /// sinc(x) · sinc(x / radius).
    private static func lanczos(_ x: Float, radius: Float) -> Float {
        if x <= 1e-3 { return 1 }
        return radius * sin(Float.pi * x) * sin(Float.pi * x / radius) / (Float.pi * Float.pi * x * x)
    }

    /// Keys's cubic convolution kernel with a = −½.
    private static func cubic(_ x: Double) -> Double {
        if x < 1 { return (1.5 * x - 2.5) * x * x + 1 }
        return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0
    }

    private static func area(from start: Double, to end: Double, input: Int) -> Mixture {
        let first = Int(start.rounded(.down))
        let last = Int(end.rounded(.up))
        return normalized(from: first, count: max(last - first, 1), input: input) { tap in
            max(min(end, Double(tap + 1)) - max(start, Double(tap)), 0)
        }
    }
}
