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
        let scale = Double(input) / Double(output)
        return antialias
            ? smoothMixture(of: pixel, scale: scale, input: input) : mixture(of: pixel, scale: scale, input: input)
    }

    private func mixture(of pixel: Int, scale: Double, input: Int) -> Mixture {
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
        case .lanczos3: return Self.filtered(at: place, radius: 3, input: input) { Self.lanczos($0, radius: 3) }
        case .lanczos5: return Self.filtered(at: place, radius: 5, input: input) { Self.lanczos($0, radius: 5) }
        case .area: return Self.area(from: Double(pixel) * scale, to: Double(pixel + 1) * scale, input: input)
        }
    }

    /// The mixture with antialiasing.
    private func smoothMixture(of pixel: Int, scale: Double, input: Int) -> Mixture {
        let place = (Double(pixel) + 0.5) * scale - 0.5
        let stretch = max(scale, 1)
        func filtered(radius: Int, _ weight: (Double) -> Double) -> Mixture {
            Self.filtered(at: place, radius: radius, stretch: stretch, input: input, weight)
        }
        return switch self {
        case .nearest, .area: mixture(of: pixel, scale: scale, input: input)
        case .bilinear: filtered(radius: 1) { 1 - $0 }
        case .bicubic: filtered(radius: 2, Self.cubic)
        case .lanczos3: filtered(radius: 3) { Self.lanczos($0, radius: 3) }
        case .lanczos5: filtered(radius: 5) { Self.lanczos($0, radius: 5) }
        }
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

    /// A symmetric filter around a place.
    /// - Parameters:
    ///   - radius: where the filter ends.
    ///   - stretch: input pixels for one unit of the filter.
    ///   - weight: the filter at a distance of up to `radius`.
    private static func filtered(
        at place: Double, radius: Int, stretch: Double = 1, input: Int, _ weight: (Double) -> Double
    ) -> Mixture {
        let reach = Double(radius) * stretch
        let first = Int((place - reach).rounded(.up))
        let last = Int((place + reach).rounded(.down))
        return normalized(from: first, count: last - first + 1, input: input) { tap in
            let distance = abs(Double(tap) - place) / stretch
            return distance > Double(radius) ? 0 : weight(distance)
        }
    }

    /// sinc(x) · sinc(x / radius).
    private static func lanczos(_ x: Double, radius: Double) -> Double {
        if x <= 1e-3 { return 1 }
        let turn = Double.pi * x
        return radius * sin(turn) * sin(turn / radius) / (turn * turn)
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
