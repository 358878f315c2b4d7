import Inspection
import Layers
import Presentation
import TensorEngine

/// Frameworks compared: a table of paddings and sizes, and the code that gives the same numbers.
extension FrameworksReport: DisplayedReport {
    /// The layer, the table, the code, the remarks.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        var lines = renderer.items([
            "\(name, .name)  \(layer, .layer)  \(input, .shape)\(" → ", .dim)\(output, .shape)"
        ])
        var wide = renderer
        wide.width = 10_000
        let table = table.lines(for: wide)
        lines += table.contains { $0.width > renderer.width } ? shownPaddings.flatMap { list($0, renderer) } : table
        lines += renderer.hanging(code, indent: 0)
        return lines + remarks.flatMap { renderer.sentence(StyledText($0, .dim)) }
    }

    private var table: Table {
        Table(
            columns: [Table.Column("Framework"), Table.Column("Padding")]
                + axisNames.map { Table.Column(StyledText($0)) } + [
                    Table.Column("Output"), Table.Column("Other pixels"),
                ],
            rows: shownPaddings.map { padding in
                [StyledText(padding.shownName, .name), StyledText(padding.spelling)]
                    + (padding.axes.map { axes in
                        axes.map { StyledText($0.sidesText) } + [
                            StyledText(padding.sizeText, .shape), pixels(padding),
                        ]
                    } ?? [StyledText("no equal layer", .dim)])
            }, border: .none)
    }

    /// The frameworks that there is something to say of: Keras 3 is left out where it has no such layer.
    private var shownPaddings: [FrameworkPadding] {
        isGone ? paddings.filter { $0.name != "Keras 3" } : paddings
    }

    private func list(_ padding: FrameworkPadding, _ renderer: Renderer) -> [StyledText] {
        var items: [StyledText] = [StyledText(padding.shownName, .name), StyledText(padding.spelling)]
        guard let axes = padding.axes else {
            return renderer.items(items + [StyledText("no equal layer", .dim)], gap: 2)
        }
        items += zip(axisNames, axes).map { "\($0) \($1.sidesText)" }
        items.append(StyledText(padding.sizeText, .shape))
        if padding.name != "Keras 3" { items.append("other pixels: \(pixels(padding))") }
        return renderer.items(items, gap: 2)
    }

    /// Which pixels of the output are not Keras's.
    private func pixels(_ padding: FrameworkPadding) -> StyledText {
        if padding.name == "Keras 3" { return StyledText() }
        if padding.isUnknown { return StyledText("depends on the size", .warning) }
        if padding.agrees == true { return StyledText("none", .dim) }
        var parts: [String] = []
        for (index, name) in axisNames.enumerated() {
            let count = paddings[0].axes?[index].output.known ?? 0
            if let text = AxisSpan.text(padding.differing[index], of: count, axis: name) { parts.append(text) }
            let extra = padding.extra[index]
            if extra > 0 { parts.append("\(extra) more \(AxisSpan.pixels(name, extra))") }
        }
        let isAll = zip(padding.differing, paddings[0].axes ?? []).allSatisfy { $0.count == $1.output.known }
        return StyledText(isAll ? "all" : parts.joined(separator: ", "), .warning)
    }

    private var code: [(text: StyledText, notes: [String])] {
        var lines: [(text: StyledText, notes: [String])] = []
        if let torch {
            if let constructor = torch.constructor {
                lines.append(("\("PyTorch", .name)    layer = \(constructor)", []))
                lines.append(("           y = \(torch.call)", []))
            } else {
                lines.append(("\("PyTorch", .name)    y = \(torch.call)", []))
            }
            for weight in torch.weights { lines.append(("           \(weight.statement)", [])) }
        }
        if let onnx { lines.append(("\("ONNX", .name)       \(onnx.text)", [])) }
        return lines
    }

    /// Kind `frameworks`.
    public var json: JSONText.Members {
        let rows = paddings.map { padding -> JSONText in
            .object([
                ("framework", .string(padding.name)), ("spelling", .string(padding.spelling)),
                (
                    "padding",
                    padding.axes.map { axes in
                        .array(axes.map { .array([.optional($0.before.known), .optional($0.after.known)]) })
                    } ?? .null
                ),
                ("output", padding.axes.map { .array($0.map { .optional($0.output.known) }) } ?? .null),
                ("same", padding.agrees.map(JSONText.bool) ?? .null),
                (
                    "differing",
                    padding.isUnknown ? .null : .array(padding.differing.map { .array($0.map(JSONText.int)) })
                ),
            ])
        }
        var members: JSONText.Members = [
            ("kind", .string("frameworks")), ("name", .string(name)), ("layer", .string(layer)),
            ("input_shape", .shape(input)), ("output_shape", .shape(output)), ("paddings", .array(rows)),
        ]
        members += torch?.members ?? [("pytorch", .null)]
        members.append(
            (
                "onnx",
                onnx.map { node in
                    .object([
                        ("op", .string(node.name)),
                        ("attributes", .object(node.attributes.map { ($0.name, JSONText.string($0.value)) })),
                    ])
                } ?? .null
            ))
        return members
    }
}

extension FrameworkPadding {
    /// What the framework is called: Theano has its layers by Keras 1, which a remark says.
    fileprivate var shownName: String { name == "Theano" ? "Keras 1" : name }

    /// `14×14`
    fileprivate var sizeText: String {
        (axes ?? []).map { $0.output.description }.joined(separator: "×")
    }
}

extension WindowAxis {
    /// `0 + 1`: the pixels of padding before and after. What is cut off has a minus, zeros added to an output a plus.
    fileprivate var sidesText: String {
        guard let before = before.known, let after = after.known else { return "?" }
        switch rule {
        case .bordering where before < 0 || after < 0: return "\(signed(before)), \(signed(after))"
        case .sliding, .bordering: return "\(before) + \(after)"
        case .transposed: return "\(signed(-before)), \(signed(-after))"
        case .repeating: return "×\(stride)"
        }
    }

    private func signed(_ number: Int) -> String { number == 0 ? "0" : "\(number < 0 ? "−" : "+")\(number.magnitude)" }
}

/// Sets of indices along an axis in words.
enum AxisSpan {
    /// `all rows`, `the last row`, `rows 3…5`; nil for none.
    static func text(_ indices: [Int], of count: Int, axis: String) -> String? {
        guard let first = indices.first, let last = indices.last else { return nil }
        if indices.count == count { return "all \(pixels(axis, 2))" }
        if indices == [0] { return "the first \(pixels(axis, 1))" }
        if indices == [count - 1] { return "the last \(pixels(axis, 1))" }
        if indices.count == 1 { return "\(pixels(axis, 1)) \(first)" }
        if last - first + 1 == indices.count {
            if last == count - 1 { return "the last \(indices.count) \(pixels(axis, 2))" }
            if first == 0 { return "the first \(indices.count) \(pixels(axis, 2))" }
            return "\(pixels(axis, 2)) \(first)…\(last)"
        }
        return "\(indices.count) of \(count) \(pixels(axis, 2))"
    }

    /// `row`, `rows`: what lies along an axis.
    static func pixels(_ axis: String, _ count: Int) -> String {
        let one =
            switch axis {
            case "height": "row"
            case "width": "column"
            case "depth": "slice"
            default: "step"
            }
        return count == 1 ? one : one + "s"
    }
}
