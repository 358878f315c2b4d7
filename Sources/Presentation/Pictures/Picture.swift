/// Maps, colour pictures and plots with their captions and a legend: plain data, which renderers turn into styled text,
/// images, or files.
public struct Picture: Sendable {
    /// Panels that begin in a row of their own.
    public struct Group: Sendable {
        /// What stands side by side, wrapped where it does not fit.
        public var panels: [Panel]

        /// A group of these panels.
        public init(_ panels: [Panel]) { self.panels = panels }
    }

    /// How much room a picture takes.
    public enum Extent: Hashable, Sendable {
        /// All panels, in as many rows as they need.
        case full
        /// One row of small panels (plots: three), indented; the number left out is stated.
        case strip(indent: Int)
    }

    /// What stands above everything.
    public var title: StyledText?
    /// What is said of the numbers in one line.
    public var statistics: Statistics?
    /// The panels.
    public var groups: [Group]
    /// The range of all values, drawn or not: what the colours span and the legend shows.
    public var range: ValueRange
    /// How many maps there are in all, drawn or not.
    public var total: Int
    /// How much room it takes.
    public var extent: Extent
    /// How it is drawn.
    public var options: PictureOptions

    /// A picture of these panels.
    /// - Parameters:
    ///   - range: the range of all values; nil for that of the panels.
    ///   - total: how many maps there are, where the panels are only the first of them.
    public init(
        title: StyledText? = nil, statistics: Statistics? = nil, groups: [Group], range: ValueRange? = nil,
        total: Int? = nil, extent: Extent = .full, options: PictureOptions = PictureOptions()
    ) {
        let panels = groups.flatMap(\.panels).filter { !$0.isEmpty }
        self.title = title
        self.statistics = statistics
        self.groups = groups.map { Group($0.panels.filter { !$0.isEmpty }) }.filter { !$0.panels.isEmpty }
        self.range =
            range
            ?? panels.reduce(into: ValueRange()) { range, panel in
                if panel.range == nil, panel.content.isOnScale { range.merge(panel.valueRange) }
            }
        self.extent = extent
        self.options = options
        self.total = total ?? 0
        self.total = max(self.total, panels.count { counts($0) })
    }

    /// Whether a panel is one of the maps that are counted: those with a scale of their own, and colour pictures of three maps, stand
    /// beside them, unless there are no others.
    func counts(_ panel: Panel) -> Bool {
        func isPlain(_ panel: Panel) -> Bool { panel.range == nil && panel.content.isOnScale }
        return isPlain(panel) || !groups.contains { $0.panels.contains(where: isPlain) }
    }

    /// The picture in parts that hold plots only or no plots, each with the number of its maps; the last has those that were left out.
    var runs: [Picture] {
        var runs: [Picture] = []
        for group in groups {
            let isPlot = group.panels[0].content.isPlot
            if let last = runs.last, last.groups[0].panels[0].content.isPlot == isPlot {
                runs[runs.count - 1].groups.append(group)
            } else {
                var run = self
                run.groups = [group]
                runs.append(run)
            }
        }
        guard runs.count > 1 else { return [self] }
        var left = total
        for index in runs.indices {
            let count = runs[index].groups.reduce(0) { $0 + $1.panels.count { counts($0) } }
            runs[index].total = index == runs.count - 1 ? max(count, left) : count
            left -= count
        }
        return runs
    }
}

/// How a picture is drawn, where it is not as usual.
public struct PictureOptions: Hashable, Sendable {
    /// Whether each map has a scale of its own.
    public var hasOwnScales = false
    /// The columns of text that it may take; nil for all there are.
    public var width: Int?
    /// The panels that stand side by side at most; nil for as many as fit.
    public var columns: Int?
    /// The colours; nil for those that suit the data.
    public var colourMap: ColourMap?
    /// The range that the colours span; what lies outside is marked. Nil for the range of the data.
    public var clip: ClosedRange<Float>?
    /// The way to draw; nil for the renderer's.
    public var style: PictureStyle?
    /// Whether numbers stand in the cells; nil for small maps only.
    public var showsValues: Bool?
    /// Whether it stands among others that explain it: neither legend nor remarks on its values.
    public var isTile = false
    /// The cells that a map has at most along each axis, as in thumbnails; nil for as many as fit.
    public var mostCells: Int?

