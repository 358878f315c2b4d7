import Inspection
import Layers
import Presentation
import TensorEngine

extension Explorer {
    /// The page: the layer, its pictures, what is in focus, the arithmetic and the keys.
    /// - Parameter rows: the lines there are. What matters least is left out where they are few.
    public func lines(_ renderer: Renderer, rows: Int) -> [StyledText] {
        ExplorerPage(self, renderer, rows: rows).lines
    }
}

/// Lays out the page of an explorer.
private struct ExplorerPage {
    private let explorer: Explorer
    private let renderer: Renderer
    private let rows: Int
    private let scene: LayerScene
    private let focus: ExplorerFocus

    init(_ explorer: Explorer, _ renderer: Renderer, rows: Int) {
        (self.explorer, self.rows, scene) = (explorer, rows, explorer.scene)
        var renderer = renderer
        // Images would have to be sent again for each key.
        if renderer.pictureStyle?.isImage == true { renderer.pictureStyle = .truecolor }
        renderer.foldsSentences = true
        self.renderer = renderer
        focus = ExplorerFocus(explorer)
    }

    /// The first arrangement that fits, from all there is to the least.
    var lines: [StyledText] {
        let (head, status, keys, fewKeys) = (heading, status, keys, fewKeys)
        let (large, small) = (pictures(large: true), pictures(large: false))
        let long = trace + [StyledText()] + arithmetic(withNotes: true)
        let middle = trace + [StyledText()] + arithmetic(withNotes: false)
        let short = sums + arithmetic(withNotes: true)
        for (body, extras, help) in [
            (large, long, keys), (small, long, keys), (large, middle, keys), (small, middle, keys),
            (large, short, keys), (small, short, keys), (small, sums, keys),
            (focusedPicture, long, keys), (focusedPicture, short, keys), (focusedPicture, sums, keys),
            (focusedPicture, sums, fewKeys), (focusedPicture, [], fewKeys),
        ] {
            let page = head + body + status + extras
            let gap = rows - page.count - help.count
            if gap >= 0 { return page + Array(repeating: StyledText(), count: min(gap, 1)) + help }
        }
        // Where the picture is too high for the window, it shrinks.
        for most in [24, 16, 12, 8, 6] {
            let shrunk = focusedPicture(mostCells: most)
            for (head, extras) in [(head, sums), (Array(head.prefix(1)), sums), (Array(head.prefix(1)), [])] {
                let page = head + shrunk + status + extras + fewKeys
                if page.count <= rows { return page }
            }
        }
        let room = max(0, rows - fewKeys.count - status.count - 1)
        return Array((head.prefix(1) + focusedPicture.prefix(room) + status + fewKeys).prefix(rows))
    }

    // MARK: The layer

    private var heading: [StyledText] {
        func sizes(_ tensor: Tensor) -> String { BatchShape(Array(tensor.shape.dims.dropFirst())).description }
        var items: [StyledText] = [
            "\(scene.name, .name) = \(constructor, .layer)",
            "\(sizes(scene.input), .shape)\(" → ", .dim)\(sizes(scene.output), .shape)",
        ]
        if explorer.isChanged { items.append(StyledText("changed; r takes it back", .hint)) }
        return renderer.items(items)
    }

    /// The layer as code, without the name that stands before it.
    private var constructor: String {
        scene.made.description.replacing(", name=\"\(scene.name)\"", with: "")
    }

    /// The sizes along each axis.
    /// - Parameter withNotes: whether it is said where padding goes and what is not read.
    private func arithmetic(withNotes: Bool) -> [StyledText] {
        zip(scene.motion.axes, scene.motion.axisNames).flatMap { axis, name -> [StyledText] in
            let text = AxisArithmetic(axis, name: name, window: scene.motion.window)
            let notes = withNotes ? text.notes.map { StyledText($0, .dim) } : []
            return renderer.items(["\(text.name, .name)  \(text.rule):  \(text.equation)"] + notes)
        }
    }

    // MARK: Pictures

    private func picture(_ panel: MapsReport.Panel, _ part: Explorer.Focus, large: Bool) -> Picture {
        var picture = ScenePicture.picture(panel, fillsRoom: large)
        let label =
            explorer.focus == part ? StyledText("▸ \(panel.label)", .strong) : StyledText(panel.label, .dim)
        for group in picture.groups.indices {
            for place in picture.groups[group].panels.indices { picture.groups[group].panels[place].label = label }
        }
        return picture
    }

