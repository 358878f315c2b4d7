import Foundation
import Testing

/// Keys at random: the shell must neither end nor stop answering. `Scripts/keys` tries more of them.
@Suite struct RandomKeysTests {
    private static let folder = Program.packageFolder + "/Tests/KeySeeds"
    private static let inputrcs = [
        ["set editing-mode emacs"],
        ["set editing-mode vi", "set show-mode-in-prompt on"],
        [
            "set revert-all-at-newline on", "set mark-modified-lines on", "set enable-active-region on",
            "set horizontal-scroll-mode on", "\"\\e[5~\": history-search-backward",
            "\"\\e[6~\": history-search-forward", "\"\\C-t\": history-substring-search-backward",
        ],
    ]

    private static func setting(_ name: String, default value: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? value
    }

    @Test(arguments: inputrcs.indices) func randomKeysDoNoHarm(index: Int) throws {
        let count = Self.setting("CONVSH_KEYS_COUNT", default: 240) / Self.inputrcs.count
        var keys = RandomKeys(seed: UInt64(Self.setting("CONVSH_KEYS_SEED", default: 1) * 10 + index))
        var player: KeyPlayer?
        for number in 1...max(1, count) {
            let current: KeyPlayer
            if let player {
                current = player
            } else {
                let (rows, columns) = keys.size()
                current = try KeyPlayer(KeyCase(rows: rows, columns: columns, inputrc: Self.inputrcs[index]))
                player = current
            }
            current.play(keys.event())
            let isAsked = number % 20 == 0 || number == count
            guard let failure = current.failure(isAsked: isAsked) else { continue }
            player = nil
            try report(current.played, failure)
        }
    }

    /// Keeps a case that fails among those that are tried each time, at first as it is, then as small as it can be.
    private func report(_ case: KeyCase, _ failure: String) throws {
        let path = "\(Self.folder)/\(UUID().uuidString.prefix(8)).keys"
        try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
        try `case`.text.write(toFile: path, atomically: true, encoding: .utf8)
        Issue.record("\(failure): \(path)")
        try `case`.reduced().text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    @Test func whatFailedOnceStaysMended() throws {
        for file in try FileManager.default.contentsOfDirectory(atPath: Self.folder) where file.hasSuffix(".keys") {
            let text = try String(contentsOfFile: "\(Self.folder)/\(file)", encoding: .utf8)
            #expect(try KeyCase(text).failure() == nil, "\(file)")
        }
    }

    @Test func aCaseComesBackFromItsText() {
        var made = KeyCase(rows: 3, columns: 5, inputrc: ["set editing-mode vi"])
        made.events += [.keys([0x00, 0x1B, 0xFF]), .size(rows: 50, columns: 200)]
        #expect(KeyCase(made.text) == made)
    }
}
