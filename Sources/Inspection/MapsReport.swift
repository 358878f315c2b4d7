import TensorEngine

/// Maps of tensors under a title: the places of the numbers, what they are called, and how they are to be drawn.
public struct MapsReport: Report {
    /// Maps that begin in a row of their own.
    public struct Group: Sendable {
        /// The maps, from left to right.
        public var panels: [Panel]

        /// A group of these maps.
        public init(_ panels: [Panel]) { self.panels = panels }
    }

    /// One map.
    public struct Panel: Sendable {
        /// What is drawn.
        public enum Content: Sendable {
            /// A cell for each number.
            case map(MapView)
            /// A pixel for each three numbers.
            case colour(MapView, MapView, MapView)
            /// A line through the numbers of one row.
            case plot(MapView)
        }

        /// What it is called: `#3`, or `#3 z2` for a slice of a volume.
        public let label: String
        /// What is drawn.
        public let content: Content
        /// Rows of padding above and below, columns at the left and right side.
        public var padding: (top: Int, left: Int, bottom: Int, right: Int) = (0, 0, 0, 0)
        /// Rows and columns of the map that are hatched, because nothing reads them.
        public var hatched: (rows: [Int], columns: [Int]) = ([], [])
        /// Parts that are outlined.
        public var marks: [Mark] = []
        /// Whether its colours span its own source's range: set where maps of different kinds stand side by side.
        public var source: Source?
        /// How many of the map's numbers are drawn, counted row by row; nil for all.
        public var shown: Int?
        /// Whether it is drawn cell for cell where other maps shrink, as a small kernel is.
        public var isKeptWhole = false

        /// A map that shares the report's range.
        public init(_ label: String, _ content: Content) {
            self.label = label
            self.content = content
        }
    }

    /// A part of a map: rows and columns, those of the padding included.
    public struct Mark: Sendable, Equatable {
        /// Its rows; the first row of the map is 0.
        public let rows: ClosedRange<Int>
        /// Its columns.
        public let columns: ClosedRange<Int>
    }

    /// Numbers of a tensor, drawn or not, whose range the colours span.
    public struct Source: Sendable {
        /// The tensor.
        public let tensor: Tensor
        /// The places of the numbers.
        public let part: Range<Int>

        /// Numbers of a tensor: all of them unless told otherwise.
        public init(_ tensor: Tensor, _ part: Range<Int>? = nil) {
            self.tensor = tensor
            self.part = part ?? 0..<tensor.count
        }
    }

    /// What they are maps of: `conv2d  (None, 26, 26, 8)`.
    public let title: String
    /// The numbers whose range the maps share.
    public let sources: [Source]
    /// The maps.
    public var groups: [Group]
    /// How many maps there are in all, drawn or not.
    public let total: Int
    /// What draws all of them, where only the first are drawn because none were chosen; nil otherwise.
    public var wholeCall: String?
    /// How they are to be drawn.
    public var options = DrawingOptions()

    /// A report on these maps.
    public init(title: String, sources: [Source], groups: [Group], total: Int) {
        self.title = title
        self.sources = sources
        self.groups = groups
        self.total = total
    }
}

/// How maps are to be drawn, where it is not as usual.
public struct DrawingOptions: Sendable, Equatable {
    /// The colour maps, by their names.
    public enum ColourMap: String, CaseIterable, Sendable {
        case viridis, magma, cividis, grey, balance
    }

    /// The ways to draw, by their names.
    public enum Style: String, CaseIterable, Sendable {
        case kitty, sixel, iterm2, truecolor
        case palette = "256"
        case sixteen = "16"
        case shades, ascii, quadrants, sextants, octants
    }

    /// Whether each map has a scale of its own.
    public var hasOwnScales = false
    /// The columns of text that the maps may take; nil for all there are.
    public var width: Int?
    /// The maps that stand side by side at most; nil for as many as fit.
    public var columns: Int?
    /// The colours; nil for those that suit the data.
    public var colourMap: ColourMap?
    /// The range that the colours span; nil for that of the data.
    public var clip: ClosedRange<Float>?
    /// The way to draw; nil for the terminal's.
    public var style: Style?
    /// Whether numbers stand in the cells; nil for small maps only.
    public var showsValues: Bool?

    /// The usual way.
    public init() {}
}
