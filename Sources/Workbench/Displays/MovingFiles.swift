import Inspection
import Interpreter
import Library
import Presentation
import TensorEngine

extension MovingFile {
    /// The file of an animation.
    /// - Throws: a MemoryError for pictures that are too large.
    func drawn(_ animation: Animation, _ settings: DisplaySettings) throws(RaisedError) -> Drawn {
        // How a terminal draws pictures does not matter to a file; the colours do.
        var settings = settings
        settings.pixels = DisplaySettings.automatic
        let background = Background(rawValue: background ?? settings.background) ?? .dark
        settings.background = background.rawValue
        let renderer = settings.applied(to: format == .gif ? .sheet(on: background) : .recorded(on: background))
        let frames = animation.pixels.indices.map { animation.frame($0, renderer, rows: nil) }
        return format == .gif
            ? try gif(frames, animation, background) : cast(frames, animation, renderer)
    }

    private func gif(
        _ frames: [[StyledText]], _ animation: Animation, _ background: Background
    ) throws(RaisedError) -> Drawn {
        let size = PixelSheet.size(ofAll: frames)
        let (bytes, overflow) = size.width.multipliedReportingOverflow(by: size.height * 8 * frames.count)
        guard !overflow, bytes < Memory.available() else {
            throw RaisedError(
                .memoryError,
                "\(frames.count) pictures of \(size.width)×\(size.height) pixels do not fit in memory",
                hint: "feed a smaller input")
        }
        let delay = Int((animation.secondsPerFrame * 100).rounded())
        let images = PixelSheet.images(ofAll: frames, on: background)
        let file = GIF.encode(
            images.enumerated().map { index, image in
                GIF.Frame(image, delay: index == images.count - 1 ? max(150, delay) : delay)
            })
        return Drawn(bytes: file, sizes: [images.count, size.width, size.height], unit: "pictures × pixels")
    }

    private func cast(_ frames: [[StyledText]], _ animation: Animation, _ renderer: Renderer) -> Drawn {
        let texts = frames.map { renderer.render(lines: $0) }
        let height = frames.map(\.count).max() ?? 0
        let step = animation.secondsPerFrame
        let text = Cast.text(
            width: renderer.width, height: height + 1, title: animation.scene.name,
            texts.enumerated().map { (Double($0) * step, $1) }, end: Double(texts.count) * step + 1.5)
        return Drawn(
            bytes: Array(text.utf8), sizes: [frames.count, renderer.width, height + 1], unit: "pictures × characters")
    }
}

extension Renderer {
    /// The renderer of a recorded terminal.
    fileprivate static func recorded(on background: Background) -> Renderer {
        var renderer = Renderer(width: 100, colour: .truecolor)
        renderer.background = background
        return renderer
    }
}
