import Inspection
import Layers
import Presentation
import TensorEngine

/// The pictures of a trace: the input with the window marked, and beside it window ⊛ weights = products → value.
struct TracePictures {
    private let trace: Trace
    private let renderer: Renderer

    init(_ trace: Trace, _ renderer: Renderer) {
        self.trace = trace
        self.renderer = renderer
    }

    /// All lines.
    var lines: [StyledText] {
        guard let map = trace.map.map({ PictureBlock(picture($0), renderer) }) else { return calculation(renderer) }
        var beside = renderer
        beside.width = renderer.width - map.width - PictureBlock.gap
        // Numbers that would not fit beside the map stand below it.
        let needed = equations.joined().map { PictureBlock(PictureRow([$0]).lines(for: renderer)).width + 3 }.max() ?? 0
        guard beside.width >= max(24, needed) else { return map.lines + [StyledText()] + calculation(renderer) }
        return PictureBlock.joined([map, PictureBlock(calculation(beside))])
    }

    /// Everything but the map of the input.
    private func calculation(_ renderer: Renderer) -> [StyledText] {
        var rows = equations
        let sum = SumBlock(trace).lines
        // The sum of one plane stands behind it, that of several below.
        if rows.count == 1 { rows[0].append(.text(sum)) } else { rows.append([.text(sum)]) }
        return Array(
            rows.map { PictureRow($0).lines(for: renderer) }.filter { !$0.isEmpty }.joined(separator: [StyledText()]))
    }

    // MARK: The input

    private func picture(_ map: TraceMap) -> Picture {
        let view = map.view
        let plane = Plane(
            of: view.tensor, offset: view.offset, rows: view.rows, columns: view.columns, rowStride: view.rowStride,
            columnStride: view.columnStride)
        let border = Border(
            top: map.padding.top, left: map.padding.left, bottom: map.padding.bottom, right: map.padding.right)
        let name = trace.inputs[0].name
        let number = trace.hasChannels ? trace.planes.first.map { " #\($0.channel)" } ?? "" : ""
        let channel = number + slice(trace.planes.first)
        let panel = Panel(
            StyledText("\(name)\(channel) \(view.rows)×\(view.columns)", .dim), .map(plane), padding: border,
            marks: [Mark(rows: map.rows, columns: map.columns)])
        let isSmall = max(view.rows + border.top + border.bottom, view.columns + border.left + border.right) <= 8
        return Picture(
            groups: [Picture.Group([panel])], range: Statistics.range(of: map.source.tensor, in: map.source.part),
            // A small map of a full picture shows its values.
            extent: isSmall ? .full : .strip(indent: 0))
    }

    private func slice(_ plane: TracePlane?) -> String { plane?.slice.map { " z\($0)" } ?? "" }

    // MARK: Window, weights, products

    /// One row for each plane: window ⊛ weights = products.
    private var equations: [[PictureRow.Part]] {
        trace.planes.map { plane in
            guard !trace.isCopy else { return [] }
            let several = trace.planes.count > 1 || trace.hasChannels || plane.slice != nil
            let label = several ? "window #\(plane.channel)\(slice(plane))" : "window"
            return PlanePicture(plane, label: label).row(range: windowRange)
        }
    }

    private var windowRange: ValueRange? {
        trace.map.map { Statistics.range(of: $0.source.tensor, in: $0.source.part) }
    }
}

/// The sum, the bias and the function, one below the other.
private struct SumBlock {
    private let trace: Trace

    init(_ trace: Trace) { self.trace = trace }

    var lines: [StyledText] {
        if let statistics = trace.statistics { return normalized(statistics) }
        var rows = combined
        let element = trace.element
        if let bias = element.bias {
            rows.append((trace.calculation.bias == nil ? "+ offset" : "+ bias", bias))
            if trace.activation != nil || rows.count > 2 { rows.append(("=", element.result)) }
        }
        if let activation = trace.activation {
            let count = trace.activationCount > 1 ? " of \(NumberText.grouped(trace.activationCount)) values" : ""
            rows.append(("\(activation)\(count) →", trace.value ?? Double(trace.engineValue)))
        } else if element.bias != nil, rows.last?.label != "=" {
            rows.append(("=", element.result))
        }
        rows.append(("engine", Double(trace.engineValue)))
        return block(rows) + note + warning
    }

