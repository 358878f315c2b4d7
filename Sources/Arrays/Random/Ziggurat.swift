#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The normal distribution in 256 layers of equal area.
///
/// The layers are numpy's, computed here; results agree with numpy's tables to about 14 digits.
///
/// Source: G. Marsaglia, W. W. Tsang, The ziggurat method for generating random variables, 2000.
struct Ziggurat {
    /// Where the tail begins.
    private static let edge = 3.654152885361009
    private static let unit = 0x1p52
    /// For each layer, the bits below which a point is inside without a further look.
    private let inside: [UInt64]
    /// For each layer, its width for one bit.
    private let widths: [Double]
    /// For each layer, the density at its edge.
    private let densities: [Double]

    static let normal = Ziggurat()

    private init() {
        func density(_ x: Double) -> Double { exp(-0.5 * x * x) }
        let edge = Ziggurat.edge
        let area = edge * density(edge) + (Double.pi / 2).squareRoot() * erfc(edge / 2.0.squareRoot())
        var edges = [Double](repeating: 0, count: 256)
        edges[255] = edge
        for layer in stride(from: 254, to: 0, by: -1) {
            edges[layer] = (-2 * log(area / edges[layer + 1] + density(edges[layer + 1]))).squareRoot()
        }
        let base = area / density(edge)
        widths = [base / Ziggurat.unit] + edges.dropFirst().map { $0 / Ziggurat.unit }
        densities = [1] + edges.dropFirst().map(density)
        inside =
            [UInt64(edge / base * Ziggurat.unit), 0]
            + (2..<256).map { UInt64(edges[$0 - 1] / edges[$0] * Ziggurat.unit) }
    }

    /// A number of the normal distribution with mean 0 and deviation 1.
    func draw(_ source: inout some BitSource) -> Double {
        while true {
            let bits = source.next64()
            let layer = Int(bits & 0xff)
            let place = bits >> 9 & 0x000f_ffff_ffff_ffff
            let size = Double(place) * widths[layer]
            let x = bits & 0x100 == 0 ? size : -size
            if place < inside[layer] { return x }
            if layer == 0 { return tail(&source, isNegative: place >> 8 & 1 == 1) }
            let height = (densities[layer - 1] - densities[layer]) * source.nextUnit() + densities[layer]
            if height < exp(-0.5 * x * x) { return x }
        }
    }

    private func tail(_ source: inout some BitSource, isNegative: Bool) -> Double {
        while true {
            let x = -log1p(-source.nextUnit()) / Ziggurat.edge
            let y = -log1p(-source.nextUnit())
            if y + y > x * x { return isNegative ? -(Ziggurat.edge + x) : Ziggurat.edge + x }
        }
    }
}
