import Inspection
import Layers
import Presentation
import TensorEngine

/// A window that moves: input ⊛ kernel = output, as far as it is computed.
extension Animation: MovingReport {
    /// How many pictures there are.
    public var frameCount: Int { pixels.count }

    /// About eight seconds for all of it.
    public var secondsPerFrame: Double { max(0.04, min(8 / Double(max(1, frameCount)), 0.5)) }

    /// The picture for one pixel of the output.
    public func frame(_ index: Int, _ renderer: Renderer, rows: Int?) -> [StyledText] {
        let pixel = scene.pixel(pixels[index])
        let picture = ScenePicture(scene, renderer)
        let caption = picture.caption(pixel, channel: channel, number: pixels[index])
        guard let rows else {
            return renderer.items(caption) + picture.row(pixel, channel: channel, shown: pixels[index] + 1)
        }
        let last = scene.pixelCount - 1
        let title = AnimationTitle(
            longest: picture.caption(scene.pixel(last), channel: channel, number: last), width: renderer.width,
            rows: rows)
        var lines = title.lines(caption, renderer) + picture.row(pixel, channel: channel, shown: pixels[index] + 1)
        // Where it is not enough to shrink the maps, the output is what fills. The cursor stands below.
        for isOutputOnly in [false, true] {
            for most in [32, 24, 16, 12, 8, 6] where lines.count >= rows {
                lines =
                    title.lines(caption + [AnimationTitle.shrunk], renderer)
                    + picture.row(
                        pixel, channel: channel, shown: pixels[index] + 1, mostCells: most, isOutputOnly: isOutputOnly)
            }
        }
        return Array(lines.prefix(max(1, rows - 1)))
    }

    /// Some of the pictures: the first, one between, the last.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        Array(excerpt(3).map { frame($0, renderer, rows: nil) }.joined(separator: [StyledText()]))
    }

    /// Kind `animation`: for each picture the pixel, its value and what it reads along each axis.
    public var json: JSONText.Members {
        let frames = pixels.map { number -> JSONText in
            let pixel = scene.pixel(number)
            let window = scene.window(of: pixel)?.map {
                JSONText.array([.int($0.lowerBound), .int($0.upperBound - 1)])
            }
            return .object([
                ("pixel", TraceText.json(pixel)),
                ("value", .number(Double(scene.value(at: .init(pixel: pixel, channel: channel))))),
                ("reads", window.map(JSONText.array) ?? .null),
            ])
        }
        return [
            ("kind", .string("animation")), ("name", .string(scene.name)),
            ("layer", .string(scene.made.definition.name)), ("channel", .int(channel)),
            ("input_shape", TraceText.json(scene.input.shape.dims)),
            ("output_shape", TraceText.json(scene.output.shape.dims)), ("frames", .array(frames)),
        ]
    }
}

/// The pictures of a layer at work, and what is said of them.
struct ScenePicture {
    private let scene: LayerScene
    private let renderer: Renderer

    init(_ scene: LayerScene, _ renderer: Renderer) {
        self.scene = scene
        self.renderer = renderer
    }

    /// `c1[2, 5, 7] = 0.41`, what it reads, and which pixel it is.
    func caption(_ pixel: [Int], channel: Int, number: Int) -> [StyledText] {
        let cell = LayerScene.Cell(pixel: pixel, channel: channel)
        let value = NumberText.compact(Double(scene.value(at: cell)), digits: 4)
        let place = TraceText.place(scene.motion.place(pixel, channel: channel))
        return [
            "\(scene.name, .name)\(place) = \(value, .number)",
            StyledText("reads \(SceneWords(scene).window(of: pixel))", .dim),
            StyledText("\(NumberText.grouped(number + 1)) of \(NumberText.grouped(scene.pixelCount))", .dim),
        ]
    }