    /// What the terms come to.
    private var combined: [(label: String, value: Double)] {
        let element = trace.element
        switch trace.calculation.combining {
        case .largest: return [("largest of \(element.counted)", element.combined)]
        case .smallest: return [("smallest of \(element.counted)", element.combined)]
        case .product, .quotient:
            return [(TraceText.name(of: trace.calculation.combining), element.combined)]
        case .length, .function:
            let count = element.terms.count
            let name = TraceText.name(of: trace.calculation.combining)
            let phrase = count == 1 ? "\(name) →" : "\(name) of \(NumberText.grouped(count))"
            return [(phrase, element.combined)]
        case .mean:
            return [
                ("sum", element.combined * Double(max(1, element.counted))),
                ("/ \(element.counted)", element.combined),
            ]
        case .leaky: return [("value", element.combined)]
        case .lookedUp: return []
        case .sum, .normalized:
            if trace.isCopy {
                return [(TraceText.source(of: trace.calculation.terms[0], in: trace), element.terms[0].value)]
            }
            if trace.planes.isEmpty || trace.planes.count == 1 && trace.planes[0].products.count == element.terms.count
            {
                return [("sum", element.combined)]
            }
            return partialSums + [("sum of \(NumberText.grouped(element.terms.count)) terms", element.combined)]
        }
    }

    /// The sums of the planes that are drawn.
    private var partialSums: [(label: String, value: Double)] {
        trace.planes.flatMap { plane -> [(label: String, value: Double)] in
            let slice = plane.slice.map { " z\($0)" } ?? ""
            let sum = ("sum of #\(plane.channel)\(slice)", plane.sum)
            guard let factor = plane.factor else { return [sum] }
            return [sum, ("× \(NumberText.compact(factor, digits: 4)) pointwise", plane.sum * factor)]
        }
    }

    private func block(_ rows: [(label: String, value: Double)]) -> [StyledText] {
        let width = rows.map(\.label.count).max() ?? 0
        let column = NumberColumn(rows.map(\.value))
        return rows.map { row in
            let label = row.label + String(repeating: " ", count: width - row.label.count)
            let style: Style = row.label == "engine" ? .dim : .number
            return "\(label, .dim)  \(column.text(row.value), style)"
        }
    }

    /// Padding that neither a maximum nor a mean looks at.
    private var note: [StyledText] {
        let count = trace.element.terms.count - trace.element.counted
        return count == 0 ? [] : [StyledText("\(count) × padding: does not count", .dim)]
    }

    private var warning: [StyledText] {
        trace.agrees ? [] : [StyledText("differs by more than rounding", .warning)]
    }

    /// γ × (x − mean) / √(variance + ε) + β
    private func normalized(_ statistics: (mean: Double, variance: Double)) -> [StyledText] {
        guard case .normalized(let origin, let epsilon) = trace.calculation.combining else { return [] }
        let term = trace.element.terms[0]
        func text(_ value: Double) -> StyledText { StyledText(NumberText.compact(value, digits: 5), .number) }
        let words = NormalizationWords(origin)
        var formula = StyledText("\(words.numerator) / √(\(words.variance) + ε)", .dim)
        let numerator =
            words.subtractsMean ? "(\(text(term.value)) − \(text(statistics.mean)))" as StyledText : text(term.value)
        var numbers: StyledText = "\(numerator) / √(\(text(statistics.variance)) + \(text(epsilon)))"
        if let gamma = term.weight {
            formula = StyledText("γ × ", .dim) + formula
            numbers = "\(text(gamma)) × \(numbers)"
        }
        if let beta = trace.element.bias {
            formula += StyledText(" + β", .dim)
            numbers += " + \(text(beta))"
        }
        let source = TraceText.source(of: trace.calculation.terms[0], in: trace)
        return [
            "\("x = \(source)\(words.group)", .dim)", formula, numbers + " = \(text(trace.element.result))",
            "\("engine  ", .dim)\(NumberText.compact(Double(trace.engineValue), digits: 5), .dim)",
        ] + warning
    }
}

/// How the formula of a normalisation is written.
private struct NormalizationWords {
    let subtractsMean: Bool
    /// What the root is of, besides ε.
    let variance: String
    /// Which values the statistics are those of.
    let group: String

    init(_ statistics: Calculation.Statistics) {
        switch statistics {
        case .kept: (subtractsMean, variance, group) = (true, "variance", "")
        case .measured(let places, let subtractsMean, let aboutMean):
            self.subtractsMean = subtractsMean
            variance = aboutMean ? "variance" : "mean of x²"
            group = ", normalized with \(NumberText.grouped(places.count)) values"
        }
    }

    var numerator: String { subtractsMean ? "(x − mean)" : "x" }
}
