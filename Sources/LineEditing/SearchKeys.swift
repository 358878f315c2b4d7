#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
import CReadline

/// The keys of a search through the history, as readline's incremental search has them.
enum SearchKeys {
    /// What a key does.
    enum Action {
        case character(UInt8)
        case erase
        case again(HistorySearch.Direction)
        case abort
        /// Ends the search with the line that it found.
        case accept
        /// Ends the search, and the key does what it does elsewhere.
        case other(UInt8)
    }

    static let escape: UInt8 = 0x1B

    /// The keymap that is in force during a search. It is made once and lives as long as the program.
    static var keymap: Keymap { made.keymap }

    /// Whether the bytes of a key that begins with Escape are coming in.
    static var moreFollows: Bool {
        var wanted = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&wanted, 1, 100) > 0
    }

    private static let made = Made(
        keymap: cr_make_keymap { _, key in
            guard let browser = InstalledEditor.current?.browser, let search = browser.search else { return 0 }
            browser.searchKey(action(UInt8(truncatingIfNeeded: key), isIncremental: search.isIncremental))
            return 0
        })

    /// A keymap, which is written when it is made and only read afterwards.
    private struct Made: @unchecked Sendable {
        var keymap: Keymap
    }

    private static func action(_ byte: UInt8, isIncremental: Bool) -> Action {
        switch byte {
        case control("R") where isIncremental: .again(.backward)
        case control("S") where isIncremental: .again(.forward)
        case control("H"), 0x7F: .erase
        case control("G"): .abort
        case control("J"): .accept
        case control("M") where !isIncremental: .accept
        case escape where !isIncremental: .abort
        case 0..<0x20: .other(byte)
        default: .character(byte)
        }
    }

    private static func control(_ letter: Unicode.Scalar) -> UInt8 { UInt8(ascii: letter) & 0x1F }
}
