/// The size of a drawn map, in pixels: a pixel is one terminal column wide and half a line high, hence square.
struct PictureSize: Hashable, Sendable {
    var pixelRows: Int
    var pixelColumns: Int

    /// The lines of text that it takes.
    var lines: Int { (pixelRows + 1) / 2 }

    /// The size that a map gets in a box.
    ///
    /// The aspect ratio is kept, but the narrow side is not reduced below `narrowSide` pixels (or its own size).
    /// A small map is magnified by a whole number, up to a long side of `magnifiedSide` pixels. A map of one row is
    /// a line of one line of text.
    static func fitting(
        rows: Int, columns: Int, boxLines: Int, boxColumns: Int, narrowSide: Int, magnifiedSide: Int, evenFactor: Bool
    ) -> PictureSize {
        let boxRows = max(2, 2 * boxLines)
        let boxColumns = max(1, boxColumns)
        if rows == 1 {
            let factor = max(1, min(boxColumns, magnifiedSide) / max(1, columns))
            return PictureSize(pixelRows: 2, pixelColumns: min(columns * factor, boxColumns))
        }
        if rows <= boxRows, columns <= boxColumns {
            var factor = min(boxRows / rows, boxColumns / columns, max(1, magnifiedSide / max(rows, columns)))
            if evenFactor, factor > 1 { factor -= factor % 2 }
            return PictureSize(pixelRows: rows * factor, pixelColumns: columns * factor)
        }
        let scale = min(Double(boxRows) / Double(rows), Double(boxColumns) / Double(columns))
        func side(_ length: Int, _ box: Int) -> Int {
            let scaled = Int((Double(length) * scale).rounded())
            return min(box, max(1, scaled, min(length, narrowSide)))
        }
        return PictureSize(pixelRows: side(rows, boxRows), pixelColumns: side(columns, boxColumns))
    }
}
