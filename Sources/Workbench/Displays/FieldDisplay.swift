import Inspection
import Layers
import Presentation

/// A receptive field: a table with a row for each axis, and the pixels drawn on the input.
extension FieldReport: DisplayedReport {
    /// For each input, the figures and the picture.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        let pixel = place.map { "\(FieldText.place($0))" } ?? ""
        return inputs.flatMap { input -> [StyledText] in
            var items: [StyledText] = [
                "field of \(name, .name)\(pixel)  \(shape, .shape)", "in \(input.name, .name)  \(input.shape, .shape)",
                StyledText(input.certainty.rawValue.uppercased(), input.certainty == .exact ? .strong : .warning),
            ]
            if input.axes.isEmpty {
                items.append(input.valuesText ?? StyledText("no spatial axes", .dim))
            }
            return renderer.items(items) + input.lines(renderer)
        }
    }

    /// Kind `field`: one object for each input.
    public var json: JSONText.Members {
        [
            ("kind", .string("field")), ("name", .string(name)), ("shape", .shape(shape)),
            ("pixel", place.map { .array($0.map(JSONText.int)) } ?? .null), ("inputs", .array(inputs.map(\.json))),
        ]
    }
}

extension FieldReport.Input {
    /// `sees all 64 values`: of an input that is a vector; nil for any other.
    fileprivate var valuesText: StyledText? {
        guard let values else { return nil }
        let all = shape.dims.last?.known.map { " \(NumberText.grouped($0))" } ?? ""
        return switch values.size {
        case .whole: "sees all\(all) values"
        case .exact(let size): "sees \(NumberText.grouped(size)) of\(all) values"
        case .bound(let size): "sees at most \(NumberText.grouped(size)) of\(all) values"
        case .unknown: StyledText("which of the\(all) values it sees is not known", .dim)
        }
    }

    fileprivate func lines(_ renderer: Renderer) -> [StyledText] {
        guard !axes.isEmpty else { return [] }
        let hasPixel = axes.contains { $0.seen != nil }
        let columns =
            [Table.Column("")]
            + ["size", "stride", "padding before"].map { Table.Column(StyledText($0, .dim), alignment: .right) }
            + (hasPixel ? [Table.Column(StyledText("sees", .dim))] : [])
        let rows = axes.map { axis in
            [
                StyledText("  \(axis.name)", .keyword), StyledText(axis.sizeText(certainty), .number),
                StyledText(axis.stride.map { NumberText.compact($0) } ?? "–", .number),
                StyledText(axis.paddingText, .number), StyledText(axis.seenText),
            ]
        }
        var lines = Table(columns: columns, rows: rows, border: .none, stacksWhenNarrow: true).lines(for: renderer)
        if let pixels {
            let most = certainty == .exact ? "" : "at most "
            lines += renderer.sentence(
                "  \(most)\(NumberText.grouped(pixels.seen), .number) of \(NumberText.grouped(pixels.all), .number) pixels"
            )
        }
        if let picture { lines += picture.picture(.full).lines(for: renderer) }
        return lines
    }

    fileprivate var json: JSONText {
        .object([
            ("input", .string(name)), ("shape", .shape(shape)), ("is", .string(certainty.rawValue)),
            ("values", values.map { .string($0.size.kind) } ?? .null), ("axes", .array(axes.map(\.json))),
            ("pixels_seen", .optional(pixels?.seen)),
            ("pixels", .optional(pixels?.all)),
        ])
    }
}

extension FieldReport.Axis {
    /// - Parameter certainty: what is known of the pixel; where that is more than of all pixels, these differ.
    fileprivate func sizeText(_ certainty: Certainty) -> String {
        switch size {
        case .exact(let size): NumberText.grouped(size)
        // The header says what is known of this pixel; others may see fewer.
        case .bound(let size): "\(certainty == .exact ? "up to" : "≤") \(NumberText.grouped(size))"
        case .whole: "all"
        case .unknown: certainty == .exact ? "varies" : "?"
        }
    }

    /// Where there is no stride, there is no first pixel either.
    fileprivate var paddingText: String { stride == nil ? "–" : offset.map { NumberText.grouped(-$0) } ?? "?" }

