import Inspection
import Presentation
import TensorEngine

/// Maps of tensors: title, statistics, the maps, and their legend.
extension MapsReport: DisplayedReport {
    /// The title and the maps in full.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        var picture = picture(.full)
        picture.title = StyledText(title, .heading)
        if let source = sources.first, sources.count == 1 {
            let statistics = Statistics(source.tensor, in: source.part)
            picture.statistics = statistics
            picture.range = statistics.range
        }
        if options == DrawingOptions() {
            picture.groups = zip(groups, picture.groups).filter { !isShownAtWork($0.0) }.map(\.1)
        }
        let lines = picture.lines(for: renderer)
        let shown = groups.flatMap(\.panels).count { $0.source == nil && !$0.isColour }
        guard let wholeCall, shown < total else { return lines }
        return lines
            + renderer.sentence(
                StyledText("\(NumberText.grouped(total - shown)) more are left out: \(wholeCall) draws all", .dim))
    }

    /// Whether maps of a group are all among those of the layer at work: `#0` where there is `output #0 8×8`.
    private func isShownAtWork(_ group: Group) -> Bool {
        let atWork = groups.flatMap(\.panels).filter { $0.source != nil }.map(\.label)
        return group.panels.allSatisfy { panel in
            guard case .map = panel.content, panel.source == nil else { return false }
            return atWork.contains { $0.hasPrefix("output \(panel.label) ") }
        }
    }

    /// The maps as a picture.
    func picture(_ extent: Picture.Extent) -> Picture {
        Picture(
            groups: groups.map { group in Picture.Group(group.panels.map { $0.picturePanel }) }, range: range,
            total: total, extent: extent, options: options.pictureOptions)
    }

    /// The range of all sources.
    private var range: ValueRange {
        sources.reduce(into: ValueRange()) { $0.merge(Statistics.range(of: $1.tensor, in: $1.part)) }
    }

    /// Kind `maps`, with all values.
    public var json: JSONText.Members {
        // The row of a layer at work repeats maps.
        let panels = groups.flatMap(\.panels).filter { $0.source == nil }
        let list = panels.flatMap { panel in
            panel.views.map { view -> JSONText in
                .object([
                    ("channel", .string(panel.label.hasPrefix("#") ? String(panel.label.dropFirst()) : panel.label)),
                    ("rows", .int(view.rows)), ("columns", .int(view.columns)),
                    ("values", .array(view.values.map { .number(Double($0)) })),
                ])
            }
        }
        return [("kind", .string("maps")), ("title", .string(title))] + rangeJSON + [("maps", .array(list))]
    }

    /// How many maps there are, and the range of their values.
    var rangeJSON: JSONText.Members {
        let range = self.range
        return [
            ("channels", .int(total)), ("minimum", .number(Double(range.minimum))),
            ("maximum", .number(Double(range.maximum))),
        ]
    }
}

extension MapsReport.Panel {
    fileprivate var isColour: Bool { if case .colour = content { true } else { false } }

    /// The maps that it is drawn from.
    fileprivate var views: [MapView] {
        switch content {
        case .map(let view), .plot(let view): [view]
        case .colour(let red, let green, let blue): [red, green, blue]
        }
    }

    /// The panel of a picture.
    var picturePanel: Panel {
        let drawn: Panel.Content =
            switch content {
            case .map(let view): .map(view.plane)
            case .plot(let view): .plot(view.plane)
            case .colour(let red, let green, let blue):
                .colour(red: red.plane, green: green.plane, blue: blue.plane)
            }
        var panel = Panel(
            StyledText(label, .dim), drawn,
            padding: Border(top: padding.top, left: padding.left, bottom: padding.bottom, right: padding.right),
            marks: marks.map { mark in
                Mark(
                    rows: mark.rows.lowerBound..<mark.rows.upperBound + 1,
                    columns: mark.columns.lowerBound..<mark.columns.upperBound + 1)
            },
            range: source.map { Statistics.range(of: $0.tensor, in: $0.part) })
        panel.hatched = HatchedPart(rows: hatched.rows, columns: hatched.columns)
        panel.shown = shown
        panel.isKeptWhole = isKeptWhole
        return panel
    }
}

extension MapView {
    /// The numbers as a picture reads them.
    fileprivate var plane: Plane {
        Plane(
            of: tensor, offset: offset, rows: rows, columns: columns, rowStride: rowStride, columnStride: columnStride)
    }
}

extension Tensor: NumberStorage {
    /// Gives access to all numbers, in order.
    public func readNumbers<Answer>(_ body: (UnsafeBufferPointer<Float>) -> Answer) -> Answer {
        withUnsafeBufferPointer(body)
    }
}

extension DrawingOptions {
    /// The options of a picture.
    var pictureOptions: PictureOptions {
        var options = PictureOptions()
        options.hasOwnScales = hasOwnScales
        options.width = width
        options.columns = columns
        options.colourMap = colourMap.flatMap { Presentation.ColourMap.named($0.rawValue) }
        options.clip = clip
        options.style = style.flatMap { PictureStyle(rawValue: $0.rawValue) }
        options.showsValues = showsValues
        return options
    }
}