    /// input ⊛ kernel = output.
    /// - Parameters:
    ///   - shown: how many pixels of the output are drawn.
    ///   - mostCells: the longer side that a map may have, in cells; nil for no limit.
    ///   - isOutputOnly: whether input and kernel are left out.
    func row(
        _ pixel: [Int], channel: Int, shown: Int, mostCells: Int? = nil, isOutputOnly: Bool = false
    ) -> [StyledText] {
        let inputChannel = scene.firstInputChannel(of: channel)
        let window = scene.window(of: pixel)
        var parts: [PictureRow.Part] = [
            .picture(ScenePicture.picture(scene.inputPanel(channel: inputChannel, marking: window.map { [$0] } ?? [])))
        ]
        if let kernel = scene.kernelPanel(channel: channel, inputChannel: inputChannel, pixel: pixel) {
            parts += [.sign("⊛"), .picture(ScenePicture.picture(kernel)), .sign(SceneWords(scene).equals)]
        } else {
            parts.append(.sign("→"))
        }
        let here = [pixel.map { $0..<$0 + 1 }]
        parts.append(.picture(ScenePicture.picture(scene.outputPanel(channel: channel, marking: here, shown: shown))))
        if isOutputOnly { parts = parts.suffix(1) }
        for place in parts.indices {
            guard case .picture(var picture) = parts[place] else { continue }
            picture.options.mostCells = mostCells
            parts[place] = .picture(picture)
        }
        return PictureRow(parts).lines(for: renderer)
    }

    /// One panel as a picture: small maps show their values.
    static func picture(_ panel: MapsReport.Panel, fillsRoom: Bool = false) -> Picture {
        var drawn = panel.picturePanel
        let range = drawn.range
        drawn.range = nil
        let (rows, columns) = (
            panel.rowCount + panel.padding.top + panel.padding.bottom,
            panel.columnCount + panel.padding.left + panel.padding.right
        )
        let isSmall = max(rows, columns) <= 8
        return Picture(
            groups: [Picture.Group([drawn])], range: range, extent: isSmall || fillsRoom ? .full : .strip(indent: 0))
    }
}

extension MapsReport.Panel {
    fileprivate var rowCount: Int { if case .map(let view) = content { view.rows } else { 0 } }
    fileprivate var columnCount: Int { if case .map(let view) = content { view.columns } else { 0 } }
}

/// Places along the axes of a layer, in words.
struct SceneWords {
    private let scene: LayerScene

    init(_ scene: LayerScene) { self.scene = scene }

    /// The names of the spatial axes' pixels, one and several.
    private var names: [(one: String, many: String)] {
        switch scene.sizes.count {
        case 1: [("step", "steps")]
        case 2: [("row", "rows"), ("column", "columns")]
        default: [("slice", "slices"), ("row", "rows"), ("column", "columns")]
        }
    }

    /// The sign behind the kernel: what else is added where the output sums over several channels, of which one is drawn.
    var equals: String {
        let others = scene.summedChannels - 1
        return others > 0 ? "+ \(NumberText.grouped(others)) more channel\(others == 1 ? "" : "s") =" : "="
    }

    /// `rows 4 to 6, columns 0 to 1 and 1 of padding`, or `nothing`.
    func window(of pixel: [Int]) -> String {
        guard let window = scene.window(of: pixel) else { return "nothing" }
        return zip(zip(names, scene.inputSizes), zip(window, scene.motion.axes)).map { axis, read in
            let ((one, many), size) = axis
            let range = read.0
            let inside = range.clamped(to: 0..<size)
            let padding = range.count - inside.count
            if inside.isEmpty { return "\(padding) \(padding == 1 ? one : many) of padding" }
            let dilation = read.1.dilation
            if dilation > 1, range.count > 1 {
                let taps = stride(from: range.lowerBound, to: range.upperBound, by: dilation).filter(inside.contains)
                let outside = (range.count - 1) / dilation + 1 - taps.count
                let list = taps.map(String.init).joined(separator: taps.count > 2 ? ", " : " and ")
                let text = taps.count == 1 ? "\(one) \(list)" : "\(many) \(list)"
                return outside > 0 ? "\(text) and \(outside) of padding" : text
            }
            let text =
                inside.count == 1
                ? "\(one) \(inside.lowerBound)" : "\(many) \(inside.lowerBound) to \(inside.upperBound - 1)"
            return padding > 0 ? "\(text) and \(padding) of padding" : text
        }.joined(separator: ", ")
    }

    /// `rows 1 and 2, columns 4 to 7`
    func places(_ indices: [[Int]]) -> String {
        zip(names, indices).map { name, list in
            if list.count > 3, let first = list.first, let last = list.last, last - first == list.count - 1 {
                return "\(name.many) \(first) to \(last)"
            }
            return "\(list.count == 1 ? name.one : name.many) \(list.map(String.init).joined(separator: " and "))"
        }.joined(separator: ", ")
    }

    /// `row 3, column 5`
    func place(_ pixel: [Int]) -> String {
        zip(names, pixel).map { "\($0.one) \($1)" }.joined(separator: ", ")
    }
}