    /// `3–7`, `0–2 + 2 padding`
    fileprivate var seenText: String {
        guard let seen else { return "" }
        let text = seen.isEmpty ? "nothing" : FieldText.runs(seen)
        guard let reach, let length else { return text }
        let outside = max(0, -reach.lowerBound) + max(0, reach.upperBound - length + 1)
        return outside > 0 ? "\(text) + \(NumberText.grouped(outside)) padding" : text
    }

    fileprivate var json: JSONText {
        .object([
            ("axis", .string(name)), ("size", .optional(size.pixels)), ("is", .string(size.kind)),
            ("stride", stride.map(JSONText.number) ?? .null), ("padding", .optional(offset.map { -$0 })),
            ("reach", reach.map(JSONText.range) ?? .null),
            ("seen", seen.map { .array($0.map(JSONText.range)) } ?? .null), ("length", .optional(length)),
        ])
    }
}

/// What sees a pixel: a table with a row for each axis of each tensor, and the pixels drawn.
extension ReachReport: DisplayedReport {
    /// For each tensor, the figures and the picture.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        var lines = renderer.items(["\(name, .name)\(FieldText.place(place))  \(shape, .shape) is seen by"])
        for target in targets {
            let (certainty, pixels) = (target.certainty, target.pixels)
            let noun = target.axes.isEmpty ? "values" : "pixels"
            let most = certainty == .exact ? "" : "at most "
            let count: StyledText =
                "\(most)\(NumberText.grouped(pixels.seeing), .number) of \(NumberText.grouped(pixels.all), .number) \(noun)"
            lines += renderer.items([
                "  \(target.name, .name)  \(target.shape, .shape)", count,
                StyledText(certainty.rawValue.uppercased(), certainty == .exact ? .strong : .warning),
            ])
            for axis in target.axes {
                let text = axis.seeing.isEmpty ? "none" : FieldText.runs(axis.seeing)
                lines += renderer.items(["    \(axis.name, .keyword)  \(text) of 0–\(axis.length - 1)"])
            }
            if let picture = target.picture { lines += picture.picture(.full).lines(for: renderer) }
        }
        return lines
    }

    /// Kind `reaches`: one object for each tensor.
    public var json: JSONText.Members {
        let list = targets.map { target -> JSONText in
            .object([
                ("tensor", .string(target.name)), ("shape", .shape(target.shape)),
                ("is", .string(target.certainty.rawValue)),
                (
                    "axes",
                    .array(
                        target.axes.map { axis in
                            .object([
                                ("axis", .string(axis.name)), ("seeing", .array(axis.seeing.map(JSONText.range))),
                                ("length", .int(axis.length)),
                            ])
                        })
                ), ("pixels_seeing", .int(target.pixels.seeing)), ("pixels", .int(target.pixels.all)),
            ])
        }
        return [
            ("kind", .string("reaches")), ("name", .string(name)), ("shape", .shape(shape)),
            ("pixel", .array(place.map(JSONText.int))), ("tensors", .array(list)),
        ]
    }
}

/// Places and sets of indices as text.
enum FieldText {
    /// `[3, 4]`
    static func place(_ place: [Int]) -> String {
        place.isEmpty ? "" : "[\(place.map(String.init).joined(separator: ", "))]"
    }

    /// `3–7`, `0, 2, 4`, `0, 2, … 40`
    static func runs(_ runs: [ClosedRange<Int>]) -> String {
        func text(_ run: ClosedRange<Int>) -> String {
            run.count == 1 ? "\(run.lowerBound)" : "\(run.lowerBound)–\(run.upperBound)"
        }
        guard runs.count > 5, let last = runs.last else { return runs.map(text).joined(separator: ", ") }
        return runs.prefix(2).map(text).joined(separator: ", ") + ", … \(text(last))"
    }
}

extension JSONText {
    /// `[first, last]`
    static func range(_ range: ClosedRange<Int>) -> JSONText {
        .array([.int(range.lowerBound), .int(range.upperBound)])
    }
}
