/// How the output of a pass is divided into chunks of work: by sample, group, depth slice, band of rows, range of
/// columns and, where that gives too few, by filters. It depends on the sizes alone.
struct ChunkGrid: Sendable {
    /// A piece of the output, computed by one thread.
    struct Chunk {
        let sample: Int
        let group: Int
        /// An output slice along the depth axis.
        let slice: Int
        let rows: Range<Int>
        let columns: Range<Int>
        /// Blocks of filters, counted in the group.
        let blocks: Range<Int>
    }

    /// How many parts there are of each.
    private let samples: Int
    private let groups: Int
    private let slices: Int
    private let bands: Int
    private let strips: Int
    private let filterParts: Int

    private let rowCount: Int
    private let columnCount: Int
    private let blockCount: Int

    /// Floats that the copied rows of one chunk take at most.
    let stripFloats: Int

    var chunks: Int { samples * groups * slices * bands * strips * filterParts }

    /// A strip of input rows should fit in half of an L2 cache, with room for weights: 384 KiB.
    private static let stripBudget = 96 << 10
    /// Chunks should be many enough to share out, but none smaller than this many multiply-accumulates.
    private static let wantedChunks = 16
    private static let smallestChunk = 1 << 18

    /// Divides a pass.
    /// - Throws: `sizeOverflow` where the padded input has more elements than there are numbers.
    init(_ pass: TapPass, samples: Int) throws(EngineError) {
        self.samples = samples
        groups = pass.groups
        slices = pass.depth.count
        rowCount = pass.height.count
        columnCount = pass.width.count
        blockCount = pass.blocks

        let channels = pass.groupChannels
        let depthRows = min(pass.depth.extent, pass.depth.input)
        func lines(_ rows: Int) -> Int {
            min((rows - 1) * pass.height.stride + pass.height.extent, pass.height.input)
        }
        func pixels(_ columns: Int) -> Int { (columns - 1) * pass.width.stride + pass.width.extent }
        // No strip is larger than one of all rows and columns.
        _ = try Shape([depthRows, lines(rowCount), pixels(columnCount), channels]).elementCount()
        func stripFloats(rows: Int, columns: Int) -> Int { depthRows * lines(rows) * pixels(columns) * channels }

        // Columns first: a single row that is too long is cut.
        let longest = max(
            Self.stripBudget / max(depthRows * min(pass.height.extent, pass.height.input) * channels, 1), 1)
        let widest = max((longest - pass.width.extent) / pass.width.stride + 1, 28)
        var strips = (columnCount + widest - 1) / widest
        var bands = 1
        let total = pass.multiplyAccumulates &* samples
        let wanted = max(1, min(Self.wantedChunks, total / Self.smallestChunk))
        // Then rows: bands that fit the budget, more of them if there is too little to share out.
        let units = samples * groups * slices
        while bands < rowCount
            && (stripFloats(rows: (rowCount + bands - 1) / bands, columns: (columnCount + strips - 1) / strips)
                > Self.stripBudget || units * strips * bands < wanted && rowCount / bands >= 4)
        {
            bands += 1
        }
        if rowCount == 1 { strips = max(strips, min((wanted + units - 1) / units, (columnCount + 27) / 28)) }
        let soFar = units * strips * bands
        self.strips = strips
        self.bands = bands
        filterParts = soFar >= wanted ? 1 : min(blockCount, (wanted + soFar - 1) / soFar)
        self.stripFloats = stripFloats(
            rows: (rowCount + bands - 1) / bands, columns: (columnCount + strips - 1) / strips)
    }

    /// A chunk by its number. Neighbours share rows, and those of one band come one after another.
    func chunk(_ number: Int) -> Chunk {
        var rest = number
        func next(_ count: Int) -> Int {
            defer { rest /= count }
            return rest % count
        }
        let part = next(filterParts)
        let strip = next(strips)
        let band = next(bands)
        let slice = next(slices)
        let group = next(groups)
        return Chunk(
            sample: rest, group: group, slice: slice, rows: Self.part(band, of: bands, rowCount),
            columns: Self.part(strip, of: strips, columnCount), blocks: Self.part(part, of: filterParts, blockCount))
    }

    /// The range that is one of `parts` nearly equal parts of `0..<count`.
    private static func part(_ index: Int, of parts: Int, _ count: Int) -> Range<Int> {
        count * index / parts..<count * (index + 1) / parts
    }
}
