#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension ReadlineEditor {
    /// Asks the terminal how light its background is.
    ///
    /// The question for the colour (OSC 11) is followed by one that every terminal answers (DA1), so that a terminal that does not know
    /// the first costs no time. What is typed meanwhile goes to the next line. An answer that comes after the time
    /// is over is taken out of the keys when it comes.
    /// - Parameter milliseconds: how long to wait at most.
    /// - Returns: the lightness, 0…1; nil where the terminal does not say.
    public func askBackground(milliseconds: Int = 1000) -> Double? {
        var modes = termios()
        guard Terminal.canRedraw, tcgetattr(STDIN_FILENO, &modes) == 0 else { return nil }
        var raw = modes
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
        defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &modes) }
        guard FileOutput.write(TerminalReplies.question) else { return nil }
        var colour: TerminalReplies.Colour?
        var bytes: [UInt8] = []
        awaitsReplies = true
        let end = ReadlineEditor.now + Double(milliseconds) / 1000
        while awaitsReplies, !isInterrupted {
            let left = Int32((end - ReadlineEditor.now) * 1000)
            guard left > 0, let event = WakePipe.shared.wait(for: STDIN_FILENO, milliseconds: left) else { break }
            if event == .woken { continue }
            guard event == .readable, let byte = ReadlineEditor.readByte() else { break }
            bytes.append(byte)
            while let (part, count) = TerminalReplies.first(of: bytes) {
                switch part {
                case .background(let answer): colour = answer
                case .attributes: awaitsReplies = false
                case .key: typedAhead += bytes.prefix(count)
                }
                bytes.removeFirst(count)
            }
        }
        // An answer that was cut goes on when the rest of it comes.
        typedAhead += bytes
        return colour?.lightness
    }

    /// Reads on after an escape byte and tells whether an answer of the terminal began with it, which is dropped; the bytes of
    /// anything else are kept.
    func dropsReply() -> Bool {
        var bytes: [UInt8] = [0x1B]
        while true {
            if let (part, count) = TerminalReplies.first(of: bytes) {
                typedAhead = Array(bytes.dropFirst(part == .key ? 1 : count)) + typedAhead
                if part == .attributes { awaitsReplies = false }
                return part != .key
            }
            // The rest of an answer comes at once, and a person's next key does not.
            if !typedAhead.isEmpty {
                bytes.append(typedAhead.removeFirst())
            } else if WakePipe.shared.wait(for: STDIN_FILENO, milliseconds: 50) == .readable,
                let byte = ReadlineEditor.readByte()
            {
                bytes.append(byte)
            } else {
                typedAhead = Array(bytes.dropFirst())
                return false
            }
        }
    }

    private static func readByte() -> UInt8? {
        var byte: UInt8 = 0
        return read(STDIN_FILENO, &byte, 1) == 1 ? byte : nil
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