    private func pictures(large: Bool) -> [StyledText] {
        var parts: [PictureRow.Part] = [.picture(picture(focus.inputPanel, .input, large: large))]
        if let kernel = focus.kernelPanel {
            parts += [
                .sign("⊛"), .picture(picture(kernel, .kernel, large: large)),
                .sign(focus.equals),
            ]
        } else {
            parts.append(.sign("→"))
        }
        parts.append(.picture(picture(focus.outputPanel, .output, large: large)))
        return PictureRow(parts).lines(for: renderer)
    }

    /// The picture in focus alone, for small windows.
    private var focusedPicture: [StyledText] { focusedPicture(mostCells: nil) }

    /// - Parameter mostCells: the longer side that the map may have, in cells; nil for no limit.
    private func focusedPicture(mostCells: Int?) -> [StyledText] {
        let panel: MapsReport.Panel =
            switch explorer.focus {
            case .output: focus.outputPanel
            case .input: focus.inputPanel
            case .kernel: focus.kernelPanel ?? focus.inputPanel
            }
        var picture = picture(panel, explorer.focus, large: false)
        picture.options.mostCells = mostCells
        return PictureRow([.picture(picture)]).lines(for: renderer)
    }

    // MARK: Numbers

    private var status: [StyledText] {
        var lines = renderer.items(focus.items)
        for pin in explorer.pins {
            lines += renderer.items([
                "\("pinned ", .dim)\(focus.name(of: pin))",
                StyledText("reads \(SceneWords(scene).window(of: pin.pixel))", .dim),
            ])
        }
        if let message = explorer.message { lines += renderer.sentence(StyledText(message, .warning)) }
        return lines
    }

    /// `sum of 9 terms 0.36 + bias 0.05 → relu → 0.41`
    private var sums: [StyledText] {
        guard let (places, numbers) = try? scene.calculation(of: explorer.cell) else { return [] }
        func number(_ value: Double) -> StyledText { StyledText(NumberText.compact(value, digits: 4), .number) }
        var text: StyledText = "\(TraceText.phrase(of: places, numbers), .dim) \(number(numbers.combined))"
        if let bias = numbers.bias { text += "\(" + bias ", .dim)\(number(bias))" }
        if places.activation != nil, let made = scene.made.arguments.activation() {
            text += "\(" → \(made.definition.name) → ", .dim)\(number(Double(scene.value(at: explorer.cell))))"
        } else if numbers.bias != nil {
            text += "\(" = ", .dim)\(number(numbers.result))"
        }
        return renderer.sentence(text)
    }

    /// Window ⊛ weights = products, and their sum.
    private var trace: [StyledText] {
        guard let (places, numbers) = try? scene.calculation(of: explorer.cell) else { return [] }
        let planes = TraceWindows(places, numbers, scene.motion, channel: explorer.inputChannel).planes
        guard let plane = planes.first, plane.weights != nil, max(plane.rows.count, plane.columns.count) <= 8 else {
            return sums
        }
        let range = focus.inputPanel.source.map { Statistics.range(of: $0.tensor, in: $0.part) }
        let isPart = plane.products.count < numbers.terms.count
        let part = " #\(plane.channel)" + (plane.slice.map { " z\($0)" } ?? "")
        let row = PlanePicture(plane, label: isPart ? "window\(part)" : "window").row(range: range)
        // What is drawn is one channel, or one slice, of what is added up.
        let sum: StyledText = "\("sum of\(part)", .dim) \(NumberText.compact(plane.sum, digits: 4), .number)"
        return [StyledText()] + PictureRow(row).lines(for: renderer) + (isPart ? [sum] : []) + sums
    }

    // MARK: Keys

    private var keys: [StyledText] {
        var words = [("arrows", "move"), ("TAB", "output, input, kernel"), ("< >", "channel")]
        if scene.sizes.count > 2 { words.append(("[ ]", "slice")) }
        words += LayerChange.keys(of: scene.made).map { keys in
            (
                keys.characters.map(String.init).joined(separator: " "),
                keys.what + (keys.characters.count > 1 ? " ±" : "")
            )
        }
        words += [("space", "pin"), ("r", "as it was"), ("q", "leave")]
        return renderer.items(words.map { "\($0.0, .keyword) \($0.1, .dim)" })
    }

    private var fewKeys: [StyledText] {
        renderer.items(["\("TAB", .keyword) \("next", .dim)", "\("q", .keyword) \("leave", .dim)"], gap: 1)
    }
}
