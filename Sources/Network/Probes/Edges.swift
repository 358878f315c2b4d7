extension Probe {
    /// A bright rectangle and a dark one on grey: edges in both directions, inner and outer corners.
    static let edges = Probe(name: "edges", summary: "A bright and a dark rectangle on grey: edges and corners.") {
        point in
        let bright = (0.15..<0.6).contains(point.y) && (0.15..<0.55).contains(point.x)
        let dark = (0.45..<0.85).contains(point.y) && (0.45..<0.85).contains(point.x)
        let inside = (0.2..<0.8).contains(point.z)
        return inside ? (bright ? 1 : (dark ? 0 : 0.5)) : 0.5
    }
}
