import Presentation

/// Measures how long pictures take to be laid out and written as text.
enum PictureBench {
    /// Runs the measurements whose names contain one of some parts; all of them where there are none.
    static func run(_ parts: [String]) {
        func measure(_ name: String, _ body: () -> String) {
            if parts.isEmpty || parts.contains(where: { name.contains($0) }) { time(name, body) }
        }
        let tensor = random(72 * 14 * 64)
        let channels = (0..<64).map { channel in
            Panel(
                "#\(channel)",
                .map(Plane(of: tensor, offset: channel, rows: 72, columns: 14, rowStride: 14 * 64, columnStride: 64)))
        }
        lazy var large = random(4096 * 4096)
        var renderers = [
            ("shades", Renderer.plain()), ("256 colours", Renderer(colour: .ansi256)),
            ("truecolor", Renderer(colour: .truecolor)), ("ASCII", Renderer(unicode: false)),
            ("16 colours", Renderer(colour: .ansi16)),
        ]
        for style in [PictureStyle.quadrants, .sextants, .octants, .kitty, .iterm2, .sixel] {
            renderers.append((style.rawValue, Renderer(colour: .truecolor, pictureStyle: style)))
        }
        for (name, renderer) in renderers {
            measure("64 maps of 72×14, \(name)") {
                renderer.render(Picture(groups: [.init(channels)], range: Statistics.range(of: tensor)))
            }
            measure("a strip of them, \(name)") {
                let groups = [Picture.Group(Array(channels.prefix(32)))]
                let range = Statistics.range(of: tensor)
                return renderer.render(
                    Picture(groups: groups, range: range, total: 64, extent: .strip(indent: 4)))
            }
            measure("a map of 4096×4096, \(name)") {
                let map = Panel("#0", .map(Plane(of: large, rows: 4096, columns: 4096, rowStride: 4096)))
                return renderer.render(Picture(groups: [.init([map])], range: Statistics.range(of: large)))
            }
        }
        measure("statistics of 4096×4096") {
            Renderer.plain().render(Picture(statistics: Statistics(large), groups: []))
        }
    }

    private static func random(_ count: Int) -> [Float] {
        var state: UInt32 = 1
        return (0..<count).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return Float(state >> 8) / 8_388_608 - 1
        }
    }

    /// The shortest of some runs, which the machine disturbed least.
    private static func time(_ name: String, _ body: () -> String) {
        var best = Duration.seconds(1000)
        for _ in 0..<20 {
            let time = ContinuousClock().measure { _ = body() }
            best = min(best, time)
        }
        let milliseconds = Double(best.components.attoseconds) / 1e15 + Double(best.components.seconds) * 1e3
        print("\(name): \(pad(milliseconds, 3, 0)) ms")
    }
}
