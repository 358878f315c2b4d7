import Presentation

/// What a terminal shows of some output: characters with their colours. It knows colour codes and nothing else.
struct TerminalScreen {
    struct Character: Equatable {
        var text: Swift.Character
        var foreground: Colour?
        var background: Colour?
    }

    private(set) var lines: [[Character]] = [[]]

    init(_ output: String) {
        var foreground: Colour?
        var background: Colour?
        var codes: [Int]?
        for scalar in output.unicodeScalars {
            if let numbers = codes {
                switch scalar {
                case "[": codes = [0]
                case ";": codes = numbers + [0]
                case "m":
                    TerminalScreen.apply(numbers, &foreground, &background)
                    codes = nil
                default: codes?[numbers.count - 1] = (numbers.last ?? 0) * 10 + Int(scalar.value) - 48
                }
            } else if scalar == "\n" {
                lines.append([])
            } else if scalar == "\u{1B}" {
                codes = [0]
            } else {
                lines[lines.count - 1].append(
                    Character(text: Swift.Character(scalar), foreground: foreground, background: background))
            }
        }
        if lines.last == [] { lines.removeLast() }
    }

    private static func apply(_ numbers: [Int], _ foreground: inout Colour?, _ background: inout Colour?) {
        var numbers = numbers[...]
        while let number = numbers.popFirst() {
            switch number {
            case 0: (foreground, background) = (nil, nil)
            case 39: foreground = nil
            case 49: background = nil
            case 30...37: foreground = sixteen(number - 30)
            case 90...97: foreground = sixteen(number - 82)
            case 40...47: background = sixteen(number - 40)
            case 100...107: background = sixteen(number - 92)
            case 38: foreground = colour(&numbers)
            case 48: background = colour(&numbers)
            default: break
            }
        }
    }

    /// One of the sixteen colours; all that matters is that they differ.
    private static func sixteen(_ index: Int) -> Colour { Colour(UInt8(index), 0, 0) }

    private static func colour(_ numbers: inout ArraySlice<Int>) -> Colour? {
        guard let kind = numbers.popFirst() else { return nil }
        if kind == 5 { return numbers.popFirst().map { Colour(paletteEntry: $0) } }
        guard let red = numbers.popFirst(), let green = numbers.popFirst(), let blue = numbers.popFirst() else {
            return nil
        }
        return Colour(UInt8(red), UInt8(green), UInt8(blue))
    }

    /// The pixels of some lines, two a character: what half blocks show.
    func pixels(lines part: Range<Int>, columns: Range<Int>) -> [[Colour?]] {
        lines[part].flatMap { line -> [[Colour?]] in
            let characters = columns.map { $0 < line.count ? line[$0] : Character(text: " ") }
            let top = characters.map {
                $0.text == "▀" ? $0.foreground : (" " == $0.text || "▄" == $0.text ? $0.background : nil)
            }
            let bottom = characters.map { $0.text == "▄" ? $0.foreground : $0.background }
            return [top, bottom]
        }
    }

    /// The characters of a line.
    func text(_ line: Int) -> String { String(lines[line].map(\.text)) }
}
