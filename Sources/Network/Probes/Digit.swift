extension Probe {
    /// A handwritten-looking 5: a bar, a stem and a bowl, with soft edges.
    static let digit = Probe(
        name: "digit", summary: "A digit 5 with soft edges: strokes in every direction.",
        tint: { 1 - 0.25 * Float($0 % 3) }
    ) { point in
        let depth = max(0, 1 - abs(point.z - 0.5) * 2.5)
        return stroke(point.x, point.place.count < 2 ? 0.45 : point.y) * depth
    }

    /// How much ink a place has: 1 on a stroke, falling to 0 at one and a half times its half width.
    private static func stroke(_ x: Float, _ y: Float) -> Float {
        guard (0.2..<0.8).contains(x), (0.1..<0.92).contains(y) else { return 0 }
        let bar = distance(x, y, from: (0.3, 0.18), to: (0.72, 0.18))
        let stem = distance(x, y, from: (0.32, 0.18), to: (0.3, 0.46))
        let (dx, dy) = (x - 0.46, y - 0.63)
        let radius = (dx * dx / 1.1 + dy * dy).squareRoot()
        let isOpen = dx < -0.12 && dy > -0.14 && dy < 0.1
        let bowl = isOpen ? 1 : abs(radius - 0.2)
        let nearest = min(bar, stem, bowl)
        return max(0, min(1, (0.075 - nearest) / 0.035))
    }

    /// Distance of a place from a straight stroke.
    private static func distance(_ x: Float, _ y: Float, from a: (Float, Float), to b: (Float, Float)) -> Float {
        let (dx, dy) = (b.0 - a.0, b.1 - a.1)
        let along = max(0, min(1, ((x - a.0) * dx + (y - a.1) * dy) / (dx * dx + dy * dy)))
        let (ex, ey) = (x - a.0 - along * dx, y - a.1 - along * dy)
        return (ex * ex + ey * ey).squareRoot()
    }
}
