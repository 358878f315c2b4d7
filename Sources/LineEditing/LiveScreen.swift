#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A page that is drawn again and again in one place of the terminal, while keys are read one by one.
///
/// Whatever ends it, the terminal is given back as it was: `close`, Ctrl-C (which the owner of the interrupt flag sees),
/// and the signals that stop or end the process.
public final class LiveScreen {
    /// Where the page is.
    public enum Place: Sendable {
        /// Below what was written; the last page stays there.
        case inline
        /// On a screen of its own; afterwards the terminal shows what it showed before.
        case alternate
    }

    /// What waiting yielded.
    public enum Event: Hashable, Sendable {
        case key(TerminalKey)
        /// The window may have another size, or the process was stopped and continued: draw again.
        case changed
        /// The time is over.
        case timeout
        /// Ctrl-C.
        case interrupted
        /// Nobody is there any more.
        case ended
    }

    private static let ending = [SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

    private let place: Place
    private let interrupts: InterruptSource
    private let input = STDIN_FILENO
    private let modes: termios
    private var oldActions: [(signal: Int32, action: sigaction)] = []
    private var bytes: [UInt8] = []
    /// The lines of the page that is drawn.
    private var drawn = 0
    private var isOpen = false

    /// Takes the terminal over; nil where there is none that can draw a page again.
    public init?(_ place: Place, interrupts: InterruptSource) {
        var modes = termios()
        guard Terminal.canRedraw, tcgetattr(STDIN_FILENO, &modes) == 0 else { return nil }
        (self.place, self.interrupts, self.modes) = (place, interrupts, modes)
        _ = SignalBox.editing.take()
        _ = WakePipe.shared
        for signal in LiveScreen.ending + [SIGWINCH] {
            let old = SignalDisposition.set(signal) { signal in
                SignalBox.editing.note(signal)
                WakePipe.shared.wake()
            }
            oldActions.append((signal, old))
        }
        enter()
    }

    deinit { close() }

    private func enter() {
        var raw = modes
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
        raw.c_iflag &= ~tcflag_t(IXON)
        withUnsafeMutableBytes(of: &raw.c_cc) { keys in
            keys[Int(VMIN)] = 1
            keys[Int(VTIME)] = 0
        }
        tcsetattr(input, TCSADRAIN, &raw)
        FileOutput.write(place == .alternate ? "\u{1B}[?1049h\u{1B}[?25l\u{1B}[2J" : "\u{1B}[?25l")
        drawn = 0
        isOpen = true
    }

    private func leave() {
        guard isOpen else { return }
        isOpen = false
        FileOutput.write(place == .alternate ? "\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l" : "\u{1B}[0m\u{1B}[?25h")
        var old = modes
        tcsetattr(input, TCSADRAIN, &old)
    }

    /// Gives the terminal back as it was.
    public func close() {
        leave()
        for (signal, action) in oldActions { SignalDisposition.restore(signal, action) }
        oldActions = []
    }

    /// Draws a page in the place of the one before. Lines that the window has no room for are left out.
    /// - Parameter lines: the lines, none wider than the window, with their escape codes.
    public func draw(_ lines: [String]) {
        let room = max(1, (Terminal.rows() ?? 24) - (place == .inline ? 1 : 0))
        let page = lines.prefix(room)
        var text: String
        if place == .alternate {
            text = "\u{1B}[H" + page.joined(separator: "\u{1B}[K\n") + "\u{1B}[K\u{1B}[J"
        } else {
            text = drawn > 0 ? "\r\u{1B}[\(drawn)A" : ""
            text += page.map { $0 + "\u{1B}[K\n" }.joined() + "\u{1B}[J"
        }
        drawn = page.count
        FileOutput.write(text)
    }

    /// Waits for a key, or for something that has to be dealt with.
    /// - Parameter seconds: how long at most; nil for as long as it takes.
    public func wait(seconds: Double? = nil) -> Event {
        let end = seconds.map { LiveScreen.now + $0 }
        while true {
            if interrupts.isRequested() { return .interrupted }
            if dealWithSignals() { return .changed }
            if let (key, count) = TerminalKey.first(of: bytes, isAll: false) {
                bytes.removeFirst(count)
                return .key(key)
            }
            // The rest of an escape sequence comes at once.
            let isPartial = !bytes.isEmpty
            let left = end.map { max(0, Int32(($0 - LiveScreen.now) * 1000)) } ?? -1
            switch WakePipe.shared.wait(for: input, milliseconds: isPartial ? 50 : left) {
            case .woken?: continue
            case .failure?: return .ended
            case .readable?: if !readBytes() { return .ended }
            case nil:
                guard isPartial else { return .timeout }
                guard let (key, count) = TerminalKey.first(of: bytes, isAll: true) else { continue }
                bytes.removeFirst(count)
                return .key(key)
            }
        }
    }

    private func readBytes() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = read(input, &buffer, buffer.count)
        if count < 0, errno == EINTR || errno == EAGAIN { return true }
        guard count > 0 else { return false }
        bytes += buffer[..<count]
        return true
    }

    /// Obeys the signals that came in; returns whether the page has to be drawn again.
    private func dealWithSignals() -> Bool {
        let pending = SignalBox.editing.take()
        guard pending != 0 else { return false }
        for signal in LiveScreen.ending where pending & (1 << UInt64(signal)) != 0 {
            leave()
            let action = SignalDisposition.setDefault(signal)
            if signal != SIGTSTP { TerminalTitle.restore() }
            raise(signal)
            // Here the process has been stopped and continued, or has ended.
            SignalDisposition.restore(signal, action)
            enter()
        }
        // A page below others may stand anywhere now.
        if place == .inline { drawn = 0 }
        return true
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
