extension Probe {
    /// Squares of 4 pixels.
    static let checker = Probe(name: "checker", summary: "A chessboard with fields of 4 pixels.") { point in
        Float((point.place.reduce(0) { $0 + $1 / 4 } + point.channel) % 2)
    }
}
