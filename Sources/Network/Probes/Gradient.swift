extension Probe {
    /// Brightness that rises along the rows or, in every other channel, along the columns.
    static let gradient = Probe(
        name: "gradient", summary: "Rises from 0 to 1 from left to right; every other channel from top to bottom."
    ) { point in
        point.channel % 2 == 0 || point.place.count < 2 ? point.x : point.y
    }
}
