import Inspection
import LineEditing
import Presentation
import Workbench

/// Shows reports that move, or that keys change, at a terminal.
struct LivePages {
    let interrupts: InterruptSource
    /// How pages are drawn now; asked for each time, since a window changes.
    let renderer: () -> Renderer

    /// Shows a report live.
    /// - Returns: false where it does not move, or there is no terminal for it.
    func show(_ report: any DisplayedReport) -> Bool {
        if let report = report as? any MovingReport { return play(report) }
        if let report = report as? Exploration { return explore(report) }
        return false
    }

    /// Shows the pictures one after the other until a key is pressed.
    private func play(_ report: any MovingReport) -> Bool {
        guard let screen = LiveScreen(.inline, interrupts: interrupts) else { return false }
        defer { screen.close() }
        var index = 0
        while index < report.frameCount {
            // What stops it is said in a line that goes with the last picture.
            let frame = report.frame(index, renderer(), rows: (Terminal.rows() ?? 24) - 1)
            draw(frame + [StyledText("any key stops it", .dim)], on: screen)
            let event = screen.wait(seconds: report.secondsPerFrame)
            if event == .changed { continue }
            if event != .timeout { break }
            index += 1
        }
        let last = report.frame(min(index, report.frameCount - 1), renderer(), rows: (Terminal.rows() ?? 24) - 1)
        draw(last, on: screen)
        return true
    }

    /// Lets keys change a page until one of them leaves it.
    private func explore(_ report: Exploration) -> Bool {
        guard let screen = LiveScreen(.alternate, interrupts: interrupts) else { return false }
        defer { screen.close() }
        var explorer = Explorer(report)
        while !explorer.isFinished {
            draw(explorer.lines(renderer(), rows: Terminal.rows() ?? 24), on: screen)
            switch screen.wait() {
            case .key(let key): if let key = Explorer.Key(key) { explorer.press(key) }
            case .changed, .timeout: continue
            case .interrupted, .ended: return true
            }
        }
        return true
    }

    private func draw(_ lines: [StyledText], on screen: LiveScreen) {
        let renderer = renderer()
        screen.draw(lines.map { renderer.line($0.truncated(to: renderer.width)) })
    }
}

extension Explorer.Key {
    /// The key of a terminal; nil for one that means nothing here.
    fileprivate init?(_ key: TerminalKey) {
        switch key {
        case .up: self = .up
        case .down: self = .down
        case .left: self = .left
        case .right: self = .right
        case .home: self = .home
        case .end: self = .end
        case .tab: self = .tab
        case .backTab: self = .backTab
        case .escape, .endOfInput: self = .character("q")
        case .character(let character): self = .character(character)
        case .enter, .backspace, .interrupt, .other: return nil
        }
    }
}