    /// The usual way.
    public init() {}
}

/// One part of a picture.
public struct Panel: Sendable {
    /// What is drawn.
    public enum Content: Sendable {
        /// A cell for each number.
        case map(Plane)
        /// A pixel for each three numbers, of three planes of one size.
        case colour(red: Plane, green: Plane, blue: Plane)
        /// A line through the numbers of one row, over axes.
        case plot(Plane)

        /// Whether it is drawn as a line over axes.
        var isPlot: Bool {
            if case .plot = self { true } else { false }
        }

        /// Whether its numbers are drawn in the colours of the legend.
        var isOnScale: Bool {
            if case .colour = self { false } else { true }
        }
    }

    /// What stands above it.
    public var label: StyledText
    /// What is drawn.
    public var content: Content
    /// Rows and columns of padding around a map.
    public var padding: Border
    /// Parts of a map to mark.
    public var marks: [Mark]
    /// The part of a map that is hatched instead of drawn.
    public var hatched = HatchedPart()
    /// How many of its numbers are drawn, counted row by row; nil for all.
    public var shown: Int?
    /// The range its colours span, where it has a scale of its own.
    public var range: ValueRange?
    /// Whether it is drawn cell for cell where other maps shrink, as a small kernel is.
    public var isKeptWhole = false

    /// A panel.
    public init(
        _ label: StyledText, _ content: Content, padding: Border = .none, marks: [Mark] = [], range: ValueRange? = nil
    ) {
        self.label = label
        self.content = content
        self.padding = padding
        self.marks = marks
        self.range = range
    }

    /// The rows and columns of the numbers.
    var size: (rows: Int, columns: Int) {
        switch content {
        case .map(let plane), .plot(let plane), .colour(let plane, _, _): (plane.rows, plane.columns)
        }
    }

    /// The rows and columns with the padding around them.
    var paddedSize: (rows: Int, columns: Int) {
        (size.rows + padding.top + padding.bottom, size.columns + padding.left + padding.right)
    }

    /// Whether its colours span the range of more numbers than it draws, as where one map of a tensor is drawn.
    var sharesItsRange: Bool { range.map { $0.count > size.rows * size.columns } ?? false }

    /// Whether there is nothing to draw.
    var isEmpty: Bool { size.rows == 0 || size.columns == 0 }

    var valueRange: ValueRange {
        switch content {
        case .map(let plane), .plot(let plane): return plane.range
        case .colour(let red, let green, let blue):
            var range = red.range
            range.merge(green.range)
            range.merge(blue.range)
            return range
        }
    }
}

/// Whole rows and columns of a map that are hatched instead of drawn, because nothing reads them.
public struct HatchedPart: Hashable, Sendable {
    /// The rows.
    public var rows: Set<Int>
    /// The columns.
    public var columns: Set<Int>

    /// These rows and columns; none unless told otherwise.
    public init(rows: some Sequence<Int> = [], columns: some Sequence<Int> = []) {
        self.rows = Set(rows)
        self.columns = Set(columns)
    }

    var isEmpty: Bool { rows.isEmpty && columns.isEmpty }

    /// The blocks of `factor` rows and columns of which nothing is to be drawn, for a map of so many.
    func divided(by factor: Int, rows rowCount: Int, columns columnCount: Int) -> HatchedPart {
        func whole(_ indices: Set<Int>, _ count: Int) -> [Int] {
            guard factor > 1 else { return Array(indices) }
            return Set(indices.map { $0 / factor }).filter { block in
                (block * factor..<min((block + 1) * factor, count)).allSatisfy { indices.contains($0) }
            }
        }
        return HatchedPart(rows: whole(rows, rowCount), columns: whole(columns, columnCount))
    }
}

/// A part of a map that is outlined.
public struct Mark: Hashable, Sendable {
    /// Its rows; the first row of the map is 0, rows of the padding are outside.
    public var rows: Range<Int>
    /// Its columns.
    public var columns: Range<Int>

    /// A part of a map.
    public init(rows: Range<Int>, columns: Range<Int>) {
        self.rows = rows
        self.columns = columns
    }
}
