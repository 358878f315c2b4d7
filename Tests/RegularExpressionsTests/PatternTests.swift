import Testing

@testable import RegularExpressions

@Suite struct PatternTests {
    private func groups(_ pattern: String, _ text: String, _ place: Pattern.Place = .anywhere) throws -> [String?]? {
        let characters = Array(text.unicodeScalars)
        let match = try Pattern(pattern).firstMatch(in: characters, 0..<characters.count, place)
        return match?.groups.map { $0.map { PatternSource.string(characters[$0]) } }
    }

    @Test(
        arguments: [
            ("a+", "caat", ["aa"]), ("a+?", "caat", ["a"]), ("(a|ab)(c|bcd)(d*)", "abcd", ["abcd", "a", "bcd", ""]),
            ("(?P<year>\\d{4})-(\\d\\d)", "on 2024-05-06", ["2024-05", "2024", "05"]), ("(a)|b", "b", ["b", nil]),
            ("(\\w)\\1", "hello", ["ll", "l"]), ("(?<=\\$)\\d+", "7 $42", ["42"]), ("x(?!y)", "xyxz", ["x"]),
            ("(?i)straße", "STRAßE", ["STRAßE"]), ("(?:a*)*b", "aab", ["aab"]), ("(a?)*?b", "aab", ["aab", "a"]),
            ("^b", "a\nb", nil), ("(?m)^b$", "a\nb\nc", ["b"]), ("(?s).+", "a\nb", ["a\nb"]), ("a++a", "aaa", nil),
            ("(?>a|ab)c", "abc", nil), ("(<)?a(?(1)>|!)", "a!", ["a!", nil]), ("[^]a]", "]ab", ["b"]),
            ("\\bfoo\\b", "a foo.", ["foo"]), ("(a(?=(b)))", "ab", ["a", "a", "b"]), ("(?x) a  b # c", "ab", ["ab"]),
            ("a{2,3}", "aaaa", ["aaa"]), ("a{,2}", "aaa", ["aa"]), ("a{x}", "a{x}", ["a{x}"]), ("", "", [""]),
        ] as [(String, String, [String?]?)])
    func theFirstMatchIsPythons(pattern: String, text: String, expected: [String?]?) throws {
        #expect(try groups(pattern, text) == expected)
    }

    @Test func aMatchMayHaveToReachTheEnd() throws {
        #expect(try groups("a|ab", "ab", .start) == ["a"])
        #expect(try groups("a|ab", "ab", .whole) == ["ab"])
        #expect(try groups("b", "ab", .start) == nil)
    }

    @Test(
        arguments: [
            ("(", "missing ), unterminated subpattern", 0), ("a)", "unbalanced parenthesis", 1),
            ("*a", "nothing to repeat", 0), ("a**", "multiple repeat", 2), ("[a", "unterminated character set", 0),
            ("\\q", "bad escape \\q", 0), ("a\\", "bad escape (end of pattern)", 1),
            ("[z-a]", "bad character range z-a", 1), ("(?z)", "unknown extension ?z", 1),
            ("a{3,2}", "min repeat greater than max repeat", 2), ("(?P<1>a)", "bad character in group name '1'", 4),
            ("\\1", "invalid group reference 1", 1), ("(?P=x)", "unknown group name 'x'", 4),
            ("(a\\1)", "cannot refer to an open group", 2),
            ("(?<=a*)b", "look-behind requires fixed-width pattern", nil),
            ("a(?i)", "global flags not at the start of the expression", 1),
        ] as [(String, String, Int?)])
    func whatIsNoPatternIsRefused(pattern: String, message: String, position: Int?) {
        #expect(throws: PatternError(message, position)) { try Pattern(pattern) }
    }

    @Test func aSearchWithoutEndCanBeInterrupted() throws {
        let characters = [Unicode.Scalar](repeating: "a", count: 40)
        var asked = 0
        #expect(throws: PatternError.interrupted) {
            _ = try Pattern("(a|aa)+$x").firstMatch(in: characters, 0..<40, .anywhere) {
                asked += 1
                return asked > 10
            }
        }
    }

    @Test func longTextsNeedNoDeepStack() throws {
        let characters = [Unicode.Scalar](repeating: "a", count: 300_000)
        #expect(try Pattern("(a|b)*").firstMatch(in: characters, 0..<300_000, .start)?.range == 0..<300_000)
        #expect(try Pattern("a*b").firstMatch(in: characters, 299_000..<300_000, .anywhere)?.range == nil)
    }
}
