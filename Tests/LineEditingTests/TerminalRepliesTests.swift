import Testing

@testable import LineEditing

/// Answers of terminals among keys.
@Suite struct TerminalRepliesTests {
    private func parts(_ text: String) -> [TerminalReplies.Part] {
        var bytes = Array(text.utf8)
        var parts: [TerminalReplies.Part] = []
        while let (part, count) = TerminalReplies.first(of: bytes) {
            parts.append(part)
            bytes.removeFirst(count)
        }
        return parts
    }

    @Test func coloursOfAllLengthsAreRead() {
        let white = TerminalReplies.Part.background(.init(red: 1, green: 1, blue: 1))
        for text in ["rgb:ffff/ffff/ffff", "rgb:ff/ff/ff", "rgb:f/f/f", "rgba:ffff/ffff/ffff/8000"] {
            #expect(parts("\u{1B}]11;\(text)\u{07}") == [white])
            #expect(parts("\u{1B}]11;\(text)\u{1B}\\") == [white])
        }
        for text in ["", "rgb:", "rgb:ff/ff", "rgb:-1/0/0", "rgb:fffff/0/0", "red"] {
            #expect(parts("\u{1B}]11;\(text)\u{07}") == [.background(nil)], "\(text)")
        }
    }

    @Test func answersAreToldApartFromKeys() {
        #expect(parts("a\u{1B}[?62;4;22cb") == [.key, .attributes, .key])
        #expect(parts("\u{1B}[A") == [.key, .key, .key])
        #expect(parts("\u{1B}[?25h").allSatisfy { $0 == .key })
        #expect(parts("\u{1B}]11;" + String(repeating: "x", count: 100)).allSatisfy { $0 == .key })
    }

    @Test func whatIsNotWholeWaits() {
        let answer = Array("\u{1B}]11;rgb:0/0/0\u{1B}\\".utf8)
        for count in 0..<answer.count { #expect(TerminalReplies.first(of: Array(answer[..<count])) == nil) }
    }
}
