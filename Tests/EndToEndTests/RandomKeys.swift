/// Makes keys at random; the same seed makes the same keys.
struct RandomKeys {
    private var generator: SplitMix64

    init(seed: UInt64) { generator = SplitMix64(state: seed) }

    /// The size of a terminal, an odd one now and then.
    mutating func size() -> (rows: Int, columns: Int) {
        (pick([3, 10, 24, 40, 50]), pick([5, 20, 40, 80, 80, 120, 200]))
    }

    /// What is done next: mostly some keys at once, sometimes a change of the window's size.
    mutating func event() -> KeyCase.Event {
        if chance(10) {
            let (rows, columns) = size()
            return .size(rows: rows, columns: columns)
        }
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...12, using: &generator) { bytes += key() }
        return .keys(bytes)
    }

    private mutating func key() -> [UInt8] {
        switch Int.random(in: 0..<100, using: &generator) {
        case ..<20: [UInt8.random(in: 0x20...0x7E, using: &generator)]
        case ..<35: Array(pick(RandomKeys.texts).utf8)
        case ..<45: Array("\r".utf8)
        case ..<65: Array(pick(RandomKeys.escapes).utf8)
        case ..<85: [pick(RandomKeys.controls)]
        case ..<92: [0x1B, chance(20) ? pick(RandomKeys.controls) : UInt8.random(in: 0x20...0x7E, using: &generator)]
        case ..<96: (0..<3).map { _ in UInt8.random(in: 0x80...0xFF, using: &generator) }
        default: paste()
        }
    }

    private mutating func paste() -> [UInt8] {
        let lines = (0..<Int.random(in: 1...3, using: &generator)).map { _ in pick(RandomKeys.texts) }
        return Array("\u{1B}[200~\(lines.joined(separator: "\r"))\u{1B}[201~".utf8)
    }

    private mutating func pick<T>(_ choices: [T]) -> T {
        choices[Int.random(in: 0..<choices.count, using: &generator)]
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

    /// All control characters but those that leave, stop or end the shell or stop its output: Ctrl-D, -S, -Z, -\\.
    private static let controls = [UInt8](0..<0x20).filter { ![0x04, 0x13, 0x1A, 0x1C].contains($0) } + [0x7F]

    private static let texts = [
        "x = Input(9,9,1)", "Conv2D(", "c = Conv2D(2,3)(x)", "show ", "c", "=", "for i in range(3):", "    ", "(", ")",
        "[",
        "]", "{", "'", "\"\"\"", "\\", "#", ";", "?Dense", "%who", "%history", "1/0", "padding=", "é", "卷积", "👍🏽",
        "e\u{301}",
        ">>> 1", "... 2", "conv> 3", " 4", "\t",
    ]

    /// Cursor and function keys, with the keys for the history more than once.
    private static let escapes = [
        "[A", "[A", "[A", "[B", "[B", "[C", "[D", "OA", "OB", "[H", "[F", "[3~", "[5~", "[6~", "[2~", "[1;5C", "[1;5D",
        "[Z",
        "<", ">", ".", "_", "p", "n", "r", "-", "3", "0", "9", "\u{12}", "[200~", "[201~", "[M", "O", "[",
    ].map { "\u{1B}" + $0 }
}

/// The generator of Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
